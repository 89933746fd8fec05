import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  decideTestTransition,
  type TestTransition,
} from 'backstage-plugin-continuity-common';
import {
  TestAccess,
  TestCaller,
  TestRight,
} from '../../permissions/TestAccess';
import type { StoredResult } from '../../testing/result/StoredResult';
import type { StoredTest } from '../../testing/StoredTest';
import { SeenTest, TestSight } from './TestSight';

interface Options {
  testAccess: TestAccess;
  testSight: TestSight;
}

/** Hands out tests to who may do something with them. */
export class TestDesk {
  readonly #options: Options;

  static create(options: Options) {
    return new TestDesk(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** The test, for somebody who has the right and may see it. */
  async open(
    testId: string,
    right: TestRight,
    credentials: BackstageCredentials,
  ): Promise<SeenTest & { caller: TestCaller }> {
    const { testAccess, testSight } = this.#options;
    const caller = await testAccess.of(credentials);
    testAccess.assertNotDenied(caller, right);
    const seen = await testSight.open(testId, caller);
    await testAccess.assertAllowed(caller, right, testId);
    return { ...seen, caller };
  }
}

/** What somebody can't see they would lose by saving, and can't judge. */
export function assertSeesAll({ hidden }: Pick<SeenTest, 'hidden'>): void {
  if (hidden.size === 0) return;
  throw new NotAllowedError(
    `This test is about ${hidden.size} ${
      hidden.size === 1 ? 'entity' : 'entities'
    } that you may not see in the catalog. Only who sees all of it can change or review it.`,
  );
}

/** The state that a step leads to; refused where the state machine has none, or the person may not. */
export function assertTestMay(
  transition: TestTransition,
  test: StoredTest,
  options: { by: string; results?: StoredResult[] },
): StoredTest['state'] {
  const { by, results = [] } = options;
  const decision = decideTestTransition(
    transition,
    transitionSubject(test, results),
    { by },
  );
  if (decision.ok) return decision.to;
  throw decision.why === 'conflict'
    ? new ConflictError(decision.message)
    : new NotAllowedError(decision.message);
}

/** A test, as far as what may be done depends on it. */
export function transitionSubject(test: StoredTest, results: StoredResult[]) {
  return {
    state: test.state,
    facilitator: test.facilitator,
    recordedBy: [...new Set(results.flatMap(({ recorders }) => recorders))],
    reviewed: test.reviewedAt !== null,
  };
}
