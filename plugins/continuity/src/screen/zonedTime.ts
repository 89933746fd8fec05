import { DateTime } from 'luxon';

/** A moment on a wall clock: `17 Jun 2026, 10:00 CEST`; with seconds where times are measured. */
export function zonedMoment(
  iso: string,
  options: { zone: string; locale: string; seconds?: boolean },
): string {
  const at = DateTime.fromISO(iso, { zone: options.zone }).setLocale(
    options.locale,
  );
  const text = at.toLocaleString({
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(options.seconds && { second: '2-digit' }),
  });
  return `${text} ${at.offsetNameShort}`;
}

/** The time of day alone: `10:04:12`. */
export function zonedClock(
  iso: string,
  options: { zone: string; locale: string },
): string {
  return DateTime.fromISO(iso, { zone: options.zone })
    .setLocale(options.locale)
    .toLocaleString(DateTime.TIME_24_WITH_SECONDS);
}

/** From and until, the day once where it is the same: `Wed 17 Jun 2026, 10:00 – 12:00 CEST`. */
export function zonedSpan(
  test: { startsAt: string; endsAt: string; allDay: boolean },
  options: { zone: string; locale: string },
): string {
  const { zone, locale } = options;
  const read = (iso: string) =>
    DateTime.fromISO(iso, { zone }).setLocale(locale);
  const start = read(test.startsAt);
  const day = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  } as const;
  if (test.allDay) {
    // the end is the first moment after the last day
    const last = read(test.endsAt).minus(1);
    const from = start.toLocaleString(day);
    return start.hasSame(last, 'day')
      ? from
      : `${from} – ${last.toLocaleString(day)}`;
  }
  const end = read(test.endsAt);
  const time = DateTime.TIME_24_SIMPLE;
  const until = start.hasSame(end, 'day')
    ? end.toLocaleString(time)
    : `${end.toLocaleString(day)}, ${end.toLocaleString(time)}`;
  return `${start.toLocaleString(day)}, ${start.toLocaleString(
    time,
  )} – ${until} ${end.offsetNameShort}`;
}

/** A time with the name of its zone, where the time does not say it already. */
export function withZone(text: string, zone: string): string {
  return text.endsWith(zone) ? text : `${text} (${zone})`;
}

/** For a field of the type `datetime-local`; empty for nothing. */
export function toTimeField(iso: string | null, zone: string): string {
  if (iso === null) return '';
  return DateTime.fromISO(iso, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
}

/** What was typed in a field of the type `datetime-local`, as an instant; null for what is no time. */
export function fromTimeField(text: string, zone: string): string | null {
  const at = DateTime.fromISO(text, { zone });
  return at.isValid ? new Date(at.toMillis()).toISOString() : null;
}

/** A clock that counts: `01:23:45`, from a day on `1 d 02:03:04`. */
export function runningClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (n: number) => String(n).padStart(2, '0');
  const days = Math.floor(whole / 86_400);
  const clock = [
    Math.floor((whole % 86_400) / 3_600),
    Math.floor((whole % 3_600) / 60),
    whole % 60,
  ]
    .map(two)
    .join(':');
  return days > 0 ? `${days} d ${clock}` : clock;
}
