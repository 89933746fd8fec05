import { dayInZone, lastDayBefore } from '../../terms/dayInZone';
import { endOfDayInZone } from '../../terms/deadline';
import { testingPolicy } from '../../policy/testingPolicy';
import type { JudgedResult } from '../../testing/judgedResult';
import type { RequirementPhase } from '../../testing/requirementPhases';
import { reachesDepth } from '../../testing/testDepth';
import type { AssessmentContext, GapRule } from '../assessmentContext';
import { advance } from '../calendarSteps';
import type { EntityTestPhases } from '../entityTestPhases';
import type { GapFinding } from '../gapFinding';
import type { SpokenGapCode } from '../gapTexts';

/** How long the most critical tier may stay untested after the first test was due (DOMAIN.md §8). */
const LONG_OVERDUE = 'P90D';

/** Which result it is about, and what it measured. */
function resultParams(
  { facts }: JudgedResult,
  zone: string,
): GapFinding['params'] {
  const { targets } = facts;
  const params: GapFinding['params'] = {
    test: facts.title,
    testId: facts.testId,
    testedDepth: facts.depth,
    heldOn: dayInZone(facts.heldAt, zone),
  };
  if (facts.rtaSeconds !== null) params.rtaSeconds = facts.rtaSeconds;
  if (facts.rpaSeconds !== null) params.rpaSeconds = facts.rpaSeconds;
  if (targets.rto !== null) params.rto = targets.rto;
  if (targets.rpo !== null) params.rpo = targets.rpo;
  return params;
}

const codes = {
  'never-tested': 'test-never',
  'too-shallow': 'test-too-shallow',
  inconclusive: 'test-inconclusive',
  'due-soon': 'due-soon',
  overdue: 'test-overdue',
  'retest-needed': 'retest-needed',
  failed: 'test-failed',
} as const satisfies Record<string, SpokenGapCode>;

type PhaseOfRequirement = {
  phase: RequirementPhase;
  /** When the next phase begins; undefined: this is the last. */
  until: string | undefined;
  requirement: EntityTestPhases['requirements'][number];
};

function findingsOfPhase(
  { phase, until, requirement }: PhaseOfRequirement,
  { tier, policy }: AssessmentContext,
): GapFinding[] {
  const { state, from, due, result, since } = phase;
  if (state === 'proven' || state === 'not-required') return [];
  const { timeZone, tiers } = policy;
  const { applied, test } = requirement;
  const params: GapFinding['params'] = {
    tier: tier!.id,
    depth: test.depth,
    every: test.every,
    ...(result && resultParams(result, timeZone)),
  };
  if (due !== null && result) params.dueOn = lastDayBefore(due, timeZone);
  const found: Omit<GapFinding, 'code'> = {
    requirement: applied.key,
    params,
    ...(from !== null && { since: from }),
    ...(until !== undefined && { until }),
  };
  const code = codes[state];
  // a failure counts at once, whatever the clocks of who recorded it say
  if (state === 'failed') return [{ code, ...found, began: since }];
  if (state === 'due-soon') {
    const about = { ...params, about: 'test' };
    return [{ code, ...found, params: about, dueBy: due! }];
  }
  const isMostCritical = tier === tiers[0];
  if (state === 'retest-needed') {
    params.reason = phase.reasons[0];
    params.more = phase.reasons.length - 1;
    // its grace is no longer than the evidence would have lasted: the stricter reading
    const retest: GapFinding = {
      code,
      ...found,
      dueBy: due!,
      within: testingPolicy(policy).retestWithin,
    };
    if (!isMostCritical) return [retest];
    const long = advance(due!, test.every, timeZone);
    return [
      retest,
      ...between('test-long-overdue', found, { since: long, due }),
    ];
  }
  if (phase.notCounted) params.notCounted = phase.notCounted;
  const plain: GapFinding = {
    code: phase.lapsed ? 'result-unreviewed' : code,
    ...found,
    dueBy: due!,
  };
  if (!isMostCritical) return [plain];
  // shallow and inconclusive results leave it as untested as none: the stricter reading
  const long = advance(
    due!,
    state === 'overdue' ? test.every : LONG_OVERDUE,
    timeZone,
  );
  return [
    ...between(plain.code, found, { until: long, due }),
    ...between('test-long-overdue', found, { since: long, due }),
  ];
}

/** A finding within the time of its phase; none where nothing of that is left. */
function between(
  code: SpokenGapCode,
  found: Omit<GapFinding, 'code'>,
  options: { since?: string; until?: string; due: string | null },
): GapFinding[] {
  const { due } = options;
  const since =
    options.since !== undefined &&
    (found.since === undefined || options.since > found.since)
      ? options.since
      : found.since;
  const until =
    options.until !== undefined &&
    (found.until === undefined || options.until < found.until)
      ? options.until
      : found.until;
  if (since !== undefined && until !== undefined && since >= until) return [];
  return [
    {
      code,
      requirement: found.requirement,
      params: found.params,
      ...(since !== undefined && { since }),
      ...(until !== undefined && { until }),
      ...(due !== null && { dueBy: due }),
    },
  ];
}

/** How each test that the tier requires stands. */
const required: GapRule = context =>
  context.tests.requirements.flatMap(requirement =>
    requirement.phases.flatMap((phase, index) =>
      findingsOfPhase(
        {
          phase,
          until: requirement.phases[index + 1]?.from ?? undefined,
          requirement,
        },
        context,
      ),
    ),
  );

/** Failures that no requirement asks about. */
const extra: GapRule = ({ tests, policy }) =>
  tests.extra.map(({ depth, from, since, result }) => ({
    code: 'extra-test-failed',
    requirement: `test:${depth}`,
    params: { depth, ...resultParams(result, policy.timeZone) },
    began: since,
    ...(from !== null && { since: from }),
  }));

/** Planned tests whose end is past, one per depth: the one that was missed first, unless a test of the depth was held since. */
const missed: GapRule = ({ tests: { facts }, policy }) => {
  const findings = new Map<string, GapFinding>();
  const open = (facts?.planned ?? [])
    .filter(({ state }) => state === 'planned')
    .sort((a, b) => (a.endsAt < b.endsAt ? -1 : 1));
  for (const { depth, startsAt, endsAt, title, testId } of open) {
    const requirement = `test:${depth}`;
    const isHeld = facts!.results.some(
      result => result.heldAt >= startsAt && reachesDepth(result, depth),
    );
    if (isHeld || findings.has(requirement)) continue;
    findings.set(requirement, {
      code: 'test-missed',
      requirement,
      params: {
        depth,
        test: title,
        testId,
        plannedOn: dayInZone(startsAt, policy.timeZone),
      },
      since: endsAt,
    });
  }
  return [...findings.values()];
};

/** Findings that are open or in progress past their due day. */
const overdueFindings: GapRule = ({ tests: { facts }, policy }) =>
  (facts?.findings ?? []).map(({ findingId, title, severity, dueOn }) => {
    const due = endOfDayInZone(dueOn, policy.timeZone);
    return {
      code: 'finding-overdue',
      requirement: `finding:${findingId}`,
      params: { finding: title, findingId, findingSeverity: severity, dueOn },
      since: due,
      dueBy: due,
    };
  });

/** Whether the tests that its tier requires prove that it can be recovered (DOMAIN.md §5, §8). */
export const testGaps: GapRule = context => {
  const found = required(context);
  if (!context.tests.facts) return found;
  return [
    ...found,
    ...extra(context),
    ...missed(context),
    ...overdueFindings(context),
  ];
};
