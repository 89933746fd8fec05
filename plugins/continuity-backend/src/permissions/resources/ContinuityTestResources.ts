import type { Knex } from 'knex';
import { whereInList } from '../../database/whereInList';
import { ContinuityEntityResources } from './ContinuityEntityResources';
import type { ContinuityTestResource } from './continuityTestResourceRef';

/** Answers permission rules about tests, for one or many in a fixed number of queries. */
export class ContinuityTestResources {
  readonly #database: Knex;
  readonly #entities: ContinuityEntityResources;

  static create(options: {
    database: Knex;
    entities: ContinuityEntityResources;
  }) {
    return new ContinuityTestResources(options);
  }

  private constructor(options: {
    database: Knex;
    entities: ContinuityEntityResources;
  }) {
    this.#database = options.database;
    this.#entities = options.entities;
  }

  /** One resource for each id, undefined for what is no test. */
  async load(
    testIds: string[],
  ): Promise<Array<ContinuityTestResource | undefined>> {
    const tests: Array<{ id: string; facilitator: string | null }> =
      await whereInList(
        this.#database('tests').select('id', 'facilitator'),
        'id',
        testIds,
      );
    const scopes: Array<{ test_id: string; entity_ref: string }> =
      await whereInList(
        this.#database('test_entities').select('test_id', 'entity_ref'),
        'test_id',
        testIds,
      );
    const entities = new Map<string, string[]>();
    for (const { test_id, entity_ref } of scopes) {
      const list = entities.get(test_id);
      if (list) list.push(entity_ref);
      else entities.set(test_id, [entity_ref]);
    }
    const found = await this.of(
      tests.map(({ id, facilitator }) => ({
        testId: id,
        facilitator,
        entities: entities.get(id) ?? [],
      })),
    );
    const byId = new Map(found.map(resource => [resource.testId, resource]));
    return testIds.map(testId => byId.get(testId));
  }

  /** Also for tests that are not stored yet. */
  async of(
    tests: Array<
      Pick<ContinuityTestResource, 'testId' | 'facilitator'> & {
        entities: string[];
      }
    >,
  ): Promise<ContinuityTestResource[]> {
    const refs = [...new Set(tests.flatMap(({ entities }) => entities))];
    const loaded = await this.#entities.load(refs);
    const entityOf = new Map(refs.map((ref, at) => [ref, loaded[at]]));
    const expandClaims = await this.#entities.claimExpander();
    return tests.map(({ testId, facilitator, entities }) => ({
      testId,
      facilitator,
      entityOwners: entities.map(ref => entityOf.get(ref)?.owners ?? []),
      recoveryParties: entities.map(
        ref => entityOf.get(ref)?.recoveryParties ?? [],
      ),
      expandClaims,
    }));
  }
}
