import { Duration } from 'luxon';

/** The moment that lies a while after another, such as `PT25M`. */
export function momentAfter(moment: string, length: string): string {
  return new Date(
    Date.parse(moment) + Duration.fromISO(length).toMillis(),
  ).toISOString();
}
