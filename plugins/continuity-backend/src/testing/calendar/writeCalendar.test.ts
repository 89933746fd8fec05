import ICAL from 'ical.js';
import { CalendarEntry, writeCalendar } from './writeCalendar';

function anEntry(said: Partial<CalendarEntry> = {}): CalendarEntry {
  return {
    testId: '00000000-0000-4000-8000-000000000001',
    title: 'Failover of the checkout',
    depth: 'failover',
    isCancelled: false,
    allDay: false,
    start: '2026-03-29T00:30:00.000Z',
    end: '2026-03-29T02:00:00.000Z',
    entities: 1,
    redacted: 0,
    sequence: 0,
    createdAt: '2026-01-01T00:00:00.000Z',
    changedAt: '2026-01-02T03:04:05.000Z',
    url: 'https://portal.example.com/continuity/tests/1',
    ...said,
  };
}

/** Read by a library that did not write it. */
function read(...entries: CalendarEntry[]) {
  const text = writeCalendar(entries, { name: 'Tests, all; of them' });
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar
    .getAllSubcomponents('vevent')
    .map(component => new ICAL.Event(component));
  return { text, calendar, events };
}

describe('a calendar of tests', () => {
  it('is a published iCalendar with a name, and one event for each test', () => {
    const { text, calendar, events } = read(
      anEntry(),
      anEntry({ testId: 'other' }),
    );
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(
      text.split('\r\n').every(line => Buffer.byteLength(line) <= 75),
    ).toBe(true);
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(calendar.getFirstPropertyValue('prodid')).toBe(
      '-//Backstage//Continuity//EN',
    );
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe(
      'Tests, all; of them',
    );
    expect(events.map(({ uid }) => uid)).toEqual([
      'continuity-test-00000000-0000-4000-8000-000000000001@backstage',
      'continuity-test-other@backstage',
    ]);
    for (const name of ['organizer', 'dtstamp', 'last-modified', 'class']) {
      expect(events[0].component.getFirstProperty(name)).not.toBeNull();
    }
  });

  it('says the same at any time, as long as the tests are the same', () => {
    jest.useFakeTimers({ now: Date.parse('2026-01-01') });
    const { text: before } = read(anEntry());
    jest.setSystemTime(Date.parse('2027-07-07'));
    const { text, events } = read(anEntry());
    jest.useRealTimers();
    expect(text).toBe(before);
    expect(String(events[0].component.getFirstPropertyValue('dtstamp'))).toBe(
      '2026-01-02T03:04:05Z',
    );
  });

  it.each([
    ['spring', '2026-03-29T00:30:00.000Z', '2026-03-29T02:00:00.000Z', 5400],
    ['autumn', '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z', 3600],
  ])(
    'keeps the moments of a test over the change of the clocks in %s',
    (_, start, end, seconds) => {
      const [event] = read(anEntry({ start, end })).events;
      expect(event.startDate.zone).toBe(ICAL.Timezone.utcTimezone);
      expect(event.startDate.toJSDate().toISOString()).toBe(start);
      expect(event.endDate.toJSDate().toISOString()).toBe(end);
      expect(event.duration.toSeconds()).toBe(seconds);
    },
  );

  it.each([
    ['one day', '2026-06-30', '2026-06-30', '2026-07-01'],
    ['over the clocks in spring', '2026-03-28', '2026-03-29', '2026-03-30'],
    ['over the clocks in autumn', '2026-10-24', '2026-10-26', '2026-10-27'],
    ['over the year', '2026-12-31', '2026-12-31', '2027-01-01'],
  ])(
    'names the days of a test that takes all day, ending with the day after: %s',
    (_, start, end, after) => {
      const { text, events } = read(anEntry({ allDay: true, start, end }));
      expect(text).toContain(`DTSTART;VALUE=DATE:${start.replace(/-/g, '')}`);
      expect(events[0].startDate.isDate).toBe(true);
      expect(String(events[0].startDate)).toBe(start);
      expect(String(events[0].endDate)).toBe(after);
    },
  );

  it('takes a cancelled test out of calendars, as a later version of the same event', () => {
    const [planned] = read(anEntry()).events;
    const [cancelled] = read(
      anEntry({ isCancelled: true, sequence: 2 }),
    ).events;
    expect(planned.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(cancelled.component.getFirstPropertyValue('status')).toBe(
      'CANCELLED',
    );
    expect(cancelled.uid).toBe(planned.uid);
    expect([planned.sequence, cancelled.sequence]).toEqual([0, 2]);
  });

  it.each([
    ['marks', 'Restore; a, b \\ c "d": 100 %', 'Restore; a, b \\ c "d": 100 %'],
    ['lines that would be properties', 'A\r\nSTATUS:X', 'A STATUS:X'],
    [
      'other scripts, beyond a line',
      'Größe 🚒 '.repeat(30),
      'Größe 🚒 '.repeat(30).trim(),
    ],
    ['control characters', 'a\u0000b\u0007', 'a b'],
  ])('writes titles so that they are read as they were: %s', (_, title, as) => {
    const { events } = read(anEntry({ title }));
    expect(events).toHaveLength(1);
    expect(events[0].summary).toBe(as);
  });

  it.each([
    [1, 0, 'Failover of 1 entity.'],
    [3, 0, 'Failover of 3 entities.'],
    [1, 2, 'Failover of 3 entities, 2 of which you may not see.'],
  ])(
    'counts entities and names none: %d seen, %d hidden',
    (seen, hidden, says) => {
      const [event] = read(
        anEntry({ entities: seen, redacted: hidden }),
      ).events;
      expect(event.description).toBe(says);
    },
  );
});
