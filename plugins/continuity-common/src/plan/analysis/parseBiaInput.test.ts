import { defaultPolicy } from '../../policy/defaultPolicy';
import type { BiaInput } from './bia';
import { parseBiaInput } from './parseBiaInput';

const context = {
  policy: { ...defaultPolicy, timeZone: 'Europe/Berlin' },
  now: '2026-03-01T23:30:00.000Z',
  recordedBy: 'user:default/jane',
};

function agreed(said: Partial<BiaInput> = {}): BiaInput {
  return {
    state: 'agreed',
    categories: [
      { id: 'financial', impacts: { '4h': 'minor', P1D: 'serious' } },
    ],
    rpo: '1h',
    agreedWith: 'Head of sales',
    ...said,
  };
}

function issuesOf(input: BiaInput) {
  const parsed = parseBiaInput(input, context);
  return parsed.ok ? [] : parsed.issues;
}

describe('parseBiaInput', () => {
  it('normalises what people write, and keeps the scale of the day', () => {
    const parsed = parseBiaInput(
      agreed({
        points: ['1w', '4h', '1 day'],
        categories: [
          {
            id: 'financial',
            impacts: { '1w': 'serious', '4h': 'minor', PT24H: null },
          },
          {
            id: 'image',
            title: 'Public image',
            intolerableFrom: 'minor',
            impacts: {},
          },
        ],
        dataLoss: ' Orders would be lost. ',
        criticalPeriods: [
          { text: 'Month end', every: 'P1M' },
          { text: 'Sale' },
        ],
        assessor: 'Payments',
        note: ' Renewed ',
      }),
      context,
    );
    expect(parsed).toEqual({
      ok: true,
      bia: {
        state: 'agreed',
        content: {
          method: 'full',
          points: ['PT4H', 'P1D', 'P7D'],
          ratings: defaultPolicy.bia.ratings,
          categories: [
            {
              id: 'financial',
              title: 'Financial',
              intolerableFrom: 'serious',
              impacts: { PT4H: 'minor', P7D: 'serious' },
            },
            {
              id: 'image',
              title: 'Public image',
              intolerableFrom: 'minor',
              impacts: {},
            },
          ],
          rpo: 'PT1H',
          dataLoss: 'Orders would be lost.',
          criticalPeriods: [
            { text: 'Month end', every: 'P1M' },
            { text: 'Sale' },
          ],
        },
        assessor: 'group:default/payments',
        agreedWith: 'Head of sales',
        // the day of the policy's zone
        assessedOn: '2026-03-02',
        note: 'Renewed',
      },
    });
  });

  it('lets a draft be unfinished', () => {
    expect(parseBiaInput({ state: 'draft' }, context)).toMatchObject({
      ok: true,
      bia: {
        state: 'draft',
        agreedWith: null,
        content: { categories: [], rpo: null },
      },
    });
  });

  it('reads a quick analysis', () => {
    const parsed = parseBiaInput(
      agreed({
        categories: undefined,
        quick: { intolerableAfter: '2h' },
        rpo: '0',
      }),
      context,
    );
    expect(parsed).toMatchObject({
      ok: true,
      bia: { content: { method: 'quick', rpo: 'PT0S' } },
    });
  });

  it('refuses impact that falls over time, in a draft, too, and names the field', () => {
    const falling: BiaInput['categories'] = [
      { id: 'legal', impacts: {} },
      { id: 'financial', impacts: { '1h': 'serious', '1w': 'minor' } },
    ];
    for (const state of ['draft', 'agreed'] as const) {
      expect(issuesOf(agreed({ state, categories: falling }))).toEqual([
        {
          field: 'categories.1.impacts.P7D',
          message:
            'Financial is "Serious" after 1 h and only "Minor" after 1 week: impact can\'t fall over time. Rate it "Serious" or worse, or the earlier one less.',
        },
      ]);
    }
  });

  it.each<[string, Partial<BiaInput>, string]>([
    ['no rating', { categories: [{ id: 'legal', impacts: {} }] }, 'categories'],
    ['no RPO', { rpo: null }, 'rpo'],
    ['an RPO that is none', { rpo: 'n/a' }, 'rpo'],
    ['nobody who agreed', { agreedWith: '' }, 'agreedWith'],
    ['a day that has not come', { assessedOn: '2026-03-03' }, 'assessedOn'],
    [
      'an assessor who is a component',
      { assessor: 'component:default/x' },
      'assessor',
    ],
    [
      'a cadence in hours',
      { criticalPeriods: [{ text: 'Noon', every: 'PT1H' }] },
      'criticalPeriods.0.every',
    ],
    [
      'a rating that is none',
      { categories: [{ id: 'legal', impacts: { '1h': 'awful' } }] },
      'categories.0.impacts.1h',
    ],
    [
      'a point that is none',
      { categories: [{ id: 'legal', impacts: { soon: 'minor' } }] },
      'categories.0.impacts.soon',
    ],
    [
      'a point that was not asked for',
      { categories: [{ id: 'legal', impacts: { '2h': 'minor' } }] },
      'categories.0.impacts.2h',
    ],
    [
      'a point that is rated twice, in different words',
      {
        categories: [
          { id: 'legal', impacts: { '24h': 'serious', P1D: 'minor' } },
        ],
      },
      'categories.0.impacts.P1D',
    ],
    [
      'a category of its own without a title',
      {
        categories: [
          { id: 'mood', intolerableFrom: 'minor', impacts: { '1h': 'minor' } },
        ],
      },
      'categories.0.title',
    ],
    [
      'a category of its own without a threshold',
      {
        categories: [{ id: 'mood', title: 'Mood', impacts: { '1h': 'minor' } }],
      },
      'categories.0.intolerableFrom',
    ],
    [
      'points in months',
      { points: ['P1M'], categories: [], state: 'draft' },
      'points.0',
    ],
    ['both forms at once', { quick: { intolerableAfter: '1h' } }, 'categories'],
    [
      'a quick answer that is none',
      { categories: undefined, quick: { intolerableAfter: 'soon' } },
      'quick.intolerableAfter',
    ],
  ])('refuses %s', (_, said, field) => {
    expect(issuesOf(agreed(said)).map(issue => issue.field)).toEqual([field]);
  });
});
