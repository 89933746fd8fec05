import {
  durationSeconds,
  tierById,
  type Assessment,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import type { RecoveryFactsRow } from '../../dependency/RecoveryFactsStore';

const HOLDS_NO_DATA = -1;

/** What the dependency graph needs to know of an assessed entity. */
export function recoveryFactsOf(
  entityRef: string,
  assessment: Assessment,
  policy: ContinuityPolicy,
): RecoveryFactsRow {
  const { profile, status } = assessment;
  const tier = profile.tier.value;
  const { measuredOwnSeconds: measured = null } = assessment;
  const estimated = seconds(profile.recoveryTime.value);
  return {
    entity_ref: entityRef,
    tier,
    in_scope: status !== 'out-of-scope',
    requires_plan:
      tier !== null && tierById(policy, tier)?.requires.plan !== undefined,
    rto_seconds: seconds(profile.rto.value),
    rpo_seconds: seconds(profile.rpo.value),
    mtpd_seconds: seconds(profile.mtpd.value),
    own_seconds: measured ?? estimated,
    own_source: sourceOf(measured, estimated),
    owner_ref: profile.recoveryOwner.value,
    alternates: JSON.stringify(profile.recoveryAlternates.value ?? []),
  };
}

/** What a test measured comes before what somebody estimated (DOMAIN.md §6). */
function sourceOf(
  measured: number | null,
  estimated: number | null,
): RecoveryFactsRow['own_source'] {
  if (measured !== null) return 'measured';
  return estimated === null ? null : 'estimated';
}

function seconds(value: string | null): number | null {
  if (value === null) return null;
  return value === 'none' ? HOLDS_NO_DATA : durationSeconds(value);
}
