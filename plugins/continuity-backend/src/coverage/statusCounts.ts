import {
  continuityStatuses,
  type ContinuityStatus,
} from 'backstage-plugin-continuity-common';

/** Counts of entities per status. */
export interface StatusCounts {
  counts: Record<ContinuityStatus, number>;
  late: number;
}

/** Zero of each. */
export function noCounts(): StatusCounts {
  const counts = Object.fromEntries(continuityStatuses.map(s => [s, 0]));
  return { counts: counts as StatusCounts['counts'], late: 0 };
}

/** Both together, as counts of their own. */
export function addCounts(a: StatusCounts, b: StatusCounts): StatusCounts {
  const sum = noCounts();
  for (const status of continuityStatuses) {
    sum.counts[status] = a.counts[status] + b.counts[status];
  }
  return { ...sum, late: a.late + b.late };
}
