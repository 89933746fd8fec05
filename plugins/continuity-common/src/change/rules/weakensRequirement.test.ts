import { aDocument } from '../__testUtils__/aCatalogOf';
import { marks, tier, company as catalog } from '../__testUtils__/aCompany';
import { judge, refOf, type Scene } from '../__testUtils__/aScene';

describe('weakens-requirement', () => {
  const weakened = (scene: Partial<Scene>) =>
    judge({ catalog, ...scene })
      .findings.filter(({ rule }) => rule === 'weakens-requirement')
      .map(
        ({ entityRef, params }) =>
          `${entityRef!.split('/')[1]} ${
            params.case === 'edge'
              ? `does without ${String(params.needed).split('/')[1]}`
              : params.fields
          }`,
      );
  const ledger = (annotations: Record<string, string>) =>
    aDocument(
      'ledger',
      { dependsOn: ['resource:db'], owner: 'b' },
      marks(annotations),
    );

  it.each<[string, Partial<Scene>, string[]]>([
    [
      'a softer edge',
      {
        proposed: [
          ledger({
            'continuity/tier': 'tier-1',
            'continuity/soft-dependencies': 'resource:db',
          }),
        ],
      },
      ['ledger does without db'],
    ],
    [
      'a looser target',
      {
        proposed: [
          ledger({ 'continuity/tier': 'tier-1', 'continuity/rto': '2h' }),
        ],
      },
      ['ledger rto'],
    ],
    [
      'a stricter target',
      {
        proposed: [
          ledger({ 'continuity/tier': 'tier-1', 'continuity/rto': '30m' }),
        ],
      },
      [],
    ],
    [
      'the same target in other words',
      {
        proposed: [
          ledger({ 'continuity/tier': 'tier-1', 'continuity/rto': '60 min' }),
        ],
      },
      [],
    ],
    [
      'data that it is said not to hold',
      {
        proposed: [
          ledger({ 'continuity/tier': 'tier-1', 'continuity/rpo': 'none' }),
        ],
      },
      ['ledger rpo'],
    ],
    [
      'a lower tier, with the targets of it',
      { proposed: [ledger({ 'continuity/tier': 'tier-2' })] },
      ['ledger tier,rto,rpo,mtpd'],
    ],
    [
      'a higher tier',
      { proposed: [aDocument('mailer', { owner: 'a' }, tier('tier-1'))] },
      [],
    ],
    [
      'a mark that is removed',
      { proposed: [ledger({})] },
      ['ledger tier,rto,rpo,mtpd'],
    ],
    [
      'a mark that is removed, and what the system says is as strict',
      {
        catalog: [
          aDocument('part', { system: 'money' }, tier('tier-2')),
          aDocument('System:money', {}, tier('tier-2')),
        ],
        proposed: [aDocument('part', { system: 'money' })],
      },
      [],
    ],
    [
      'a system’s tier: its parts that take it over, too',
      { proposed: [aDocument('System:money', { owner: 'b' }, tier('tier-3'))] },
      ['part tier,rto,rpo,mtpd', 'money tier,rto,rpo,mtpd'],
    ],
    [
      'another system with less',
      {
        catalog: [
          aDocument('part', { system: 'a' }),
          aDocument('System:a', {}, tier('tier-1')),
          aDocument('System:b', {}, tier('tier-3')),
        ],
        proposed: [aDocument('part', { system: 'b' })],
      },
      ['part tier,rto,rpo,mtpd'],
    ],
    [
      'a lifecycle that takes it out of scope',
      {
        proposed: [
          aDocument(
            'ledger',
            { dependsOn: ['resource:db'], owner: 'b', lifecycle: 'deprecated' },
            tier('tier-1'),
          ),
        ],
      },
      ['ledger scope'],
    ],
    [
      'a lower minimum service',
      {
        catalog: [aDocument('web', {}, marks({ 'continuity/mbco': '80 %' }))],
        proposed: [aDocument('web', {}, marks({ 'continuity/mbco': '50 %' }))],
      },
      ['web mbco'],
    ],
    [
      'nobody to recover it',
      { proposed: [aDocument('mailer', {}, tier('tier-4'))] },
      ['mailer recoveryOwner'],
    ],
    ['a removal', { touched: { ledger: 'remove' } }, []],
    ['what is only touched', { touched: { ledger: 'modify' } }, []],
  ])('finds %s', (_, scene, expected) => {
    expect(weakened(scene)).toEqual(expected);
  });

  it('finds a workaround that is said to last longer: the file’s word has no limit', () => {
    const soft = {
      'continuity/tier': 'tier-1',
      'continuity/soft-dependencies': 'resource:db',
    };
    const classifications = [
      {
        from: refOf('ledger'),
        to: refOf('resource:db'),
        class: 'soft' as const,
        endurableSeconds: 3_600,
      },
    ];
    expect(
      weakened({
        classifications,
        proposed: [ledger({ 'continuity/tier': 'tier-1' })],
      }),
    ).toEqual([]);
    expect(weakened({ classifications, proposed: [ledger(soft)] })).toEqual([]);
    expect(
      weakened({
        catalog: [ledger(soft), aDocument('Resource:db')],
        classifications,
        proposed: [ledger({ 'continuity/tier': 'tier-1' })],
      }),
    ).toEqual([]);
  });
});
