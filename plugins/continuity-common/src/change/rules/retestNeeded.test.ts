import { aDocument } from '../__testUtils__/aCatalogOf';
import { marks, tier, company as catalog } from '../__testUtils__/aCompany';
import { found, judge, type Scene } from '../__testUtils__/aScene';

describe('retest-needed', () => {
  it.each<[string, Partial<Scene>, string[]]>([
    [
      'a change declared major',
      { touched: { web: 'modify' }, change: { major: true } },
      ['warning component:web'],
    ],
    [
      'a change declared major whose document says what the catalog has',
      {
        proposed: [catalog.find(({ metadata }) => metadata.name === 'web')!],
        change: { major: true },
      },
      ['warning component:web'],
    ],
    ['one that is not', { touched: { web: 'modify' } }, []],
    [
      'material changes that nobody declared major',
      { proposed: [aDocument('web', {}, tier('tier-1'))] },
      [],
    ],
    [
      'a tier without tests',
      { touched: { mailer: 'modify' }, change: { major: true } },
      [],
    ],
    [
      'what is new',
      {
        proposed: [aDocument('new', {}, tier('tier-1'))],
        change: { major: true },
      },
      [],
    ],
    ['what goes', { touched: { web: 'remove' }, change: { major: true } }, []],
    [
      'what the catalog doesn’t have',
      { touched: { nowhere: 'modify' }, change: { major: true } },
      [],
    ],
  ])('of %s', (_, scene, expected) => {
    expect(found({ catalog, ...scene }, 'retest-needed')).toEqual(expected);
  });

  it('leaves out the restore of what holds no data', () => {
    const stateless = aDocument(
      'web',
      {},
      marks({ 'continuity/tier': 'tier-1', 'continuity/rpo': 'none' }),
    );
    const { findings } = judge({
      catalog: [stateless],
      touched: { web: 'modify' },
      change: { major: true },
    });
    expect(findings[0].params.depths).toBe('failover');
  });
});
