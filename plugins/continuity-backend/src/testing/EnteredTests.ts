import type { TestOutcome } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { whereInList } from '../database/whereInList';

/** The result of one entity in a test that was completed. */
export interface EnteredResult {
  testId: string;
  title: string;
  depth: string;
  heldAt: string;
  entityRef: string;
  outcome: TestOutcome | null;
}

/** Results of completed tests of these entities, in one query. */
export async function readEnteredResults(
  knex: Knex,
  entityRefs: string[],
): Promise<EnteredResult[]> {
  const rows: Array<{
    id: string;
    title: string;
    depth: string;
    held_at: string;
    entity_ref: string;
    outcome: TestOutcome | null;
  }> = await whereInList(
    knex('test_results as r')
      .join('tests as t', 't.id', 'r.test_id')
      .where('t.state', 'completed')
      .select(
        't.id',
        't.title',
        't.depth',
        't.held_at',
        'r.entity_ref',
        'r.outcome',
      ),
    'r.entity_ref',
    entityRefs,
  );
  return rows.map(row => ({
    testId: row.id,
    title: row.title,
    depth: row.depth,
    heldAt: row.held_at,
    entityRef: row.entity_ref,
    outcome: row.outcome,
  }));
}
