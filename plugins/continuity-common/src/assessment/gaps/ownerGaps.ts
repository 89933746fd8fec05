import type { PartyState } from '../../profile/effectiveProfile';
import type { GapRule } from '../assessmentContext';
import type { GapFinding } from '../gapFinding';

/** Where the catalog holds no users and groups, that is said once elsewhere and not at every entity. */
function canAnswer(state: PartyState): boolean {
  return state === 'ok' || state === 'unknown';
}

const recoveryOwner: GapRule = ({ resolved, requirements, parties }) => {
  const needsOwner = requirements.has('plan');
  const owner = resolved.profile.recoveryOwner;
  if (owner.value === null) {
    return needsOwner
      ? [{ code: 'owner-missing', requirement: 'owner', params: {} }]
      : [];
  }
  const state = parties[owner.value];
  if (canAnswer(state)) return [];
  const finding: GapFinding = {
    code: 'owner-unresolved',
    requirement: 'owner',
    params: { owner: owner.value, state, source: owner.source! },
  };
  return [needsOwner ? finding : { ...finding, severity: 'information' }];
};

const alternates: GapRule = ({ resolved, parties }) => {
  const lost = (resolved.profile.recoveryAlternates.value ?? []).filter(
    ref => !canAnswer(parties[ref]),
  );
  if (lost.length === 0) return [];
  const params = { alternates: lost.join(', '), count: lost.length };
  return [{ code: 'alternate-unresolved', requirement: 'alternates', params }];
};

/** Who brings it back: named, and somebody who exists. */
export const ownerGaps: GapRule = context => [
  ...recoveryOwner(context),
  ...alternates(context),
];
