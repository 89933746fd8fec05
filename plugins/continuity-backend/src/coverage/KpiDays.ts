import {
  endOfDayInZone,
  type Assessment,
  type CoverageSnapshot,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { BATCH_SIZE } from '../database/inChunks';

/** The gaps of a required test that was not held when it fell due. */
const notHeld = [
  'test-never',
  'test-overdue',
  'test-long-overdue',
  'test-too-shallow',
  'test-inconclusive',
];

/** How everything stood at the end of a day. */
export interface KpiDay {
  at: string;
  snapshot: CoverageSnapshot;
  missedTests: number;
}

interface Options {
  database: Knex;
  timeZone: string;
  clock: () => Date;
}

/** Counts how everything stood day by day, from the history of assessments: no day is lost because nothing ran on it. */
export class KpiDays {
  readonly #options: Options;

  static create(options: Options): KpiDays {
    return new KpiDays(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Works out the days that are over and missing, oldest first; returns how many. A day is written down once, so none is before all that happened on it is assessed.
   */
  async fill(options: { signal?: AbortSignal } = {}): Promise<number> {
    const { database, clock, timeZone } = this.#options;
    const since = await this.historySince();
    if (since === null) return 0;
    const known = new Set<string>(await database('kpi_days').pluck('day'));
    const now = clock().toISOString();
    const today = dayOf(now, timeZone);
    const unsettledSince = await this.#unsettledSince(now);
    let filled = 0;
    for (
      let day = dayOf(since, timeZone);
      day < today && !options.signal?.aborted;
      day = nextDay(day)
    ) {
      if (known.has(day)) continue;
      if (unsettledSince < endOfDayInZone(day, timeZone)) break;
      const { at, snapshot, missedTests } = await this.countDay(day);
      await database('kpi_days')
        .insert({
          at,
          day,
          snapshot: JSON.stringify(snapshot),
          missed_tests: missedTests,
        })
        .onConflict('at')
        .ignore();
      filled += 1;
    }
    return filled;
  }

  /** The first moment of which anything is known. */
  async historySince(): Promise<string | null> {
    const row = await this.#options
      .database('assessments')
      .min({ since: 'valid_from' })
      .first();
    return (row?.since as string | undefined) ?? null;
  }

  /** The days of the history that end in a time, oldest first, both ends included. What is not written down yet is counted. */
  async between(from: string, to: string): Promise<KpiDay[]> {
    const { database, timeZone } = this.#options;
    const since = await this.historySince();
    if (since === null) return [];
    const rows = await database('kpi_days').whereBetween('at', [from, to]);
    const known = new Map(rows.map(row => [row.day as string, row]));
    const days: KpiDay[] = [];
    for (
      let day = dayOf(since > from ? since : justBefore(from), timeZone);
      endOfDayInZone(day, timeZone) <= to;
      day = nextDay(day)
    ) {
      if (endOfDayInZone(day, timeZone) < from) continue;
      const row = known.get(day);
      days.push(
        row
          ? {
              at: row.at,
              snapshot: JSON.parse(row.snapshot),
              missedTests: row.missed_tests,
            }
          : await this.countDay(day, to),
      );
    }
    return days;
  }

  /** A day as it was at its end, or at a moment before. */
  async countDay(
    day: string,
    until: string = this.#options.clock().toISOString(),
  ): Promise<KpiDay> {
    const { timeZone } = this.#options;
    const end = endOfDayInZone(day, timeZone);
    const at = end < until ? end : until;
    const begin = endOfDayInZone(previousDay(day), timeZone);
    return {
      at,
      snapshot: await this.#snapshot(at),
      missedTests: await this.#missedTests(begin, at),
    };
  }

  async #snapshot(at: string): Promise<CoverageSnapshot> {
    const snapshot: CoverageSnapshot = { tiers: {}, gaps: {} };
    const rows = await this.#standing(at)
      .groupBy('tier', 'status', 'gap_codes')
      .select('tier', 'status', 'gap_codes')
      .count({ entities: '*' });
    for (const row of rows) {
      const entities = Number(row.entities);
      const counts = (snapshot.tiers[row.tier ?? 'none'] ??= {});
      const status = row.status as keyof typeof counts;
      counts[status] = (counts[status] ?? 0) + entities;
      for (const code of String(row.gap_codes).split('|').filter(Boolean)) {
        snapshot.gaps[code] = (snapshot.gaps[code] ?? 0) + entities;
      }
    }
    return snapshot;
  }

  async #missedTests(from: string, to: string): Promise<number> {
    let missed = 0;
    let after = 0;
    for (;;) {
      const rows: Array<{ id: number | string; detail: string }> =
        await this.#standing(to)
          .where(some =>
            notHeld.forEach(code =>
              some.orWhere('gap_codes', 'like', `%|${code}|%`),
            ),
          )
          .where('id', '>', after)
          .orderBy('id')
          .limit(BATCH_SIZE)
          .select('id', 'detail');
      for (const { detail } of rows) {
        const { tests } = JSON.parse(detail) as Assessment;
        missed += (tests?.requirements ?? []).filter(
          ({ late, due }) => late && due !== null && due >= from && due < to,
        ).length;
      }
      if (rows.length < BATCH_SIZE) return missed;
      after = Number(rows[rows.length - 1].id);
    }
  }

  /** The first moment from which on something is not assessed yet, by a change or by time alone. */
  async #unsettledSince(now: string): Promise<string> {
    const { database } = this.#options;
    const changed = await database('dirty_refs')
      .min({ since: 'changed_at' })
      .first();
    const due = await database('assessments')
      .whereNull('valid_to')
      .where('next_change_at', '<=', now)
      .min({ since: 'next_change_at' })
      .first();
    return [now, changed?.since, due?.since]
      .filter((since): since is string => typeof since === 'string')
      .sort()[0];
  }

  /** What stood at the last moment before `at`: what falls due with the end of a day belongs to the next one. */
  #standing(at: string): Knex.QueryBuilder {
    return this.#options
      .database('assessments')
      .where('valid_from', '<', at)
      .where(open => open.whereNull('valid_to').orWhere('valid_to', '>=', at))
      .where('in_scope', true);
  }
}

function justBefore(moment: string): string {
  return new Date(Date.parse(moment) - 1).toISOString();
}

function dayOf(instant: string, zone: string): string {
  return DateTime.fromISO(instant, { zone }).toISODate()!;
}

function nextDay(day: string): string {
  return shifted(day, 1);
}

function previousDay(day: string): string {
  return shifted(day, -1);
}

function shifted(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toISODate()!;
}
