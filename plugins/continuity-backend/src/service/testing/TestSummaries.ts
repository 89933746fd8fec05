import {
  testOutcomes,
  type TestOutcome,
  type TestParty,
  type TestSummary,
  type TestWaiting,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { readTitles } from '../../catalog/readTitles';
import { whereInList } from '../../database/whereInList';
import type { TestCaller } from '../../permissions/TestAccess';
import type { StoredTest } from '../../testing/StoredTest';
import type { TestFindings } from './TestFindings';
import { TestSight } from './TestSight';

const MOST_EXAMPLES = 5;

interface Options {
  database: Knex;
  testFindings: TestFindings;
  testSight: TestSight;
  clock: () => Date;
}

/** Describes tests for lists, in a fixed number of queries. */
export class TestSummaries {
  readonly #options: Options;

  static create(options: Options) {
    return new TestSummaries(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** In the order of the tests. Entities that the caller may not see are counted; people that they may not see are replaced by the caller. */
  async of(
    tests: StoredTest[],
    options: { caller: TestCaller; waiting: Map<string, TestWaiting> },
  ): Promise<TestSummary[]> {
    const { database, testFindings, testSight, clock } = this.#options;
    const ids = tests.map(({ id }) => id);
    const outcomes = await this.#outcomes(ids);
    const findings = await testFindings.countLiving(ids);
    const refs = tests.flatMap(({ contents, facilitator }) => [
      ...contents.entities,
      ...(facilitator ? [facilitator] : []),
    ]);
    const hidden = await testSight.hiddenAmong(refs, options.caller);
    const seenOf = new Map(
      tests.map(({ id, contents }) => [
        id,
        contents.entities.filter(ref => !hidden.has(ref)),
      ]),
    );
    const titles = await readTitles(database, [
      ...[...seenOf.values()].flatMap(list => list.slice(0, MOST_EXAMPLES)),
      ...tests.flatMap(({ facilitator }) => facilitator ?? []),
    ]);
    const titleOf = (ref: string) =>
      hidden.has(ref) ? null : titles.get(ref) ?? null;
    const now = clock().toISOString();

    return tests.map((test): TestSummary => {
      const { contents, facilitator } = test;
      const seen = seenOf.get(test.id)!;
      const party: TestParty | null = facilitator
        ? { ref: facilitator, title: titleOf(facilitator) }
        : null;
      return {
        id: test.id,
        title: contents.title,
        depth: contents.depth,
        origin: test.origin,
        state: test.state,
        missed: test.state === 'planned' && test.endsAt <= now,
        environment: contents.environment,
        partial: contents.partial,
        restoresFromBackup: contents.restoresFromBackup,
        startsAt: test.startsAt,
        endsAt: test.endsAt,
        allDay: contents.schedule.allDay,
        timeZone: contents.schedule.timeZone,
        heldAt: test.heldAt,
        enteredAfterwards: test.enteredAfterwards,
        facilitator: party,
        entities: {
          count: contents.entities.length,
          redacted: contents.entities.length - seen.length,
          examples: seen.slice(0, MOST_EXAMPLES).map(entityRef => ({
            entityRef,
            title: titleOf(entityRef),
          })),
        },
        outcome: test.outcome,
        outcomes: outcomes.get(test.id) ?? noOutcomes(),
        reviewed: test.reviewedAt !== null,
        reviewDueAt: test.reviewedAt === null ? test.reviewDueAt : null,
        openFindings: findings.get(test.id) ?? 0,
        waitingForMe: options.waiting.get(test.id) ?? null,
        updatedAt: test.updatedAt,
        revision: test.revision,
      };
    });
  }

  async #outcomes(
    ids: string[],
  ): Promise<Map<string, Record<TestOutcome, number>>> {
    const rows: Array<{
      test_id: string;
      outcome: TestOutcome;
      total: number | string;
    }> = await whereInList(
      this.#options
        .database('test_results')
        .whereNotNull('outcome')
        .groupBy('test_id', 'outcome')
        .select('test_id', 'outcome')
        .count({ total: '*' }),
      'test_id',
      ids,
    );
    const found = new Map<string, Record<TestOutcome, number>>();
    for (const { test_id, outcome, total } of rows) {
      const counts = found.get(test_id) ?? noOutcomes();
      counts[outcome] = Number(total);
      found.set(test_id, counts);
    }
    return found;
  }
}

function noOutcomes(): Record<TestOutcome, number> {
  return Object.fromEntries(
    testOutcomes.map(outcome => [outcome, 0]),
  ) as Record<TestOutcome, number>;
}
