import type { RequirementStanding } from './requirementStanding';

/**
 * Whether a requirement belongs on the list of what must still be planned (DOMAIN.md §5 "schedule"): it falls due before `until`, and no test for it is
 * planned to begin before it is due. What is late is planned as soon as any test for it is.
 *
 * @param options - `until`, `now`: ISO instants
 * @public
 */
export function isDue(
  standing: Pick<RequirementStanding, 'state' | 'due' | 'planned'>,
  options: { until: string; now: string },
): boolean {
  const { state, due, planned } = standing;
  if (state === 'not-required' || due === null || due >= options.until) {
    return false;
  }
  if (planned === null) return true;
  return due > options.now && planned.startsAt >= due;
}
