import type { TestDepth, TestRequirement } from '../../policy/policy';
import { dayInZone } from '../../terms/dayInZone';
import { judgeMeasured } from '../result/judgeMeasured';
import type { ResultGlance } from './requirementStanding';
import { reachesDepth } from '../testDepth';
import type { ResultFacts } from './testFacts';
import { isPass, worseOutcome, type TestOutcome } from '../result/testOutcome';

/** A result with the outcome that counts: never better than its numbers allow against the targets stored with it, whatever was recorded. @public */
export interface JudgedResult {
  facts: ResultFacts;
  outcome: TestOutcome;
  passed: boolean;
}

/** Judges a result by its numbers and the targets stored with it. @public */
export function judgeResult(facts: ResultFacts): JudgedResult {
  const { best } = judgeMeasured(facts, facts.targets);
  const outcome = worseOutcome(facts.outcome, best);
  return { facts, outcome, passed: isPass(outcome) };
}

/** Whether a result came after another one. Where of one only the day is known, it does not on that day: then the worse counts. */
export function follows(
  later: ResultFacts,
  earlier: ResultFacts,
  zone: string,
): boolean {
  const isByDay =
    later.heldPrecision === 'day' || earlier.heldPrecision === 'day';
  return isByDay
    ? dayInZone(later.heldAt, zone) > dayInZone(earlier.heldAt, zone)
    : later.heldAt > earlier.heldAt;
}

/**
 * Whether a requirement lets a result count, for or against it: its depth, environment, and whether it may be partial. A supplier's attestation only
 * where the policy accepts it for the depth.
 */
export function accepts(
  { depth, environments, partial }: Omit<TestRequirement, 'every'>,
  result: ResultFacts,
  supplierDepths: readonly TestDepth[],
): boolean {
  return (
    reachesDepth(result, depth) &&
    (environments === undefined || environments.includes(result.environment)) &&
    (partial !== false || !result.partial) &&
    (result.origin !== 'supplier' || supplierDepths.includes(depth))
  );
}

/** Whether a result is of this very depth; what was restored from a backup copy is of the depth `restore`, too. */
export function isOfDepth(result: ResultFacts, depth: TestDepth): boolean {
  return (
    result.depth === depth || (depth === 'restore' && result.restoredFromBackup)
  );
}

/** The result as lists and the tab show it. @public */
export function resultGlance({ facts, outcome }: JudgedResult): ResultGlance {
  // written out: copying all but a few members takes several times as long, for each entity of a catalog
  return {
    testId: facts.testId,
    title: facts.title,
    depth: facts.depth,
    outcome,
    heldAt: facts.heldAt,
    heldPrecision: facts.heldPrecision,
    environment: facts.environment,
    partial: facts.partial,
    restoredFromBackup: facts.restoredFromBackup,
    origin: facts.origin,
    enteredAfterwards: facts.enteredAfterwards,
    reviewed: facts.reviewedAt !== null,
    rtaSeconds: facts.rtaSeconds,
    rpaSeconds: facts.rpaSeconds,
    rto: facts.targets.rto,
    rpo: facts.targets.rpo,
    plans: facts.plans.map(({ planId, version }) => ({ planId, version })),
  };
}

/** The results that none follows: those of the last moment, and those of its day of which no more is known. */
function latestOf(
  results: readonly JudgedResult[],
  zone: string,
): JudgedResult[] {
  let moment = '';
  let day = '';
  for (const { facts } of results) {
    if (facts.heldPrecision === 'day') {
      const held = dayInZone(facts.heldAt, zone);
      if (held > day) day = held;
    } else if (facts.heldAt > moment) moment = facts.heldAt;
  }
  const dayOfMoment = moment === '' ? '' : dayInZone(moment, zone);
  return results.filter(({ facts: { heldAt, heldPrecision } }) =>
    heldPrecision === 'day'
      ? day >= dayOfMoment && dayInZone(heldAt, zone) === day
      : dayOfMoment >= day && heldAt === moment,
  );
}

/** The latest by when it was held; of those that nothing follows, the worst. */
export function lastResult(
  results: readonly JudgedResult[],
  zone: string,
): JudgedResult | null {
  let last: JudgedResult | null = null;
  for (const result of latestOf(results, zone)) {
    if (
      last === null ||
      worseOutcome(result.outcome, last.outcome) === result.outcome
    ) {
      last = result;
    }
  }
  return last;
}
