import {
  classificationAnnotations,
  type DependencyFacts,
  type EntityFacts,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { BATCH_SIZE } from '../database/inChunks';
import { isPostgres } from '../database/isPostgres';
import { whereInList } from '../database/whereInList';
import type { GraphEntity } from './GraphSnapshot';
import { toFacts, type RecoveryFactsRow } from './RecoveryFactsStore';

/** One entity of the mirror as the graph takes it. */
export interface GraphRow {
  facts: DependencyFacts;
  entity: GraphEntity;
}

/** Many entities of the mirror, as they are read: what makes edges is in the texts. */
export interface GraphPage {
  refs: string[];
  texts: string[];
  entities: GraphEntity[];
}

/** Where nobody waits for the database, fewer pages are faster. */
const LARGE_PAGE = 2_000;

type Row = RecoveryFactsRow & {
  mirror_ref: string;
  uid: string | null;
  mirrored: string;
};

/** Reads from the mirror what the graph is made of. */
export class GraphRows {
  readonly #database: Knex;

  static create(options: { database: Knex }): GraphRows {
    return new GraphRows(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  /** Whether the catalog has more entities than this. */
  async areMoreThan(count: number): Promise<boolean> {
    const rows = await this.#database('mirror_entities')
      .whereNull('archived_at')
      .limit(count + 1)
      .select('entity_ref');
    return rows.length > count;
  }

  /** Everything that the catalog has, in pages. */
  async *all(): AsyncIterable<GraphPage> {
    const pageSize = isPostgres(this.#database) ? LARGE_PAGE : BATCH_SIZE;
    let after = '';
    for (;;) {
      const rows: Row[] = await this.#living()
        .where('m.entity_ref', '>', after)
        .orderBy('m.entity_ref')
        .limit(pageSize);
      if (rows.length > 0) {
        yield {
          refs: rows.map(row => row.mirror_ref),
          texts: rows.map(row => row.mirrored),
          entities: rows.map(toEntity),
        };
      }
      if (rows.length < pageSize) return;
      after = rows[rows.length - 1].mirror_ref;
    }
  }

  async of(entityRefs: string[]): Promise<Map<string, GraphRow>> {
    const rows: Row[] = await whereInList(
      this.#living(),
      'm.entity_ref',
      entityRefs,
    );
    return new Map(rows.map(row => [row.mirror_ref, toGraphRow(row)]));
  }

  /** The refs that the catalog had and has no longer. */
  async archived(entityRefs?: string[]): Promise<Set<string>> {
    const query = this.#database('mirror_entities')
      .whereNotNull('archived_at')
      .select('entity_ref');
    const rows: Array<{ entity_ref: string }> = await (entityRefs
      ? whereInList(query, 'entity_ref', entityRefs)
      : query);
    return new Set(rows.map(row => row.entity_ref));
  }

  #living() {
    return this.#database('mirror_entities as m')
      .leftJoin('recovery_facts as f', 'f.entity_ref', 'm.entity_ref')
      .whereNull('m.archived_at')
      .select({
        mirror_ref: 'm.entity_ref',
        uid: 'm.uid',
        mirrored: 'm.facts',
      })
      .select('f.*');
  }
}

/** Of the facts only what makes edges is kept, so that a large catalog does not stay in memory as a whole. */
function toGraphRow(row: Row): GraphRow {
  const { metadata, relations } = JSON.parse(row.mirrored) as EntityFacts;
  const annotations: Record<string, string> = {};
  for (const key of Object.values(classificationAnnotations)) {
    const value = metadata.annotations[key];
    if (value !== undefined) annotations[key] = value;
  }
  return {
    facts: { entityRef: row.mirror_ref, metadata: { annotations }, relations },
    entity: toEntity(row),
  };
}

function toEntity({ mirror_ref, uid, mirrored, ...facts }: Row): GraphEntity {
  return {
    uid: uid?.toLowerCase() ?? null,
    facts: facts.entity_ref === null ? null : toFacts(facts),
  };
}
