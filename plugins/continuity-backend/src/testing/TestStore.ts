import type {
  Reschedule,
  TestAttachment,
  TestEvent,
  TestStep,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { StoredResult } from './result/StoredResult';
import type { StoredTest } from './StoredTest';

/** A step of a checklist; `clientId` is given by who added it while the test ran. */
export type StoredStep = TestStep & {
  testId: string;
  clientId: string | null;
};

/** An entry of a log. */
export type StoredEvent = TestEvent & { testId: string };

/** The contents of an attached file. */
export interface StoredFile {
  fileName: string;
  mediaType: string;
  content: Buffer;
}

/** Tests, and what belongs to them. */
export interface TestStore {
  get(testId: string, knex?: Knex): Promise<StoredTest | undefined>;

  getMany(testIds: string[], knex?: Knex): Promise<Map<string, StoredTest>>;

  /** Makes whoever else wants to change the test wait until the transaction ends. */
  lock(trx: Knex.Transaction, testId: string): Promise<StoredTest | undefined>;

  /** Entities, people and plan versions of its contents can be looked up from then on. */
  insert(trx: Knex.Transaction, test: StoredTest): Promise<void>;

  /** Saves the test if its revision is still the one before; false where somebody was faster. */
  save(trx: Knex.Transaction, test: StoredTest): Promise<boolean>;

  /** By test, sorted by entity. */
  resultsOf(
    testIds: string[],
    knex?: Knex,
  ): Promise<Map<string, StoredResult[]>>;

  /** Inserts results, or replaces those of the same test and entity. */
  saveResults(trx: Knex.Transaction, results: StoredResult[]): Promise<void>;

  /** In order. */
  stepsOf(testId: string, knex?: Knex): Promise<StoredStep[]>;

  /** Adds steps at the end; one with a known `clientId` is left out. */
  addSteps(trx: Knex.Transaction, steps: StoredStep[]): Promise<void>;

  saveSteps(trx: Knex.Transaction, steps: StoredStep[]): Promise<void>;

  /** By when they happened. */
  eventsOf(testId: string, knex?: Knex): Promise<StoredEvent[]>;

  /** Adds entries; one with a known `clientId` is left out. Returns how many were new. */
  addEvents(trx: Knex.Transaction, events: StoredEvent[]): Promise<number>;

  /** Without those that were taken away. */
  attachmentsOf(testId: string, knex?: Knex): Promise<TestAttachment[]>;

  addAttachment(
    trx: Knex.Transaction,
    testId: string,
    attachment: TestAttachment,
    content: Buffer | null,
  ): Promise<void>;

  /** The file, unless it was taken away, or is a link. */
  file(testId: string, attachmentId: string): Promise<StoredFile | undefined>;

  /** Takes it away, and its contents; that it was there stays. False where there is none. */
  removeAttachment(
    trx: Knex.Transaction,
    attachmentId: string,
    how: { testId: string; at: string; by: string; reason: string },
  ): Promise<boolean>;

  /** Oldest first. */
  reschedulesOf(testId: string): Promise<Reschedule[]>;

  addReschedule(
    trx: Knex.Transaction,
    testId: string,
    reschedule: Reschedule,
  ): Promise<void>;

  /** Notes that somebody has the run open. */
  seen(testId: string, subject: string, at: string): Promise<void>;

  /** Who had the run open since then. */
  presentIn(
    testId: string,
    since: string,
  ): Promise<Array<{ by: string; lastSeenAt: string }>>;

  isEmpty(): Promise<boolean>;
}
