import type { KpiId } from '../policy/kpiId';
import type { KpiFacts, KpiFinding, CoverageSnapshot } from './kpiFacts';
import { metShare, type StatusCounts } from './metShare';

/** A period, its end not included. ISO, UTC. @public */
export interface KpiPeriod {
  from: string;
  to: string;
}

/** What a figure is, and of how many it speaks. @public */
export interface KpiValue {
  /** Null where there is nothing to speak of: that is neither good nor bad. */
  value: number | null;
  /** What was counted, or out of what. */
  base: number;
}

const DAY = 24 * 60 * 60 * 1000;
const nothing: KpiValue = { value: null, base: 0 };

/**
 * A figure over a period, by its definition. Undefined where the facts have no room for it, or nothing is known of that time.
 *
 * @public
 */
export function measureKpi(
  id: KpiId,
  facts: KpiFacts,
  period: KpiPeriod,
): KpiValue | undefined {
  const within = (moment: string) =>
    moment >= period.from && moment < period.to;
  switch (id) {
    case 'coverage': {
      const snapshot = facts.snapshotAt(period.to);
      return snapshot && shareMet(allTiers(snapshot));
    }
    case 'plan-reviews-overdue':
      return gapCount(facts, period, 'plan-review-overdue');
    case 'plans-stale':
      return gapCount(facts, period, 'plan-stale');
    case 'tests-held': {
      const held = facts.results.filter(each => within(each.heldAt)).length;
      const missed = facts.missedTests
        .filter(({ at }) => at > period.from && at <= period.to)
        .reduce((sum, day) => sum + day.count, 0);
      return share(held, held + missed);
    }
    case 'test-objectives-met': {
      const judged = facts.results.filter(
        each => within(each.heldAt) && each.objectivesMet !== null,
      );
      return share(
        judged.filter(each => each.objectivesMet).length,
        judged.length,
      );
    }
    case 'rta-to-rto':
      return median(
        facts.results.flatMap(({ heldAt, rtaSeconds, rtoSeconds }) =>
          within(heldAt) && rtaSeconds !== null && rtoSeconds
            ? [rtaSeconds / rtoSeconds]
            : [],
        ),
      );
    case 'findings-open':
      return count(
        facts.findings.filter(
          each =>
            each.createdAt < period.to && !isBefore(each.closedAt, period.to),
        ),
      );
    case 'findings-overdue':
      return count(
        facts.findings.filter(
          each =>
            each.createdAt < period.to &&
            lateFromAt(each, period.to) <= period.to &&
            !isBefore(each.resolvedAt, period.to) &&
            !isBefore(each.closedAt, period.to),
        ),
      );
    case 'findings-days-to-close':
      return mean(
        facts.findings.flatMap(({ createdAt, closedAt }) =>
          closedAt !== null && within(closedAt)
            ? [(Date.parse(closedAt) - Date.parse(createdAt)) / DAY]
            : [],
        ),
      );
    case 'changes-assessed': {
      const made = facts.changes?.filter(each => within(each.implementedAt));
      return (
        made &&
        share(
          made.filter(
            each =>
              each.assessedAt !== null && each.assessedAt <= each.implementedAt,
          ).length,
          made.length,
        )
      );
    }
    case 'change-requests-on-time': {
      const due = facts.changeRequests?.filter(
        ({ dueAt, closedAt }) =>
          (closedAt !== null && within(closedAt)) ||
          // overdue at the end, whenever it fell due: else the worst would be forgotten
          (dueAt < period.to && !isBefore(closedAt, period.to)),
      );
      return (
        due &&
        share(
          due.filter(
            each => each.closedAt !== null && each.closedAt <= each.dueAt,
          ).length,
          due.length,
        )
      );
    }
    case 'exemptions-in-force':
      return (
        facts.exemptions &&
        count(
          facts.exemptions.filter(
            ({ startsAt, endsAt }) =>
              startsAt < period.to && endsAt >= period.to,
          ),
        )
      );
    default:
      throw new RangeError(`There is no figure "${id}"`);
  }
}

/** The share that is met of one tier. @public */
export function measureTier(
  tier: string,
  facts: KpiFacts,
  period: KpiPeriod,
): KpiValue | undefined {
  const snapshot = facts.snapshotAt(period.to);
  return snapshot && shareMet([snapshot.tiers[tier] ?? {}]);
}

/** Whether a figure reaches its target; null where it has no value, or nobody set a target. @public */
export function reachesTarget(
  value: number | null,
  target: number | null,
  better: 'more' | 'less',
): boolean | null {
  if (value === null || target === null) return null;
  return better === 'more' ? value >= target : value <= target;
}

function allTiers(snapshot: CoverageSnapshot): StatusCounts[] {
  return Object.values(snapshot.tiers);
}

function shareMet(counts: StatusCounts[]): KpiValue {
  const sum = (status: keyof StatusCounts) =>
    counts.reduce((total, each) => total + (each[status] ?? 0), 0);
  const all: StatusCounts = {
    met: sum('met'),
    'at-risk': sum('at-risk'),
    exposed: sum('exposed'),
    exempt: sum('exempt'),
    unassessed: sum('unassessed'),
  };
  return {
    value: metShare(all),
    base: Object.values(all).reduce((total, each) => total + each, 0),
  };
}

function gapCount(
  facts: KpiFacts,
  period: KpiPeriod,
  code: string,
): KpiValue | undefined {
  const snapshot = facts.snapshotAt(period.to);
  if (!snapshot) return undefined;
  const value = snapshot.gaps[code] ?? 0;
  return { value, base: value };
}

/** From when on it was late by the due day that it had at the end of a period: to give more time afterwards does not change what was so. */
function lateFromAt({ lateFrom, lateBefore }: KpiFinding, end: string): string {
  return lateBefore.find(({ until }) => until >= end)?.lateFrom ?? lateFrom;
}

function isBefore(moment: string | null, end: string): boolean {
  return moment !== null && moment < end;
}

function share(part: number, whole: number): KpiValue {
  return whole === 0 ? nothing : { value: part / whole, base: whole };
}

function count(items: unknown[]): KpiValue {
  return { value: items.length, base: items.length };
}

function mean(values: number[]): KpiValue {
  if (values.length === 0) return nothing;
  const sum = values.reduce((total, each) => total + each, 0);
  return { value: sum / values.length, base: values.length };
}

function median(values: number[]): KpiValue {
  if (values.length === 0) return nothing;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return {
    value:
      sorted.length % 2 === 1
        ? sorted[middle]
        : (sorted[middle - 1] + sorted[middle]) / 2,
    base: values.length,
  };
}
