import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import { insertRows } from '../database/rowsAsTable';

/** Where the graph stands, for all replicas. */
export interface GraphRevision {
  revision: number;
  changedAt: string | null;
  /** The revision that the standings were worked out for; -1: never. */
  standingsRevision: number;
  /** The newest revision that somebody is writing them for. */
  standingsClaim: number;
}

/**
 * Says in which order entities changed in a way that the graph may show, so that every replica takes over just these. What is noted too much only
 * costs reading it again.
 */
export class GraphLog {
  readonly #database: Knex;

  static create(options: { database: Knex }): GraphLog {
    return new GraphLog(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  /**
   * Notes changes in their own transaction. Whoever holds the lock for changes or for assessments takes the row of the revision after it, so that
   * nobody waits in a circle.
   */
  async note(
    trx: Knex.Transaction,
    entityRefs: Iterable<string>,
    at: string,
  ): Promise<void> {
    const chunks = inChunks(entityRefs);
    if (chunks.length === 0) return;
    await trx('graph_state')
      .where({ id: 1 })
      .update({ revision: trx.raw('revision + 1'), changed_at: at });
    const row = await trx('graph_state').where({ id: 1 }).first('revision');
    const revision = Number(row.revision);
    for (const refs of chunks) {
      await insertRows(trx, {
        table: 'graph_changes',
        columns: { entity_ref: 'text', revision: 'bigint' },
        rows: refs.sort().map(ref => ({ entity_ref: ref, revision })),
        onConflict: '(entity_ref) do update set revision = excluded.revision',
      });
    }
  }

  async read(knex: Knex = this.#database): Promise<GraphRevision> {
    const row = await knex('graph_state').where({ id: 1 }).first();
    return {
      revision: Number(row.revision),
      changedAt: row.changed_at,
      standingsRevision: Number(row.standings_revision),
      standingsClaim: Number(row.standings_claim),
    };
  }

  /** The entities that changed after a revision. */
  async changedSince(
    revision: number,
    knex: Knex = this.#database,
  ): Promise<string[]> {
    const rows: Array<{ entity_ref: string }> = await knex('graph_changes')
      .where('revision', '>', revision)
      .select('entity_ref');
    return rows.map(row => row.entity_ref);
  }
}
