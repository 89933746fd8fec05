import { DateTime } from 'luxon';
import { endOfDayInZone } from './deadline';

/** Entities share their dates; the limit only keeps the memory small. */
const REMEMBERED = 50_000;
const remembered = new Map<string, string>();

function remember(key: string, find: () => string): string {
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const day = find();
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(key, day);
  return day;
}

/** The day of an instant by the calendar of a zone, remembered, since assessing a whole catalog asks for the same few again and again. */
export function dayInZone(instant: string, zone: string): string {
  return remember(`${instant} ${zone}`, () =>
    zone === 'UTC'
      ? new Date(instant).toISOString().slice(0, 10)
      : DateTime.fromISO(instant, { zone }).toISODate()!,
  );
}

/**
 * The last day on which something is in time that is late from an instant on: what ends with a day is due on that day.
 *
 * @public
 */
export function lastDayBefore(instant: string, zone: string): string {
  return remember(`before ${instant} ${zone}`, () =>
    dayInZone(new Date(Date.parse(instant) - 1).toISOString(), zone),
  );
}

/** {@link endOfDayInZone}, remembered. */
export function endOfDay(day: string, zone: string): string {
  return remember(`end ${day} ${zone}`, () => endOfDayInZone(day, zone));
}
