import type {
  DependencyGraph,
  RecoveryColumns,
  RecoveryFacts,
} from 'backstage-plugin-continuity-common';
import type { RecoveryFactsRow } from './RecoveryFactsStore';

/** What is kept of an entity beside its edges. */
export interface GraphEntity {
  /** In lower case; null: the catalog gave none, so that nobody can be told to see it. */
  uid: string | null;
  /** Null where nothing is assessed, as with users. */
  facts: RecoveryFactsRow | null;
}

/** The graph as it was at a revision. `graph` and `columns` never change; `entities` may be a little newer. */
export interface GraphSnapshot {
  revision: number;
  changedAt: string | null;
  graph: DependencyGraph;
  columns: RecoveryColumns;
  /** Entities that the catalog has, by ref. */
  entities: ReadonlyMap<string, GraphEntity>;
  /** Refs that the catalog had once, and that somebody may not be told of. */
  archived: ReadonlySet<string>;
  /** What the graph was built as, before anything was laid over. */
  base: { id: number; refs: string[]; isLarge: boolean };
}

/** Facts of the table as the rules take them. */
export function toRecoveryFacts(
  row: RecoveryFactsRow | null | undefined,
): RecoveryFacts | undefined {
  if (!row) return undefined;
  const facts: RecoveryFacts = { inScope: row.in_scope };
  if (row.rto_seconds !== null) facts.rtoSeconds = row.rto_seconds;
  if (row.rpo_seconds !== null) {
    facts.rpoSeconds = row.rpo_seconds === -1 ? 'none' : row.rpo_seconds;
  }
  if (row.mtpd_seconds !== null) facts.mtpdSeconds = row.mtpd_seconds;
  if (row.tier !== null) facts.tier = row.tier;
  if (row.own_seconds !== null) {
    facts.ownTime = {
      seconds: row.own_seconds,
      source: row.own_source ?? 'estimated',
    };
  }
  return facts;
}
