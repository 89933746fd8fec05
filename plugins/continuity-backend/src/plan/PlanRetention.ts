import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  parseCadence,
  subtractCadence,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { BATCH_SIZE } from '../database/inChunks';
import type { NewRecordEntry, RecordStore } from '../record/RecordStore';
import { planRecordRef } from './PlanWriter';

/** Analyses that count for nothing: replaced, declined, or thrown away. */
const PAST_STATES = ['superseded', 'rejected', 'discarded'];

interface Options {
  database: Knex;
  records: RecordStore;
  policy: ContinuityPolicy;
  logger: LoggerService;
  clock: () => Date;
}

/** Deletes what does not count any more and was kept for as long as the policy says. That it was there, and its hash, stays in the history. */
export class PlanRetention {
  readonly #options: Options;

  static create(options: Options): PlanRetention {
    return new PlanRetention(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async run(): Promise<{ analyses: number; versions: number }> {
    const { policy, logger } = this.#options;
    const { analyses, planVersions } = policy.retention ?? {};
    const deleted = {
      analyses: analyses ? await this.#analyses(analyses) : 0,
      versions: planVersions ? await this.#versions(planVersions) : 0,
    };
    if (deleted.analyses + deleted.versions > 0) {
      logger.info(
        `Deleted ${deleted.analyses} analyses and ${deleted.versions} versions of plans, whose retention is over`,
      );
    }
    return deleted;
  }

  /** An analysis began to count for nothing when the next one of its kind was recorded, or when it was put away. */
  async #analyses(kept: string): Promise<number> {
    const { database } = this.#options;
    const before = this.#before(kept);
    return database.transaction(async trx => {
      const rows: Array<{
        id: string;
        entity_ref: string;
        sort: string;
        assessed_on: string;
        recorded_by: string;
      }> = await trx('analyses as a')
        .where(past =>
          past
            .where('a.archived_at', '<', before)
            .orWhere(replaced =>
              replaced
                .whereIn('a.state', PAST_STATES)
                .whereExists(
                  trx('analyses as n')
                    .select('n.id')
                    .whereRaw('n.entity_ref = a.entity_ref and n.sort = a.sort')
                    .whereRaw('n.seq > a.seq')
                    .where('n.recorded_at', '<', before),
                ),
            ),
        )
        .orderBy('a.seq')
        .limit(BATCH_SIZE)
        .select(
          'a.id',
          'a.entity_ref',
          'a.sort',
          'a.assessed_on',
          'a.recorded_by',
        );
      await trx('analyses')
        .whereIn(
          'id',
          rows.map(row => row.id),
        )
        .delete();
      await this.#note(
        trx,
        rows.map(row => ({
          entityRef: row.entity_ref,
          type: row.sort === 'bia' ? 'bia' : 'risk-assessment',
          before: {
            id: row.id,
            assessedOn: row.assessed_on,
            recordedBy: row.recorded_by,
          },
        })),
        kept,
      );
      return rows.length;
    });
  }

  async #versions(kept: string): Promise<number> {
    const { database } = this.#options;
    const before = this.#before(kept);
    return database.transaction(async trx => {
      const rows: Array<{
        plan_id: string;
        version: number;
        sha256: string;
        approved_at: string;
        approved_by: string;
        superseded_at: string;
      }> = await trx('plan_versions')
        .where('state', 'superseded')
        .where('superseded_at', '<', before)
        .orderBy(['plan_id', 'version'])
        .limit(BATCH_SIZE)
        .select(
          'plan_id',
          'version',
          'sha256',
          'approved_at',
          'approved_by',
          'superseded_at',
        );
      for (const { plan_id, version } of rows) {
        for (const table of [
          'plan_versions',
          'plan_scope',
          'plan_confirmations',
          'plan_acknowledgements',
        ]) {
          await trx(table).where({ plan_id, version }).delete();
        }
      }
      await this.#note(
        trx,
        rows.map(row => ({
          entityRef: planRecordRef(row.plan_id),
          type: 'plan',
          before: {
            version: row.version,
            sha256: row.sha256,
            approvedAt: row.approved_at,
            approvedBy: row.approved_by,
            supersededAt: row.superseded_at,
          },
        })),
        kept,
      );
      return rows.length;
    });
  }

  async #note(
    trx: Knex.Transaction,
    entries: Array<Pick<NewRecordEntry, 'entityRef' | 'type' | 'before'>>,
    kept: string,
  ): Promise<void> {
    const { records, clock } = this.#options;
    await records.append(
      trx,
      entries.map(entry => ({
        ...entry,
        action: 'retention-ended',
        by: 'system',
        at: clock().toISOString(),
        reason: `It was kept for ${kept} after it had ceased to count, as the policy says`,
        after: null,
      })),
    );
  }

  #before(kept: string): string {
    const { policy, clock } = this.#options;
    const cadence = parseCadence(kept);
    if (!cadence.ok) throw new RangeError(cadence.message);
    return subtractCadence(
      clock().toISOString(),
      cadence.cadence,
      policy.timeZone,
    );
  }
}
