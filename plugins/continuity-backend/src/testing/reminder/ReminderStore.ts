import type { Knex } from 'knex';
import { inChunks } from '../../database/inChunks';
import { insertRows } from '../../database/rowsAsTable';
import { whereInList } from '../../database/whereInList';

/** What is sent to a person on a day. */
export interface StoredDigest {
  personRef: string;
  day: string;
  /** As JSON. */
  payload: string;
}

/** Nobody else sends a digest while somebody may be at it. */
const CLAIM_MS = 10 * 60_000;
const MOST_ATTEMPTS = 20;

/** Remembers who was reminded of what. What is to be sent is written down before it is sent, under keys that nobody else can write, too. */
export class ReminderStore {
  readonly #database: Knex;

  static create(options: { database: Knex }) {
    return new ReminderStore(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async hasBegun(): Promise<boolean> {
    return (await this.#database('reminders_begun').first()) !== undefined;
  }

  /** What is due now was so before there were reminders: nobody is told. */
  async begin(
    at: string,
    known: Array<{ personRef: string; keys: string[] }>,
  ): Promise<void> {
    await this.#database.transaction(async trx => {
      const begun = await trx('reminders_begun')
        .insert({ id: 1, at })
        .onConflict('id')
        .ignore()
        .returning('id');
      if (begun.length === 0) return;
      for (const { personRef, keys } of known) {
        await remember(trx, { personRef, keys, day: null, at });
      }
    });
  }

  /** The keys among the given ones that a person has been reminded of, by person. */
  async known(personRefs: string[]): Promise<Map<string, Set<string>>> {
    const rows: Array<{ person_ref: string; reminder: string }> =
      await whereInList(
        this.#database('reminders_sent').select('person_ref', 'reminder'),
        'person_ref',
        personRefs,
      );
    const found = new Map<string, Set<string>>();
    for (const { person_ref, reminder } of rows) {
      const keys = found.get(person_ref) ?? new Set();
      found.set(person_ref, keys.add(reminder));
    }
    return found;
  }

  /** Writes a digest down and claims it; false where the person has had one on that day. */
  async claimNew(
    digest: StoredDigest & { keys: string[] },
    at: string,
  ): Promise<boolean> {
    const { personRef, day, payload, keys } = digest;
    return this.#database.transaction(async trx => {
      const inserted = await trx('reminder_digests')
        .insert({
          person_ref: personRef,
          day,
          payload,
          made_at: at,
          claimed_until: claimEnd(at),
          attempts: 1,
        })
        .onConflict(['person_ref', 'day'])
        .ignore()
        .returning('day');
      if (inserted.length === 0) return false;
      await remember(trx, { personRef, keys, day, at });
      return true;
    });
  }

  /** Claims what was written down and not sent, because somebody stopped in the middle. */
  async claimLeft(at: string, since: string): Promise<StoredDigest[]> {
    const open = () =>
      this.#database('reminder_digests')
        .whereNull('sent_at')
        .where('claimed_until', '<=', at)
        .where('attempts', '<', MOST_ATTEMPTS)
        .where('day', '>=', since);
    const rows: Array<{ person_ref: string; day: string; payload: string }> =
      await open().orderBy(['day', 'person_ref']);
    const claimed: StoredDigest[] = [];
    for (const { person_ref, day, payload } of rows) {
      const changed = await open()
        .where({ person_ref, day })
        .update({
          claimed_until: claimEnd(at),
          attempts: this.#database.raw('attempts + 1'),
        });
      if (changed === 1) claimed.push({ personRef: person_ref, day, payload });
    }
    return claimed;
  }

  async sent({ personRef, day }: StoredDigest, at: string): Promise<void> {
    await this.#database('reminder_digests')
      .where({ person_ref: personRef, day })
      .update({ sent_at: at });
  }

  /** It could not be sent: the next run may try again. */
  async release({ personRef, day }: StoredDigest, at: string): Promise<void> {
    await this.#database('reminder_digests')
      .where({ person_ref: personRef, day })
      .whereNull('sent_at')
      .update({ claimed_until: at });
  }
}

function claimEnd(at: string): string {
  return new Date(Date.parse(at) + CLAIM_MS).toISOString();
}

async function remember(
  trx: Knex.Transaction,
  said: { personRef: string; keys: string[]; day: string | null; at: string },
): Promise<void> {
  const { personRef, keys, day, at } = said;
  for (const chunk of inChunks(keys)) {
    await insertRows(trx, {
      table: 'reminders_sent',
      columns: {
        person_ref: 'text',
        reminder: 'text',
        day: 'text',
        at: 'text',
      },
      rows: chunk.map(reminder => ({
        person_ref: personRef,
        reminder,
        day,
        at,
      })),
      onConflict: '(person_ref, reminder) do nothing',
    });
  }
}
