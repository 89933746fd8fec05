import { aDocument } from '../__testUtils__/aCatalogOf';
import { marks, tier, company as catalog } from '../__testUtils__/aCompany';
import { found, judge, refOf, type Scene } from '../__testUtils__/aScene';

describe('removes-recovery-dependency', () => {
  const plans = [
    { id: 'p', covers: ['ledger'], steps: ['ledger', 'resource:db'] },
  ];
  it.each<[string, Partial<Scene>, string[]]>([
    [
      'what others need: each that needs it itself',
      { touched: { ledger: 'remove' } },
      ['warning component:api'],
    ],
    [
      'what a step names, and others need',
      { touched: { 'resource:db': 'remove' }, plans },
      ['warning component:ledger', 'warning resource:db p'],
    ],
    ['what nobody needs', { touched: { mailer: 'remove' } }, []],
    [
      'who needs it together with it',
      {
        touched: {
          'resource:db': 'remove',
          ledger: 'remove',
          api: 'remove',
          web: 'remove',
        },
      },
      [],
    ],
    [
      'it while who needs it is changed to do without',
      {
        touched: { 'resource:archive': 'remove' },
        catalog: [
          ...catalog.slice(1),
          aDocument('web', { dependsOn: ['resource:archive'] }),
        ],
        proposed: [aDocument('web')],
      },
      [],
    ],
    [
      'a part of a system: the system needs it no more',
      { touched: { part: 'remove' } },
      [],
    ],
    [
      'an API that others consume',
      {
        catalog: [
          aDocument('API:orders'),
          aDocument('seller', { providesApis: ['orders'] }),
          aDocument('buyer', { consumesApis: ['orders'] }),
        ],
        touched: { 'api:orders': 'remove' },
      },
      ['warning component:buyer'],
    ],
    [
      'a dependency that a step of its plan names',
      {
        proposed: [aDocument('ledger', { owner: 'b' }, tier('tier-1'))],
        plans,
      },
      ['warning component:ledger p'],
    ],
    [
      'a dependency that no step names',
      { proposed: [aDocument('api', { owner: 'a' }, tier('tier-1'))], plans },
      [],
    ],
    [
      'a dependency that others soften',
      {
        proposed: [
          aDocument(
            'ledger',
            { dependsOn: ['resource:db'], owner: 'b' },
            marks({
              'continuity/tier': 'tier-1',
              'continuity/soft-dependencies': 'resource:db',
            }),
          ),
        ],
        plans,
      },
      ['warning component:ledger p'],
    ],
  ])('of removing %s', (_, scene, expected) => {
    expect(found({ catalog, ...scene }, 'removes-recovery-dependency')).toEqual(
      expected,
    );
  });

  it('shows the way from who needs it', () => {
    const { findings } = judge({ catalog, touched: { ledger: 'remove' } });
    const finding = findings.find(
      ({ rule }) => rule === 'removes-recovery-dependency',
    );
    expect(finding?.path).toEqual([refOf('api'), refOf('ledger')]);
    expect(finding?.why).toBe(
      'component:default/api needs component:default/ledger to be recovered, and the change removes it.',
    );
  });
});
