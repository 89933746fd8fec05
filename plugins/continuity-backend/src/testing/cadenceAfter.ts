import { addCadence, parseCadence } from 'backstage-plugin-continuity-common';

/**
 * The moment a cadence after another one, by the calendar of the zone.
 *
 * @throws RangeError when the cadence can't be read: the policy's schema lets none through.
 */
export function cadenceAfter(
  moment: string,
  cadence: string,
  zone: string,
): string {
  const parsed = parseCadence(cadence);
  if (!parsed.ok) throw new RangeError(parsed.message);
  return addCadence(moment, parsed.cadence, zone);
}
