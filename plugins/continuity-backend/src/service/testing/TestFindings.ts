import type {
  FindingDraft,
  FindingSummary,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { RequestIssue } from '../../contract/WrongFieldsError';
import type { Access } from '../../permissions/CallerAccess';

/** What tests and the tab of an entity need of findings. Refs that the caller may not see are still in the answers: who asks hides them. */
export interface TestFindings {
  /** What is wrong with drafts that come with a result or a review; `path` is where they stand in what was sent. */
  issues(
    drafts: FindingDraft[],
    options: { access: Access; path: string },
  ): Promise<RequestIssue[]>;

  /** Writes findings down, with their history, in the transaction of the result or the review. Returns the entities that they are about. */
  add(
    trx: Knex.Transaction,
    findings: {
      drafts: FindingDraft[];
      source: 'test' | 'review';
      testId: string;
      by: string;
      at: string;
    },
  ): Promise<string[]>;

  /** All of a test, oldest first. */
  ofTest(testId: string, access: Access): Promise<FindingSummary[]>;

  /** Those of an entity that are open, in progress or resolved, those due first first. */
  ofEntity(entityRef: string, access: Access): Promise<FindingSummary[]>;

  /** How many of each test are open, in progress or resolved. */
  countLiving(testIds: string[]): Promise<Map<string, number>>;
}
