import {
  continuityStatuses,
  type CoverageQuery,
  type CoverageSortKey,
} from 'backstage-plugin-continuity-common';

/** How a list is sorted: an expression that the database orders by, nulls last either way. */
export interface CoverageSort {
  key: CoverageSortKey;
  descending: boolean;
  expression: string;
  nullable: boolean;
  isText: boolean;
}

const statusRank = `case status ${continuityStatuses
  .map((status, rank) => `when '${status}' then ${rank}`)
  .join(' ')} end`;

const expressions: Record<
  CoverageSortKey,
  { expression: string; nullable?: true; isText?: true }
> = {
  urgency: { expression: 'urgency' },
  name: { expression: 'lower(title)', isText: true },
  tier: { expression: 'tier_rank', nullable: true },
  status: { expression: statusRank },
  rto: { expression: 'rto_seconds', nullable: true },
  // "holds no data" tolerates more than any duration does
  rpo: {
    expression:
      'case when rpo_seconds = -1 then 9007199254740991 else rpo_seconds end',
    nullable: true,
  },
  mtpd: { expression: 'mtpd_seconds', nullable: true },
  owner: { expression: 'owner_ref', nullable: true, isText: true },
  dueBy: { expression: 'due_by', nullable: true, isText: true },
};

/** Reads the `sort` parameter; the most urgent first where there is none. */
export function readCoverageSort(sort: CoverageQuery['sort']): CoverageSort {
  const text = sort ?? 'urgency';
  const descending = text.startsWith('-');
  const key = (descending ? text.slice(1) : text) as CoverageSortKey;
  const { expression, nullable = false, isText = false } = expressions[key];
  return { key, descending, expression, nullable, isText };
}
