import {
  durationSeconds,
  endOfDayInZone,
  type CoverageSnapshot,
  type KpiChange,
  type KpiDuty,
  type KpiExemption,
  type KpiFacts,
  type KpiFinding,
  type KpiPeriod,
  type KpiResult,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { whereInList } from '../database/whereInList';
import { findingRecordRef } from '../testing/finding/FindingWriter';
import { completedResults } from '../testing/result/readResultFacts';
import { type ResultRow, toResult } from '../testing/testRows';
import { KpiDays, type KpiDay } from './KpiDays';

interface Options {
  database: Knex;
  kpiDays: KpiDays;
  timeZone: string;
}

/** Reads what figures of a time are computed from. */
export class KpiFactsReader {
  readonly #options: Options;

  static create(options: Options): KpiFactsReader {
    return new KpiFactsReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * @param period - from the beginning of the earliest period that is asked about to the end of the latest
   * @param lastDay - the last day of it, which may not be over yet
   */
  async read(period: KpiPeriod, lastDay: string): Promise<KpiFacts> {
    const { kpiDays } = this.#options;
    const since = await kpiDays.historySince();
    await kpiDays.fill();
    const days = await kpiDays.between(period.from, period.to);
    if (days[days.length - 1]?.at !== period.to && since !== null) {
      days.push(await kpiDays.countDay(lastDay, period.to));
    }
    return {
      snapshotAt: moment => snapshotAt(days, { moment, since }),
      missedTests: days.map(({ at, missedTests }) => ({
        at,
        count: missedTests,
      })),
      results: await this.#results(period),
      findings: await this.#findings(period),
      changes: await this.#changes(period),
      changeRequests: await this.#changeRequests(period),
      exemptions: await this.#exemptions(period),
    };
  }

  async #results(period: KpiPeriod): Promise<KpiResult[]> {
    const rows: Array<ResultRow & { held_at: string }> = await completedResults(
      this.#options.database,
    )
      .where('t.held_at', '>=', period.from)
      .where('t.held_at', '<', period.to)
      .select('r.*', 't.held_at');
    return rows.flatMap(row => {
      const { measure, targets } = toResult(row);
      if (!measure || !targets) return [];
      const { rtaSeconds, reasons } = measure;
      const wasMeasured =
        rtaSeconds !== null || reasons.includes('not-recovered');
      return [
        {
          heldAt: row.held_at,
          rtaSeconds,
          rtoSeconds:
            targets.rto === null ? null : durationSeconds(targets.rto),
          objectivesMet: wasMeasured ? measure.best !== 'failed' : null,
        },
      ];
    });
  }

  async #findings(period: KpiPeriod): Promise<KpiFinding[]> {
    const { database, timeZone } = this.#options;
    const rows: Array<{
      id: string;
      created_at: string;
      closed_at: string | null;
      resolution: string | null;
      due_on: string;
    }> = await database('findings')
      .where('created_at', '<', period.to)
      .where(living =>
        living.whereNull('closed_at').orWhere('closed_at', '>=', period.from),
      )
      .select('id', 'created_at', 'closed_at', 'resolution', 'due_on');
    const lateBefore = await this.#lateBefore(
      rows.map(({ id }) => id),
      period.from,
    );
    return rows.map(row => ({
      createdAt: row.created_at,
      resolvedAt: row.resolution && JSON.parse(row.resolution).at,
      closedAt: row.closed_at,
      lateFrom: endOfDayInZone(row.due_on, timeZone),
      lateBefore: lateBefore.get(row.id) ?? [],
    }));
  }

  /** The due days that findings had before they were moved, as the history tells. */
  async #lateBefore(
    ids: string[],
    since: string,
  ): Promise<Map<string, KpiFinding['lateBefore']>> {
    const { database, timeZone } = this.#options;
    const refs = new Map(ids.map(id => [findingRecordRef(id), id]));
    const rows: Array<{ entity_ref: string; payload: string }> =
      await whereInList(database('records'), 'entity_ref', refs.keys())
        .where('at', '>=', since)
        // the text is canonical: what was before stands behind what came after
        .where('payload', 'like', '%"before":{%"dueOn":"%')
        .orderBy('seq')
        .select('entity_ref', 'payload');
    const found = new Map<string, KpiFinding['lateBefore']>();
    for (const { entity_ref, payload } of rows) {
      const { at, before } = JSON.parse(payload);
      if (typeof before?.dueOn !== 'string') continue;
      const id = refs.get(entity_ref)!;
      found.set(id, [
        ...(found.get(id) ?? []),
        { until: at, lateFrom: endOfDayInZone(before.dueOn, timeZone) },
      ]);
    }
    return found;
  }

  async #changes(period: KpiPeriod): Promise<KpiChange[]> {
    const rows: any[] = await this.#options
      .database('changes as c')
      .leftJoin('change_assessments as a', 'a.change_id', 'c.id')
      .where('c.implemented_at', '>=', period.from)
      .where('c.implemented_at', '<', period.to)
      .groupBy('c.id', 'c.implemented_at')
      .select('c.implemented_at')
      .min({ assessed_at: 'a.at' });
    return rows.map(row => ({
      implementedAt: row.implemented_at,
      assessedAt: row.assessed_at ?? null,
    }));
  }

  async #changeRequests(period: KpiPeriod): Promise<KpiDuty[]> {
    const rows = await this.#options
      .database('plan_change_requests')
      // with the change that asked it went away: nobody closed it, on time or not
      .whereNot('state', 'withdrawn')
      .where(counts =>
        counts
          .where(due =>
            due
              .where('due_at', '<', period.to)
              .where(open =>
                open
                  .whereNull('closed_at')
                  .orWhere('closed_at', '>=', period.from),
              ),
          )
          .orWhere(closed =>
            closed
              .where('closed_at', '>=', period.from)
              .where('closed_at', '<', period.to),
          ),
      )
      .select('due_at', 'closed_at');
    return rows.map(row => ({ dueAt: row.due_at, closedAt: row.closed_at }));
  }

  async #exemptions(period: KpiPeriod): Promise<KpiExemption[]> {
    const rows = await this.#options
      .database('exemptions')
      .whereIn('state', ['approved', 'ended'])
      .whereNotNull('decided_at')
      .where('starts_at', '<', period.to)
      .where('ends_at', '>=', period.from)
      .select('starts_at', 'ends_at', 'archived_at');
    return rows.map(row => ({
      startsAt: row.starts_at,
      // with the entity that leaves the catalog they are put away
      endsAt: [row.ends_at, row.archived_at ?? row.ends_at].sort()[0],
    }));
  }
}

/** The latest day that was over by then; before the first one nothing is known. */
function snapshotAt(
  days: KpiDay[],
  { moment, since }: { moment: string; since: string | null },
): CoverageSnapshot | undefined {
  if (since === null || moment <= since) return undefined;
  let found: CoverageSnapshot | undefined;
  for (const { at, snapshot } of days) {
    if (at > moment) break;
    found = snapshot;
  }
  return found;
}
