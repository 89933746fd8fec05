import { aDocument } from '../__testUtils__/aCatalogOf';
import { marks, tier, company as catalog } from '../__testUtils__/aCompany';
import { judge, type Scene } from '../__testUtils__/aScene';

describe('introduces-target-conflict', () => {
  const conflicts = (scene: Partial<Scene>) =>
    judge({ catalog, ...scene })
      .findings.filter(({ rule }) => rule === 'introduces-target-conflict')
      .map(({ path, params }) =>
        [params.target, ...path.map(ref => ref.split('/')[1])].join(' '),
      );
  const slow = (ref: string, rest: object, rto: string) =>
    aDocument(
      ref,
      rest,
      marks({ 'continuity/tier': 'tier-1', 'continuity/rto': rto }),
    );

  it('finds one three hops away, with the path', () => {
    expect(
      conflicts({ proposed: [slow('Resource:db', { owner: 'dba' }, 'P1D')] }),
    ).toEqual(['rto ledger db']);
    const strict = catalog.map(each =>
      each.metadata.name === 'web' ? slow('web', each.spec, 'PT10M') : each,
    );
    expect(
      conflicts({
        catalog: strict.map(each =>
          ['api', 'ledger', 'db'].includes(each.metadata.name)
            ? {
                ...each,
                metadata: {
                  ...each.metadata,
                  annotations: {
                    'continuity/tier': 'tier-1',
                    'continuity/rto': 'PT5M',
                  },
                },
              }
            : each,
        ),
        proposed: [slow('Resource:db', { owner: 'dba' }, 'PT30M')],
      }),
    ).toEqual(['rto ledger db']);
    // Only the entity three hops away says how fast it must be
    const chain = [
      slow('far', { dependsOn: ['component:b'] }, 'PT1H'),
      aDocument('b', { dependsOn: ['component:c'] }),
      aDocument('c', { dependsOn: ['resource:d'] }),
      aDocument('Resource:d', {}, marks({ 'continuity/rto': 'PT30M' })),
    ];
    expect(
      conflicts({
        catalog: chain,
        proposed: [
          aDocument('Resource:d', {}, marks({ 'continuity/rto': 'PT2H' })),
        ],
      }),
    ).toEqual(['rto far b c d']);
  });

  it('does not blame the change for one that was there before', () => {
    const there = catalog.map(each =>
      each.metadata.name === 'db'
        ? slow('Resource:db', { owner: 'dba' }, 'P1D')
        : each,
    );
    for (const proposed of [
      slow('Resource:db', { owner: 'other' }, 'P1D'),
      slow('Resource:db', { owner: 'dba' }, 'PT12H'),
      aDocument(
        'ledger',
        { dependsOn: ['resource:db', 'component:mailer'], owner: 'b' },
        tier('tier-1'),
      ),
    ]) {
      expect(
        conflicts({ catalog: there, proposed: [proposed] }).filter(text =>
          text.endsWith('db'),
        ),
      ).toEqual([]);
    }
    expect(
      conflicts({ catalog: there, touched: { 'resource:db': 'modify' } }),
    ).toEqual([]);
  });

  it('tells of one that gets worse, and how it was', () => {
    const there = catalog.map(each =>
      each.metadata.name === 'db'
        ? slow('Resource:db', { owner: 'dba' }, 'PT8H')
        : each,
    );
    const { findings } = judge({
      catalog: there,
      proposed: [slow('Resource:db', { owner: 'dba' }, 'P1D')],
    });
    expect(
      findings.find(({ rule }) => rule === 'introduces-target-conflict')
        ?.params,
    ).toMatchObject({
      seconds: 86_400,
      neededSeconds: 3_600,
      beforeSeconds: 28_800,
      beforeNeededSeconds: 3_600,
    });
  });

  it.each<[string, Partial<Scene>, string[]]>([
    [
      'a new dependency on something slower',
      {
        proposed: [
          aDocument(
            'ledger',
            { dependsOn: ['resource:db', 'resource:archive'], owner: 'b' },
            tier('tier-1'),
          ),
        ],
      },
      ['rto ledger archive', 'rpo ledger archive'],
    ],
    [
      'a soft one',
      {
        proposed: [
          aDocument(
            'ledger',
            { dependsOn: ['resource:db', 'resource:archive'], owner: 'b' },
            marks({
              'continuity/tier': 'tier-1',
              'continuity/soft-dependencies': 'resource:archive',
            }),
          ),
        ],
      },
      [],
    ],
    [
      'an edge that others say',
      {
        proposed: [
          aDocument(
            'Resource:archive',
            { owner: 'dba', dependencyOf: ['component:web'] },
            tier('tier-3'),
          ),
        ],
      },
      ['rto web archive', 'rpo web archive'],
    ],
    [
      'an entity that is new and slow',
      {
        proposed: [
          aDocument(
            'Resource:cache',
            { dependencyOf: ['component:web'] },
            tier('tier-4'),
          ),
        ],
      },
      ['rto web cache', 'rpo web cache'],
    ],
    [
      'a stricter target above',
      {
        catalog: [
          aDocument('top', { dependsOn: ['component:low'] }, tier('tier-3')),
          aDocument('low', {}, tier('tier-3')),
        ],
        proposed: [
          aDocument('top', { dependsOn: ['component:low'] }, tier('tier-1')),
        ],
      },
      ['rto top low', 'rpo top low'],
    ],
    [
      'a tier that a part takes over',
      {
        catalog: [
          aDocument('top', { dependsOn: ['component:low'] }, tier('tier-2')),
          aDocument('low', { system: 's' }),
          aDocument('System:s', {}, tier('tier-2')),
        ],
        proposed: [aDocument('System:s', {}, tier('tier-3'))],
      },
      ['rto top low', 'rpo top low'],
    ],
  ])('finds %s', (_, scene, expected) => {
    expect(conflicts(scene).sort()).toEqual([...expected].sort());
  });
});
