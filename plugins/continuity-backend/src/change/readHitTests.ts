import type { TestUnderChange } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { whereInList } from '../database/whereInList';

/**
 * Tests that are under way, plans that are invoked, and, for a planned window, tests that are planned in it; in the order of their ids. Of these only
 * such with an entity of the set. Missed tests, which nobody holds, are left out.
 */
export async function readHitTests(
  knex: Knex,
  options: {
    window: { start: string; end: string } | undefined;
    now: string;
    includes: (entityRef: string) => boolean;
  },
): Promise<TestUnderChange[]> {
  const { window, now, includes } = options;
  const rows: Array<{
    id: string;
    title: string;
    state: 'planned' | 'in-progress';
    origin: string;
    starts_at: string;
    ends_at: string;
    facilitator: string | null;
    entity_ref: string;
  }> = await knex('tests as t')
    .join('test_entities as e', 'e.test_id', 't.id')
    .where(relevant => {
      relevant.where('t.state', 'in-progress');
      if (!window) return;
      relevant.orWhere(planned =>
        planned
          .where('t.state', 'planned')
          .where('t.ends_at', '>', now)
          // the rule decides where they only touch
          .where('t.starts_at', '<=', window.end)
          .where('t.ends_at', '>=', window.start),
      );
    })
    .orderBy(['t.id', 'e.entity_ref'])
    .select(
      't.id',
      't.title',
      't.state',
      't.origin',
      't.starts_at',
      't.ends_at',
      't.facilitator',
      'e.entity_ref',
    );
  const found = new Map<string, TestUnderChange>();
  for (const row of rows) {
    const test = found.get(row.id) ?? {
      testId: row.id,
      title: row.title,
      state: row.state,
      isInvocation: row.origin === 'invocation',
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      entityRefs: [],
      planIds: [],
      people: row.facilitator === null ? [] : [row.facilitator],
    };
    test.entityRefs.push(row.entity_ref);
    found.set(row.id, test);
  }
  for (const [id, test] of found) {
    if (!test.entityRefs.some(includes)) found.delete(id);
  }
  if (found.size === 0) return [];
  await addPlansAndPeople(knex, found);
  return [...found.values()];
}

async function addPlansAndPeople(
  knex: Knex,
  tests: Map<string, TestUnderChange>,
): Promise<void> {
  const ids = [...tests.keys()];
  const plans: Array<{ test_id: string; plan_id: string }> = await whereInList(
    knex('test_plans')
      .distinct('test_id', 'plan_id')
      .orderBy(['test_id', 'plan_id']),
    'test_id',
    ids,
  );
  for (const row of plans) tests.get(row.test_id)!.planIds.push(row.plan_id);
  const people: Array<{ test_id: string; party_ref: string }> =
    await whereInList(
      knex('test_people').orderBy(['test_id', 'party_ref']).select('*'),
      'test_id',
      ids,
    );
  for (const { test_id: id, party_ref: party } of people) {
    const test = tests.get(id)!;
    if (!test.people.includes(party)) test.people.push(party);
  }
}
