import type { TestDetail } from 'backstage-plugin-continuity-common';
import { partyName } from '../profile/valueText';

type People = Pick<TestDetail, 'facilitator' | 'participants' | 'names'>;

/** The name of somebody in a test: as the test names them, else by their ref. */
export function personName(test: People, ref: string): string {
  const known = [test.facilitator, ...test.participants].find(
    party => party?.ref === ref,
  );
  return known?.title ?? test.names?.[ref] ?? partyName(ref);
}

/** A role of a plan as it is written there, with names where it has refs: `SRE on call: sre-oncall`. */
export function roleText(test: People, who: string): string {
  const named = who.replace(/\b(?:user|group):[\w.-]+\/[\w.-]+/g, ref =>
    personName(test, ref),
  );
  const [role, name] = named.split(': ');
  // a group is often named as what it does
  return role === name ? role : named;
}
