import {
  judgeResult,
  resultGlance,
  type Assessment,
  type EntityContinuity,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { Access } from '../../permissions/CallerAccess';
import { namesOfTested } from '../../testing/result/namesOfTested';
import {
  completedResults,
  readResultFacts,
} from '../../testing/result/readResultFacts';
import type { TestFindings } from './TestFindings';

/** Results that the tab draws and lists; all are counted. */
const MOST_RESULTS = 100;

/** Reads what an entity's tab shows of tests: how they stand as its assessment found it, their results, and what is still to be done about them. */
export class EntityTestsReader {
  readonly #database: Knex;
  readonly #findings: TestFindings;

  static create(options: { database: Knex; testFindings: TestFindings }) {
    return new EntityTestsReader(options);
  }

  private constructor(options: { database: Knex; testFindings: TestFindings }) {
    this.#database = options.database;
    this.#findings = options.testFindings;
  }

  async of(
    entityRef: string,
    assessment: Pick<Assessment, 'tests'>,
    access: Access,
  ): Promise<Pick<EntityContinuity, 'tests' | 'findings'>> {
    const facts = await readResultFacts(this.#database, [entityRef], {
      newest: MOST_RESULTS,
    });
    const results = facts.get(entityRef) ?? [];
    return {
      tests: {
        // assessments from before there were tests know none
        ...(assessment.tests ?? { last: null, next: null, requirements: [] }),
        history: results
          .reverse()
          .map(result => resultGlance(judgeResult(result))),
        totalResults:
          results.length < MOST_RESULTS
            ? results.length
            : await this.#count(entityRef),
      },
      findings: await this.#findings.ofEntity(entityRef, access),
    };
  }

  async #count(entityRef: string): Promise<number> {
    const names = await namesOfTested(this.#database, [entityRef]);
    const [{ total }] = await completedResults(this.#database)
      .whereIn('r.entity_ref', [...names.keys()])
      .count({ total: '*' });
    return Number(total);
  }
}
