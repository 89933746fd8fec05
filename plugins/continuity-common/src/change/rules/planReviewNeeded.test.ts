import { aDocument } from '../__testUtils__/aCatalogOf';
import { found, judge, type Scene } from '../__testUtils__/aScene';
import { parsePolicy } from '../../policy/parsePolicy';

const tier = (id: string, more: Record<string, string> = {}) => ({
  annotations: { 'continuity/tier': id, ...more },
});
const catalog = [
  aDocument(
    'web',
    { dependsOn: ['component:ledger'], owner: 'a' },
    tier('tier-1'),
  ),
  aDocument('ledger', {
    dependsOn: ['resource:db'],
    owner: 'b',
    system: 'money',
  }),
  aDocument('Resource:db', { owner: 'dba' }, { description: 'Old words' }),
  aDocument('System:money', { owner: 'b' }, tier('tier-2')),
];
const plans = [
  { id: 'web', covers: ['web'], owner: 'group:default/web-owners' },
  { id: 'ledger', covers: ['ledger'] },
  { id: 'db', covers: ['resource:db'] },
  { id: 'money', covers: ['system:money', 'ledger'], steps: [] },
];

describe('plan-review-needed', () => {
  it.each<[string, Partial<Scene>, string[]]>([
    [
      'a document that says what the catalog has',
      { proposed: [aDocument('Resource:db', { owner: 'dba' })] },
      [],
    ],
    [
      'a description',
      {
        proposed: [
          aDocument(
            'Resource:db',
            { owner: 'dba' },
            { description: 'New words' },
          ),
        ],
      },
      [],
    ],
    [
      'another owner: the plans of the touched entity, no dependents’',
      { proposed: [aDocument('Resource:db', { owner: 'sre' })] },
      ['warning resource:db db'],
    ],
    [
      'a touched file: information, the touched entity’s plans only',
      { touched: { 'resource:db': 'modify' } },
      ['information resource:db db'],
    ],
    [
      'a change declared major',
      { touched: { 'resource:db': 'modify' }, change: { major: true } },
      ['warning resource:db db'],
    ],
    [
      'a change declared major whose document says what the catalog has',
      {
        proposed: [aDocument('Resource:db', { owner: 'dba' })],
        change: { major: true },
      },
      ['warning resource:db db'],
    ],
    [
      'a dependency more of what two plans cover',
      {
        proposed: [
          aDocument('ledger', {
            dependsOn: ['resource:db', 'component:web'],
            owner: 'b',
            system: 'money',
          }),
        ],
      },
      ['warning component:ledger ledger', 'warning component:ledger money'],
    ],
    [
      'a removal: its plans, and those of the system that loses a part',
      { touched: { ledger: 'remove' } },
      [
        'warning system:money money',
        'warning component:ledger ledger',
        'warning component:ledger money',
      ],
    ],
    [
      'a removal of what others name: not their plans, since they name it still',
      { touched: { 'resource:db': 'remove' } },
      ['warning resource:db db'],
    ],
    [
      'a document that makes another entity depend on it: that one’s plan',
      {
        proposed: [
          aDocument('Resource:db', {
            owner: 'dba',
            dependencyOf: ['component:web'],
          }),
        ],
      },
      ['warning component:web web'],
    ],
    [
      'a stricter target of a system: plans of the parts that take it over',
      { proposed: [aDocument('System:money', { owner: 'b' }, tier('tier-1'))] },
      [
        'warning component:ledger ledger',
        'warning component:ledger money',
        'warning system:money money',
      ],
    ],
    [
      'a looser target of a system: the system’s own plan, and staleness of the parts does not watch that',
      { proposed: [aDocument('System:money', { owner: 'b' }, tier('tier-3'))] },
      ['warning system:money money'],
    ],
    [
      'a new part of a system',
      { proposed: [aDocument('new', { owner: 'b', system: 'money' })] },
      ['warning system:money money'],
    ],
    ['what no plan covers', { touched: { other: 'modify' } }, []],
  ])('is found of %s', (_, scene, expected) => {
    expect(
      found({ catalog, plans, ...scene }, 'plan-review-needed').sort(),
    ).toEqual([...expected].sort());
  });

  it('is material as the policy says', () => {
    const policy = parsePolicy({ changes: { material: ['dependencies'] } });
    const proposed = [aDocument('Resource:db', { owner: 'sre' })];
    expect(
      found({ catalog, plans, policy, proposed }, 'plan-review-needed'),
    ).toEqual([]);
  });

  it('says what changed, what to do and whom to ask', () => {
    const { findings } = judge({
      catalog,
      plans,
      proposed: [
        aDocument('web', { dependsOn: [], owner: 'c' }, tier('tier-1')),
      ],
    });
    expect(findings.find(each => each.rule === 'plan-review-needed')).toEqual({
      rule: 'plan-review-needed',
      title: 'A plan needs review',
      severity: 'warning',
      origin: 'caused',
      enforcement: 'warn',
      entityRef: 'component:default/web',
      planId: 'web',
      testId: null,
      path: ['component:default/web'],
      why: 'The change alters the dependencies of component:default/web (component:default/ledger → none, and 1 more), which the plan “Plan web” (version 3) covers: its steps may not bring it back any more.',
      what: expect.stringContaining('reviewed'),
      ask: ['group:default/web-owners'],
      params: {
        plan: 'Plan web',
        version: 3,
        entity: 'component:default/web',
        reason: 'material',
        aspect: 'dependencies',
        before: 'component:default/ledger',
        more: 1,
      },
    });
  });

  it('says of another’s plan what it watches', () => {
    const { findings } = judge({
      catalog,
      plans,
      proposed: [
        aDocument('Resource:db', {
          owner: 'dba',
          dependencyOf: ['component:web'],
        }),
      ],
    });
    const ofWeb = findings.find(each => each.planId === 'web');
    expect(ofWeb?.why).toBe(
      'With the change component:default/web, which the plan “Plan web” (version 3) covers, comes to depend on resource:default/db.',
    );
    expect(ofWeb?.path).toEqual([
      'component:default/web',
      'resource:default/db',
    ]);
  });
});
