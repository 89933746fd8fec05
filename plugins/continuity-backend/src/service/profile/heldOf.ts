import {
  endOfDayInZone,
  refused,
  type ContinuityPolicy,
  type heldInputSchema,
} from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';
import type { z } from 'zod';
import { WrongFieldsError } from '../../contract/WrongFieldsError';

/**
 * When a test was held that is entered afterwards. Of a day only its beginning counts, in the policy's zone.
 *
 * @throws WrongFieldsError where it has not happened yet, or ends before it begins.
 */
export function heldOf(
  held: z.output<typeof heldInputSchema>,
  options: { policy: ContinuityPolicy; now: string },
): { startedAt: string; endedAt: string; precision: 'instant' | 'day' } {
  const { policy, now } = options;
  if ('on' in held) {
    const zone = policy.timeZone;
    const begins = DateTime.fromISO(held.on, { zone }).startOf('day');
    const startedAt = new Date(begins.toMillis()).toISOString();
    if (startedAt > now) throw notYet('held.on');
    const ends = endOfDayInZone(held.on, zone);
    return {
      startedAt,
      endedAt: ends < now ? ends : now,
      precision: 'day',
    };
  }
  const { startedAt, endedAt } = held;
  if (startedAt > now) throw notYet('held.startedAt');
  if (endedAt > now) throw notYet('held.endedAt');
  if (endedAt < startedAt) {
    throw new WrongFieldsError([
      {
        path: 'held.endedAt',
        message: 'It ended before it began. Write a later end.',
      },
    ]);
  }
  return { startedAt, endedAt, precision: 'instant' };
}

function notYet(path: string): WrongFieldsError {
  return new WrongFieldsError([{ path, ...refused('test-not-held-yet') }]);
}
