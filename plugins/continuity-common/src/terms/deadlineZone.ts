import { IANAZone } from 'luxon';
import { z } from 'zod';

/** Asking the runtime takes longer than all of the arithmetic. */
const knownZones = new Set<string>();

/**
 * Whether this is the name of a time zone in the IANA database that this runtime knows (`Europe/Berlin`, `UTC`).
 * Fixed offsets such as `+01:00` are not: they know no daylight saving.
 *
 * @public
 */
export function isIanaZone(zone: string): boolean {
  if (knownZones.has(zone)) return true;
  const isZone = /^[a-z]/i.test(zone) && IANAZone.isValidZone(zone);
  // there are only so many zones, each in few spellings; what is no zone is not remembered
  if (isZone) knownZones.add(zone);
  return isZone;
}

/**
 * The name of an IANA time zone, trimmed.
 *
 * @public
 */
export const timeZoneSchema = z
  .string({ error: 'Write the name of a time zone, such as "Europe/Berlin".' })
  .trim()
  .check(payload => {
    if (isIanaZone(payload.value)) return;
    payload.issues.push({
      code: 'custom',
      message: `"${payload.value}" is no time zone that is known here. Write a name from the IANA database, such as "Europe/Berlin" or "UTC".`,
      input: payload.value,
    });
  })
  .meta({
    description: 'Name of a time zone in the IANA database',
    examples: ['UTC', 'Europe/Berlin'],
  });
