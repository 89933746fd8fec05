import {
  fromTimeField,
  runningClock,
  toTimeField,
  zonedSpan,
} from './zonedTime';

const berlin = { zone: 'Europe/Berlin', locale: 'en-GB' };

describe('times of a test', () => {
  it.each([
    [0, '00:00:00'],
    [3_599.9, '00:59:59'],
    [86_400, '1 d 00:00:00'],
    [-5, '00:00:00'],
  ])('%p seconds are read as %p', (seconds, text) => {
    expect(runningClock(seconds)).toBe(text);
  });

  it('name the day once, and the zone', () => {
    expect(
      zonedSpan(
        {
          startsAt: '2026-06-17T08:00:00.000Z',
          endsAt: '2026-06-17T10:00:00.000Z',
          allDay: false,
        },
        berlin,
      ),
    ).toMatch(/17 Jun 2026, 10:00 – 12:00 (CEST|GMT\+2)/);
  });

  it('of a whole day end with that day, also where the clocks change', () => {
    expect(
      zonedSpan(
        {
          startsAt: '2026-03-28T23:00:00.000Z',
          endsAt: '2026-03-29T22:00:00.000Z',
          allDay: true,
        },
        berlin,
      ),
    ).toMatch(/^Sun,? 29 Mar 2026$/);
  });

  it('are typed in the zone that is named', () => {
    const typed = toTimeField('2026-06-17T08:00:05.000Z', 'Europe/Berlin');
    expect(typed).toBe('2026-06-17T10:00:05');
    expect(fromTimeField(typed, 'Europe/Berlin')).toBe(
      '2026-06-17T08:00:05.000Z',
    );
    expect(fromTimeField('', 'Europe/Berlin')).toBeNull();
  });
});
