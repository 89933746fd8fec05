import { DateTime } from 'luxon';
import { z } from 'zod';
import { endOfDayInZone, parseDeadline } from '../terms/deadline';
import { timeZoneSchema } from '../terms/deadlineZone';

/** A test that is planned for longer is a project. */
const LONGEST_DAYS = 92;

function issueOf(
  path: string,
  message: string,
  input: unknown,
): z.core.$ZodRawIssue {
  return { code: 'custom', path: [path], message, input };
}

/**
 * When a test is to be held. All day: `start` and `end` are days (`2026-03-29`), the last one included. Else they are moments with an offset, kept
 * as UTC. The zone is the one that people planned in.
 *
 * @public
 */
export const testScheduleSchema = z
  .object({
    allDay: z.boolean().default(false),
    start: z.string().max(40),
    end: z.string().max(40),
    timeZone: timeZoneSchema,
  })
  .strict()
  .check(payload => {
    const { allDay, timeZone } = payload.value;
    for (const key of ['start', 'end'] as const) {
      const text = payload.value[key];
      const parsed = parseDeadline(text, 'UTC');
      if (!parsed.ok) {
        payload.issues.push(issueOf(key, parsed.message, text));
      } else if (parsed.dateOnly !== allDay) {
        const message = allDay
          ? 'Write only the day, such as "2026-06-30": the test takes all day.'
          : 'Write the time, too, such as "2026-06-30T17:00:00Z", or plan the test for all day.';
        payload.issues.push(issueOf(key, message, text));
      } else if (!allDay) payload.value[key] = parsed.instant;
    }
    if (payload.issues.length > 0) return;
    const { startsAt, endsAt } = scheduleInstants(payload.value);
    const days = DateTime.fromISO(endsAt, { zone: timeZone }).diff(
      DateTime.fromISO(startsAt, { zone: timeZone }),
      'days',
    ).days;
    if (days <= 0) {
      payload.issues.push(
        issueOf(
          'end',
          'It ends before it begins. Write a later end.',
          payload.value.end,
        ),
      );
    } else if (days > LONGEST_DAYS) {
      payload.issues.push(
        issueOf(
          'end',
          `It takes longer than ${LONGEST_DAYS} days. Write an earlier end, or plan several tests.`,
          payload.value.end,
        ),
      );
    }
  });

/** @public */
export type TestSchedule = z.output<typeof testScheduleSchema>;

/**
 * The first moment of a test, and the first one after it (UTC). Days of 23 or 25 hours are as long as the clocks of the zone say.
 *
 * @throws RangeError when a day or the zone can't be read: the schema lets none through.
 * @public
 */
export function scheduleInstants(schedule: TestSchedule): {
  startsAt: string;
  endsAt: string;
} {
  const { allDay, start, end, timeZone } = schedule;
  if (!allDay) return { startsAt: start, endsAt: end };
  const first = DateTime.fromISO(start, { zone: timeZone }).startOf('day');
  if (!first.isValid) throw new RangeError(`"${start}" is no day`);
  return {
    startsAt: new Date(first.toMillis()).toISOString(),
    endsAt: endOfDayInZone(end, timeZone),
  };
}
