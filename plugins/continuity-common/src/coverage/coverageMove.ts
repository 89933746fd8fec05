import type { ContinuityStatus } from '../assessment/status';

/**
 * Why a status changed (DOMAIN.md §8): something was done or broke (`work`), or the entity is only counted otherwise: it appeared in or left the catalog, it came
 * into or went out of scope, its tier changed, the policy changed, an exemption began or ended.
 *
 * @public
 */
export const coverageMoveCauses = [
  'work',
  'tier',
  'scope',
  'policy',
  'exemption',
  'catalog',
] as const;

/** @public */
export type CoverageMoveCause = (typeof coverageMoveCauses)[number];

/** What of an interval says why the next one began. @public */
export interface MovedFrom {
  status: ContinuityStatus;
  underlyingStatus: ContinuityStatus;
  tier: string | null;
}

const badness: Record<ContinuityStatus, number> = {
  exposed: 2,
  'at-risk': 1,
  unassessed: 1,
  exempt: 1,
  met: 0,
  'not-required': 0,
  'out-of-scope': 0,
};

/**
 * What a change of status was: why, and whether it looks better or worse now. Undefined where the status is the same, or nothing of it counts.
 *
 * What is reclassified is never called fixed: where several things changed at once, the one that needs no work counts.
 *
 * @param before - undefined: it was not in the catalog
 * @param after - undefined: it is not any more
 * @param options - `policyChanged`: whether a new policy came into force at that very moment
 * @public
 */
export function coverageMove(
  before: MovedFrom | undefined,
  after: MovedFrom | undefined,
  { policyChanged }: { policyChanged: boolean },
):
  | { cause: CoverageMoveCause; direction: 'better' | 'worse' | 'same' }
  | undefined {
  const from = before?.status ?? 'out-of-scope';
  const to = after?.status ?? 'out-of-scope';
  if (from === to) return undefined;
  const difference = badness[to] - badness[from];
  const change = difference < 0 ? 'better' : 'worse';
  return {
    cause: causeOf(before, after, policyChanged),
    direction: difference === 0 ? 'same' : change,
  };
}

function causeOf(
  before: MovedFrom | undefined,
  after: MovedFrom | undefined,
  policyChanged: boolean,
): CoverageMoveCause {
  if (!before || !after) return 'catalog';
  if (policyChanged) return 'policy';
  const wasOut = before.status === 'out-of-scope';
  if (wasOut || after.status === 'out-of-scope') return 'scope';
  if (before.tier !== after.tier) return 'tier';
  return before.underlyingStatus === after.underlyingStatus
    ? 'exemption'
    : 'work';
}
