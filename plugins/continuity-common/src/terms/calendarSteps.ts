import { parseCadence, type Cadence } from './cadence';
import { addCadence, subtractCadence } from './cadenceArithmetic';

const MILLISECONDS_A_DAY = 86_400_000;
/** Entities that began together share their dates; the limits only keep the memories small. */
const REMEMBERED = 50_000;
const cadences = new Map<string, Cadence>();
const steps = new Map<string, string>();

function cadenceOf(iso: string): Cadence {
  const known = cadences.get(iso);
  if (known) return known;
  const parsed = parseCadence(iso);
  if (!parsed.ok) throw new RangeError(parsed.message);
  if (cadences.size >= REMEMBERED) cadences.clear();
  cadences.set(iso, parsed.cadence);
  return parsed.cadence;
}

function step(
  from: string,
  cadence: Cadence,
  zone: string,
  direction: 1 | -1,
): string {
  const { years, months, weeks, days } = cadence;
  if (zone === 'UTC' && years === 0 && months === 0) {
    // days of UTC all have the same length
    const length = (weeks * 7 + days) * MILLISECONDS_A_DAY;
    return new Date(Date.parse(from) + direction * length).toISOString();
  }
  const move = direction === 1 ? addCadence : subtractCadence;
  return move(from, cadence, zone);
}

function remember(
  from: string,
  cadence: string,
  zone: string,
  direction: 1 | -1,
): string {
  const key = `${direction} ${from} ${cadence} ${zone}`;
  const known = steps.get(key);
  if (known !== undefined) return known;
  const moved = step(from, cadenceOf(cadence), zone, direction);
  if (steps.size >= REMEMBERED) steps.clear();
  steps.set(key, moved);
  return moved;
}

/**
 * The instant one cadence later by the calendar of the zone, remembered, since assessing a whole catalog asks for the same few again
 * and again.
 *
 * @throws RangeError when instant, cadence or zone can't be read.
 */
export function advance(from: string, cadence: string, zone: string): string {
  return remember(from, cadence, zone, 1);
}

/** The instant one cadence earlier; see {@link advance}. */
export function recede(from: string, cadence: string, zone: string): string {
  return remember(from, cadence, zone, -1);
}
