import { DateTime } from 'luxon';

/** `3 weeks ago`, in the reader's language. */
export function relativeTime(
  iso: string,
  options: { locale: string; now: Date },
): string {
  const { locale, now } = options;
  return (
    DateTime.fromISO(iso)
      .setLocale(locale)
      .toRelative({
        base: DateTime.fromJSDate(now),
        unit: [
          'years',
          'months',
          'weeks',
          'days',
          'hours',
          'minutes',
          'seconds',
        ],
      }) ?? iso
  );
}

/** A moment in full, in the reader's own zone, which it names: `3 March 2026, 14:05 CET`. */
export function fullMoment(iso: string, locale: string): string {
  return (
    DateTime.fromISO(iso)
      .setLocale(locale)
      .toLocaleString({
        dateStyle: 'long',
        timeStyle: 'short',
      } as Intl.DateTimeFormatOptions) + zoneOf(iso, locale)
  );
}

function zoneOf(iso: string, locale: string): string {
  const zone = DateTime.fromISO(iso).setLocale(locale).offsetNameShort;
  return zone ? ` ${zone}` : '';
}
