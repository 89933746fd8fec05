import type { TestDepth } from '../../policy/policy';
import { isMeasuringDepth } from '../testDepth';
import type { TestResultPatch } from '../testRequests';
import type { TestTimeKey, TestTimes } from './testTimes';

/** A field of a result that can't be so, with what is accepted. @public */
export interface ResultProblem {
  /** `times.minimumService`, `recovered` … */
  field: string;
  message: string;
}

const names: Record<TestTimeKey, string> = {
  lastConsistentData: 'the last consistent data',
  disruptionStart: 'the start of the disruption',
  declared: 'the declaration',
  dependenciesBack: 'the last dependency',
  minimumService: 'the minimum service',
  fullService: 'the full service',
};

/**
 * What must not come before what; named is the field that is refused. An entity's minimum service may come before its last dependency: it does not
 * always wait for it.
 */
const order: Array<
  [earlier: TestTimeKey, later: TestTimeKey, field: TestTimeKey]
> = [
  ['lastConsistentData', 'disruptionStart', 'lastConsistentData'],
  ['disruptionStart', 'declared', 'declared'],
  ['disruptionStart', 'dependenciesBack', 'dependenciesBack'],
  ['disruptionStart', 'minimumService', 'minimumService'],
  ['disruptionStart', 'fullService', 'fullService'],
  ['minimumService', 'fullService', 'fullService'],
  ['lastConsistentData', 'minimumService', 'lastConsistentData'],
];

/** Clocks differ; what is more than this ahead has not happened yet. */
const CLOCK_SKEW_MS = 5 * 60_000;

const measured = [
  'deliveredPercent',
  'recovered',
  'restoredFromBackup',
] as const;

/** A walkthrough measures nothing: whatever says that it did is refused. */
function claims(
  depth: TestDepth,
  said: Pick<TestResultPatch, 'times' | (typeof measured)[number]>,
): ResultProblem[] {
  const fields = [
    ...Object.entries(said.times ?? {})
      .filter(([, moment]) => moment !== null && moment !== undefined)
      .map(([key]) => `times.${key}`),
    ...measured.filter(
      key =>
        said[key] !== null && said[key] !== undefined && said[key] !== false,
    ),
    ...(said.recovered === false ? ['recovered'] : []),
  ];
  return fields.map(field => ({
    field,
    message: `A ${depth} measures nothing. Leave it out, or hold a simulation, a parallel, failover or restore test.`,
  }));
}

/**
 * What can't be so about the times and measured values of a result: times out of order, times to come, a recovery that was measured where nothing is
 * measured (DOMAIN.md §5). One problem per field. Empty where all is well; missing times are no problem.
 *
 * @param options - `now`: times after it are refused, if given
 * @public
 */
export function testTimeProblems(
  depth: TestDepth,
  said: {
    times: TestTimes;
    recovered: boolean | null;
    deliveredPercent: number | null;
    restoredFromBackup: boolean;
  },
  options: { now?: string } = {},
): ResultProblem[] {
  if (!isMeasuringDepth(depth)) return claims(depth, said);
  const { times } = said;
  const problems = new Map<string, string>();
  const add = (field: string, message: string) => {
    if (!problems.has(field)) problems.set(field, message);
  };
  for (const [earlier, later, key] of order) {
    const [first, second] = [times[earlier], times[later]];
    if (first === null || second === null || first <= second) continue;
    add(
      `times.${key}`,
      key === earlier
        ? `It is after ${names[later]}. Write a time before it.`
        : `It is before ${names[earlier]}. Write a later time, or correct the earlier one.`,
    );
  }
  if (options.now !== undefined) {
    const latest = Date.parse(options.now) + CLOCK_SKEW_MS;
    for (const [key, moment] of Object.entries(times)) {
      if (moment === null || Date.parse(moment) <= latest) continue;
      add(`times.${key}`, 'It has not happened yet. Write a time in the past.');
    }
  }
  if (said.recovered === false && times.minimumService !== null) {
    add(
      'recovered',
      'It says that it did not come back, and when it did. Leave one of them out.',
    );
  }
  return [...problems].map(([field, message]) => ({ field, message }));
}
