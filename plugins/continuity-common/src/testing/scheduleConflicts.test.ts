import fc from 'fast-check';
import { defaultPolicy } from '../policy/defaultPolicy';
import { defaultTestingConfig } from '../policy/config/defaultTestingConfig';
import type { ContinuityPolicy } from '../policy/policy';
import type { TestingPolicy } from '../policy/testingPolicy';
import { scheduleConflicts, type PlannedTest } from './scheduleConflicts';

const now = '2026-01-01T00:00:00.000Z';

function policy(
  testing: Partial<TestingPolicy> = {},
  timeZone = 'UTC',
): ContinuityPolicy {
  return {
    ...defaultPolicy,
    timeZone,
    testing: { ...defaultTestingConfig, ...testing },
  };
}

const other: PlannedTest = {
  id: 'other',
  title: 'Restore',
  startsAt: '2026-06-15T10:00:00.000Z',
  endsAt: '2026-06-15T12:00:00.000Z',
  environment: 'production',
  entities: ['component:default/a', 'component:default/b'],
  people: ['user:default/jane'],
};

function conflicts(
  from: string,
  to: string,
  said: Partial<PlannedTest> = {},
  options: { policy?: ContinuityPolicy; now?: string } = {},
) {
  return scheduleConflicts(
    {
      startsAt: new Date(from).toISOString(),
      endsAt: new Date(to).toISOString(),
      entities: ['component:default/b', 'component:default/c'],
      people: ['user:default/jane', 'user:default/joe'],
      environment: 'production',
      ...said,
    },
    { others: [other], policy: policy(), now, ...options },
  );
}

describe('scheduleConflicts with other tests', () => {
  it.each([
    ['at the same time', '10:00', '12:00', '10:00', '12:00'],
    ['a little earlier', '09:00', '10:01', '10:00', '10:01'],
    ['within it', '10:30', '11:00', '10:30', '11:00'],
    ['around it', '08:00', '18:00', '10:00', '12:00'],
  ])('finds %s the entity and the person twice', (_, from, to, first, last) => {
    const at = {
      from: `2026-06-15T${first}:00.000Z`,
      to: `2026-06-15T${last}:00.000Z`,
    };
    expect(conflicts(`2026-06-15T${from}Z`, `2026-06-15T${to}Z`)).toEqual([
      {
        kind: 'entity',
        refs: ['component:default/b'],
        test: other,
        title: null,
        ...at,
      },
      {
        kind: 'participant',
        refs: ['user:default/jane'],
        test: other,
        title: null,
        ...at,
      },
    ]);
  });

  it.each([
    ['just before', '08:00', '10:00'],
    ['just after', '12:00', '13:00'],
  ])('lets tests that only touch stand: %s', (_, from, to) => {
    expect(conflicts(`2026-06-15T${from}Z`, `2026-06-15T${to}Z`)).toEqual([]);
  });

  it('finds nothing between a test and itself', () => {
    expect(
      conflicts('2026-06-15T10:00Z', '2026-06-15T12:00Z', { id: 'other' }),
    ).toEqual([]);
  });

  it('finds nothing where nothing is shared', () => {
    expect(
      conflicts('2026-06-15T10:00Z', '2026-06-15T12:00Z', {
        entities: ['component:default/x'],
        people: [],
      }),
    ).toEqual([]);
  });

  it('finds what begins in the past', () => {
    expect(
      conflicts(
        '2026-06-15T08:00Z',
        '2026-06-15T09:00Z',
        {},
        {
          now: '2026-06-15T08:30:00.000Z',
        },
      ),
    ).toMatchObject([{ kind: 'past', to: '2026-06-15T08:30:00.000Z' }]);
  });

  const hour = fc
    .integer({ min: 0, max: 48 })
    .map(h => new Date(Date.UTC(2026, 5, 15, h)).toISOString());
  const spans = fc
    .uniqueArray(hour, { minLength: 2, maxLength: 2 })
    .map(pair => [...pair].sort());

  it('is the same both ways', () => {
    fc.assert(
      fc.property(spans, spans, ([a, b], [c, d]) => {
        const one = { ...other, id: 'one', startsAt: a, endsAt: b };
        const two = { ...other, id: 'two', startsAt: c, endsAt: d };
        const kinds = (test: PlannedTest, rival: PlannedTest) =>
          scheduleConflicts(test, {
            others: [rival],
            policy: policy(),
            now,
          }).map(({ kind, from, to }) => [kind, from, to]);
        expect(kinds(one, two)).toEqual(kinds(two, one));
        expect(kinds(one, two).length > 0).toBe(a < d && c < b);
      }),
    );
  });
});

describe('scheduleConflicts with the policy', () => {
  const nights = policy(
    {
      windows: [
        { days: ['friday', 'saturday'], from: '22:00', to: '06:00' },
        { days: ['sunday'], from: '06:00', to: '24:00' },
      ],
    },
    'Europe/Berlin',
  );
  const alone = { entities: [], people: [] };

  it.each([
    ['a Friday night', '2026-06-19T22:00+02:00', '2026-06-20T06:00+02:00', []],
    [
      'a Friday night that begins too early',
      '2026-06-19T21:00+02:00',
      '2026-06-20T06:00+02:00',
      [['2026-06-19T19:00:00.000Z', '2026-06-19T20:00:00.000Z']],
    ],
    [
      'a Saturday night into Sunday: one window touches the next',
      '2026-06-20T23:00+02:00',
      '2026-06-21T20:00+02:00',
      [],
    ],
    [
      'a whole weekend, with the Saturday between the nights',
      '2026-06-19T22:00+02:00',
      '2026-06-21T12:00+02:00',
      [['2026-06-20T04:00:00.000Z', '2026-06-20T20:00:00.000Z']],
    ],
    [
      'a Wednesday',
      '2026-06-17T10:00+02:00',
      '2026-06-17T11:00+02:00',
      [['2026-06-17T08:00:00.000Z', '2026-06-17T09:00:00.000Z']],
    ],
    [
      'the Saturday night in which the clocks jump',
      '2026-03-28T22:00+01:00',
      '2026-03-29T06:00+02:00',
      [],
    ],
  ])('says of %s what is outside the windows', (_, from, to, outside) => {
    expect(
      conflicts(from, to, alone, { policy: nights }).map(found => [
        found.kind,
        found.from,
        found.to,
      ]),
    ).toEqual(outside.map(span => ['outside-window', ...span]));
  });

  const freeze = policy(
    { freezes: [{ title: 'Sale', from: '2026-11-27', to: '2026-11-30' }] },
    'Europe/Berlin',
  );

  it.each([
    ['on its first day', '2026-11-27T00:00+01:00', '2026-11-27T01:00+01:00', 1],
    ['on its last day', '2026-11-30T23:00+01:00', '2026-11-30T23:59+01:00', 1],
    ['until it begins', '2026-11-26T23:00+01:00', '2026-11-27T00:00+01:00', 0],
    [
      'as soon as it ends',
      '2026-12-01T00:00+01:00',
      '2026-12-01T01:00+01:00',
      0,
    ],
  ])('finds a test in a freeze: %s', (_, from, to, count) => {
    const found = conflicts(from, to, alone, { policy: freeze });
    expect(found).toHaveLength(count);
    expect(found.every(one => one.title === 'Sale')).toBe(true);
  });

  it('leaves tests outside production alone, and not those of which nobody says where', () => {
    const within = ['2026-11-28T10:00Z', '2026-11-28T11:00Z'] as const;
    const kinds = (environment?: 'other') =>
      conflicts(...within, { ...alone, environment }, { policy: freeze })
        .length;
    expect(kinds('other')).toBe(0);
    expect(kinds(undefined)).toBe(1);
  });
});
