import { parseCadence } from 'backstage-plugin-continuity-common';
import type { Translate } from '../translation/Translate';

const UNITS = ['years', 'months', 'weeks', 'days'] as const;
const ONE = {
  years: 'year',
  months: 'month',
  weeks: 'week',
  days: 'day',
} as const;

function partsOf(iso: string) {
  const parsed = parseCadence(iso);
  if (!parsed.ok) return [];
  return UNITS.map(unit => ({ unit, count: parsed.cadence[unit] })).filter(
    ({ count }) => count > 0,
  );
}

/** The length of a cadence in the reader's language: `P1Y6M` is "1 year 6 months". */
export function cadenceLengthText(t: Translate, iso: string): string {
  const parts = partsOf(iso).map(({ unit, count }) =>
    t(`policy.length.${unit}`, { count }),
  );
  return parts.join(' ') || iso;
}

/** How often, in the reader's language: `P1Y` is "every year", `P3M` is "every 3 months". */
export function cadenceText(t: Translate, iso: string): string {
  const parts = partsOf(iso);
  if (parts.length === 1 && parts[0].count === 1) {
    return t(`policy.every.${ONE[parts[0].unit]}`);
  }
  return t('policy.every.length', { length: cadenceLengthText(t, iso) });
}
