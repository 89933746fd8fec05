import {
  scheduleInstants,
  type TestSchedule,
} from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';

/** A schedule as a form holds it: days and times of day in the zone that people plan in. */
export interface ScheduleDraft {
  allDay: boolean;
  /** `2026-06-30` */
  startDay: string;
  /** `10:00` */
  startTime: string;
  endDay: string;
  endTime: string;
  timeZone: string;
}

/** The reader's own zone. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** The zones that this browser knows, the given one among them. */
export function knownZones(chosen: string): string[] {
  const { supportedValuesOf } = Intl as unknown as {
    supportedValuesOf?: (key: 'timeZone') => string[];
  };
  const zones = supportedValuesOf?.('timeZone') ?? [];
  return [...new Set([chosen, 'UTC', ownZone(), ...zones])];
}

/** Two hours in the morning of a day. */
export function morningOf(day: string, timeZone: string): ScheduleDraft {
  return {
    allDay: false,
    startDay: day,
    startTime: '10:00',
    endDay: day,
    endTime: '12:00',
    timeZone,
  };
}

/** A working day in about a week, so that people can make room for it. */
export function usualDay(now: Date, timeZone: string): string {
  const day = DateTime.fromJSDate(now, { zone: timeZone }).plus({ days: 7 });
  const workday = day.weekday > 5 ? day.plus({ days: 8 - day.weekday }) : day;
  return workday.toISODate()!;
}

/** What the form shows of a schedule, moved by some days; the time of day stays what the clock in its zone says. */
export function scheduleDraftOf(
  schedule: TestSchedule,
  options: { days?: number } = {},
): ScheduleDraft {
  const { allDay, timeZone } = schedule;
  const { days = 0 } = options;
  const at = (text: string) =>
    DateTime.fromISO(text, { zone: timeZone }).plus({ days });
  const [start, end] = [at(schedule.start), at(schedule.end)];
  const time = (moment: DateTime, whole: string) =>
    allDay ? whole : moment.toFormat('HH:mm');
  return {
    allDay,
    startDay: start.toISODate()!,
    startTime: time(start, '10:00'),
    endDay: end.toISODate()!,
    endTime: time(end, '12:00'),
    timeZone,
  };
}

/** The schedule that a form means; what is not filled in comes out as it was written, so that the check names it. */
export function scheduleOf(draft: ScheduleDraft): TestSchedule {
  const { allDay, startDay, startTime, endDay, endTime, timeZone } = draft;
  if (allDay) return { allDay, start: startDay, end: endDay, timeZone };
  const instant = (day: string, time: string) => {
    const moment = DateTime.fromISO(`${day}T${time}`, { zone: timeZone });
    return moment.isValid
      ? new Date(moment.toMillis()).toISOString()
      : `${day}T${time}`;
  };
  return {
    allDay,
    start: instant(startDay, startTime),
    end: instant(endDay, endTime),
    timeZone,
  };
}

/** What is wrong with a schedule that somebody is filling in; undefined where it holds. */
export function scheduleProblem(
  draft: ScheduleDraft,
): 'incomplete' | 'backwards' | undefined {
  const { allDay, startDay, startTime, endDay, endTime } = draft;
  const filled = allDay
    ? [startDay, endDay]
    : [startDay, startTime, endDay, endTime];
  if (filled.some(text => !text)) return 'incomplete';
  const { startsAt, endsAt } = scheduleInstants(scheduleOf(draft));
  return Date.parse(startsAt) < Date.parse(endsAt) ? undefined : 'backwards';
}
