import type { Knex } from 'knex';
import {
  RequestIssue,
  WrongFieldsError,
} from '../../../contract/WrongFieldsError';
import { Access } from '../../../permissions/CallerAccess';
import type { FindingStore } from '../../../testing/finding/FindingStore';
import { FindingWriter } from '../../../testing/finding/FindingWriter';
import type { TestFindings } from '../TestFindings';
import { FindingChecks } from './FindingChecks';
import { FindingSummaries } from './FindingSummaries';

interface Options {
  findingStore: FindingStore;
  findingWriter: FindingWriter;
  findingChecks: FindingChecks;
  findingSummaries: FindingSummaries;
}

/** Findings as the calls about tests, and the tab of an entity, need them. */
export class FindingsOfTests implements TestFindings {
  readonly #options: Options;

  static create(options: Options) {
    return new FindingsOfTests(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async issues(
    drafts: Parameters<TestFindings['issues']>[0],
    options: { access: Access; path: string },
  ): Promise<RequestIssue[]> {
    try {
      await this.#options.findingChecks.drafts(drafts, options);
      return [];
    } catch (error) {
      if (error instanceof WrongFieldsError) return error.issues;
      throw error;
    }
  }

  async add(
    trx: Knex.Transaction,
    findings: Parameters<TestFindings['add']>[1],
  ): Promise<string[]> {
    const { drafts, source, testId, by, at } = findings;
    const { dirty } = await this.#options.findingWriter.add(trx, drafts, {
      source: { kind: source, testId },
      by,
      at,
    });
    return dirty;
  }

  async ofTest(testId: string, access: Access) {
    const { findingStore, findingSummaries } = this.#options;
    return findingSummaries.forReader(
      await findingStore.ofTests([testId]),
      access,
    );
  }

  async ofEntity(entityRef: string, access: Access) {
    const { findingStore, findingSummaries } = this.#options;
    return findingSummaries.forReader(
      await findingStore.livingOf(entityRef),
      access,
    );
  }

  async countLiving(testIds: string[]) {
    return this.#options.findingStore.countLiving(testIds);
  }
}
