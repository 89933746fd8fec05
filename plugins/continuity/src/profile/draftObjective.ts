import {
  parseTargetDuration,
  type EffectiveProfile,
} from 'backstage-plugin-continuity-common';
import { secondsOf, type Objective } from './objective';
import type { ProfileDraft } from './profileDraft';

/** The objective as the form would make it, so that its effect can be seen before it is saved. */
export function draftObjective(
  draft: ProfileDraft,
  profile: EffectiveProfile,
): Objective {
  const seconds = (field: 'rto' | 'wrt' | 'mtpd'): number | null => {
    const { mode, value } = draft[field];
    const effective = profile[field];
    if (effective.locked) return secondsOf(effective.value);
    if (mode === 'set') {
      const parsed = parseTargetDuration(value as string);
      return parsed.ok ? parsed.seconds : null;
    }
    return secondsOf(
      effective.source === 'portal'
        ? effective.fallback?.value
        : effective.value,
    );
  };
  return { rto: seconds('rto'), wrt: seconds('wrt'), mtpd: seconds('mtpd') };
}
