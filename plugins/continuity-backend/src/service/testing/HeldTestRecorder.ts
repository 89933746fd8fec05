import {
  testingPolicy,
  type ContinuityPolicy,
  type TestResultPatch,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { RequestIssue } from '../../contract/WrongFieldsError';
import {
  applyResultPatch,
  blankResult,
} from '../../testing/result/applyResultPatch';
import {
  honest,
  measureStored,
  resultProblems,
} from '../../testing/result/judgeStored';
import { noTargets, readTargetsAt } from '../../testing/result/readTargetsAt';
import type { StoredResult } from '../../testing/result/StoredResult';
import type { StoredTest } from '../../testing/StoredTest';
import type { TestStore } from '../../testing/TestStore';
import { cadenceAfter } from '../../testing/cadenceAfter';
import { worstOf } from '../../testing/result/worstOf';
import { readDeficiencyFindings } from '../../testing/finding/readDeficiencyFindings';
import { TestStarter } from '../../testing/TestStarter';
import type { TestFindings } from './TestFindings';

/** What came out for one entity. */
export interface HeldItem {
  entityRef: string;
  patch: TestResultPatch;
  /** For what is attested as lengths, without moments. */
  attested?: { rtaSeconds: number | null; rpaSeconds: number | null };
}

/** A test that is over, and what has to be written beside it. */
export interface HeldTest {
  test: StoredTest;
  results: StoredResult[];
  /** By the index of their item. */
  issues: Array<RequestIssue & { index: number }>;
  write: (trx: Knex.Transaction) => Promise<void>;
}

interface Options {
  database: Knex;
  policy: ContinuityPolicy;
  testStore: TestStore;
  testStarter: TestStarter;
  testFindings: TestFindings;
}

/** Completes tests of which all is known at once: what machines report, and suppliers attest. */
export class HeldTestRecorder {
  readonly #options: Options;

  static create(options: Options) {
    return new HeldTestRecorder(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Outcomes are never better than the numbers allow; nothing is written yet. */
  async completed(
    test: StoredTest,
    held: {
      items: HeldItem[];
      startedAt: string;
      endedAt: string;
      precision: 'instant' | 'day';
      by: string;
      at: string;
    },
  ): Promise<HeldTest> {
    const { database, policy, testFindings, testStarter, testStore } =
      this.#options;
    const { items, by, at } = held;
    const begun =
      test.state === 'planned'
        ? await testStarter.begun(test, {
            at: held.startedAt,
            by,
            recordedAt: at,
          })
        : { test, write: async () => {} };
    const heldAt = begun.test.startedAt!;
    const known = (await testStore.resultsOf([test.id])).get(test.id) ?? [];
    const targets = await readTargetsAt(
      database,
      items.map(({ entityRef }) => entityRef),
      heldAt,
    );
    const issues: HeldTest['issues'] = [];
    const results = items.map(({ entityRef, patch, attested }, index) => {
      const before =
        known.find(result => result.entityRef === entityRef) ??
        blankResult(begun.test, entityRef, { by, at });
      const own = targets.get(entityRef) ?? noTargets;
      const patched = applyResultPatch(before, patch);
      const said = attested
        ? { ...patched, measure: attestedMeasure(attested) }
        : patched;
      issues.push(
        ...resultProblems(begun.test, said, {
          targets: own,
          now: at,
          outcomeSaid: false,
        }).map(({ field, message }) => ({ index, path: field, message })),
      );
      const result = honest(begun.test, said, own);
      return {
        ...result,
        targets: own,
        measure: measureStored(begun.test, result, own),
        recordedAt: at,
        recordedBy: by,
        recorders: [...new Set([...before.recorders, by])],
        revision: before.revision + 1,
      };
    });
    return {
      test: {
        ...begun.test,
        state: 'completed',
        heldAt,
        heldPrecision: begun.test.heldPrecision ?? held.precision,
        endedAt: held.endedAt,
        completedAt: at,
        completedBy: by,
        outcome: worstOf(results),
        reviewDueAt: cadenceAfter(
          heldAt,
          testingPolicy(policy).reviewWithin,
          policy.timeZone,
        ),
      },
      results,
      issues,
      write: async trx => {
        await begun.write(trx);
        await testStore.saveResults(trx, results);
        const drafts = await readDeficiencyFindings(trx, results, {
          drafts: [],
          policy,
          facilitator: test.facilitator,
          now: at,
        });
        await testFindings.add(trx, {
          drafts,
          source: 'test',
          testId: test.id,
          by,
          at,
        });
      },
    };
  }
}

/** Only the lengths count: what they mean is judged against targets. */
function attestedMeasure(
  attested: NonNullable<HeldItem['attested']>,
): NonNullable<StoredResult['measure']> {
  return {
    ...attested,
    ownSeconds: null,
    rto: 'not-assessed',
    rpo: 'not-assessed',
    level: 'not-assessed',
    best: 'inconclusive',
    reasons: [],
  };
}
