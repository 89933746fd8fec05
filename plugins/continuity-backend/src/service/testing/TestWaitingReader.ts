import type { TestWaiting } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { whereInList } from '../../database/whereInList';
import { TestAccess, TestCaller } from '../../permissions/TestAccess';

interface Row {
  id: string;
  state: string;
  facilitator: string | null;
}

/** Finds what waits for a person: tests to hold, results to record, results to review. */
export class TestWaitingReader {
  readonly #database: Knex;
  readonly #access: TestAccess;
  readonly #clock: () => Date;

  static create(options: {
    database: Knex;
    testAccess: TestAccess;
    clock: () => Date;
  }) {
    return new TestWaitingReader(options);
  }

  private constructor(options: {
    database: Knex;
    testAccess: TestAccess;
    clock: () => Date;
  }) {
    this.#database = options.database;
    this.#access = options.testAccess;
    this.#clock = options.clock;
  }

  /** By test; nothing for services. A planned test waits from its first moment on, also once it is missed. */
  async of(caller: TestCaller): Promise<Map<string, TestWaiting>> {
    const found = new Map<string, TestWaiting>();
    if (!caller.access.isUser) return found;
    const { subject } = caller.access;
    const now = this.#clock().toISOString();
    const own: Row[] = await this.#database('tests')
      .where('facilitator', subject)
      .whereIn('state', ['planned', 'in-progress'])
      .select('id', 'state', 'starts_at')
      .then(rows =>
        rows.filter(row => row.state !== 'planned' || row.starts_at <= now),
      );
    for (const { id, state } of own) {
      found.set(id, state === 'planned' ? 'hold' : 'record');
    }
    for (const id of await this.#toReview(caller)) found.set(id, 'review');
    return found;
  }

  async #toReview(caller: TestCaller): Promise<string[]> {
    const { subject } = caller.access;
    const rows: Row[] = await this.#database('tests')
      .where('state', 'completed')
      .whereNull('reviewed_at')
      .select('id', 'state', 'facilitator');
    const others = rows.filter(row => row.facilitator !== subject);
    if (others.length === 0) return [];
    const allowed = await this.#access.allowedAmong(
      caller,
      'review',
      others.map(row => row.id),
    );
    const recorded: Array<{ test_id: string; recorders: string }> =
      await whereInList(
        this.#database('test_results').select('test_id', 'recorders'),
        'test_id',
        allowed,
      );
    for (const { test_id, recorders } of recorded) {
      const isOwn = (JSON.parse(recorders) as string[]).includes(subject);
      if (isOwn) allowed.delete(test_id);
    }
    return [...allowed];
  }
}
