import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { TextLanguage } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { ReminderPeople } from '../../testing/reminder/ReminderPeople';
import {
  Reminder,
  ReminderReader,
} from '../../testing/reminder/ReminderReader';
import {
  ReminderStore,
  StoredDigest,
} from '../../testing/reminder/ReminderStore';
import { writeReminderDigest } from './writeReminderDigest';

/** One person may be unknown to the notifications; several in a row mean that none gets through. */
const MOST_FAILURES = 3;

interface Options {
  database: Knex;
  notifications: Pick<NotificationService, 'send'>;
  reminderReader: ReminderReader;
  reminderPeople: ReminderPeople;
  reminderStore: ReminderStore;
  /** Nobody can tell here which language a person reads. */
  language: TextLanguage;
  /** Whether all that was there before has been read, so that reminders may begin. */
  isReady: () => Promise<boolean>;
  logger: LoggerService;
  clock: () => Date;
}

/**
 * Reminds people of tests, reviews and findings: one digest a person a day, and of each thing once.
 *
 * A digest is written down with what it says before it is sent, under a key of person and day. Whoever stops in between leaves it to be claimed
 * by the next run, of this replica or another one; sent again under the same scope, it is the same notification and not a second one.
 */
export class ReminderService {
  readonly #options: Options;

  static create(options: Options) {
    return new ReminderService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async run({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    const { reminderReader, reminderStore, isReady, clock } = this.#options;
    const at = clock().toISOString();
    if (!(await reminderStore.hasBegun())) {
      if (await isReady()) await this.#begin(at);
      return;
    }
    const yesterday = reminderReader.dayOf(
      new Date(Date.parse(at) - 86_400_000).toISOString(),
    );
    let failed = 0;
    const send = async (digest: StoredDigest) => {
      failed = (await this.#send(digest)) ? 0 : failed + 1;
    };
    const isOver = () => signal?.aborted || failed >= MOST_FAILURES;
    for (const digest of await reminderStore.claimLeft(at, yesterday)) {
      if (isOver()) return;
      await send(digest);
    }
    const day = reminderReader.dayOf(at);
    for (const [personRef, reminders] of await this.#newOnes(at)) {
      if (isOver()) return;
      const digest = await this.#digest(personRef, { reminders, day });
      const keys = reminders.map(({ key }) => key);
      if (await reminderStore.claimNew({ ...digest, keys }, at)) {
        await send(digest);
      }
    }
  }

  async #begin(at: string): Promise<void> {
    const { reminderPeople, reminderReader, reminderStore } = this.#options;
    const people = await reminderPeople.remindersOf(
      await reminderReader.at(at),
    );
    await reminderStore.begin(
      at,
      [...people].map(([personRef, reminders]) => ({
        personRef,
        keys: reminders.map(({ key }) => key),
      })),
    );
  }

  async #newOnes(at: string): Promise<Map<string, Reminder[]>> {
    const { reminderPeople, reminderReader, reminderStore } = this.#options;
    const people = await reminderPeople.remindersOf(
      await reminderReader.at(at),
    );
    const known = await reminderStore.known([...people.keys()]);
    return new Map(
      [...people].flatMap(([personRef, reminders]) => {
        const unsaid = reminders.filter(
          ({ key }) => !known.get(personRef)?.has(key),
        );
        return unsaid.length === 0 ? [] : [[personRef, unsaid]];
      }),
    );
  }

  async #digest(
    personRef: string,
    { reminders, day }: { reminders: Reminder[]; day: string },
  ): Promise<StoredDigest> {
    const recovered = await this.#options.reminderPeople.recoveredBy(
      [personRef],
      reminders.flatMap(({ entityRefs }) => entityRefs),
    );
    const payload = writeReminderDigest(reminders, {
      day,
      language: this.#options.language,
      recovered: recovered.get(personRef)!,
    });
    return { personRef, day, payload: JSON.stringify(payload) };
  }

  /** False where it could not be sent. */
  async #send(digest: StoredDigest): Promise<boolean> {
    const { notifications, reminderStore, logger, clock } = this.#options;
    const payload: NotificationPayload = JSON.parse(digest.payload);
    try {
      await notifications.send({
        recipients: { type: 'entity', entityRef: digest.personRef },
        payload,
      });
    } catch (error) {
      const message = `Reminders were not sent and are tried again later: ${error}`;
      // where no notifications are installed, nothing is wrong
      if (/status 404/.test(String(error))) logger.debug(message);
      else logger.warn(message);
      await reminderStore.release(digest, clock().toISOString());
      return false;
    }
    await reminderStore.sent(digest, clock().toISOString());
    return true;
  }
}
