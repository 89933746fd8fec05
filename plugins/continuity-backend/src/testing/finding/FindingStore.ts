import type {
  FindingDetail,
  FindingSeverity,
  FindingState,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';

/** A finding. Moments are ISO, UTC. */
export interface StoredFinding {
  id: string;
  title: string;
  severity: FindingSeverity;
  state: FindingState;
  ownerRef: string;
  /** The last day on which it is in time. */
  dueOn: string;
  /** Markdown. */
  description: string;
  cause: string;
  ticket: { url: string; title: string } | null;
  source: 'test' | 'review' | 'manual';
  testId: string | null;
  /** Sorted; at least one. */
  entities: string[];
  resolution: FindingDetail['resolution'];
  verification: FindingDetail['verification'];
  acceptance: FindingDetail['acceptance'];
  closedAt: string | null;
  revision: number;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
}

/** Findings, and what they are about. */
export interface FindingStore {
  get(findingId: string, knex?: Knex): Promise<StoredFinding | undefined>;

  /** Makes whoever else wants to change the finding wait until the transaction ends. */
  lock(
    trx: Knex.Transaction,
    findingId: string,
  ): Promise<StoredFinding | undefined>;

  insert(trx: Knex.Transaction, findings: StoredFinding[]): Promise<void>;

  /** Saves the finding if its revision is still the one before; false where somebody was faster. */
  save(trx: Knex.Transaction, finding: StoredFinding): Promise<boolean>;

  /** Those that came out of tests, oldest first. */
  ofTests(testIds: string[], knex?: Knex): Promise<StoredFinding[]>;

  /** How many of each test are open, in progress or resolved; none: left out. */
  countLiving(testIds: string[], knex?: Knex): Promise<Map<string, number>>;

  /** Those of an entity that are open, in progress or resolved, those due first first. */
  livingOf(entityRef: string, knex?: Knex): Promise<StoredFinding[]>;
}
