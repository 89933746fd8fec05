import { InputError } from '@backstage/errors';
import { defaultPolicy } from './defaultPolicy';
import { parsePolicy } from './parsePolicy';

function refusalOf(config: unknown): string[] {
  try {
    parsePolicy(config);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    const [, ...lines] = (error as Error).message.split('\n');
    return lines.map(line => line.replace(/^- /, ''));
  }
  throw new Error(`Accepted ${JSON.stringify(config)}`);
}

const oneTier = (tier: object) => ({ tiers: [{ id: 'gold', ...tier }] });
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
      massLoss: { owners: '0.1' },
      returnWithin: 'P60D',
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
      massLoss: { owners: 0.1, entities: 0.2 },
      returnWithin: 'P60D',
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

  it.each<[string, unknown, string[]]>([
    // The section
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
    // Tiers
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
    // Scope
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
    // Mappings
    [
      'a mapping that is no section',
      oneMapping([]),
      [
        'continuity.mappings[0]: Found an empty list. Write a section with field, annotation,',
      ],
    ],
    [
      'a mapping of an unknown field',
      oneMapping({ field: 'criticality', tag: 'x-' }),
      [
        'continuity.mappings[0].field: Found "criticality". Write one of tier, rto, rpo,',
      ],
    ],
    [
      'a mapping from nowhere',
      oneMapping({ field: 'rto' }),
      [
        'continuity.mappings[0]: It does not say where to read rto. Write one of annotation, label, tag, spec.',
      ],
    ],
    [
      'a mapping from two places',
      oneMapping({ field: 'rto', annotation: 'a/b', spec: 'rto' }),
      [
        'continuity.mappings[0]: It names annotation and spec. Write exactly one of them',
      ],
    ],
    [
      'a mapping of a result label',
      oneMapping({ field: 'tier', label: 'continuity/effective-tier' }),
      [
        'continuity.mappings[0].label: "continuity/effective-tier" is a result that this software writes to the catalog: read as an input, a value from the portal would come back as one from the catalog.',
      ],
    ],
    [
      'a result label named as an annotation',
      oneMapping({ field: 'tier', annotation: 'continuity/status' }),
      ['continuity.mappings[0].annotation: "continuity/status" is a result'],
    ],
    [
      'a mapping of a built-in annotation',
      oneMapping({ field: 'rto', annotation: 'continuity/recovery-time' }),
      [
        'continuity.mappings[0].annotation: "continuity/recovery-time" is read anyway',
      ],
    ],
    [
      'a mapping of the annotation of dependencies',
      oneMapping({ field: 'rto', annotation: 'continuity/soft-dependencies' }),
      [
        'continuity.mappings[0].annotation: "continuity/soft-dependencies" is read anyway',
      ],
    ],
    [
      'paths with what stands before them in the catalog',
      {
        mappings: [
          { field: 'rto', spec: 'spec.rto' },
          { field: 'rto', annotation: 'metadata.annotations.a.io/rto' },
        ],
      },
      [
        'continuity.mappings[0].spec: "spec.rto" is read below spec already. Write "rto".',
        'continuity.mappings[1].annotation: "metadata.annotations.a.io/rto" is read below metadata.annotations already. Write "a.io/rto".',
      ],
    ],
    [
      'an entry of a list as a path',
      oneMapping({ field: 'rto', spec: 'targets[0].rto' }),
      ['continuity.mappings[0].spec: "targets[0].rto" is no path of keys.'],
    ],
    [
      'every tag without a table',
      oneMapping({ field: 'tier', tag: '*' }),
      [
        'continuity.mappings[0].values: There is no table, so that every tag would be read as tier.',
      ],
    ],
    [
      'an empty table',
      oneMapping({ field: 'tier', annotation: 'a/b', values: {} }),
      ['continuity.mappings[0].values: The table is empty.'],
    ],
    [
      'table values that the field refuses',
      oneMapping({
        field: 'rto',
        annotation: 'a/b',
        values: { gold: '4', silver: 'best effort', bronze: [] },
      }),
      [
        'continuity.mappings[0].values.bronze: Found an empty list. Write a text such as "tier-1".',
      ],
    ],
    [
      'durations in a table that are none',
      oneMapping({
        field: 'rto',
        annotation: 'a/b',
        values: { 1: '4', 2: 'best effort', 3: '' },
      }),
      [
        'continuity.mappings[0].values["1"]: "4" has no unit',
        'continuity.mappings[0].values["2"]: "best effort" promises no time',
        'continuity.mappings[0].values["3"]: There is no value here. Write what "continuity/rto" accepts',
      ],
    ],
    [
      'table keys that are the same but for spaces',
      oneMapping({
        field: 'rto',
        annotation: 'a/b',
        values: { gold: '1h', ' gold': '2h' },
      }),
      [
        'continuity.mappings[0].values[" gold"]: "gold" stands twice in this table.',
      ],
    ],
    [
      'a table with a component as owner',
      oneMapping({
        field: 'recoveryOwner',
        tag: 'team-',
        values: { a: 'component:default/x' },
      }),
      ['continuity.mappings[0].values.a: "component:default/x" is a component'],
    ],
    [
      'a table with a tier that does not exist',
      oneMapping({
        field: 'tier',
        annotation: 'a/b',
        values: { 1: 'tier-1', 9: 'tier-9' },
      }),
      [
        'continuity.mappings[0].values["9"]: "tier-9" is no tier of this policy. The tiers are tier-1, tier-2, tier-3, tier-4.',
      ],
    ],
    // The rest
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
