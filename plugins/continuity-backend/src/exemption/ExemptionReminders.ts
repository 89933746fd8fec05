import {
  exemptionPolicy,
  requirementsOverlap,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { DateTime, Duration } from 'luxon';
import { whereInList } from '../database/whereInList';
import type { Reminder } from '../testing/reminder/ReminderReader';
import { type ExemptionRow, toExemption } from './exemptionRows';
import type { StoredExemption } from './ExemptionStore';

interface Options {
  database: Knex;
  policy: ContinuityPolicy;
}

/** Finds the exemptions that people are to be reminded of, in a fixed number of queries. */
export class ExemptionReminders {
  readonly #options: Options;

  static create(options: Options) {
    return new ExemptionReminders(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async at(now: string): Promise<Reminder[]> {
    const living = await this.#living(now);
    const ending = this.#ending(living, now);
    const asked = living.filter(({ state }) => state === 'asked');
    const about = await this.#entities(
      [...ending, ...asked].map(({ entityRef }) => entityRef),
    );
    const { continuityManager } = this.#options.policy;
    const reminder = (
      { id, entityRef, requirement, endsAt }: StoredExemption,
      said: Pick<Reminder, 'cause' | 'parties' | 'exceptFor'> & { at: string },
    ): Reminder => ({
      key: `${said.cause}:${id}:${endsAt}`,
      cause: said.cause,
      id,
      title: `${entityRef}: ${requirement}`,
      on: this.#lastDay(said.at),
      entityRefs: [entityRef],
      parties: said.parties,
      exceptFor: said.exceptFor,
      names: { [entityRef]: about.get(entityRef)?.title ?? entityRef },
    });
    return [
      ...ending.map(each =>
        reminder(each, {
          cause: 'exemption-ending',
          at: each.endsAt,
          parties: [
            each.requestedBy,
            ...(about.get(each.entityRef)?.owners ?? []),
          ],
          exceptFor: [],
        }),
      ),
      ...(continuityManager
        ? asked.map(each =>
            reminder(each, {
              cause: 'exemption-asked',
              at: each.endsAt,
              parties: [continuityManager],
              exceptFor: [each.requestedBy],
            }),
          )
        : []),
    ];
  }

  /** Approved ones whose end is near, and that nothing goes on from. */
  #ending(living: StoredExemption[], now: string): StoredExemption[] {
    const { policy } = this.#options;
    const lead = Duration.fromISO(exemptionPolicy(policy).remindBefore);
    const ahead = new Date(
      DateTime.fromISO(now, { zone: policy.timeZone }).plus(lead).toMillis(),
    ).toISOString();
    const approved = living.filter(({ state }) => state === 'approved');
    return approved.filter(
      each =>
        each.endsAt <= ahead &&
        !approved.some(
          other =>
            other.entityRef === each.entityRef &&
            other.startsAt <= each.endsAt &&
            other.endsAt > each.endsAt &&
            requirementsOverlap(other.requirement, each.requirement),
        ),
    );
  }

  /** What ends with a day ends on that day. */
  #lastDay(endsAt: string): string {
    const { timeZone: zone } = this.#options.policy;
    return DateTime.fromMillis(Date.parse(endsAt) - 1, { zone }).toISODate()!;
  }

  async #living(now: string): Promise<StoredExemption[]> {
    const rows: ExemptionRow[] = await this.#options
      .database('exemptions')
      .whereIn('state', ['asked', 'approved'])
      .where('ends_at', '>', now)
      .whereNull('archived_at')
      .orderBy(['ends_at', 'id']);
    return rows.map(toExemption);
  }

  async #entities(refs: string[]) {
    const rows: Array<{
      entity_ref: string;
      title: string;
      recovery_owner: string | null;
    }> = await whereInList(
      this.#options
        .database('assessments')
        .whereNull('valid_to')
        .select('entity_ref', 'title', 'recovery_owner'),
      'entity_ref',
      new Set(refs),
    );
    return new Map(
      rows.map(row => [
        row.entity_ref,
        {
          title: row.title,
          owners: row.recovery_owner ? [row.recovery_owner] : [],
        },
      ]),
    );
  }
}
