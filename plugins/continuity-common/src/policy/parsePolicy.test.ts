import { defaultPolicy } from './defaultPolicy';
import { parsePolicy } from './parsePolicy';

const oneMapping = (mapping: object) => ({ mappings: [mapping] });

describe('parsePolicy', () => {
  it.each([
    ['undefined', undefined],
    ['an empty section', {}],
    ['a section with all lines commented out', null],
  ])('gives the shipped default for %s', (_, config) => {
    expect(parsePolicy(config)).toEqual(defaultPolicy);
  });

  it('reads a whole policy as people write it', () => {
    const policy = parsePolicy({
      timeZone: 'Europe/Berlin',
      tiers: [
        {
          id: 'gold',
          title: 'Gold',
          description: 'What earns money',
          targets: { rto: 0, rpo: '5 min', mtpd: '4h' },
          requires: {
            plan: 'P6M',
            bia: { every: 'P1Y' },
            tests: [
              {
                depth: 'failover',
                every: 'P1Y',
                environments: ['other', 'production'],
                partial: false,
              },
              { depth: 'restore', every: 'p3m', partial: true },
            ],
          },
        },
        { id: 'silver', targets: { rto: '90m', rpo: 'none' } },
      ],
      scope: { kind: 'Component' },
      inherit: ['rpo', 'tier'],
      severities: { 'plan-stale': 'critical' },
      dueSoon: 'P2W',
      programme: {
        plan: '2027-03-31',
        newEntityGrace: 'P2M',
        tiers: { gold: { firstTest: 'P30D', bia: '2027-01-01' } },
      },
      plans: { satisfyingKinds: ['security', 'service-recovery'] },
      bia: { points: ['30 min', '1d', 'P2W'] },
      dependencies: { filterKeys: ['zone', 'cloud', 'zone'] },
      massLoss: { owners: '0.1' },
      returnWithin: 'P60D',
      retention: { analyses: 'P5Y', planVersions: 'P10Y' },
      continuityManager: 'Continuity-Managers',
      sweep: { frequency: '5m' },
      seed: { file: 'records.yaml' },
    });

    expect(policy).toEqual({
      timeZone: 'Europe/Berlin',
      tiers: [
        {
          id: 'gold',
          title: 'Gold',
          description: 'What earns money',
          targets: { rto: 'PT0S', rpo: 'PT5M', mtpd: 'PT4H' },
          requires: {
            plan: { every: 'P6M' },
            bia: { every: 'P1Y' },
            tests: [
              {
                depth: 'failover',
                every: 'P1Y',
                environments: ['production', 'other'],
                partial: false,
              },
              { depth: 'restore', every: 'P3M' },
            ],
          },
        },
        {
          id: 'silver',
          title: 'silver',
          targets: { rto: 'PT1H30M', rpo: 'none' },
          requires: { tests: [] },
        },
      ],
      scope: { kind: 'Component' },
      mappings: [],
      inherit: ['tier', 'rpo'],
      severities: { 'plan-stale': 'critical' },
      dueSoon: 'P2W',
      programme: {
        defaults: {
          plan: { on: '2027-03-31' },
          bia: { after: 'P60D' },
          risk: { after: 'P90D' },
          agreement: { after: 'P60D' },
          firstTest: { after: 'P90D' },
        },
        tiers: {
          gold: { firstTest: { after: 'P30D' }, bia: { on: '2027-01-01' } },
        },
        newEntityGrace: 'P2M',
      },
      plans: { satisfyingKinds: ['service-recovery', 'security'] },
      bia: { ...defaultPolicy.bia, points: ['PT30M', 'P1D', 'P14D'] },
      testing: defaultPolicy.testing,
      exemptions: defaultPolicy.exemptions,
      insights: defaultPolicy.insights,
      changes: defaultPolicy.changes,
      dependencies: { filterKeys: ['cloud', 'zone'] },
      massLoss: { owners: 0.1, entities: 0.2 },
      returnWithin: 'P60D',
      retention: {
        ...defaultPolicy.retention,
        analyses: 'P5Y',
        planVersions: 'P10Y',
      },
      continuityManager: 'group:default/continuity-managers',
    });
  });

  it.each([
    {
      marks: 'an annotation with numbers',
      mapping: {
        field: 'tier',
        annotation: 'contentful.com/service-tier',
        values: { 4: 'tier-4' },
      },
      read: {
        field: 'tier',
        from: { annotation: 'contentful.com/service-tier' },
        values: { '4': 'tier-4' },
        authoritative: false,
      },
    },
    {
      marks: 'tags',
      mapping: { field: 'tier', tag: '*', values: { tier2: 'tier-2' } },
      read: {
        field: 'tier',
        from: { tag: '*' },
        values: { tier2: 'tier-2' },
        authoritative: false,
      },
    },
    {
      marks: 'a label that comes first',
      mapping: {
        field: 'tier',
        label: 'iks.dev/criticality',
        values: { ' high ': ' tier-1 ' },
        authoritative: 'true',
      },
      read: {
        field: 'tier',
        from: { label: 'iks.dev/criticality' },
        values: { high: 'tier-1' },
        authoritative: true,
      },
    },
    {
      marks: 'a spec field',
      mapping: { field: 'tier', spec: 'tier', values: { 0: 'tier-1' } },
      read: {
        field: 'tier',
        from: { spec: 'tier' },
        values: { '0': 'tier-1' },
        authoritative: false,
      },
    },
    {
      marks: 'a nested spec field without a table',
      mapping: { field: 'rto', spec: 'continuity.rto' },
      read: {
        field: 'rto',
        from: { spec: 'continuity.rto' },
        authoritative: false,
      },
    },
    {
      marks: 'durations, with a number for zero',
      mapping: {
        field: 'rto',
        annotation: 'example.com/class',
        values: { a: 0, b: '4 hours' },
      },
      read: {
        field: 'rto',
        from: { annotation: 'example.com/class' },
        values: { a: 'PT0S', b: 'PT4H' },
        authoritative: false,
      },
    },
    {
      marks: 'RPOs of something without data',
      mapping: { field: 'rpo', tag: 'data-', values: { stateless: 'None' } },
      read: {
        field: 'rpo',
        from: { tag: 'data-' },
        values: { stateless: 'none' },
        authoritative: false,
      },
    },
    {
      marks: 'owners',
      mapping: {
        field: 'recoveryOwner',
        annotation: 'pagerduty.com/service-id',
        values: { P123: 'Payments', P456: 'user:default/jane' },
      },
      read: {
        field: 'recoveryOwner',
        from: { annotation: 'pagerduty.com/service-id' },
        values: { P123: 'group:default/payments', P456: 'user:default/jane' },
        authoritative: false,
      },
    },
    {
      marks: 'alternates',
      mapping: {
        field: 'recoveryAlternates',
        annotation: 'example.com/rota',
        values: { a: 'payments, user:jane,' },
      },
      read: {
        field: 'recoveryAlternates',
        from: { annotation: 'example.com/rota' },
        values: { a: 'group:default/payments,user:default/jane' },
        authoritative: false,
      },
    },
    {
      marks: 'minimum service levels',
      mapping: {
        field: 'mbco',
        label: 'degraded',
        values: { ro: ' read-only access ' },
      },
      read: {
        field: 'mbco',
        from: { label: 'degraded' },
        values: { ro: 'read-only access' },
        authoritative: false,
      },
    },
  ])('reads a mapping of $marks', ({ mapping, read }) => {
    expect(parsePolicy(oneMapping(mapping)).mappings).toEqual([read]);
  });

  it('accepts targets that are equal from tier to tier, and tiers without some of them', () => {
    const tiers = [
      { id: 'a', targets: { rto: '1h', rpo: '1h', mtpd: '1h' } },
      { id: 'b', targets: { rpo: 'none' } },
      { id: 'c', targets: { rto: '60 min', rpo: '1h' } },
    ];
    expect(parsePolicy({ tiers }).tiers.map(tier => tier.id)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('lists every mistake in one message, also those between sections that are wrong themselves', () => {
    expect(() =>
      parsePolicy({
        tiers: [
          { id: 'gold', targets: { rto: 'TBD' } },
          { id: 'silver', targets: { rto: '4h' } },
          { id: 'bronze', targets: { rto: '1h' } },
        ],
        mappings: [
          { field: 'tier', tag: 'tier-', values: { 1: 'gold', 9: 'tin' } },
          { field: 'tier', annotation: 'a b' },
        ],
        programme: { plan: 'soon', tiers: { tin: {} } },
      }),
    ).toThrow(
      [
        'The continuity policy in app-config has 6 mistakes:',
        '- continuity.tiers[0].targets.rto: "TBD" is no time. Leave this out until the target is known, then write one time such as "PT4H".',
        '- continuity.mappings[1].annotation: "a b" has a space or a comma. Write the annotation, such as "contentful.com/service-tier".',
        '- continuity.programme.plan: "soon" is no cadence. Write such as "P1Y", "P3M", "P2W" or "P30D". A day such as "2027-03-31" is accepted, too.',
        '- continuity.tiers[2].targets.rto: "PT1H" is stricter than the rto "PT4H" of "silver", which stands before it and so is more critical. Write at least "PT4H", or put the tiers in order, most critical first.',
        '- continuity.mappings[0].values["9"]: "tin" is no tier of this policy. The tiers are gold, silver, bronze.',
        '- continuity.programme.tiers.tin: "tin" is no tier of this policy. The tiers are gold, silver, bronze.',
      ].join('\n'),
    );
  });
});
