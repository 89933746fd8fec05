import {
  describeDuration,
  type OutcomeReason,
  type TestResult,
} from 'backstage-plugin-continuity-common';
import { secondsOf } from '../../profile/objective';
import type { Translate } from '../../translation/Translate';

function overBy(measured: number | null, target: string | null): string {
  const allowed = secondsOf(target);
  return measured === null || allowed === null
    ? '?'
    : describeDuration(measured - allowed);
}

/** Why an outcome can't be better, in words. */
export function outcomeReasonText(
  t: Translate,
  reason: OutcomeReason,
  result: Pick<TestResult, 'measure' | 'targets' | 'deliveredPercent'>,
): string {
  const { measure, targets } = result;
  switch (reason) {
    case 'rto-missed':
      return t('testRun.reason.rto-missed', {
        over: overBy(measure.rtaSeconds, targets.rto),
      });
    case 'rpo-missed':
      return t('testRun.reason.rpo-missed', {
        over: overBy(measure.rpaSeconds, targets.rpo),
      });
    case 'level-missed':
      return t('testRun.reason.level-missed', {
        level: String(result.deliveredPercent ?? '?'),
        target: String(targets.mbcoPercent ?? '?'),
      });
    default:
      return t(`testRun.reason.${reason}`);
  }
}

/** The reasons and what follows from them: "It missed its RTO by 40 min: it can only be failed." */
export function bestOutcomeText(t: Translate, result: TestResult): string {
  const { best, reasons } = result.measure;
  const why = reasons
    .map(reason => outcomeReasonText(t, reason, result))
    .join('; ');
  if (!why || best === 'passed') return '';
  return t(
    best === 'failed' ? 'testRun.best.failed' : 'testRun.best.inconclusive',
    { why },
  );
}
