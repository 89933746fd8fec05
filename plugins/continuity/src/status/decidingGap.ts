import type { ContinuityStatus, Gap } from 'backstage-plugin-continuity-common';

/** What the chip needs to know of a gap; rows of the coverage list have it as well. */
export type ChipGap = Pick<
  Gap,
  'severity' | 'requirement' | 'dueBy' | 'late' | 'exemption'
>;

/**
 * The gap that a status stands for: among those that make an entity exposed (or at risk) and are not exempted, the one that was or is due
 * first. Late ones are due before all others.
 */
export function decidingGap(
  status: ContinuityStatus,
  gaps: readonly ChipGap[],
): ChipGap | undefined {
  const severity = { exposed: 'critical', 'at-risk': 'warning' }[
    status as string
  ];
  return gaps
    .filter(gap => gap.severity === severity && !gap.exemption)
    .sort((a, b) => Date.parse(a.dueBy) - Date.parse(b.dueBy))[0];
}
