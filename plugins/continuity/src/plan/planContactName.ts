import type { PlanContact } from 'backstage-plugin-continuity-common';
import { partyName } from '../profile/valueText';
import type { Translate } from '../translation/Translate';

/** A contact in one line: the role, and who fills it. */
export function contactName(
  t: Translate,
  contact: PlanContact | undefined,
  nameOf: (ref: string) => string = partyName,
): string | undefined {
  if (!contact) return undefined;
  const { party, role } = contact;
  const name = party.kind === 'internal' ? nameOf(party.ref) : party.name;
  if (!role) return name;
  // a role that is called as the group that has it needs no second mention
  return name && name !== role
    ? t('plan.contacts.roleAndName', { role, name })
    : role;
}
