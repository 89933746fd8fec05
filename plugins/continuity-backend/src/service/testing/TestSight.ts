import { collectEntityRefs } from '../../permissions/entityRefsIn';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import type { TestCaller } from '../../permissions/TestAccess';
import type { StoredTest } from '../../testing/StoredTest';
import { testNotFound } from '../../testing/testNotFound';
import type { TestStore } from '../../testing/TestStore';

/** A test that the caller may see, with those of its entities that they may not. */
export interface SeenTest {
  test: StoredTest;
  hidden: Set<string>;
}

/** Decides which tests somebody may see, and what of them must not be named. */
export class TestSight {
  readonly #store: TestStore;
  readonly #hiddenEntities: HiddenEntities;

  static create(options: {
    testStore: TestStore;
    hiddenEntities: HiddenEntities;
  }) {
    return new TestSight(options);
  }

  private constructor(options: {
    testStore: TestStore;
    hiddenEntities: HiddenEntities;
  }) {
    this.#store = options.testStore;
    this.#hiddenEntities = options.hiddenEntities;
  }

  /** @throws NotFoundError also where all of its entities are hidden from the caller. */
  async open(testId: string, caller: TestCaller): Promise<SeenTest> {
    const test = await this.#store.get(testId);
    if (!test) throw testNotFound();
    const hidden = await this.hiddenAmong(test.contents.entities, caller);
    if (test.contents.entities.every(ref => hidden.has(ref))) {
      throw testNotFound();
    }
    return { test, hidden };
  }

  /** What of an answer must be hidden from the caller. */
  async hiddenIn(answer: unknown, caller: TestCaller): Promise<Set<string>> {
    return this.hiddenAmong(collectEntityRefs(answer), caller);
  }

  /** The refs among the given ones that the caller may not see. */
  async hiddenAmong(
    refs: Iterable<string>,
    caller: TestCaller,
  ): Promise<Set<string>> {
    return this.#hiddenEntities.among(refs, caller.access.read);
  }
}
