import type { RetentionRule } from '../record/RecordRetention';
import { planRecordRef } from './PlanWriter';

/** Analyses that count for nothing: replaced, declined, or thrown away. */
const PAST_STATES = ['superseded', 'rejected', 'discarded'];

/** An analysis began to count for nothing when the next one of its kind was recorded, or when it was put away. */
export function analysisRetention(keptFor: string | undefined): RetentionRule {
  return {
    type: 'analyses',
    keptFor,
    outlived: (knex, before) =>
      knex('analyses as a')
        .where(past =>
          past
            .where('a.archived_at', '<', before)
            .orWhere(replaced =>
              replaced
                .whereIn('a.state', PAST_STATES)
                .whereExists(
                  knex('analyses as n')
                    .select('n.id')
                    .whereRaw('n.entity_ref = a.entity_ref and n.sort = a.sort')
                    .whereRaw('n.seq > a.seq')
                    .where('n.recorded_at', '<', before),
                ),
            ),
        )
        .orderBy('a.seq')
        .select(
          'a.id',
          'a.entity_ref',
          'a.sort',
          'a.assessed_on',
          'a.recorded_by',
          'a.recorded_at',
        ),
    describe: row => ({
      entityRef: row.entity_ref,
      type: row.sort === 'bia' ? 'bia' : 'risk-assessment',
      label:
        row.sort === 'bia' ? 'Business impact analysis' : 'Risk assessment',
      at: row.recorded_at,
      before: {
        id: row.id,
        assessedOn: row.assessed_on,
        recordedBy: row.recorded_by,
      },
    }),
    delete: async (trx, rows) => {
      await trx('analyses')
        .whereIn(
          'id',
          rows.map(row => row.id),
        )
        .delete();
    },
  };
}

/** A superseded version goes, unless a test that is kept was of it. */
export function planVersionRetention(
  keptFor: string | undefined,
): RetentionRule {
  return {
    type: 'planVersions',
    keptFor,
    outlived: (knex, before) =>
      knex('plan_versions as v')
        .where('v.state', 'superseded')
        .where('v.superseded_at', '<', before)
        .whereNotExists(
          knex('test_plans as t')
            .select('t.test_id')
            .whereRaw('t.plan_id = v.plan_id and t.version = v.version'),
        )
        .orderBy(['v.plan_id', 'v.version'])
        .select(
          'v.plan_id',
          'v.version',
          'v.title',
          'v.sha256',
          'v.approved_at',
          'v.approved_by',
          'v.superseded_at',
        ),
    describe: row => ({
      entityRef: planRecordRef(row.plan_id),
      type: 'plan',
      label: `${row.title}, version ${row.version}`,
      at: row.superseded_at,
      before: {
        version: row.version,
        sha256: row.sha256,
        approvedAt: row.approved_at,
        approvedBy: row.approved_by,
        supersededAt: row.superseded_at,
      },
    }),
    delete: async (trx, rows) => {
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
    },
  };
}
