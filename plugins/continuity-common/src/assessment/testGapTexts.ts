import { describeCadence } from '../terms/cadence';
import { durationSeconds } from '../terms/durationSeconds';
import { describeDuration } from '../terms/formatDuration';
import { dayText } from './dayText';
import type { Gap } from './gap';
import type { GapText } from './gapText';

type Params = Gap['params'];

const planTest: GapText['action'] = ({ depth }) =>
  depth === 'restore'
    ? 'Plan a test that restores from a backup copy.'
    : `Plan a ${depth} test.`;

function requires({ tier, depth, every }: Params): string {
  return `${tier} requires a ${depth} test ${describeCadence(String(every))}`;
}

function testOf({ test, heldOn }: Params): string {
  return `“${test}” of ${dayText(heldOn)}`;
}

/** The times that missed their targets, where they are why. */
function missedTimes({ rtaSeconds, rto, rpaSeconds, rpo }: Params): string {
  const parts: string[] = [];
  const compare = (
    seconds: string | number | undefined,
    target: string | number | undefined,
    say: (measured: string, tolerated: string) => string,
  ) => {
    if (seconds === undefined || target === undefined || target === 'none') {
      return;
    }
    const tolerated = durationSeconds(String(target));
    if (Number(seconds) <= tolerated) return;
    parts.push(
      say(describeDuration(Number(seconds)), describeDuration(tolerated)),
    );
  };
  compare(
    rtaSeconds,
    rto,
    (measured, tolerated) =>
      `it took ${measured} to come back, and the RTO was ${tolerated}`,
  );
  compare(
    rpaSeconds,
    rpo,
    (measured, tolerated) =>
      `${measured} of data were lost, and the RPO was ${tolerated}`,
  );
  return parts.length === 0 ? '' : `: ${parts.join('; ')}`;
}

const retestReasons: Record<string, string> = {
  'target-tightened':
    'its targets are stricter now than what the test reached, or not set any more',
  'steps-changed': 'the recovery steps in force are not those that were tested',
  'no-plan-in-force': 'no plan in force has recovery steps for it',
  'major-change': 'a major change of it was implemented since',
};

/** What the gaps of tests and findings say. */
export const testGapTexts = {
  'test-never': {
    message: params => {
      if (params.notCounted === undefined) {
        return `${requires(params)}, and none is on record.`;
      }
      const why =
        params.notCounted === 'failed'
          ? 'failed'
          : 'was of a part, or in an environment that does not count';
      return `${requires(params)}, and none that counts is on record: ${testOf(
        params,
      )} ${why}.`;
    },
    action: planTest,
  },
  'test-long-overdue': {
    message: params => {
      if (params.heldOn === undefined) {
        return `${requires(
          params,
        )}; none is on record, long after the first one was due.`;
      }
      return `${requires(
        params,
      )}; none that counts was held, long after it was due on ${dayText(
        params.dueOn,
      )}. The last one on record is ${testOf(params)}.`;
    },
    action: planTest,
  },
  'test-overdue': {
    message: params =>
      `${requires(params)}. The last one that counts is ${testOf(
        params,
      )}; the next was due on ${dayText(params.dueOn)}.`,
    action: planTest,
  },
  'test-too-shallow': {
    message: params =>
      `${requires(params)}, and only shallower ones are on record, the last a ${
        params.testedDepth
      } of ${dayText(params.heldOn)}.`,
    action: planTest,
  },
  'test-inconclusive': {
    message: params =>
      `${requires(params)}, and ${testOf(
        params,
      )} was inconclusive: it neither proves nor disproves that it can be recovered.`,
    action: ({ depth }) =>
      `Repeat the ${depth} test so that all times are known and its targets are set.`,
  },
  'test-failed': {
    message: params =>
      `The ${params.depth} test ${testOf(params)} failed${missedTimes(
        params,
      )}. It has not been passed since.`,
    action: ({ depth }) => `Mend what failed, and pass a ${depth} test.`,
  },
  'extra-test-failed': {
    message: params =>
      `${testOf(params)}, a ${
        params.depth
      } test that is not required, failed${missedTimes(
        params,
      )}. It has not been passed since.`,
    action: ({ depth }) =>
      `Mend what failed, and pass a ${depth} test or a deeper one, no less real than the one that failed.`,
  },
  'retest-needed': {
    message: params => {
      const more = Number(params.more);
      return `The ${params.depth} test ${testOf(
        params,
      )} was passed, and does not prove anything any more: ${
        retestReasons[String(params.reason)]
      }${more > 0 ? `; and ${more} more` : ''}.`;
    },
    action: ({ depth, reason }) =>
      reason === 'no-plan-in-force'
        ? `Have a plan approved that has recovery steps for it, and test it with a ${depth} test if these are others.`
        : `Repeat the ${depth} test.`,
  },
  'result-unreviewed': {
    message: params =>
      `Nobody has reviewed ${testOf(params)} by ${dayText(
        params.dueOn,
      )}: until then it counted as passed.`,
    action: () =>
      'Have somebody review the result who neither facilitated the test nor recorded it.',
  },
  'test-missed': {
    message: params =>
      `“${params.test}”, planned for ${dayText(
        params.plannedOn,
      )}, was not held.`,
    action: () => 'Hold it, plan another date for it, or cancel it.',
  },
  'finding-overdue': {
    message: params =>
      `The finding “${params.finding}” should have been resolved by ${dayText(
        params.dueOn,
      )}.`,
    action: () =>
      'Resolve it, or have somebody accept that nothing will be done about it.',
  },
} satisfies Record<string, GapText>;

/** What "due soon" says of a test. */
export const testDueSoon: GapText = {
  message: params =>
    `${requires(params)}. ${testOf(params)} counts until ${dayText(
      params.dueOn,
    )}.`,
  action: planTest,
};
