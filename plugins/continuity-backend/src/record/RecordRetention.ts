import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  parseCadence,
  subtractCadence,
  type RetentionList,
  type RetentionType,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { BATCH_SIZE } from '../database/inChunks';
import type { NewRecordEntry, RecordStore } from './RecordStore';

/** How many of a type a listing names. */
const NAMED = 100;

/** What is deleted, for the listing and for the history. */
export interface Outlived {
  /** What the history files it under. */
  entityRef: string;
  type: NewRecordEntry['type'];
  label: string;
  /** From when on it did not count any more. */
  at: string;
  /** What the history says of it. */
  before: Record<string, unknown>;
}

/** How long one type of record is kept, and what of it has outlived that. */
export interface RetentionRule {
  type: RetentionType;
  /** A cadence; undefined: for good. */
  keptFor: string | undefined;
  /** Rows that do not count any more since before a moment, and that nothing kept refers to; oldest first. */
  outlived(knex: Knex, before: string): Knex.QueryBuilder;
  describe(row: any): Outlived;
  delete(trx: Knex.Transaction, rows: any[]): Promise<void>;
}

interface Options {
  database: Knex;
  records: RecordStore;
  rules: RetentionRule[];
  timeZone: string;
  logger: LoggerService;
  clock: () => Date;
}

/** Deletes what does not count any more and was kept for as long as the policy says. That it was there, and its hash, stays in the history. */
export class RecordRetention {
  readonly #options: Options;

  static create(options: Options): RecordRetention {
    return new RecordRetention(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** What the next run would delete. */
  async list(): Promise<RetentionList> {
    const { database, rules, clock } = this.#options;
    const items: RetentionList['items'] = [];
    for (const rule of rules) {
      const { type, keptFor = null } = rule;
      if (keptFor === null) {
        items.push({ type, keptFor, before: null, total: 0, items: [] });
        continue;
      }
      const before = this.#before(keptFor);
      const query = () => rule.outlived(database, before);
      const [{ total }] = (await database
        .count({ total: '*' })
        .from(query().clearOrder().as('outlived'))) as Array<{
        total: number | string;
      }>;
      const rows = await query().limit(NAMED);
      items.push({
        type,
        keptFor,
        before,
        total: Number(total),
        items: rows.map((row: unknown) => {
          const { entityRef, label, at } = rule.describe(row);
          return { entityRef, label, at };
        }),
      });
    }
    return { asOf: clock().toISOString(), items };
  }

  /** Deletes, a bounded number at a time; returns how many of each type. */
  async run(
    options: { signal?: AbortSignal } = {},
  ): Promise<Partial<Record<RetentionType, number>>> {
    const { rules, logger } = this.#options;
    const deleted: Partial<Record<RetentionType, number>> = {};
    for (const rule of rules) {
      let batch = BATCH_SIZE;
      while (batch === BATCH_SIZE && !options.signal?.aborted) {
        batch = rule.keptFor ? await this.#batch(rule, rule.keptFor) : 0;
        if (batch > 0) deleted[rule.type] = (deleted[rule.type] ?? 0) + batch;
      }
    }
    const told = Object.entries(deleted).map(([type, n]) => `${n} ${type}`);
    if (told.length > 0) {
      logger.info(`Deleted what was kept long enough: ${told.join(', ')}`);
    }
    return deleted;
  }

  async #batch(rule: RetentionRule, keptFor: string): Promise<number> {
    const { database, records, clock } = this.#options;
    const before = this.#before(keptFor);
    return database.transaction(async trx => {
      const rows: unknown[] = await rule
        .outlived(trx, before)
        .limit(BATCH_SIZE);
      if (rows.length === 0) return 0;
      await rule.delete(trx, rows);
      await records.append(
        trx,
        rows.map(row => {
          const gone = rule.describe(row);
          return {
            entityRef: gone.entityRef,
            type: gone.type,
            before: gone.before,
            action: 'retention-ended',
            by: 'system',
            at: clock().toISOString(),
            reason: `It was kept for ${keptFor} after it had ceased to count, as the policy says`,
            after: null,
          };
        }),
      );
      return rows.length;
    });
  }

  #before(keptFor: string): string {
    const { timeZone, clock } = this.#options;
    const cadence = parseCadence(keptFor);
    if (!cadence.ok) throw new RangeError(cadence.message);
    return subtractCadence(clock().toISOString(), cadence.cadence, timeZone);
  }
}
