import type { ExemptionSummary } from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';
import { formatDay, formatDueDay } from '../status/formatDay';
import type { Translate } from '../translation/Translate';

/** When an exemption ends: the day that is its last one, or the moment with its zone. */
export function exemptionEndText(
  exemption: Pick<ExemptionSummary, 'endsAt' | 'until' | 'closing'>,
  options: { locale: string; timeZone?: string },
): string {
  const { endsAt, until, closing } = exemption;
  const { locale, timeZone = 'UTC' } = options;
  if (closing) return formatDay(endsAt, options);
  if (/^\d{4}-\d{2}-\d{2}$/.test(until)) return formatDueDay(endsAt, options);
  const end = DateTime.fromISO(endsAt, { zone: timeZone }).setLocale(locale);
  return `${formatDay(endsAt, options)}, ${end.toLocaleString(
    DateTime.TIME_SIMPLE,
  )} (${timeZone})`;
}

/** From when until when an exemption holds, held or would have held. */
export function exemptionPeriodText(
  t: Translate,
  exemption: ExemptionSummary,
  options: { locale: string; timeZone?: string },
): string {
  const { state, startsAt, decision } = exemption;
  const end = exemptionEndText(exemption, options);
  if (state === 'ended') {
    return t(decision ? 'exemption.period.ended' : 'exemption.period.lapsed', {
      end,
    });
  }
  const isAhead = Date.parse(startsAt) > Date.now();
  return isAhead
    ? t('exemption.period.fromUntil', {
        start: formatDay(startsAt, options),
        end,
      })
    : t('exemption.period.until', { end });
}
