import type { CoverageSortKey } from 'backstage-plugin-continuity-common';

export type CoverageColumn = Exclude<CoverageSortKey, 'urgency'>;

/** The columns of the list where there is room for all. */
export const coverageColumns: readonly CoverageColumn[] = [
  'name',
  'status',
  'tier',
  'rto',
  'rpo',
  'mtpd',
  'owner',
  'dueBy',
];

/** What has no column of its own stands in the row's details. */
export const mediumColumns = coverageColumns.filter(
  column => !['rpo', 'mtpd', 'owner'].includes(column),
);
export const narrowColumns = mediumColumns.filter(
  column => !['tier', 'rto'].includes(column),
);
