import type { EventInput } from '@fullcalendar/core';
import type {
  ChangeSummary,
  TestSummary,
} from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';
import { daysOf } from '../testMoments';

/** What the clocks of a zone say at a moment, as the calendar takes it: without an offset. */
export function wallClock(iso: string, timeZone: string): string {
  return DateTime.fromISO(iso, { zone: timeZone }).toFormat(
    "yyyy-MM-dd'T'HH:mm:ss",
  );
}

/** Tests as the calendar draws them, by the clocks of a zone. What is only planned can be moved. */
export function calendarEvents(
  tests: readonly TestSummary[],
  options: { movable: boolean; timeZone: string },
): EventInput[] {
  return tests.map(test => ({
    id: test.id,
    title: test.title,
    extendedProps: { test },
    editable: options.movable && test.state === 'planned',
    ...spanOf(test, options.timeZone),
  }));
}

function spanOf(test: TestSummary, timeZone: string): EventInput {
  if (!test.allDay) {
    return {
      start: wallClock(test.startsAt, timeZone),
      end: wallClock(test.endsAt, timeZone),
    };
  }
  const { first, last } = daysOf(test);
  return {
    allDay: true,
    start: first,
    // the calendar wants the first day after it
    end: DateTime.fromISO(last, { zone: 'utc' }).plus({ days: 1 }).toISODate()!,
  };
}

/** Planned windows of changes, drawn by the clocks of a zone; they are not moved here. */
export function changeEvents(
  changes: readonly ChangeSummary[],
  options: { timeZone: string },
): EventInput[] {
  return changes.flatMap(change => {
    const { plannedStart, plannedEnd } = change;
    if (plannedStart === null) return [];
    return [
      {
        id: `change ${change.id}`,
        title: change.title,
        extendedProps: { change },
        editable: false,
        start: wallClock(plannedStart, options.timeZone),
        end: wallClock(plannedEnd ?? plannedStart, options.timeZone),
      },
    ];
  });
}
