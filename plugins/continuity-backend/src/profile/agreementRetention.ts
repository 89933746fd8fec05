import type { RetentionRule } from '../record/RecordRetention';

/** An agreement began to count for nothing when it was put away, or when the next one was recorded after it was replaced or declined. */
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
                .whereIn('a.state', ['superseded', 'rejected'])
                .whereExists(
                  knex('agreements as n')
                    .select('n.id')
                    .whereRaw('n.entity_ref = a.entity_ref and n.seq > a.seq')
                    .where('n.recorded_at', '<', before),
                ),
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
