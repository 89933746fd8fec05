import { describeDuration } from 'backstage-plugin-continuity-common';
import type { Translate } from '../translation/Translate';

/** A target in words. `0`, `none` and unset are three different things. */
export function targetTimeText(
  t: Translate,
  target: 'rto' | 'rpo' | 'mtpd',
  seconds: number | 'none' | null,
): string {
  if (seconds === null) return t('profile.value.unset');
  if (seconds === 'none') return t('profile.value.holdsNoData');
  if (seconds === 0 && target === 'rto') return t('profile.value.zeroRto');
  if (seconds === 0 && target === 'rpo') return t('profile.value.zeroRpo');
  return describeDuration(seconds);
}

/** An expected time: `4 h`, or `at least 4 h` where it is a lower bound. */
export function expectedTimeText(
  t: Translate,
  expected: { seconds: number; atLeast: boolean },
): string {
  const time = describeDuration(expected.seconds);
  return expected.atLeast ? t('dependency.loss.atLeast', { time }) : time;
}
