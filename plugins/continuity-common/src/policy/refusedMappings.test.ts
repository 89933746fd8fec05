import { refusalOf } from './refusalOf';

const oneMapping = (mapping: object) => ({ mappings: [mapping] });

describe('parsePolicy, of the mappings', () => {
  it.each<[string, unknown, string[]]>([
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
  ])('refuses %s', (_, config, messages) => {
    const lines = refusalOf(config);
    expect(lines).toHaveLength(messages.length);
    messages.forEach((message, index) => {
      expect(lines[index].slice(0, message.length)).toBe(message);
    });
  });
});
