import { DateTime } from 'luxon';
import type { Cadence } from './cadence';
import { isIanaZone } from './deadlineZone';

function inZone(instant: string, zone: string): DateTime {
  if (!isIanaZone(zone)) throw new RangeError(`Unknown time zone "${zone}"`);
  const hasOffset = /T.*(?:Z|[+-]\d{2}(?::?\d{2})?)$/i.test(instant);
  const moment = DateTime.fromISO(instant, { zone });
  if (!hasOffset || !moment.isValid) {
    throw new RangeError(
      `"${instant}" is no instant; it needs a date, a time and "Z" or an offset`,
    );
  }
  return moment;
}

function toUtcIso(moment: DateTime): string {
  return new Date(moment.toMillis()).toISOString();
}

/**
 * The instant one cadence later, by the calendar of the zone: 31 January and a month is the last day of February, and the
 * time on the wall stays the same over a change of the clocks. A wall time that does not exist on that day moves on by
 * the hour that was skipped. A start on a later day never gives an earlier day; hours may change places,
 * since 30 January at noon and 31 January at dawn both lead to 28 February.
 *
 * @param fromIso - UTC instant (or one with an offset)
 * @returns UTC instant with milliseconds
 * @throws RangeError when the instant or the zone is not valid.
 * @public
 */
export function addCadence(
  fromIso: string,
  cadence: Cadence,
  zone: string,
): string {
  return toUtcIso(inZone(fromIso, zone).plus({ ...cadence }));
}

/**
 * The instant one cadence earlier, by the calendar of the zone: for "how long before must it be announced". Not always the
 * inverse of {@link addCadence}: a month before 28 February is 28 January.
 *
 * @param fromIso - UTC instant (or one with an offset)
 * @returns UTC instant with milliseconds
 * @throws RangeError when the instant or the zone is not valid.
 * @public
 */
export function subtractCadence(
  fromIso: string,
  cadence: Cadence,
  zone: string,
): string {
  return toUtcIso(inZone(fromIso, zone).minus({ ...cadence }));
}
