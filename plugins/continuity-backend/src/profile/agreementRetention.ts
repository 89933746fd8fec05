import type { Knex } from 'knex';
import type { RetentionRule } from '../record/RecordRetention';

/**
 * An agreement began to count for nothing when it was put away, or, where it was replaced, when the next one that counted took its place at the latest: from the day
 * on which a second person agreed, where one had to.
 */
export function agreementRetention(keptFor: string | undefined): RetentionRule {
  return {
    type: 'agreements',
    keptFor,
    outlived: (knex, before) =>
      knex('agreements as a')
        .where(past =>
          past
            .where('a.archived_at', '<', before)
            .orWhere(replaced =>
              replaced
                .where('a.state', 'superseded')
                .whereExists(
                  laterOnes(knex, before).whereIn('n.state', [
                    'in-force',
                    'superseded',
                  ]),
                ),
            )
            .orWhere(declined =>
              declined
                .where('a.state', 'rejected')
                .whereExists(laterOnes(knex, before)),
            ),
        )
        .orderBy('a.seq')
        .select(
          'a.id',
          'a.entity_ref',
          'a.reference',
          'a.with_whom',
          'a.agreed_on',
          'a.recorded_by',
          'a.recorded_at',
        ),
    describe: row => ({
      entityRef: row.entity_ref,
      type: 'agreement',
      label: `Agreement with ${row.with_whom} on ${row.reference}`,
      at: row.recorded_at,
      before: {
        id: row.id,
        agreedOn: row.agreed_on,
        recordedBy: row.recorded_by,
      },
    }),
    delete: async (trx, rows) => {
      await trx('agreements')
        .whereIn(
          'id',
          rows.map(row => row.id),
        )
        .delete();
    },
  };
}

function laterOnes(knex: Knex, before: string): Knex.QueryBuilder {
  return knex('agreements as n')
    .select('n.id')
    .whereRaw('n.entity_ref = a.entity_ref and n.seq > a.seq')
    .whereRaw('coalesce(n.confirmed_at, n.recorded_at) < ?', [before]);
}
