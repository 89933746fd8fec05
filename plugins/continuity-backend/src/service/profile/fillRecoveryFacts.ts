import type {
  Assessment,
  ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { BATCH_SIZE } from '../../database/inChunks';
import type { RecoveryFactsStore } from '../../dependency/RecoveryFactsStore';
import { recoveryFactsOf } from './recoveryFactsOf';

/** Once, after an upgrade: makes the facts of recovery from assessments that were stored before there were such facts. */
export async function fillRecoveryFacts(options: {
  database: Knex;
  facts: RecoveryFactsStore;
  policy: ContinuityPolicy;
  at: string;
}): Promise<void> {
  const { database, facts, policy, at } = options;
  const state = await database('graph_state').where({ id: 1 }).first();
  if (state.facts_filled) return;
  let after = '';
  for (;;) {
    const rows: Array<{ entity_ref: string; detail: string }> = await database(
      'assessments',
    )
      .whereNull('valid_to')
      .where('entity_ref', '>', after)
      .orderBy('entity_ref')
      .limit(BATCH_SIZE)
      .select('entity_ref', 'detail');
    if (rows.length === 0) break;
    await database.transaction(trx =>
      facts.apply(
        trx,
        rows.map(row => ({
          entityRef: row.entity_ref,
          facts: recoveryFactsOf(
            row.entity_ref,
            JSON.parse(row.detail) as Assessment,
            policy,
          ),
        })),
        at,
      ),
    );
    after = rows[rows.length - 1].entity_ref;
  }
  await database('graph_state').where({ id: 1 }).update({ facts_filled: true });
}
