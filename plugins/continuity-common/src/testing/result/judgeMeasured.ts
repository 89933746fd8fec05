import type { TestDepth } from '../../policy/policy';
import { durationSeconds } from '../../terms/durationSeconds';
import { isMeasuringDepth } from '../testDepth';
import type { TestOutcome } from './testOutcome';
import type { AgainstTarget, OutcomeReason, ResultMeasure } from './testResult';
import type { TestTargets } from './testTargets';

/** What was measured of one entity; times in seconds, null = not known. @public */
export interface Measured {
  depth: TestDepth;
  rtaSeconds: number | null;
  rpaSeconds: number | null;
  /** False: it did not come back to its minimum service. */
  recovered: boolean | null;
  deliveredPercent: number | null;
  /** The reviewer's answer where the minimum service has no percentage. */
  levelMet: boolean | null;
}

/** What was measured against targets. @public */
export type Judgement = Omit<
  ResultMeasure,
  'rtaSeconds' | 'rpaSeconds' | 'ownSeconds'
>;

const failing: ReadonlySet<OutcomeReason> = new Set<OutcomeReason>([
  'not-recovered',
  'rto-missed',
  'rpo-missed',
  'level-missed',
]);

/** Whether a time keeps to a target, which may be zero; adds the reason if it can't be said that it does. */
function compareTime(
  kind: 'rto' | 'rpo',
  times: { seconds: number | null; target: string | null },
  reasons: OutcomeReason[],
): AgainstTarget {
  const { seconds, target } = times;
  if (seconds === null) {
    reasons.push(kind === 'rto' ? 'rta-missing' : 'rpa-missing');
  }
  if (target === null) reasons.push(`${kind}-unset`);
  if (seconds === null || target === null) return 'not-assessed';
  if (seconds <= durationSeconds(target)) return 'met';
  reasons.push(`${kind}-missed`);
  return 'missed';
}

/** A level that was not written down proves nothing: a percentage that is demanded has to be measured. */
function compareLevel(
  { deliveredPercent, levelMet }: Measured,
  { mbcoPercent, mbcoText }: TestTargets,
  reasons: OutcomeReason[],
): AgainstTarget {
  let isMet: boolean;
  if (mbcoPercent !== null) {
    if (deliveredPercent === null) {
      reasons.push('level-missing');
      return 'not-assessed';
    }
    isMet = deliveredPercent >= mbcoPercent;
  } else {
    if (mbcoText === null || levelMet === null) return 'not-assessed';
    isMet = levelMet;
  }
  if (isMet) return 'met';
  reasons.push('level-missed');
  return 'missed';
}

/** What was not brought back has no recovery time to miss: only that is said. */
const notBack: Judgement = {
  rto: 'missed',
  rpo: 'not-assessed',
  level: 'missed',
  best: 'failed',
  reasons: ['not-recovered'],
};

const nothingMeasured: Judgement = {
  rto: 'not-assessed',
  rpo: 'not-assessed',
  level: 'not-assessed',
  best: 'passed',
  reasons: [],
};

/**
 * The best outcome that the numbers allow (DOMAIN.md §5). A measured miss is `failed`; a missing RTA, a missing RPA although the entity holds data, an
 * unset RTO or RPO are at best `inconclusive`. Targets of zero are targets; RPO `none` asks for nothing.
 *
 * @public
 */
export function judgeMeasured(
  measured: Measured,
  targets: TestTargets,
): Judgement {
  if (!isMeasuringDepth(measured.depth)) return nothingMeasured;
  if (measured.recovered === false) return notBack;
  const { rtaSeconds, rpaSeconds } = measured;
  const reasons: OutcomeReason[] = [];
  const rto = compareTime(
    'rto',
    { seconds: rtaSeconds, target: targets.rto },
    reasons,
  );
  const rpo =
    targets.rpo === 'none'
      ? 'not-assessed'
      : compareTime(
          'rpo',
          { seconds: rpaSeconds, target: targets.rpo },
          reasons,
        );
  const level = compareLevel(measured, targets, reasons);
  return { rto, rpo, level, best: bestOf(reasons), reasons };
}

function bestOf(reasons: OutcomeReason[]): TestOutcome {
  if (reasons.length === 0) return 'passed';
  return reasons.some(reason => failing.has(reason))
    ? 'failed'
    : 'inconclusive';
}
