import type { TestDepth } from '../policy/policy';
import { durationSeconds } from '../terms/durationSeconds';
import { isMeasuringDepth } from './testDepth';
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

/** Whether a time keeps to a target, which may be zero; the reason if it can't be said that it does. */
function compareTime(
  seconds: number | null,
  target: string | null,
  reasons: Record<'missed' | 'missing' | 'unset', OutcomeReason>,
): { against: AgainstTarget; reasons: OutcomeReason[] } {
  if (target !== null && seconds !== null) {
    const isMissed = seconds > durationSeconds(target);
    return isMissed
      ? { against: 'missed', reasons: [reasons.missed] }
      : { against: 'met', reasons: [] };
  }
  return {
    against: 'not-assessed',
    reasons: [
      ...(seconds === null ? [reasons.missing] : []),
      ...(target === null ? [reasons.unset] : []),
    ],
  };
}

/** A level that was not written down proves nothing: a percentage that is demanded has to be measured. */
function compareLevel(
  { deliveredPercent, levelMet }: Measured,
  { mbcoPercent, mbcoText }: TestTargets,
): { against: AgainstTarget; reasons: OutcomeReason[] } {
  if (mbcoPercent !== null) {
    if (deliveredPercent === null) {
      return { against: 'not-assessed', reasons: ['level-missing'] };
    }
    return deliveredPercent < mbcoPercent
      ? { against: 'missed', reasons: ['level-missed'] }
      : { against: 'met', reasons: [] };
  }
  if (mbcoText === null || levelMet === null) {
    return { against: 'not-assessed', reasons: [] };
  }
  return levelMet
    ? { against: 'met', reasons: [] }
    : { against: 'missed', reasons: ['level-missed'] };
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
  const rto = compareTime(measured.rtaSeconds, targets.rto, {
    missed: 'rto-missed',
    missing: 'rta-missing',
    unset: 'rto-unset',
  });
  const rpo: ReturnType<typeof compareTime> =
    targets.rpo === 'none'
      ? { against: 'not-assessed', reasons: [] }
      : compareTime(measured.rpaSeconds, targets.rpo, {
          missed: 'rpo-missed',
          missing: 'rpa-missing',
          unset: 'rpo-unset',
        });
  const level = compareLevel(measured, targets);
  const reasons = [...rto.reasons, ...rpo.reasons, ...level.reasons];
  return {
    rto: rto.against,
    rpo: rpo.against,
    level: level.against,
    best: bestOf(reasons),
    reasons,
  };
}

function bestOf(reasons: OutcomeReason[]): TestOutcome {
  if (reasons.length === 0) return 'passed';
  return reasons.some(reason => failing.has(reason))
    ? 'failed'
    : 'inconclusive';
}
