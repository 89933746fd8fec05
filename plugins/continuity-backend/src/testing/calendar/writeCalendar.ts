import type { TestDepth } from 'backstage-plugin-continuity-common';
import ical, {
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator';
import { DateTime } from 'luxon';

/** A test as calendars show it: its title, and how many entities it has. */
export interface CalendarEntry {
  testId: string;
  title: string;
  depth: TestDepth;
  isCancelled: boolean;
  /** Days (`2026-03-29`, the last one included) where it takes all day, else moments. */
  allDay: boolean;
  start: string;
  end: string;
  /** Entities that the reader may see, and how many they may not. */
  entities: number;
  redacted: number;
  sequence: number;
  createdAt: string;
  changedAt: string;
  /** Of its page in the portal. */
  url: string;
}

/**
 * Entries as iCalendar (RFC 5545). The same entries give the same text at any time: `DTSTAMP` is when an entry changed, not when it was asked for.
 *
 * Moments are written in UTC, which every reader shows in its own zone, whatever the clocks do there. A test that takes all day is one of days:
 * `DTEND` is the day after it.
 */
export function writeCalendar(
  entries: CalendarEntry[],
  options: { name: string },
): string {
  const calendar = ical({
    name: plain(options.name),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Backstage', product: 'Continuity', language: 'EN' },
    ttl: 60 * 60,
  });
  for (const entry of entries) {
    const changed = new Date(entry.changedAt);
    calendar.createEvent({
      id: `continuity-test-${entry.testId}@backstage`,
      summary: plain(entry.title),
      description: describe(entry),
      url: entry.url,
      class: ICalEventClass.PRIVATE,
      // needed for what is published (RFC 5546, 3.2.1); nobody is to be written to
      organizer: { name: 'Continuity', email: 'noreply@continuity.invalid' },
      ...timesOf(entry),
      allDay: entry.allDay,
      status: entry.isCancelled
        ? ICalEventStatus.CANCELLED
        : ICalEventStatus.CONFIRMED,
      sequence: entry.sequence,
      stamp: changed,
      lastModified: changed,
      created: new Date(entry.createdAt),
    });
  }
  return calendar.toString();
}

function timesOf({ allDay, start, end }: CalendarEntry) {
  if (!allDay) return { start: new Date(start), end: new Date(end) };
  const day = (text: string) => DateTime.fromISO(text, { zone: 'utc' });
  return {
    start: day(start).toJSDate(),
    end: day(end).plus({ days: 1 }).toJSDate(),
  };
}

function describe({ depth, entities, redacted }: CalendarEntry): string {
  const count = entities + redacted;
  const hidden = redacted === 0 ? '' : `, ${redacted} of which you may not see`;
  return `${depth[0].toUpperCase()}${depth.slice(1)} of ${count} ${
    count === 1 ? 'entity' : 'entities'
  }${hidden}.`;
}

/** Control characters may not stand in a text (RFC 5545, 3.3.11). */
function plain(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
}
