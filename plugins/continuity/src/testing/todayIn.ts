import { DateTime } from 'luxon';

/** Which day it is by the clocks of a zone: the policy's, in which days end and tests fall due. */
export function todayIn(zone: string): string {
  return DateTime.now().setZone(zone).toISODate()!;
}
