import {
  testingPolicy,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import { Duration, DateTime } from 'luxon';
import type { Knex } from 'knex';
import { whereInList } from '../../database/whereInList';

/** Why somebody is reminded. */
export const reminderCauses = [
  'test-missed',
  'finding-overdue',
  'review-due',
  'exemption-asked',
  'exemption-ending',
  'finding-due',
  'test-coming',
] as const;

export type ReminderCause = (typeof reminderCauses)[number];

/** One thing that somebody is reminded of. */
export interface Reminder {
  /** Names cause, thing and moment: what moves is a reminder of its own. */
  key: string;
  cause: ReminderCause;
  /** Of the test, the finding, or the exemption. */
  id: string;
  title: string;
  /** A day. */
  on: string;
  entityRefs: string[];
  /** Users and groups that it concerns, and users that it does not. */
  parties: string[];
  exceptFor: string[];
  /** What the entities in the title are called. */
  names?: Record<string, string>;
}

/** What was missed long ago has been seen. */
const MISSED_FOR_DAYS = 30;

interface Options {
  database: Knex;
  policy: ContinuityPolicy;
  /** What rooms after this one remind of. */
  others?: Array<{ at(now: string): Promise<Reminder[]> }>;
}

/** Finds what people are to be reminded of, in a fixed number of queries. */
export class ReminderReader {
  readonly #options: Options;

  static create(options: Options) {
    return new ReminderReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async at(now: string): Promise<Reminder[]> {
    const { others = [] } = this.#options;
    const told = await Promise.all(others.map(other => other.at(now)));
    return [
      ...(await this.#comingTests(now)),
      ...(await this.#missedTests(now)),
      ...(await this.#reviews(now)),
      ...(await this.#findings(now)),
      ...told.flat(),
    ];
  }

  /** The day in the policy's zone. */
  dayOf(moment: string): string {
    const { timeZone: zone } = this.#options.policy;
    return DateTime.fromISO(moment, { zone }).toISODate()!;
  }

  async #comingTests(now: string): Promise<Reminder[]> {
    const rows = await this.#tests(query =>
      query
        .where('t.state', 'planned')
        .where('t.starts_at', '>', now)
        .where('t.starts_at', '<=', this.#ahead(now, 'test')),
    );
    return rows.map(row => ({
      key: `test-coming:${row.id}:${row.starts_at}`,
      cause: 'test-coming',
      id: row.id,
      title: row.title,
      on: this.dayOf(row.starts_at),
      entityRefs: row.contents.entities,
      parties: [
        ...(row.facilitator ? [row.facilitator] : []),
        ...row.contents.participants,
      ],
      exceptFor: [],
    }));
  }

  async #missedTests(now: string): Promise<Reminder[]> {
    const since = DateTime.fromISO(now, { zone: 'utc' }).minus({
      days: MISSED_FOR_DAYS,
    });
    const rows = await this.#tests(query =>
      query
        .where('t.state', 'planned')
        .where('t.ends_at', '<=', now)
        .where('t.ends_at', '>', since.toISO()!),
    );
    return rows.map(row => ({
      key: `test-missed:${row.id}:${row.ends_at}`,
      cause: 'test-missed',
      id: row.id,
      title: row.title,
      on: this.dayOf(row.ends_at),
      entityRefs: row.contents.entities,
      parties: row.facilitator ? [row.facilitator] : [],
      exceptFor: [],
    }));
  }

  /** Whoever recovers what was tested, but for who held the test or recorded its results. */
  async #reviews(now: string): Promise<Reminder[]> {
    const rows = await this.#tests(query =>
      query
        .where('t.state', 'completed')
        .whereNull('t.reviewed_at')
        .where('t.review_due_at', '<=', this.#ahead(now, 'review')),
    );
    const ids = rows.map(row => row.id);
    const owners = await this.#ownersOf(
      rows.flatMap(row => row.contents.entities),
    );
    const recorded: Array<{ test_id: string; recorders: string }> =
      await whereInList(
        this.#options.database('test_results').select('test_id', 'recorders'),
        'test_id',
        ids,
      );
    return rows.map(row => ({
      key: `review-due:${row.id}`,
      cause: 'review-due',
      id: row.id,
      title: row.title,
      on: this.dayOf(row.review_due_at!),
      entityRefs: row.contents.entities,
      parties: row.contents.entities.flatMap(ref => owners.get(ref) ?? []),
      exceptFor: [
        ...(row.facilitator ? [row.facilitator] : []),
        ...recorded
          .filter(each => each.test_id === row.id)
          .flatMap(each => JSON.parse(each.recorders) as string[]),
      ],
    }));
  }

  async #findings(now: string): Promise<Reminder[]> {
    const { database } = this.#options;
    const today = this.dayOf(now);
    const rows: Array<{
      id: string;
      title: string;
      due_on: string;
      owner_ref: string;
    }> = await database('findings')
      .whereIn('state', ['open', 'in-progress'])
      .where('due_on', '<=', this.dayOf(this.#ahead(now, 'finding')))
      .orderBy(['due_on', 'id'])
      .select('id', 'title', 'due_on', 'owner_ref');
    const named: Array<{ finding_id: string; entity_ref: string }> =
      await whereInList(
        database('finding_entities').select('finding_id', 'entity_ref'),
        'finding_id',
        rows.map(row => row.id),
      );
    return rows.map((row): Reminder => {
      const cause = row.due_on < today ? 'finding-overdue' : 'finding-due';
      return {
        key: `${cause}:${row.id}:${row.due_on}`,
        cause,
        id: row.id,
        title: row.title,
        on: row.due_on,
        entityRefs: named
          .filter(each => each.finding_id === row.id)
          .map(each => each.entity_ref),
        parties: [row.owner_ref],
        exceptFor: [],
      };
    });
  }

  async #tests(narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder) {
    const rows: Array<{
      id: string;
      title: string;
      starts_at: string;
      ends_at: string;
      review_due_at: string | null;
      facilitator: string | null;
      contents: string;
    }> = await narrow(this.#options.database('tests as t'))
      .orderBy(['t.starts_at', 't.id'])
      .select(
        't.id',
        't.title',
        't.starts_at',
        't.ends_at',
        't.review_due_at',
        't.facilitator',
        't.contents',
      );
    return rows.map(row => ({
      ...row,
      contents: JSON.parse(row.contents) as {
        entities: string[];
        participants: string[];
      },
    }));
  }

  async #ownersOf(refs: string[]): Promise<Map<string, string[]>> {
    const rows: Array<{ entity_ref: string; recovery_owner: string | null }> =
      await whereInList(
        this.#options
          .database('assessments')
          .whereNull('valid_to')
          .select('entity_ref', 'recovery_owner'),
        'entity_ref',
        new Set(refs),
      );
    return new Map(
      rows.map(row => [
        row.entity_ref,
        row.recovery_owner ? [row.recovery_owner] : [],
      ]),
    );
  }

  #ahead(now: string, of: 'test' | 'review' | 'finding'): string {
    const { policy } = this.#options;
    const lead = Duration.fromISO(testingPolicy(policy).reminders[of]);
    return new Date(
      DateTime.fromISO(now, { zone: policy.timeZone }).plus(lead).toMillis(),
    ).toISOString();
  }
}
