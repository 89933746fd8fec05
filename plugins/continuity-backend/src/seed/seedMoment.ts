import { DateTime, Duration } from 'luxon';

/** The instant that a seed file means: an instant or a day, or how long before now (`-P40D`). */
export function seedMoment(
  text: string,
  options: { now: Date; zone: string },
): string {
  const { now, zone } = options;
  const moment = text.startsWith('-')
    ? DateTime.fromJSDate(now, { zone }).minus(Duration.fromISO(text.slice(1)))
    : DateTime.fromISO(text, { zone });
  return new Date(moment.toMillis()).toISOString();
}
