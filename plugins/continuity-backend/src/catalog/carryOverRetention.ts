import type { RetentionRule } from '../record/RecordRetention';

/** A probable rename goes after somebody has decided about it; the decision stays in the history. */
export function carryOverRetention(keptFor: string | undefined): RetentionRule {
  return {
    type: 'carryOvers',
    keptFor,
    outlived: (knex, before) =>
      knex('carry_overs')
        .whereNot('state', 'open')
        .where('decided_at', '<', before)
        .orderBy(['decided_at', 'id'])
        .select(
          'id',
          'from_ref',
          'to_ref',
          'state',
          'decided_at',
          'decided_by',
        ),
    describe: row => ({
      entityRef: row.to_ref,
      type: 'carry-over',
      label: `From ${row.from_ref}`,
      at: row.decided_at,
      before: {
        id: row.id,
        fromRef: row.from_ref,
        state: row.state,
        decidedBy: row.decided_by,
      },
    }),
    delete: async (trx, rows) => {
      await trx('carry_overs')
        .whereIn(
          'id',
          rows.map(row => row.id),
        )
        .delete();
    },
  };
}
