import type { TestRequirement } from '../../policy/policy';
import { advance, recede } from '../../terms/calendarSteps';
import {
  accepts,
  follows,
  isOfDepth,
  lastResult,
  type JudgedResult,
} from './judgedResult';
import type { RequirementState, RetestReason } from './requirementStanding';
import {
  meetsTargetsNow,
  retestReasons,
  type ProvenAgainst,
} from './retestReasons';
import { isMeasuringDepth, reachesDepth } from '../testDepth';

/** A state of a requirement from a moment on, until the next phase begins. Time alone leads from one to the next. */
export interface RequirementPhase {
  state: RequirementState;
  /** Null: whatever came before. */
  from: string | null;
  /** When it falls, or fell, due; null where that rests on when the state began. */
  due: string | null;
  reasons: RetestReason[];
  /** The result that decides. */
  result: JudgedResult | null;
  /** For `overdue`: nobody reviewed the pass in time. */
  lapsed?: true;
  /** For `failed`: since when, where it is known. */
  since?: string;
  /** There are results of the depth or deeper, and none counts: deeper ones that failed, or those in another environment or of a part. */
  notCounted?: 'failed' | 'elsewhere';
}

/** What all requirements of an entity are held against. */
export interface PhaseContext {
  results: readonly JudgedResult[];
  now: ProvenAgainst;
  zone: string;
  dueSoon: string;
  reviewWithin: string;
  supplierDepths: readonly TestRequirement['depth'][];
}

/** The moment at which a pass ceases to count because nobody reviewed it; null: it was reviewed. */
export function lapseOf(
  { facts }: JudgedResult,
  { reviewWithin, zone }: Pick<PhaseContext, 'reviewWithin' | 'zone'>,
): string | null {
  return facts.reviewedAt === null
    ? advance(facts.heldAt, reviewWithin, zone)
    : null;
}

/** Until when a failure is made good by later passes: null = for good, undefined = not at all. A pass that lapses gives the failure back. */
export function clearedUntil(
  failure: JudgedResult,
  passes: readonly JudgedResult[],
  context: Pick<PhaseContext, 'reviewWithin' | 'zone'>,
): string | null | undefined {
  let until: string | undefined;
  for (const pass of passes) {
    if (!follows(pass.facts, failure.facts, context.zone)) continue;
    const lapse = lapseOf(pass, context);
    if (lapse === null) return null;
    if (until === undefined || lapse > until) until = lapse;
  }
  return until;
}

/** From when on failures are not made good, and which shows it; undefined: never. */
export function failureOf(
  failures: readonly JudgedResult[],
  options: {
    passesFor: (failure: JudgedResult) => readonly JudgedResult[];
    context: Pick<PhaseContext, 'reviewWithin' | 'zone'>;
  },
): { from: string | null; since: string; result: JudgedResult } | undefined {
  const { passesFor, context } = options;
  const standing: JudgedResult[] = [];
  let returning: { from: string; result: JudgedResult } | undefined;
  for (const failure of failures) {
    const until = clearedUntil(failure, passesFor(failure), context);
    if (until === undefined) standing.push(failure);
    else if (until !== null && (!returning || until < returning.from)) {
      returning = { from: until, result: failure };
    }
  }
  if (standing.length > 0) {
    const since = standing.reduce(
      (first, { facts }) => (facts.heldAt < first ? facts.heldAt : first),
      standing[0].facts.heldAt,
    );
    return { from: null, since, result: lastResult(standing, context.zone)! };
  }
  return returning && { ...returning, since: returning.from };
}

interface Pass {
  result: JudgedResult;
  reasons: RetestReason[];
  /** Held + cadence. */
  due: string;
  lapse: string | null;
  /** The earlier of both. */
  end: string;
}

/** A later pass whose numbers miss the targets of now says that the earlier one would miss them today, too. */
function withLaterMisses(passes: Pass[], context: PhaseContext): Pass[] {
  const misses = passes.filter(
    ({ result: { facts } }) =>
      isMeasuringDepth(facts.depth) && !meetsTargetsNow(facts, context.now),
  );
  if (misses.length === 0) return passes;
  return passes.map(pass =>
    pass.reasons.includes('target-tightened') ||
    !misses.some(({ result }) =>
      follows(result.facts, pass.result.facts, context.zone),
    )
      ? pass
      : { ...pass, reasons: ['target-tightened', ...pass.reasons] },
  );
}

function passesOf(
  requirement: TestRequirement,
  results: readonly JudgedResult[],
  context: PhaseContext,
): Pass[] {
  const { zone, now } = context;
  const needsPlan = requirement.depth !== 'restore';
  const passes = results.map((result): Pass => {
    const due = advance(result.facts.heldAt, requirement.every, zone);
    const lapse = lapseOf(result, context);
    return {
      result,
      reasons: retestReasons(result.facts, now, { needsPlan }),
      due,
      lapse,
      end: lapse !== null && lapse < due ? lapse : due,
    };
  });
  return withLaterMisses(passes, context);
}

function latest(passes: Pass[], by: 'end' | 'due'): Pass {
  return passes.reduce((best, pass) => (pass[by] > best[by] ? pass : best));
}

/** Some passes count: proven, then due soon, then overdue. */
function phasesOfProof(
  satisfying: Pass[],
  { zone, dueSoon }: PhaseContext,
): RequirementPhase[] {
  const { result, due, lapse, end } = latest(satisfying, 'end');
  const shared = { due, reasons: [], result };
  const soon = recede(due, dueSoon, zone);
  const phases: RequirementPhase[] = [
    { state: 'proven', from: null, ...shared },
  ];
  if (soon < end) phases.push({ state: 'due-soon', from: soon, ...shared });
  phases.push({
    state: 'overdue',
    from: end,
    ...shared,
    due: end,
    ...(end === lapse && end !== due && { lapsed: true as const }),
  });
  return phases;
}

/** Passes that don't count any more for reasons that a retest clears; those that nobody reviewed lapse all the same. */
function phasesOfRetest(passes: Pass[]): RequirementPhase[] {
  const reviewed = passes.filter(({ lapse }) => lapse === null);
  const pass = latest(reviewed.length > 0 ? reviewed : passes, 'due');
  const phases: RequirementPhase[] = [
    {
      state: 'retest-needed',
      from: null,
      due: pass.due,
      reasons: pass.reasons,
      result: pass.result,
    },
  ];
  if (reviewed.length > 0) return phases;
  const last = latest(passes, 'end');
  phases.push({
    state: 'overdue',
    from: last.lapse!,
    due: last.lapse!,
    reasons: [],
    result: last.result,
    lapsed: true,
  });
  return phases;
}

/** Nothing passed that counts. */
function phaseOfNothing(
  requirement: TestRequirement & { dueBy: string },
  counting: readonly JudgedResult[],
  { results, zone }: PhaseContext,
): RequirementPhase {
  const { depth, dueBy } = requirement;
  const shared = { from: null, due: dueBy, reasons: [] };
  const open = counting.filter(({ outcome }) => outcome === 'inconclusive');
  if (open.length > 0) {
    return {
      state: 'inconclusive',
      ...shared,
      result: lastResult(open, zone),
    };
  }
  const deep = results.filter(({ facts }) => reachesDepth(facts, depth));
  if (deep.length > 0) {
    return {
      state: 'never-tested',
      ...shared,
      result: lastResult(deep, zone),
      notCounted: counting.length > 0 ? 'failed' : 'elsewhere',
    };
  }
  // `restore` stands beside the ladder: nothing is too shallow for it, nor is it too shallow for anything
  const shallow =
    depth === 'restore'
      ? []
      : results.filter(({ facts }) => facts.depth !== 'restore');
  return {
    state: shallow.length > 0 ? 'too-shallow' : 'never-tested',
    ...shared,
    result: lastResult(shallow, zone),
  };
}

/**
 * The states of a requirement over time, in order (DOMAIN.md §5). It holds no clock: the state of a moment is that of the last phase that began by
 * then.
 *
 * Where several readings are possible, the stricter one is taken: of passes that count the one that lasts longest decides when it is overdue, but a
 * pass that nobody reviewed gives a failure before it back when it lapses; and a retest that is needed hides nothing that is overdue.
 *
 * @param requirement - `dueBy`: when the programme wants it for the first time
 */
export function requirementPhases(
  requirement: TestRequirement & { dueBy: string },
  context: PhaseContext,
): RequirementPhase[] {
  const counting = context.results.filter(({ facts }) =>
    accepts(requirement, facts, context.supplierDepths),
  );
  const passed = counting.filter(result => result.passed);
  const passes = passesOf(requirement, passed, context);
  const satisfying = passes.filter(({ reasons }) => reasons.length === 0);
  let phases: RequirementPhase[];
  if (satisfying.length > 0) phases = phasesOfProof(satisfying, context);
  else if (passes.length > 0) phases = phasesOfRetest(passes);
  else phases = [phaseOfNothing(requirement, counting, context)];

  const failure = failureOf(
    counting.filter(
      result =>
        result.outcome === 'failed' &&
        isOfDepth(result.facts, requirement.depth),
    ),
    { passesFor: () => passed, context },
  );
  if (!failure) return phases;
  const { from, since, result } = failure;
  const failed: RequirementPhase = {
    state: 'failed',
    from,
    due: null,
    reasons: [],
    result,
    since,
  };
  return [
    ...phases.filter(
      phase => from !== null && (phase.from === null || phase.from < from),
    ),
    failed,
  ];
}
