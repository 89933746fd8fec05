import {
  morningOf,
  scheduleDraftOf,
  scheduleOf,
  scheduleProblem,
  usualDay,
  type ScheduleDraft,
} from './scheduleDraft';

const berlin = 'Europe/Berlin';
const morning = morningOf('2026-06-17', berlin);

describe('the schedule in a form', () => {
  it('is meant in its own zone', () => {
    expect(scheduleOf(morning)).toEqual({
      allDay: false,
      start: '2026-06-17T08:00:00.000Z',
      end: '2026-06-17T10:00:00.000Z',
      timeZone: berlin,
    });
  });

  it('comes out as it went in', () => {
    expect(scheduleDraftOf(scheduleOf(morning))).toEqual(morning);
  });

  it('keeps the time of day when it is moved over a change of the clocks', () => {
    const before = scheduleOf(morningOf('2026-10-22', berlin));
    const moved = scheduleDraftOf(before, { days: 7 });
    expect(moved).toMatchObject({
      startDay: '2026-10-29',
      startTime: '10:00',
      endTime: '12:00',
    });
    expect(scheduleOf(moved).start).toBe('2026-10-29T09:00:00.000Z');
  });

  it('all day, it is days alone', () => {
    const allDay = { ...morning, allDay: true, endDay: '2026-06-18' };
    expect(scheduleOf(allDay)).toEqual({
      allDay: true,
      start: '2026-06-17',
      end: '2026-06-18',
      timeZone: berlin,
    });
    expect(scheduleDraftOf(scheduleOf(allDay))).toMatchObject({
      allDay: true,
      startDay: '2026-06-17',
      endDay: '2026-06-18',
    });
  });

  it.each<[string, Partial<ScheduleDraft>, string | undefined]>([
    ['as it is', {}, undefined],
    ['without an end', { endTime: '' }, 'incomplete'],
    ['with an end before its start', { endTime: '09:00' }, 'backwards'],
    ['with an end at its start', { endTime: '10:00' }, 'backwards'],
    ['over midnight', { endDay: '2026-06-18', endTime: '02:00' }, undefined],
    ['all day on one day', { allDay: true, startTime: '' }, undefined],
    ['all day, backwards', { allDay: true, endDay: '2026-06-16' }, 'backwards'],
  ])('%s', (_, patch, problem) => {
    expect(scheduleProblem({ ...morning, ...patch })).toBe(problem);
  });

  it.each([
    ['2026-06-10T09:00:00Z', '2026-06-17'],
    ['2026-06-06T09:00:00Z', '2026-06-15'],
    ['2026-06-07T09:00:00Z', '2026-06-15'],
  ])('begins, by itself, on a working day in a week: %s', (now, day) => {
    expect(usualDay(new Date(now), berlin)).toBe(day);
  });
});
