import {
  describeDuration,
  durationSeconds,
} from 'backstage-plugin-continuity-common';
import type { Translate } from '../translation/Translate';

const WEEK = 7 * 86_400;

/** A point in time after a disruption: whole weeks as weeks, else as targets are written. */
export function pointText(t: Translate, iso: string): string {
  const seconds = durationSeconds(iso);
  const weeks = seconds / WEEK;
  return weeks >= 1 && Number.isInteger(weeks)
    ? t('analysis.week', { count: weeks })
    : describeDuration(seconds);
}
