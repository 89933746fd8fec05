import {
  coverageMoveCauses,
  metShare,
  type CoverageMoveCause,
  type CoverageTrend,
} from 'backstage-plugin-continuity-common';

/** What all steps of a trend come to. */
export interface TrendTotals {
  /** Shares that were met at the first and at the last point; null where nothing counted. */
  first: number | null;
  last: number | null;
  fixed: number;
  broken: number;
  /** Changes that nobody worked for, by cause; those that did not occur are left out. */
  reclassified: Array<{ cause: CoverageMoveCause; count: number }>;
}

type Causes = CoverageTrend['moves'][number]['causes'];

/** How many statuses became other without work, by cause. */
export function reclassifiedOf(causes: Causes): TrendTotals['reclassified'] {
  return coverageMoveCauses.flatMap(cause => {
    if (cause === 'work') return [];
    const { better, worse, same } = causes[cause];
    const count = better + worse + same;
    return count === 0 ? [] : [{ cause, count }];
  });
}

/** Adds the steps of a trend up. */
export function trendTotals({ points, moves }: CoverageTrend): TrendTotals {
  const counts = new Map<CoverageMoveCause, number>();
  let fixed = 0;
  let broken = 0;
  for (const { causes } of moves) {
    fixed += causes.work.better;
    broken += causes.work.worse;
    for (const { cause, count } of reclassifiedOf(causes)) {
      counts.set(cause, (counts.get(cause) ?? 0) + count);
    }
  }
  return {
    first: points.length ? metShare(points[0].counts) : null,
    last: points.length ? metShare(points[points.length - 1].counts) : null,
    fixed,
    broken,
    reclassified: [...counts].map(([cause, count]) => ({ cause, count })),
  };
}
