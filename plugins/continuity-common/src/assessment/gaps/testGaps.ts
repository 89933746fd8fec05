import { dayInZone, endOfDay, lastDayBefore } from '../../terms/dayInZone';
import { testingPolicy } from '../../policy/testingPolicy';
import type { JudgedResult } from '../../testing/standing/judgedResult';
import type { RequirementPhase } from '../../testing/standing/requirementPhases';
import { reachesDepth } from '../../testing/testDepth';
import type { AssessmentContext, GapRule } from '../assessmentContext';
import { advance } from '../calendarSteps';
import type { EntityTestPhases } from '../entityTestPhases';
import type { GapFinding } from '../gapFinding';
import type { SpokenGapCode } from '../gapTexts';

/** How long the most critical tier may stay untested after the first test was due (DOMAIN.md §8). */
const LONG_OVERDUE = 'P90D';

/** Which result it is about, and what it measured. */
function addResult(
  params: GapFinding['params'],
  { facts }: JudgedResult,
  zone: string,
): GapFinding['params'] {
  const { targets } = facts;
  params.test = facts.title;
  params.testId = facts.testId;
  params.testedDepth = facts.depth;
  params.heldOn = dayInZone(facts.heldAt, zone);
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

/** What the words for a phase need. */
function phaseParams(
  said: GapFinding['params'],
  { due, result, reasons, notCounted, state }: RequirementPhase,
  zone: string,
): GapFinding['params'] {
  const params = { ...said };
  if (result) addResult(params, result, zone);
  if (due !== null && result) params.dueOn = lastDayBefore(due, zone);
  if (notCounted) params.notCounted = notCounted;
  if (state === 'due-soon') params.about = 'test';
  if (state === 'retest-needed') {
    params.reason = reasons[0];
    params.more = reasons.length - 1;
  }
  return params;
}

/** A finding within the time of its phase; none where nothing of that is left. */
function between(
  code: SpokenGapCode,
  found: GapFinding,
  bounds: { since?: string; until?: string },
): GapFinding[] {
  const finding: GapFinding = { ...found, code };
  const { since, until } = bounds;
  if (since !== undefined && !(finding.since! >= since)) finding.since = since;
  if (until !== undefined && !(finding.until! <= until)) finding.until = until;
  return finding.since! >= finding.until! ? [] : [finding];
}

function findingsOfPhase(
  { phase, until, requirement }: PhaseOfRequirement,
  { tier, policy }: AssessmentContext,
): GapFinding[] {
  const { state, from, due, since } = phase;
  if (state === 'proven' || state === 'not-required') return [];
  const { timeZone, tiers } = policy;
  const { applied, test } = requirement;
  const { depth, every } = test;
  const params = { tier: tier!.id, depth, every };
  const plain: GapFinding = {
    code: phase.lapsed ? 'result-unreviewed' : codes[state],
    requirement: applied.key,
    params,
    allParams: () => phaseParams(params, phase, timeZone),
  };
  if (from !== null) plain.since = from;
  if (until !== undefined) plain.until = until;
  if (state === 'failed') {
    // a failure counts at once, whatever the clocks of who recorded it say
    plain.began = since;
    return [plain];
  }
  plain.dueBy = due!;
  if (state === 'due-soon') return [plain];
  const isMostCritical = tier === tiers[0];
  if (state === 'retest-needed') {
    // its grace is no longer than the evidence would have lasted: the stricter reading
    const { retestWithin } = testingPolicy(policy);
    const retest: GapFinding = { ...plain, within: retestWithin };
    if (!isMostCritical) return [retest];
    const long = advance(due!, every, timeZone);
    return [retest, ...between('test-long-overdue', plain, { since: long })];
  }
  if (!isMostCritical) return [plain];
  // shallow and inconclusive results leave it as untested as none: the stricter reading
  const long = advance(
    due!,
    state === 'overdue' ? every : LONG_OVERDUE,
    timeZone,
  );
  return [
    ...between(plain.code, plain, { until: long }),
    ...between('test-long-overdue', plain, { since: long }),
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
    params: { depth },
    allParams: () => addResult({ depth }, result, policy.timeZone),
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
      params: { depth, test: title, testId },
      allParams: () => ({
        depth,
        test: title,
        testId,
        plannedOn: dayInZone(startsAt, policy.timeZone),
      }),
      since: endsAt,
    });
  }
  return [...findings.values()];
};

/** Findings that are open or in progress past their due day. */
const overdueFindings: GapRule = ({ tests: { facts }, policy }) =>
  (facts?.findings ?? []).map(({ findingId, title, severity, dueOn }) => {
    const due = endOfDay(dueOn, policy.timeZone);
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
