import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { MirrorStore } from '../catalog/MirrorStore';
import { checklistOf } from './checklistOf';
import type { StoredTest } from './StoredTest';
import { readTestedPlans, testedStepsOf, keyOf } from './TestedPlans';
import type { TestStore } from './TestStore';

interface Options {
  database: Knex;
  mirror: MirrorStore;
  testStore: TestStore;
}

/** Begins tests: what is tested is fixed, and the recovery steps of the plans become the checklist. */
export class TestStarter {
  readonly #options: Options;

  static create(options: Options) {
    return new TestStarter(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** The test in progress, and what has to be written beside it. */
  async begun(
    test: StoredTest,
    options: { at: string; by: string; recordedAt?: string },
  ): Promise<{
    test: StoredTest;
    write: (trx: Knex.Transaction) => Promise<void>;
  }> {
    const { database, mirror, testStore } = this.#options;
    const { at, by, recordedAt = at } = options;
    const { entities: refs, plans } = test.contents;
    const found = await readTestedPlans(database, plans);
    const versions = plans.flatMap(plan => found.get(keyOf(plan)) ?? []);
    const mirrored = await mirror.get(refs);
    const entities = refs.map(entityRef => ({
      entityRef,
      systemRef: mirrored.get(entityRef)?.systemRef ?? null,
    }));
    return {
      test: {
        ...test,
        state: 'in-progress',
        startedAt: at,
        startedBy: by,
        testedSteps: testedStepsOf(versions, entities),
      },
      write: async trx => {
        await testStore.addSteps(
          trx,
          checklistOf(test.id, { versions, entities }),
        );
        await testStore.addEvents(trx, [
          {
            testId: test.id,
            id: randomUUID(),
            clientId: null,
            kind: 'test',
            at,
            recordedAt,
            by,
            text: 'The test began',
            entityRefs: [],
            time: null,
            stepId: null,
          },
        ]);
      },
    };
  }
}
