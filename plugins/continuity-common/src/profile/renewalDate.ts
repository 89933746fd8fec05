import { DateTime } from 'luxon';
import { parseCadence } from '../terms/cadence';
import { endOfDayInZone } from '../terms/deadline';

/** Many agreements share their day; the limit only keeps the memory small. */
const REMEMBERED = 10_000;
const remembered = new Map<string, { dueOn: string; dueAt: string }>();

/**
 * When something that was agreed or done on a day must be renewed: on the day that the calendar finds one cadence later (31 January
 * and a month is the last day of February), at the end of that day in the zone.
 *
 * @throws RangeError when day, cadence or zone can't be read.
 */
export function renewalDate(
  day: string,
  cadence: string,
  zone: string,
): { dueOn: string; dueAt: string } {
  const key = `${day} ${cadence} ${zone}`;
  const known = remembered.get(key);
  if (known) return known;
  const parsed = parseCadence(cadence);
  if (!parsed.ok) throw new RangeError(parsed.message);
  const due = DateTime.fromISO(day, { zone: 'utc' }).plus({
    ...parsed.cadence,
  });
  const dueOn = due.toISODate();
  if (dueOn === null) throw new RangeError(`"${day}" is no day`);
  const renewal = { dueOn, dueAt: endOfDayInZone(dueOn, zone) };
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(key, renewal);
  return renewal;
}
