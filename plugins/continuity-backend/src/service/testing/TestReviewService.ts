import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  isMeasuringDepth,
  isPass,
  testOutcomes,
  worseOutcome,
  type TestDetail,
  type testReviewRequestSchema,
} from 'backstage-plugin-continuity-common';
import type { z } from 'zod';
import { TestConflictError } from '../../contract/TestConflictError';
import {
  RequestIssue,
  WrongFieldsError,
} from '../../contract/WrongFieldsError';
import { measureStored } from '../../testing/result/judgeStored';
import { noTargets } from '../../testing/result/readTargetsAt';
import type { StoredResult } from '../../testing/result/StoredResult';
import type { StoredTest } from '../../testing/StoredTest';
import type { TestFindings } from './TestFindings';
import type { TestStore } from '../../testing/TestStore';
import { TestWriter } from '../../testing/TestWriter';
import { assertSeesAll, assertTestMay, TestDesk } from './TestDesk';
import { TestReader } from './TestReader';
import { said } from '../../testing/inHistory';
import { worstOf } from '../../testing/result/worstOf';

interface Options {
  testStore: TestStore;
  testDesk: TestDesk;
  testReader: TestReader;
  testWriter: TestWriter;
  testFindings: TestFindings;
}

type Request = z.output<typeof testReviewRequestSchema>;

/** Lets somebody other than who held a test say whether its results are right. From then on they are read-only. */
export class TestReviewService {
  readonly #options: Options;

  static create(options: Options) {
    return new TestReviewService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async review(
    testId: string,
    request: Request,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<TestDetail> {
    const { testDesk, testFindings, testReader, testStore, testWriter } =
      this.#options;
    const seen = await testDesk.open(testId, 'review', credentials);
    const { caller } = seen;
    const by = caller.access.subject;
    const stored = await testStore.resultsOf([testId]);
    assertTestMay('review', seen.test, { by, results: stored.get(testId) });
    assertSeesAll(seen);
    const wrong = await testFindings.issues(request.findings, {
      access: caller.access,
      path: 'findings',
    });
    if (wrong.length > 0) throw new WrongFieldsError(wrong);
    let isStale = false;
    await testWriter.change(testId, by, async ({ trx, test, at }) => {
      const before = (await testStore.resultsOf([testId], trx)).get(testId)!;
      assertTestMay('review', test, { by, results: before });
      isStale = test.revision !== request.revision;
      if (isStale) return null;
      const after = reviewed(test, before, request);
      const changed = after.filter((result, index) => result !== before[index]);
      // before the test says that it is reviewed: then nothing changes any more
      await testStore.saveResults(trx, changed);
      const dirty = await testFindings.add(trx, {
        drafts: request.findings,
        source: 'review',
        testId,
        by,
        at,
      });
      const reasons = request.results.flatMap(({ entityRef, reason }) =>
        reason ? [[entityRef, reason]] : [],
      );
      return {
        test: {
          ...test,
          outcome: worstOf(after),
          reviewedAt: at,
          reviewedBy: by,
          reviewNote: request.note,
        },
        record: {
          action: 'reviewed',
          ...(request.note && { reason: request.note }),
          before: changed.length === 0 ? null : asSaid(before, changed),
          after: {
            outcome: worstOf(after),
            ...asSaid(after, changed),
            ...(reasons.length > 0 && {
              reasons: Object.fromEntries(reasons),
            }),
          },
        },
        dirty: [...test.contents.entities, ...dirty],
      };
    });
    const detail = await testReader.detail(testId, caller);
    if (isStale) throw new TestConflictError(detail);
    return detail;
  }
}

function asSaid(results: StoredResult[], changed: StoredResult[]) {
  const refs = new Set(changed.map(({ entityRef }) => entityRef));
  return Object.fromEntries(
    results
      .filter(({ entityRef }) => refs.has(entityRef))
      .map(result => [
        result.entityRef,
        { ...said(result), levelMet: result.levelMet },
      ]),
  );
}

/** What a review makes of results; those that it does not change are the same objects. */
function reviewed(
  test: StoredTest,
  results: StoredResult[],
  request: Request,
): StoredResult[] {
  const issues: RequestIssue[] = [];
  const answers = new Map(
    request.results.map((answer, index) => [
      answer.entityRef,
      { ...answer, index },
    ]),
  );
  const known = new Set(results.map(({ entityRef }) => entityRef));
  for (const { entityRef, index } of answers.values()) {
    if (known.has(entityRef)) continue;
    issues.push({
      path: `results.${index}.entityRef`,
      message: `${entityRef} is not part of this test.`,
    });
  }
  const after = results.map((result): StoredResult => {
    const answer = answers.get(result.entityRef);
    const { outcome: recorded } = result;
    const asksForLevel = needsAnswer(test, result);
    if (asksForLevel && answer?.levelMet === undefined) {
      issues.push({
        path: answer ? `results.${answer.index}.levelMet` : 'results',
        message: `Say of ${result.entityRef} whether its minimum service was reached: "${result.targets?.mbcoText}".`,
      });
      return result;
    }
    if (!answer) return result;
    const { outcome = recorded, levelMet = null, index } = answer;
    if (answer.levelMet !== undefined && !hasLevelInWords(test, result)) {
      issues.push({
        path: `results.${index}.levelMet`,
        message:
          'There is nothing to say about its minimum service: it is not set, or measured as a percentage. Leave it out.',
      });
      return result;
    }
    if (
      outcome !== null &&
      recorded !== null &&
      testOutcomes.indexOf(outcome) < testOutcomes.indexOf(recorded)
    ) {
      issues.push({
        path: `results.${index}.outcome`,
        message: `It was recorded as "${recorded}". A review can only make it worse; who held the test corrects it before.`,
      });
      return result;
    }
    const answered = { ...result, outcome, levelMet };
    const targets = result.targets ?? noTargets;
    const measure = measureStored(test, answered, targets);
    const counted =
      outcome === null ? null : worseOutcome(outcome, measure.best);
    if (counted === recorded && levelMet === result.levelMet) return result;
    return {
      ...answered,
      outcome: counted,
      measure,
      revision: result.revision + 1,
    };
  });
  if (issues.length > 0) throw new WrongFieldsError(issues);
  return after;
}

/** A minimum service without percentage is judged by the reviewer (DOMAIN.md §5). */
function hasLevelInWords({ contents }: StoredTest, result: StoredResult) {
  const { mbcoText, mbcoPercent } = result.targets ?? noTargets;
  return (
    isMeasuringDepth(contents.depth) &&
    mbcoText !== null &&
    mbcoPercent === null
  );
}

function needsAnswer(test: StoredTest, result: StoredResult): boolean {
  return (
    hasLevelInWords(test, result) &&
    result.outcome !== null &&
    isPass(result.outcome)
  );
}
