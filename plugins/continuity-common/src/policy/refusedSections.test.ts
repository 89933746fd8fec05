import { refusalOf } from './refusalOf';

describe('parsePolicy, of a section', () => {
  it.each<[string, unknown, string[]]>([
    [
      'a text',
      'tier-1',
      ['continuity: Found "tier-1". Write a section with timeZone, tiers,'],
    ],
    ['a list', [], ['continuity: Found an empty list. Write a section with']],
    [
      'an unknown section',
      { tier: [] },
      [
        'continuity.tier: This key is not known here. Accepted are timeZone, tiers, scope,',
      ],
    ],
    [
      'a time zone that is an offset',
      { timeZone: '+01:00' },
      ['continuity.timeZone: "+01:00" is no time zone'],
    ],
    [
      'a time zone that is a number',
      { timeZone: 1 },
      ['continuity.timeZone: Found 1. Write the name of a time zone'],
    ],
    [
      'a scope that is a list',
      { scope: [{ kind: 'System' }] },
      ['continuity.scope: This is a list. Write it as $all'],
    ],
    [
      'a scope deep down',
      {
        scope: {
          $all: [{ kind: 'System' }, { 'spec.type': { $is: 'service' } }],
        },
      },
      [
        'continuity.scope.$all[1]["spec.type"].$is: "$is" is not known here. Write a value, or one of $in, $exists, $contains, $hasPrefix',
      ],
    ],
    [
      'an unknown field to inherit',
      { inherit: ['owner'] },
      ['continuity.inherit[0]: Found "owner". Write one of tier, rto,'],
    ],
    [
      'targets to inherit without the tier',
      { inherit: ['rto', 'recoveryOwner'] },
      ['continuity.inherit: It names rto without tier'],
    ],
    [
      'points in time that do not rise',
      { bia: { points: ['4h', '1h'] } },
      ['continuity.bia.points[1]: "PT1H" is not later than the point before'],
    ],
    [
      'a point in time that is a month',
      { bia: { points: ['P1M'] } },
      [
        'continuity.bia.points[0]: "P1M" says months, and a month has no fixed length.',
      ],
    ],
    [
      'a single rating',
      {
        bia: {
          ratings: [{ id: 'bad', title: 'Bad' }],
          categories: [{ id: 'any', title: 'Any', intolerableFrom: 'bad' }],
        },
      },
      [
        'continuity.bia.ratings: Found a list. Write at least two ratings, least first.',
      ],
    ],
    [
      'a category that is intolerable from no rating',
      {
        bia: {
          categories: [
            { id: 'safety', title: 'Safety', intolerableFrom: 'awful' },
          ],
        },
      },
      [
        'continuity.bia.categories[0].intolerableFrom: "awful" is no rating. The ratings are negligible, minor,',
      ],
    ],
    [
      'a rating twice',
      {
        bia: {
          ratings: [
            { id: 'serious', title: 'Serious' },
            { id: 'serious', title: 'Very serious' },
          ],
        },
      },
      ['continuity.bia.ratings[1].id: "serious" is there already'],
    ],
    [
      'an unknown gap code',
      { severities: { 'plan-mising': 'critical' } },
      [
        'continuity.severities.plan-mising: This key is not known here. Accepted are plan-missing, test-failed,',
      ],
    ],
    [
      'an unknown severity',
      { severities: { 'plan-stale': 'bad' } },
      [
        'continuity.severities.plan-stale: Found "bad". Write one of critical, warning, information.',
      ],
    ],
    [
      'a time as cadence',
      { dueSoon: '30 days' },
      ['continuity.dueSoon: Cadences are written in ISO 8601. Write "P30D".'],
    ],
    [
      'a day that does not exist',
      { programme: { plan: '2027-02-30' } },
      ['continuity.programme.plan: "2027-02-30" is no day of the calendar.'],
    ],
    [
      'a day with a time',
      { programme: { plan: '2027-03-31T12:00:00Z' } },
      [
        'continuity.programme.plan: "2027-03-31T12:00:00Z" has a time of day. Write only the day, such as "2027-03-31"',
      ],
    ],
    [
      'a programme in words',
      { programme: { bia: 'soon' } },
      [
        'continuity.programme.bia: "soon" is no cadence. Write such as "P1Y", "P3M", "P2W" or "P30D". A day such as "2027-03-31" is accepted, too.',
      ],
    ],
    [
      'a programme for a tier that does not exist',
      { programme: { tiers: { gold: { plan: 'P1Y' } } } },
      ['continuity.programme.tiers.gold: "gold" is no tier of this policy.'],
    ],
    [
      'an unknown requirement of the programme',
      { programme: { tiers: { 'tier-1': { test: 'P1Y' } } } },
      [
        'continuity.programme.tiers.tier-1.test: This key is not known here. Accepted are plan, bia, risk, agreement, firstTest.',
      ],
    ],
    [
      'a coordination plan as satisfying kind',
      {
        plans: {
          satisfyingKinds: ['crisis-management-and-public-relations', 'dr'],
        },
      },
      [
        'continuity.plans.satisfyingKinds[0]: Found "crisis-management-and-public-relations". A coordination plan recovers no service by itself.',
        'continuity.plans.satisfyingKinds[1]: Found "dr". Write some of service-recovery,',
      ],
    ],
    [
      'no satisfying kind',
      { plans: { satisfyingKinds: [] } },
      [
        'continuity.plans.satisfyingKinds: Found an empty list. Write at least one of',
      ],
    ],
    [
      'shares that are none',
      { massLoss: { owners: '5%', entities: 20 } },
      [
        'continuity.massLoss.owners: Found "5%". Write a share from 0 to 1',
        'continuity.massLoss.entities: Found 20. Write a share from 0 to 1',
      ],
    ],
    [
      'a component as continuity manager',
      { continuityManager: 'component:x' },
      ['continuity.continuityManager: "component:x" is no group or user.'],
    ],
    [
      'a seed without a file',
      { seed: {} },
      ['continuity.seed.file: This is missing. Write the path of a file.'],
    ],
  ])('refuses %s', (_, config, messages) => {
    const lines = refusalOf(config);
    expect(lines).toHaveLength(messages.length);
    messages.forEach((message, index) => {
      expect(lines[index].slice(0, message.length)).toBe(message);
    });
  });
});
