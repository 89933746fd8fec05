import { refusalOf } from './refusalOf';

const oneTier = (tier: object) => ({ tiers: [{ id: 'gold', ...tier }] });

describe('parsePolicy, of the tiers', () => {
  it.each<[string, unknown, string[]]>([
    [
      'tiers without a value',
      { tiers: null },
      ['continuity.tiers: There is nothing here. Write a list of tiers'],
    ],
    [
      'no tiers',
      { tiers: [] },
      ['continuity.tiers: Found an empty list. Write at least one tier'],
    ],
    [
      'tiers that are a section',
      { tiers: { gold: {} } },
      ['continuity.tiers: Found a section. Write a list of tiers'],
    ],
    [
      'a tier without an id',
      { tiers: [{}] },
      ['continuity.tiers[0].id: This is missing. Write a short id'],
    ],
    [
      'a tier id that is no label value',
      oneTier({ id: 'Tier 1!' }),
      [
        'continuity.tiers[0].id: "Tier 1!" can\'t be written as a label. Write at most 63 letters',
      ],
    ],
    [
      'a tier id of 64 characters',
      oneTier({ id: 'a'.repeat(64) }),
      ['continuity.tiers[0].id: "aaa'],
    ],
    [
      'the tier id that filters use',
      oneTier({ id: 'none' }),
      ['continuity.tiers[0].id: "none" stands for "has no tier" in filters'],
    ],
    [
      'a tier id twice, in other capitals',
      { tiers: [{ id: 'gold' }, { id: 'Gold' }] },
      [
        'continuity.tiers[1].id: "Gold" is the id of continuity.tiers[0] already',
      ],
    ],
    [
      'an RTO that is a range',
      oneTier({ targets: { rto: '4-6 h' } }),
      [
        'continuity.tiers[0].targets.rto: "4-6 h" is a range. Write the one time that counts, such as "PT4H" or "PT6H".',
      ],
    ],
    [
      'an RTO without unit',
      oneTier({ targets: { rto: 4 } }),
      ['continuity.tiers[0].targets.rto: "4" has no unit: hours or minutes?'],
    ],
    [
      'an RTO that is a list',
      oneTier({ targets: { rto: ['4h'] } }),
      [
        'continuity.tiers[0].targets.rto: Found a list. Write a text such as "PT4H"',
      ],
    ],
    [
      'an RTO of none',
      oneTier({ targets: { rto: 'none' } }),
      ['continuity.tiers[0].targets.rto: "none" is for the RPO only'],
    ],
    [
      'an RPO of n/a',
      oneTier({ targets: { rpo: 'n/a' } }),
      [
        'continuity.tiers[0].targets.rpo: "n/a" is no RPO. Write "none" if it holds no data',
      ],
    ],
    [
      'a misspelt target',
      oneTier({ targets: { rtoo: '4h' } }),
      [
        'continuity.tiers[0].targets.rtoo: This key is not known here. Accepted are rto, rpo, mtpd.',
      ],
    ],
    [
      'an RTO beyond the MTPD',
      oneTier({ targets: { rto: '8h', mtpd: '4h' } }),
      [
        'continuity.tiers[0].targets.rto: "PT8H" is longer than the mtpd "PT4H"',
      ],
    ],
    [
      'a less critical tier with stricter targets',
      {
        tiers: [
          { id: 'a', targets: { rto: '4h', rpo: '1h', mtpd: '1d' } },
          { id: 'b' },
          { id: 'c', targets: { rto: '1h', rpo: '5m', mtpd: '12h' } },
        ],
      },
      [
        'continuity.tiers[2].targets.rto: "PT1H" is stricter than the rto "PT4H" of "a"',
        'continuity.tiers[2].targets.rpo: "PT5M" is stricter than the rpo "PT1H" of "a"',
        'continuity.tiers[2].targets.mtpd: "PT12H" is stricter than the mtpd "P1D" of "a"',
      ],
    ],
    [
      'a cadence in words',
      oneTier({ requires: { plan: 'yearly' } }),
      [
        'continuity.tiers[0].requires.plan: Cadences are written in ISO 8601. Write "P1Y".',
      ],
    ],
    [
      'a cadence section with a mistake in it',
      oneTier({ requires: { plan: { every: 'PT1H' }, bia: { evry: 'P1Y' } } }),
      [
        'continuity.tiers[0].requires.plan.every: "PT1H" has hours',
        'continuity.tiers[0].requires.bia.every: This is missing.',
        'continuity.tiers[0].requires.bia.evry: This key is not known here. Accepted are every.',
      ],
    ],
    [
      'a test that is no section, and unknown words in another',
      oneTier({
        requires: {
          tests: [
            'restore',
            { depth: 'deep', every: 'P1Y', environments: ['test'] },
          ],
        },
      }),
      [
        'continuity.tiers[0].requires.tests[0]: Found "restore". Write a section with depth, every, environments, partial.',
        'continuity.tiers[0].requires.tests[1].depth: Found "deep". Write one of review, walkthrough,',
        'continuity.tiers[0].requires.tests[1].environments[0]: Found "test". Write one of production, production-like, other.',
      ],
    ],
    [
      'environments that leave none',
      oneTier({
        requires: {
          tests: [{ depth: 'restore', every: 'P1Y', environments: [] }],
        },
      }),
      [
        'continuity.tiers[0].requires.tests[0].environments: Found an empty list. Leave environments out',
      ],
    ],
    [
      'the same depth twice in a tier',
      oneTier({
        requires: {
          tests: [
            { depth: 'restore', every: 'P1Y' },
            { depth: 'restore', every: 'P3M', environments: ['production'] },
          ],
        },
      }),
      [
        'continuity.tiers[0].requires.tests[1].depth: "restore" is required twice in this tier.',
      ],
    ],
  ])('refuses %s', (_, config, messages) => {
    const lines = refusalOf(config);
    expect(lines).toHaveLength(messages.length);
    messages.forEach((message, index) => {
      expect(lines[index].slice(0, message.length)).toBe(message);
    });
  });
});
