import type { ContinuityStatus } from '../assessment/status';
import type { ContinuityPolicy } from '../policy/policy';
import { canonicalJson } from '../record/canonicalJson';
import type { GapCode } from '../terms/gapCode';
import type { PolicyComparison, PressingGap } from './compareUnderPolicies';
import type { DryRunChange, DryRunSummary } from './policyDryRun';
import { TupleCounter } from './TupleCounter';

/**
 * Counts what another policy changes.
 *
 * @param compared - every entity that was examined, also those for which nothing is different
 * @public
 */
export function summariseDryRun(
  compared: Iterable<PolicyComparison>,
  policies: { now: ContinuityPolicy; then: ContinuityPolicy },
): Omit<DryRunSummary, 'notExamined'> {
  let examined = 0;
  let services = 0;
  const late = { now: 0, then: 0 };
  const changes: Partial<Record<DryRunChange, number>> = {};
  const moves = new TupleCounter<[string | null, ContinuityStatus, ContinuityStatus]>();
  const tierMoves = new TupleCounter<[string | null, string | null]>();
  const tierNow = new TupleCounter<[string | null]>();
  const tierThen = new TupleCounter<[string | null]>();
  const gaps = new Map<GapCode, DryRunSummary['gaps'][number]>();
  for (const { change, before, after, pressing } of compared) {
    examined += 1;
    if (change) changes[change] = (changes[change] ?? 0) + 1;
    if (isOut(before.status) && isOut(after.status)) continue;
    services += 1;
    moves.add([after.tier ?? before.tier, before.status, after.status]);
    if (before.tier !== after.tier) tierMoves.add([before.tier, after.tier]);
    if (!isOut(before.status)) tierNow.add([before.tier]);
    if (!isOut(after.status)) tierThen.add([after.tier]);
    if (before.late) late.now += 1;
    if (after.late) late.then += 1;
    countGaps(gaps, pressing.before, 'now');
    countGaps(gaps, pressing.after, 'then');
  }
  return {
    examined,
    services,
    changes,
    moves: moves.entries().map(([[tier, from, to], count]) => ({
      tier,
      from,
      to,
      count,
    })),
    tiers: tiersOf(policies).map(tier => ({
      ...tier,
      servicesNow: tierNow.of([tier.id]),
      servicesThen: tierThen.of([tier.id]),
    })),
    tierMoves: tierMoves
      .entries()
      .map(([[from, to], count]) => ({ from, to, count }))
      .sort((a, b) => b.count - a.count),
    late,
    gaps: [...gaps.values()].sort(
      (a, b) => b.then - b.now - (a.then - a.now) || (a.code < b.code ? -1 : 1),
    ),
    sections: changedSections(policies),
  };
}

function isOut(status: ContinuityStatus): boolean {
  return status === 'out-of-scope';
}

/** A service with several gaps of a code counts once. */
function countGaps(
  counts: Map<GapCode, DryRunSummary['gaps'][number]>,
  found: PressingGap[],
  when: 'now' | 'then',
): void {
  const isLate = new Map<GapCode, boolean>();
  for (const { code, late } of found) {
    isLate.set(code, late || (isLate.get(code) ?? false));
  }
  for (const [code, late] of isLate) {
    const line = counts.get(code) ?? {
      code,
      now: 0,
      then: 0,
      lateNow: 0,
      lateThen: 0,
    };
    line[when] += 1;
    if (late) line[when === 'now' ? 'lateNow' : 'lateThen'] += 1;
    counts.set(code, line);
  }
}

function tiersOf(policies: { now: ContinuityPolicy; then: ContinuityPolicy }) {
  const { now, then } = policies;
  const has = (policy: ContinuityPolicy, id: string) =>
    policy.tiers.some(tier => tier.id === id);
  return [
    ...then.tiers.map(({ id, title }) => ({
      id,
      title,
      in: has(now, id) ? ('both' as const) : ('then' as const),
    })),
    ...now.tiers
      .filter(({ id }) => !has(then, id))
      .map(({ id, title }) => ({ id, title, in: 'now' as const })),
  ];
}

/** The keys below `continuity:` that say something else. */
function changedSections(policies: {
  now: ContinuityPolicy;
  then: ContinuityPolicy;
}): string[] {
  const now: Record<string, unknown> = { ...policies.now };
  const then: Record<string, unknown> = { ...policies.then };
  const textOf = (value: unknown) => canonicalJson(value ?? null);
  return Object.keys({ ...now, ...then })
    .filter(key => textOf(now[key]) !== textOf(then[key]))
    .sort();
}
