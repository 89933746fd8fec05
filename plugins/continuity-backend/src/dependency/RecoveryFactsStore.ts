import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import { insertRows, type ColumnTypes } from '../database/rowsAsTable';
import type { GraphLog } from './GraphLog';

/** What the graph needs to know of an entity's profile, in the form of the table. RPO -1: holds no data. */
export interface RecoveryFactsRow {
  entity_ref: string;
  tier: string | null;
  in_scope: boolean;
  requires_plan: boolean;
  rto_seconds: number | null;
  rpo_seconds: number | null;
  mtpd_seconds: number | null;
  own_seconds: number | null;
  own_source: 'measured' | 'estimated' | null;
  owner_ref: string | null;
  /** Refs as JSON, in order. */
  alternates: string;
}

const columns: ColumnTypes<RecoveryFactsRow> = {
  entity_ref: 'text',
  tier: 'text',
  in_scope: 'boolean',
  requires_plan: 'boolean',
  rto_seconds: 'bigint',
  rpo_seconds: 'bigint',
  mtpd_seconds: 'bigint',
  own_seconds: 'bigint',
  own_source: 'text',
  owner_ref: 'text',
  alternates: 'text',
};
const valueColumns = Object.keys(columns).filter(
  name => name !== 'entity_ref',
) as Array<keyof RecoveryFactsRow>;

/** Keeps what current assessments say about targets and owners, where the graph can read it for all entities at once. */
export class RecoveryFactsStore {
  readonly #log: GraphLog;

  static create(options: { log: GraphLog }): RecoveryFactsStore {
    return new RecoveryFactsStore(options.log);
  }

  private constructor(log: GraphLog) {
    this.#log = log;
  }

  /** Takes over what assessments say now, in their transaction, and notes who differs. Null: the entity has left. */
  async apply(
    trx: Knex.Transaction,
    changes: Array<{ entityRef: string; facts: RecoveryFactsRow | null }>,
    at: string,
  ): Promise<void> {
    const changed: string[] = [];
    const byRef = new Map(
      changes.map(({ entityRef, facts }) => [entityRef, facts]),
    );
    for (const refs of inChunks(byRef.keys())) {
      const stored = await this.read(trx, refs);
      const written: RecoveryFactsRow[] = [];
      const gone: string[] = [];
      for (const ref of refs) {
        const before = stored.get(ref);
        const after = byRef.get(ref)!;
        if (after === null) {
          if (before) gone.push(ref);
        } else if (!before || !isSame(before, after)) {
          written.push(after);
        }
      }
      if (gone.length > 0) {
        await trx('recovery_facts').whereIn('entity_ref', gone).delete();
      }
      await insertRows(trx, {
        table: 'recovery_facts',
        columns,
        rows: written,
        onConflict: `(entity_ref) do update set ${valueColumns
          .map(name => `"${name}" = excluded."${name}"`)
          .join(', ')}`,
      });
      changed.push(...gone, ...written.map(row => row.entity_ref));
    }
    await this.#log.note(trx, changed, at);
  }

  async read(
    knex: Knex,
    entityRefs: string[],
  ): Promise<Map<string, RecoveryFactsRow>> {
    const rows: RecoveryFactsRow[] = await knex('recovery_facts').whereIn(
      'entity_ref',
      entityRefs,
    );
    return new Map(rows.map(row => [row.entity_ref, toFacts(row)]));
  }
}

/** Drivers give big numbers as texts, and booleans as numbers. */
export function toFacts(row: RecoveryFactsRow): RecoveryFactsRow {
  const seconds = (value: number | null) =>
    value === null ? null : Number(value);
  return {
    ...row,
    in_scope: Boolean(row.in_scope),
    requires_plan: Boolean(row.requires_plan),
    rto_seconds: seconds(row.rto_seconds),
    rpo_seconds: seconds(row.rpo_seconds),
    mtpd_seconds: seconds(row.mtpd_seconds),
    own_seconds: seconds(row.own_seconds),
  };
}

function isSame(a: RecoveryFactsRow, b: RecoveryFactsRow): boolean {
  return valueColumns.every(name => a[name] === b[name]);
}
