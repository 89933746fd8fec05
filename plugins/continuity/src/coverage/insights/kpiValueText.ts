import type { Kpi } from 'backstage-plugin-continuity-common';
import type { Translate } from '../../translation/Translate';

/** A figure in its unit, as people read it. Shares are rounded down: 99.6 % is not "100 %". */
export function kpiValueText(
  value: number | null,
  options: { unit: Kpi['unit']; t: Translate; locale: string },
): string {
  const { unit, t, locale } = options;
  if (value === null) return t('insights.none');
  const number = (digits: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
  switch (unit) {
    case 'share':
      return new Intl.NumberFormat(locale, {
        style: 'percent',
        maximumFractionDigits: 0,
      }).format(Math.floor(value * 100 + 1e-9) / 100);
    case 'ratio':
      return t('insights.ratio', { value: number(2).format(value) });
    case 'days': {
      const rounded = Math.round(value * 10) / 10;
      return t('insights.days', {
        count: rounded,
        shown: number(1).format(rounded),
      });
    }
    default:
      return number(0).format(value);
  }
}

/** What is aimed at. */
export function kpiTargetText(
  kpi: Pick<Kpi, 'target' | 'unit' | 'better'>,
  options: { t: Translate; locale: string },
): string {
  const { target, unit, better } = kpi;
  if (target === null) return options.t('insights.target.none');
  return options.t(`insights.target.${better}`, {
    target: kpiValueText(target, { ...options, unit }),
  });
}

/** Whether the target is reached, in one word of three. */
export function kpiVerdict(
  kpi: Pick<Kpi, 'reachesTarget'>,
): 'reached' | 'missed' | 'open' {
  if (kpi.reachesTarget === null) return 'open';
  return kpi.reachesTarget ? 'reached' : 'missed';
}
