import type {
  Reschedule,
  TestAttachment,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import { isPostgres } from '../database/isPostgres';
import { insertRows } from '../database/rowsAsTable';
import { whereInList } from '../database/whereInList';
import type { StoredResult } from './result/StoredResult';
import type { StoredTest } from './StoredTest';
import {
  type EventRow,
  type ResultRow,
  type StepRow,
  type TestRow,
  toEvent,
  toEventRow,
  toResult,
  toResultRow,
  toStep,
  toStepRow,
  toTest,
  toTestRow,
} from './testRows';
import type {
  StoredEvent,
  StoredFile,
  StoredStep,
  TestStore,
} from './TestStore';

interface AttachmentRow {
  id: string;
  kind: string;
  title: string;
  url: string | null;
  file_name: string | null;
  media_type: string | null;
  bytes: number | null;
  sha256: string | null;
  added_at: string;
  added_by: string;
}

const attachmentColumns = [
  'id',
  'kind',
  'title',
  'url',
  'file_name',
  'media_type',
  'bytes',
  'sha256',
  'added_at',
  'added_by',
];

function toAttachment(row: AttachmentRow): TestAttachment {
  const shared = {
    id: row.id,
    title: row.title,
    addedAt: row.added_at,
    addedBy: row.added_by,
  };
  return row.kind === 'link'
    ? { kind: 'link', ...shared, url: row.url! }
    : {
        kind: 'file',
        ...shared,
        fileName: row.file_name!,
        mediaType: row.media_type!,
        bytes: row.bytes!,
        sha256: row.sha256!,
      };
}

/** Tests in the database. */
export class DatabaseTestStore implements TestStore {
  readonly #database: Knex;

  static create(options: { database: Knex }): DatabaseTestStore {
    return new DatabaseTestStore(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async get(testId: string, knex: Knex = this.#database) {
    const row: TestRow | undefined = await knex('tests')
      .where({ id: testId })
      .first();
    return row && toTest(row);
  }

  async getMany(testIds: string[], knex: Knex = this.#database) {
    const rows: TestRow[] = await whereInList(knex('tests'), 'id', testIds);
    return new Map(rows.map(row => [row.id, toTest(row)]));
  }

  async lock(trx: Knex.Transaction, testId: string) {
    const query = trx<TestRow>('tests').where({ id: testId }).first();
    const row = (await (isPostgres(trx) ? query.forUpdate() : query)) as
      | TestRow
      | undefined;
    return row && toTest(row);
  }

  async insert(trx: Knex.Transaction, test: StoredTest): Promise<void> {
    await trx('tests').insert(toTestRow(test));
    await indexContents(trx, test);
  }

  async save(trx: Knex.Transaction, test: StoredTest): Promise<boolean> {
    const { id, ...row } = toTestRow(test);
    const changed = await trx('tests')
      .where({ id, revision: test.revision - 1 })
      .update(row);
    if (changed !== 1) return false;
    for (const table of ['test_entities', 'test_people', 'test_plans']) {
      await trx(table).where({ test_id: id }).delete();
    }
    await indexContents(trx, test);
    return true;
  }

  async resultsOf(testIds: string[], knex: Knex = this.#database) {
    const rows: ResultRow[] = await whereInList(
      knex('test_results'),
      'test_id',
      testIds,
    ).orderBy(['test_id', 'entity_ref']);
    const found = new Map<string, StoredResult[]>(testIds.map(id => [id, []]));
    for (const row of rows) found.get(row.test_id)!.push(toResult(row));
    return found;
  }

  async saveResults(
    trx: Knex.Transaction,
    results: StoredResult[],
  ): Promise<void> {
    for (const chunk of inChunks(results, 100)) {
      await trx('test_results')
        .insert(chunk.map(toResultRow))
        .onConflict(['test_id', 'entity_ref'])
        .merge();
    }
  }

  async stepsOf(testId: string, knex: Knex = this.#database) {
    const rows: StepRow[] = await knex('test_steps')
      .where({ test_id: testId })
      .orderBy('position');
    return rows.map(toStep);
  }

  async addSteps(trx: Knex.Transaction, steps: StoredStep[]): Promise<void> {
    if (steps.length === 0) return;
    const { testId } = steps[0];
    const [{ last }] = await trx('test_steps')
      .where({ test_id: testId })
      .max({ last: 'position' });
    const first = last === null ? 0 : Number(last) + 1;
    const rows = steps.map((step, at) => toStepRow(step, first + at));
    for (const chunk of inChunks(rows, 100)) {
      await trx('test_steps')
        .insert(chunk)
        .onConflict(['test_id', 'client_id'])
        .ignore();
    }
  }

  async saveSteps(trx: Knex.Transaction, steps: StoredStep[]): Promise<void> {
    for (const step of steps) {
      const { test_id, id, position, client_id, ...row } = toStepRow(step, 0);
      await trx('test_steps').where({ test_id, id }).update(row);
    }
  }

  async eventsOf(testId: string, knex: Knex = this.#database) {
    const rows: EventRow[] = await knex('test_events')
      .where({ test_id: testId })
      .orderBy(['at', 'seq']);
    return rows.map(toEvent);
  }

  async addEvents(
    trx: Knex.Transaction,
    events: StoredEvent[],
  ): Promise<number> {
    const given = events.flatMap(({ clientId }) => clientId ?? []);
    const known = new Set<string>(
      given.length === 0
        ? []
        : (
            await trx('test_events')
              .where({ test_id: events[0].testId })
              .whereIn('client_id', given)
              .select('client_id')
          ).map((row: { client_id: string }) => row.client_id),
    );
    const fresh = events.filter(({ clientId }) => {
      if (clientId === null) return true;
      if (known.has(clientId)) return false;
      known.add(clientId);
      return true;
    });
    for (const chunk of inChunks(fresh.map(toEventRow), 100)) {
      await trx('test_events').insert(chunk);
    }
    return fresh.length;
  }

  async attachmentsOf(testId: string, knex: Knex = this.#database) {
    const rows: AttachmentRow[] = await knex('test_attachments')
      .where({ test_id: testId })
      .whereNull('removed_at')
      .orderBy(['added_at', 'id'])
      .select(attachmentColumns);
    return rows.map(toAttachment);
  }

  async addAttachment(
    trx: Knex.Transaction,
    testId: string,
    attachment: TestAttachment,
    content: Buffer | null,
  ): Promise<void> {
    const isFile = attachment.kind === 'file';
    await trx('test_attachments').insert({
      id: attachment.id,
      test_id: testId,
      kind: attachment.kind,
      title: attachment.title,
      url: isFile ? null : attachment.url,
      file_name: isFile ? attachment.fileName : null,
      media_type: isFile ? attachment.mediaType : null,
      bytes: isFile ? attachment.bytes : null,
      sha256: isFile ? attachment.sha256 : null,
      content,
      added_at: attachment.addedAt,
      added_by: attachment.addedBy,
    });
  }

  async file(
    testId: string,
    attachmentId: string,
  ): Promise<StoredFile | undefined> {
    const row = await this.#database('test_attachments')
      .where({ id: attachmentId, test_id: testId, kind: 'file' })
      .whereNull('removed_at')
      .first('file_name', 'media_type', 'content');
    return (
      row && {
        fileName: row.file_name,
        mediaType: row.media_type,
        content: row.content,
      }
    );
  }

  async removeAttachment(
    trx: Knex.Transaction,
    attachmentId: string,
    how: { testId: string; at: string; by: string; reason: string },
  ): Promise<boolean> {
    const removed = await trx('test_attachments')
      .where({ id: attachmentId, test_id: how.testId })
      .whereNull('removed_at')
      .update({
        content: null,
        removed_at: how.at,
        removed_by: how.by,
        removed_reason: how.reason,
      });
    return removed === 1;
  }

  async reschedulesOf(testId: string): Promise<Reschedule[]> {
    const rows = await this.#database('test_reschedules')
      .where({ test_id: testId })
      .orderBy('seq');
    return rows.map(row => ({
      from: { startsAt: row.from_starts_at, endsAt: row.from_ends_at },
      to: { startsAt: row.to_starts_at, endsAt: row.to_ends_at },
      reason: row.reason,
      at: row.at,
      by: row.by,
    }));
  }

  async addReschedule(
    trx: Knex.Transaction,
    testId: string,
    { from, to, reason, at, by }: Reschedule,
  ): Promise<void> {
    await trx('test_reschedules').insert({
      test_id: testId,
      from_starts_at: from.startsAt,
      from_ends_at: from.endsAt,
      to_starts_at: to.startsAt,
      to_ends_at: to.endsAt,
      reason,
      at,
      by,
    });
  }

  async seen(testId: string, subject: string, at: string): Promise<void> {
    await this.#database('test_presence')
      .insert({ test_id: testId, subject, seen_at: at })
      .onConflict(['test_id', 'subject'])
      .merge();
  }

  async presentIn(testId: string, since: string) {
    const rows: Array<{ subject: string; seen_at: string }> =
      await this.#database('test_presence')
        .where({ test_id: testId })
        .where('seen_at', '>=', since)
        .orderBy('subject');
    return rows.map(row => ({ by: row.subject, lastSeenAt: row.seen_at }));
  }

  async isEmpty(): Promise<boolean> {
    return (await this.#database('tests').first('id')) === undefined;
  }
}

/** So that tests are found by their entities, people and plans. */
async function indexContents(
  trx: Knex.Transaction,
  { id, contents, facilitator }: StoredTest,
): Promise<void> {
  await insertRows(trx, {
    table: 'test_entities',
    columns: { test_id: 'text', entity_ref: 'text' },
    rows: [...new Set(contents.entities)].map(ref => ({
      test_id: id,
      entity_ref: ref,
    })),
  });
  const people = new Set(contents.participants);
  if (facilitator !== null) people.add(facilitator);
  await insertRows(trx, {
    table: 'test_people',
    columns: { test_id: 'text', party_ref: 'text' },
    rows: [...people].map(ref => ({ test_id: id, party_ref: ref })),
  });
  await insertRows(trx, {
    table: 'test_plans',
    columns: { test_id: 'text', plan_id: 'text', version: 'integer' },
    rows: contents.plans.map(({ planId, version }) => ({
      test_id: id,
      plan_id: planId,
      version,
    })),
    onConflict: '(test_id, plan_id, version) do nothing',
  });
}
