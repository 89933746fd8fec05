import type { EventInput } from '@fullcalendar/core';
import type { TestSummary } from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';
import { daysOf } from '../testMoments';

/** A test as the calendar draws it. What is only planned can be moved. */
export function calendarEvents(
  tests: readonly TestSummary[],
  options: { movable: boolean },
): EventInput[] {
  return tests.map(test => ({
    id: test.id,
    title: test.title,
    extendedProps: { test },
    editable: options.movable && test.state === 'planned',
    ...spanOf(test),
  }));
}

function spanOf(test: TestSummary): EventInput {
  if (!test.allDay) return { start: test.startsAt, end: test.endsAt };
  const { first, last } = daysOf(test);
  return {
    allDay: true,
    start: first,
    // the calendar wants the first day after it
    end: DateTime.fromISO(last, { zone: 'utc' }).plus({ days: 1 }).toISODate()!,
  };
}
