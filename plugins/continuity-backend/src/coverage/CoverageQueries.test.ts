import { TestDatabases } from '@backstage/backend-test-utils';
import type { CoverageQuery } from 'backstage-plugin-continuity-common';
import { aGroup, anEntity, aService } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { World } from '../__testUtils__/World';
import type { Visibility } from '../catalog/Visibility';
import { CoverageGroupQueries } from './CoverageGroupQueries';
import { CoverageQueries } from './CoverageQueries';
import { readCoverageCursor, writeCoverageCursor } from './coverageCursor';
import { readCoverageSort } from './coverageSorts';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const marks = (name: string, values: Record<string, string>) =>
  Object.entries(values).reduce(
    (entity, [field, value]) => entity.annotated(`continuity/${field}`, value),
    aService(name).ownedBy('group:default/team'),
  );

/** Names say what is special about each. */
function aCatalog(): FakeCatalog {
  return new FakeCatalog(
    marks('rpo-none', { rpo: 'none', rto: 'P2D' }),
    marks('rpo-zero', { rpo: '0', rto: '0' }),
    marks('rpo-90-minutes', { rpo: '90m', rto: 'PT10H' }),
    marks('rpo-2-hours', { rpo: 'PT2H', rto: 'PT9H' }),
    marks('unset', {}),
    marks('tiered', { tier: 'tier-3' }).titled('100 % safe_mode \\ ZWÖLF'),
    aService('library').typed('library'),
    anEntity('resource:default/Database')
      .typed('Database')
      .ownedBy('group:default/below'),
    aGroup('team'),
    aGroup('below').childOf('group:default/team'),
  );
}

const all: Visibility = { kind: 'all' };

describe.each(databases.eachSupportedId())('CoverageQueries on %s', id => {
  let queries: CoverageQueries;
  let groupQueries: CoverageGroupQueries;

  beforeAll(async () => {
    const world = await World.create({
      knex: await databases.init(id),
      catalog: aCatalog(),
    });
    await world.sweep.run();
    queries = CoverageQueries.create({ database: world.knex });
    groupQueries = CoverageGroupQueries.create({ database: world.knex });
  });

  async function names(
    query: Omit<CoverageQuery, 'asOf' | 'mine'>,
    visibility = all,
  ): Promise<string[]> {
    const { sort, limit = 100, ...filters } = query;
    const { items } = await queries.page({
      asOf: null,
      filters,
      visibility,
      sort: readCoverageSort(sort),
      limit,
    });
    return items.map(item => item.entityRef.replace(/^.*\//, ''));
  }

  it.each<[CoverageQuery['sort'], string[]]>([
    [
      'rpo',
      ['rpo-zero', 'rpo-90-minutes', 'rpo-2-hours', 'tiered', 'rpo-none'],
    ],
    [
      '-rpo',
      ['rpo-none', 'tiered', 'rpo-2-hours', 'rpo-90-minutes', 'rpo-zero'],
    ],
    [
      'rto',
      ['rpo-zero', 'rpo-2-hours', 'rpo-90-minutes', 'tiered', 'rpo-none'],
    ],
    [
      '-rto',
      ['rpo-none', 'tiered', 'rpo-90-minutes', 'rpo-2-hours', 'rpo-zero'],
    ],
  ])('sorts %s as durations, unset last', async (sort, expected) => {
    const sorted = await names({ sort });
    expect(sorted.slice(0, 5)).toEqual(expected);
    expect(sorted.slice(5).sort()).toEqual(['database', 'unset']);
  });

  it.each<[string, Parameters<typeof names>[0], string[]]>([
    ['a status', { status: ['out-of-scope'] }, ['library']],
    ['a tier', { tier: ['tier-3'] }, ['tiered']],
    [
      'no tier, or one',
      { tier: ['none', 'tier-3'], type: ['DATABASE'] },
      ['database'],
    ],
    ['a kind in any case', { kind: ['RESOURCE'] }, ['database']],
    ['an owner', { owner: ['group:default/below'] }, ['database']],
    ['an owner that owns nothing', { owner: [] }, []],
    ['a gap', { gap: ['agreement-missing'] }, []],
    ['a word', { search: 'NINETY' }, []],
    ['a word in a title', { search: 'zwölf' }, ['tiered']],
    ['two words', { search: 'rpo hours' }, ['rpo-2-hours']],
    ['a percent sign', { search: '100 %' }, ['tiered']],
    ['an underscore', { search: 'e_m' }, ['tiered']],
    ['an underscore that is none', { search: 'o_z' }, []],
    ['a backslash', { search: '\\' }, ['tiered']],
    ['a quotation mark', { search: `'"` }, []],
    ['a question mark', { search: '?' }, []],
  ])('filters by %s', async (_, filter, expected) => {
    expect(await names({ ...filter, sort: 'name' })).toEqual(expected);
    const totals = await queries.totals({
      asOf: null,
      filters: filter,
      visibility: all,
    });
    expect(totals).toEqual({ totalItems: expected.length, totalInScope: 7 });
  });

  it('hides what the caller may not see, and what has no uid', async () => {
    const some: Visibility = {
      kind: 'some',
      uids: new Set(['uid-component:default/tiered', 'uid-unknown']),
    };
    expect(await names({}, some)).toEqual(['tiered']);
    expect(await names({}, { kind: 'none' })).toEqual([]);
    expect(
      await queries.totals({ asOf: null, filters: {}, visibility: some }),
    ).toEqual({ totalItems: 1, totalInScope: 1 });
    const none = await groupQueries.counts({
      asOf: null,
      filters: {},
      visibility: { kind: 'none' },
      groupBy: 'tier',
    });
    expect(none.size).toBe(0);
  });

  it.each(['zwölf', 'ZWÖLF', 'Zwölf'])(
    'finds %s whatever the case of its letters, also for who may not see all',
    async search => {
      const uids = new Set(['uid-component:default/tiered']);
      expect(await names({ search })).toEqual(['tiered']);
      expect(await names({ search }, { kind: 'some', uids })).toEqual([
        'tiered',
      ]);
    },
  );

  it('takes more visible entities than a statement takes bindings', async () => {
    const uids = new Set(
      Array.from({ length: 70_000 }, (_, index) => `uid-${index}`),
    );
    uids.add('uid-component:default/unset');
    expect(await names({}, { kind: 'some', uids })).toEqual(['unset']);
  });

  it('counts per status and group', async () => {
    const groups = await groupQueries.counts({
      asOf: null,
      filters: {},
      visibility: all,
      groupBy: 'tier',
    });
    expect(new Set(groups.keys())).toEqual(new Set(['tier-3', null]));
    expect(groups.get(null)!.counts.unassessed).toBe(6);
    const anyTier = (visibility: Visibility) =>
      groupQueries.anyTier({ asOf: null, visibility });
    expect(await anyTier(all)).toBe(true);
    expect(await anyTier({ kind: 'none' })).toBe(false);
  });

  it.each([
    'urgency',
    '-urgency',
    'name',
    '-name',
    'tier',
    '-tier',
    'status',
    '-status',
    'rto',
    '-rto',
    'rpo',
    '-rpo',
    'mtpd',
    '-mtpd',
    'owner',
    '-owner',
    'dueBy',
    '-dueBy',
  ] as const)(
    'neither repeats nor loses a row between pages sorted by %s',
    async sortName => {
      const sort = readCoverageSort(sortName);
      const whole = await names({ sort: sortName });
      for (const limit of [1, 2, 3]) {
        const paged: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await queries.page({
            asOf: null,
            filters: {},
            visibility: all,
            sort,
            limit,
            after: cursor ? readCoverageCursor(sort, cursor) : undefined,
          });
          paged.push(
            ...page.items.map(item => item.entityRef.replace(/^.*\//, '')),
          );
          cursor = page.last && writeCoverageCursor(sort, page.last);
        } while (cursor);
        expect(paged).toEqual(whole);
      }
    },
  );
});

describe('readCoverageCursor', () => {
  const rto = readCoverageSort('rto');
  const encode = (value: unknown) =>
    Buffer.from(JSON.stringify(value)).toString('base64url');

  it.each([
    ['nonsense', 'abc'],
    ['no list', encode({})],
    ['too short a list', encode(['rto', 1])],
    ['another sort', encode(['-rto', 1, 'a:b/c'])],
    ['a text for a number', encode(['rto', '1', 'a:b/c'])],
    ['a fraction', encode(['rto', 1.5, 'a:b/c'])],
    ['more than any number', encode(['rto', 1e300, 'a:b/c'])],
    ['no ref', encode(['rto', 1, null])],
    ['SQL', encode(['rto', { $gt: 0 }, 'a:b/c'])],
  ])('refuses %s', (_, cursor) => {
    expect(() => readCoverageCursor(rto, cursor)).toThrow('cursor');
  });

  it('refuses a number that no place in the list has, since no column could hold it', () => {
    expect(() =>
      readCoverageCursor(
        readCoverageSort('urgency'),
        encode(['urgency', 5e9, 'a:b/c']),
      ),
    ).toThrow('cursor');
  });

  it('takes out of texts what no database takes', () => {
    expect(
      readCoverageCursor(
        readCoverageSort('name'),
        encode(['name', 'a\0b', 'a:b/\0']),
      ),
    ).toEqual({ value: 'a\ufffdb', entityRef: 'a:b/\ufffd' });
  });

  it.each([7, '', 'yesterday', '2026-02-31T00:00:00.000Z', '2026-03-01'])(
    'refuses %j as the moment of the first page',
    listedAt => {
      expect(() =>
        readCoverageCursor(rto, encode(['rto', 1, 'a:b/c', listedAt])),
      ).toThrow('cursor');
    },
  );

  it('reads what it wrote, unset values included', () => {
    const position = { value: null, entityRef: 'component:default/x' };
    expect(readCoverageCursor(rto, writeCoverageCursor(rto, position))).toEqual(
      position,
    );
    const ofNow = { ...position, listedAt: '2026-03-01T00:00:00.000Z' };
    expect(readCoverageCursor(rto, writeCoverageCursor(rto, ofNow))).toEqual(
      ofNow,
    );
  });
});
