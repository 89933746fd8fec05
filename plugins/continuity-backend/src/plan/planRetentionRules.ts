import type { Knex } from 'knex';
import type { RetentionRule } from '../record/RecordRetention';
import { planRecordRef } from './PlanWriter';

/** Analyses that never counted: declined, or thrown away. */
const NEVER_COUNTED = ['rejected', 'discarded'];
/** Those that counted once, or do. */
const COUNTED = ['agreed', 'superseded'];

/**
 * An analysis began to count for nothing when the next one that counted took its place, at the latest, or when it was put away. What a kept version of a plan
 * says that it rests on stays.
 */
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
                .where('a.state', 'superseded')
                // what was only drafted or declined in between replaced nothing
                .whereExists(
                  laterOnes(knex, before).whereIn('n.state', COUNTED),
                ),
            )
            .orWhere(declined =>
              declined
                .whereIn('a.state', NEVER_COUNTED)
                .whereExists(laterOnes(knex, before)),
            ),
        )
        .whereNotExists(restingVersions(knex))
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

/** The analyses of the same sort after one, that counted before a moment: from the day on which a second person agreed, where one had to. */
function laterOnes(knex: Knex, before: string): Knex.QueryBuilder {
  return knex('analyses as n')
    .select('n.id')
    .whereRaw('n.entity_ref = a.entity_ref and n.sort = a.sort')
    .whereRaw('n.seq > a.seq')
    .whereRaw('coalesce(n.confirmed_at, n.recorded_at) < ?', [before]);
}

/**
 * Versions of plans for the entity, for a part of it, or for the system that it is part of, that name an analysis as what they rest on, by its day or id; their
 * contents are canonical JSON.
 */
function restingVersions(knex: Knex): Knex.QueryBuilder {
  return knex('plan_scope as s')
    .join('plan_versions as v', join =>
      join.on('v.plan_id', 's.plan_id').andOn('v.version', 's.version'),
    )
    .select('v.version')
    .whereRaw(
      `s.entity_ref in (
        select a.entity_ref
        union all select m.entity_ref from mirror_entities m where m.system_ref = a.entity_ref
        union all select m.system_ref from mirror_entities m where m.entity_ref = a.entity_ref
      )`,
    )
    .where(named =>
      named
        .whereRaw(
          `v.contents like '%"' || a.sort || '":{"date":"' || a.assessed_on || '"%'`,
        )
        .orWhereRaw(`v.contents like '%"reference":"' || a.id || '"%'`),
    );
}

/** A superseded version goes, unless a test that is kept was of it, or a plan change request says that it was settled by it. */
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
        .whereNotExists(
          knex('plan_change_requests as q')
            .join('plan_change_request_changes as x', 'x.request_id', 'q.id')
            .select('q.id')
            .whereRaw('q.plan_id = v.plan_id')
            .whereRaw(
              '(q.done_by_version = v.version or x.settled_by_version = v.version)',
            ),
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
