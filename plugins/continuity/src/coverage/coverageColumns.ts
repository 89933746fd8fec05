import type { CoverageSortKey } from 'backstage-plugin-continuity-common';

/** Columns by which the list can be sorted. */
export type SortableColumn = Exclude<CoverageSortKey, 'urgency'>;

/** Columns that only show something. */
const plainColumns = ['recoveryOwner', 'system', 'domain'] as const;

export type CoverageColumn = SortableColumn | (typeof plainColumns)[number];

/** The columns of the list where there is room and nobody chose others. */
export const usualColumns: readonly CoverageColumn[] = [
  'name',
  'status',
  'tier',
  'rto',
  'rpo',
  'mtpd',
  'owner',
  'dueBy',
];

/** All that can be chosen, in the order in which they stand. */
export const coverageColumns: readonly CoverageColumn[] = [
  'name',
  'status',
  'tier',
  'rto',
  'rpo',
  'mtpd',
  'owner',
  'recoveryOwner',
  'system',
  'domain',
  'dueBy',
];

/** What has no column of its own stands in the row's details. */
export const mediumColumns = usualColumns.filter(
  column => !['rpo', 'mtpd', 'owner'].includes(column),
);
export const narrowColumns = mediumColumns.filter(
  column => !['tier', 'rto'].includes(column),
);

/** Whether the server can sort by a column. */
export function isSortable(column: CoverageColumn): column is SortableColumn {
  return !(plainColumns as readonly string[]).includes(column);
}
