import type { TestRequirement } from '../policy/policy';
import { resultGlance } from '../testing/standing/judgedResult';
import type {
  PlannedGlance,
  RequirementStanding,
  TestStanding,
} from '../testing/standing/requirementStanding';
import { reachesDepth } from '../testing/testDepth';
import { testRequirementKey } from '../testing/standing/testFacts';
import type { EntityTestPhases } from './entityTestPhases';
import type { Gap } from './gap';

/** Gaps that say of a requirement how it stands; others of the same requirement tell of something beside it. */
const telling = new Set<string>([
  'test-failed',
  'test-long-overdue',
  'test-never',
  'test-overdue',
  'test-too-shallow',
  'test-inconclusive',
  'retest-needed',
  'result-unreviewed',
]);

/** States whose due date rests on when they began: their gaps know it. */
const rests = new Map<string, string>([
  ['retest-needed', 'retest-needed'],
  ['failed', 'test-failed'],
]);

/** Whether a planned test could satisfy a requirement, if it is passed. */
function wouldCount(
  { depth, restoresFromBackup, environment, partial }: PlannedGlance,
  required: TestRequirement,
): boolean {
  const { environments } = required;
  return (
    reachesDepth(
      { depth, restoredFromBackup: restoresFromBackup },
      required.depth,
    ) &&
    (environments === undefined ||
      environment === undefined ||
      environments.includes(environment)) &&
    (required.partial !== false || partial !== true)
  );
}

/** What is asked. */
function askedOf({ depth, every, environments, partial }: TestRequirement) {
  return {
    depth,
    every,
    ...(environments && { environments }),
    ...(partial === false && { partial }),
  };
}

/** Running ones first, then by when they begin. */
function byStart(a: PlannedGlance, b: PlannedGlance): number {
  if (a.state !== b.state) return a.state === 'in-progress' ? -1 : 1;
  if (a.startsAt !== b.startsAt) return a.startsAt < b.startsAt ? -1 : 1;
  return a.testId < b.testId ? -1 : 1;
}

/** A test of the tier that does not apply. */
function notRequired(test: TestRequirement): RequirementStanding {
  return {
    requirement: testRequirementKey(test.depth),
    ...askedOf(test),
    state: 'not-required',
    due: null,
    late: false,
    retestReasons: [],
    result: null,
    planned: null,
  };
}

/**
 * How the tests of an entity stand now, for its tab, and when time alone will show another next test.
 *
 * @param options - `gaps` are those of the same assessment: due and late are the same in both
 */
export function testStanding(
  tests: EntityTestPhases,
  options: { gaps: readonly Gap[]; now: string },
): { standing: TestStanding; changesAt: string[] } {
  const { gaps, now } = options;
  const planned = (tests.facts?.planned ?? [])
    .filter(({ state, endsAt }) => state === 'in-progress' || endsAt > now)
    .sort(byStart);
  const shown = new Set<PlannedGlance>();
  const show = (test: PlannedGlance | undefined): PlannedGlance | null => {
    if (!test) return null;
    shown.add(test);
    return test;
  };

  const requirements = tests.requirements.map(
    ({ applied, test, phases }): RequirementStanding => {
      let current = phases[0];
      for (const phase of phases) {
        if (phase.from !== null && phase.from <= now) current = phase;
      }
      const told = gaps.filter(
        ({ requirement, code }) =>
          requirement === applied.key && telling.has(code),
      );
      return {
        requirement: applied.key,
        ...askedOf(test),
        state: current.state,
        due: rests.has(current.state)
          ? told.find(({ code }) => rests.get(current.state) === code)?.dueBy ??
            null
          : current.due,
        late: told.some(({ late }) => late),
        ...(told[0]?.exemption && { exemptUntil: told[0].exemption.until }),
        retestReasons: current.reasons,
        result: current.result && resultGlance(current.result),
        planned: show(planned.find(one => wouldCount(one, test))),
      };
    },
  );
  const next = show(planned[0]);
  return {
    standing: {
      last: tests.last && resultGlance(tests.last),
      next,
      requirements: [...requirements, ...tests.notRequired.map(notRequired)],
    },
    changesAt: [...shown]
      .filter(({ state }) => state === 'planned')
      .map(({ endsAt }) => endsAt),
  };
}
