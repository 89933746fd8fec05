import { testContentsSchema, type TestContentsInput } from './testContents';
import { scheduleInstants } from './testSchedule';

const contents: TestContentsInput = {
  title: '  Failover\nof the checkout ',
  depth: 'failover',
  environment: 'production',
  entities: ['Component:default/Checkout', 'component:default/checkout'],
  schedule: {
    start: '2026-03-28T22:00:00+01:00',
    end: '2026-03-29T04:00:00+02:00',
    timeZone: 'Europe/Berlin',
  },
  facilitator: 'user:default/jane',
};

describe('testContentsSchema', () => {
  it('keeps what was meant: tidy lines, normalised refs once, UTC instants', () => {
    expect(testContentsSchema.parse(contents)).toMatchObject({
      title: 'Failover of the checkout',
      entities: ['component:default/checkout'],
      schedule: {
        allDay: false,
        start: '2026-03-28T21:00:00.000Z',
        end: '2026-03-29T02:00:00.000Z',
      },
      partial: false,
      restoresFromBackup: false,
      successCriteria: [],
      aims: '',
    });
  });

  it('marks a restore as restored from a backup copy by itself', () => {
    const parsed = testContentsSchema.parse({ ...contents, depth: 'restore' });
    expect(parsed.restoresFromBackup).toBe(true);
  });

  it('reads what it wrote', () => {
    const once = testContentsSchema.parse(contents);
    expect(testContentsSchema.parse(once)).toEqual(once);
  });

  it.each<[string, Partial<TestContentsInput>, string, RegExp]>([
    ['no title', { title: ' ' }, 'title', /Give the test a title/],
    ['no entity', { entities: [] }, 'entities', /at least one/],
    ['a bare word', { entities: ['a b'] }, 'entities.0', /entity ref/],
    [
      'a backup in a tabletop',
      { depth: 'tabletop', restoresFromBackup: true },
      'restoresFromBackup',
      /restores nothing/,
    ],
    [
      'a time without an offset',
      {
        schedule: {
          start: '2026-03-28T22:00',
          end: '2026-03-28T23:00Z',
          timeZone: 'UTC',
        },
      },
      'schedule.start',
      /time zone/,
    ],
    [
      'a day where a time is meant',
      { schedule: { start: '2026-03-28', end: '2026-03-28', timeZone: 'UTC' } },
      'schedule.start',
      /Write the time/,
    ],
    [
      'an end before the start',
      {
        schedule: {
          start: '2026-03-28T22:00Z',
          end: '2026-03-28T21:00Z',
          timeZone: 'UTC',
        },
      },
      'schedule.end',
      /before it begins/,
    ],
    [
      'a year of testing',
      {
        schedule: {
          allDay: true,
          start: '2026-01-01',
          end: '2026-12-31',
          timeZone: 'UTC',
        },
      },
      'schedule.end',
      /longer than 92 days/,
    ],
    [
      'two criteria with one id',
      {
        successCriteria: [
          { id: 'a', text: 'One' },
          { id: 'a', text: 'Two' },
        ],
      },
      'successCriteria',
      /an id of its own/,
    ],
  ])('refuses %s', (_, said, path, message) => {
    const { error } = testContentsSchema.safeParse({ ...contents, ...said });
    expect(
      error?.issues.map(issue => [issue.path.join('.'), issue.message]),
    ).toContainEqual([path, expect.stringMatching(message)]);
  });
});

describe('scheduleInstants', () => {
  it.each([
    ['spring', '2026-03-29', 23],
    ['summer', '2026-06-30', 24],
    ['autumn', '2026-10-25', 25],
  ])('makes a day in %s as long as the clocks say', (_, day, hours) => {
    const { startsAt, endsAt } = scheduleInstants({
      allDay: true,
      start: day,
      end: day,
      timeZone: 'Europe/Berlin',
    });
    expect((Date.parse(endsAt) - Date.parse(startsAt)) / 3_600_000).toBe(hours);
  });
});
