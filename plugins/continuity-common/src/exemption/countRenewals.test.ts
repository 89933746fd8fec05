import { countRenewals, type EarlierExemption } from './countRenewals';

const day = (text: string) => `2026-${text}T00:00:00.000Z`;

function anEarlier(said: Partial<EarlierExemption> = {}): EarlierExemption {
  return {
    id: 'first',
    requirement: 'plan',
    startsAt: day('01-01'),
    endsAt: day('03-01'),
    renewal: 0,
    ...said,
  };
}

describe('countRenewals', () => {
  it.each<
    [
      string,
      EarlierExemption[],
      string,
      { renewal: number; from: string | null },
    ]
  >([
    ['nothing', [], '03-01', { renewal: 0, from: null }],
    [
      'one that ends now',
      [anEarlier()],
      '03-01',
      { renewal: 1, from: 'first' },
    ],
    [
      'one still in force',
      [anEarlier()],
      '02-01',
      { renewal: 1, from: 'first' },
    ],
    [
      'a pause of 90 days',
      [anEarlier()],
      '05-30',
      { renewal: 1, from: 'first' },
    ],
    ['a pause of 91 days', [anEarlier()], '05-31', { renewal: 0, from: null }],
    [
      'another requirement',
      [anEarlier({ requirement: 'bia' })],
      '03-01',
      { renewal: 0, from: null },
    ],
    [
      'one from everything',
      [anEarlier({ requirement: 'all' })],
      '03-01',
      { renewal: 1, from: 'first' },
    ],
    [
      'one that was ended before it began',
      [anEarlier({ endsAt: day('01-01') })],
      '01-15',
      { renewal: 0, from: null },
    ],
    [
      'a renewal of it',
      [
        anEarlier(),
        anEarlier({
          id: 'second',
          startsAt: day('03-01'),
          endsAt: day('05-01'),
          renewal: 1,
        }),
      ],
      '05-01',
      { renewal: 2, from: 'second' },
    ],
    [
      'a renewal, and a later one that was counted less',
      [
        anEarlier({ renewal: 1 }),
        anEarlier({ id: 'other', endsAt: day('04-01') }),
      ],
      '04-01',
      { renewal: 2, from: 'first' },
    ],
  ])('counts after %s', (_, earlier, startsOn, { renewal, from }) => {
    expect(
      countRenewals({ requirement: 'plan', startsAt: day(startsOn) }, earlier),
    ).toEqual({ renewal, renews: from });
  });

  it('counts one from everything as a renewal of one from a part', () => {
    expect(
      countRenewals({ requirement: 'all', startsAt: day('03-01') }, [
        anEarlier(),
      ]),
    ).toEqual({ renewal: 1, renews: 'first' });
  });

  it('counts all tests as a renewal of one test, and no test as one of another', () => {
    const restore = anEarlier({ requirement: 'test:restore' });
    const at = { startsAt: day('03-01') };
    expect(
      countRenewals({ requirement: 'test', ...at }, [restore]).renewal,
    ).toBe(1);
    expect(
      countRenewals({ requirement: 'test:failover', ...at }, [restore]).renewal,
    ).toBe(0);
  });
});
