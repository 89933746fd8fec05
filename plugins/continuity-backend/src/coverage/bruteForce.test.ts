import { TestDatabases } from '@backstage/backend-test-utils';
import {
  continuityStatuses,
  coverageSortKeys,
  type CoverageQuery,
} from 'backstage-plugin-continuity-common';
import {
  insertAssessments,
  type MadeUpRow,
  seededRandom,
  someAssessments,
} from '../__testUtils__/someAssessments';
import type { Visibility } from '../catalog/Visibility';
import { migrateDatabase } from '../migrateDatabase';
import { readCoverageCursor, writeCoverageCursor } from './coverageCursor';
import { CoverageExportReader } from './CoverageExportReader';
import { ResolvedFilters } from './coverageFilters';
import { CoverageGroupKey, CoverageGroupQueries } from './CoverageGroupQueries';
import { CoverageQueries } from './CoverageQueries';
import { readCoverageSort } from './coverageSorts';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const moments = Array.from({ length: 6 }, (_, month) =>
  new Date(Date.UTC(2026, month, 1, 12)).toISOString(),
);
const rows = someAssessments({
  entities: 150,
  random: seededRandom(4711),
  moments,
});

interface Question {
  filters: ResolvedFilters;
  visibility: Visibility;
  asOf: string | null;
}

/** The rules once more, as slowly and plainly as possible. */
function holds(row: MadeUpRow, { filters, visibility, asOf }: Question) {
  const isThen =
    asOf === null
      ? row.valid_to === null
      : row.valid_from <= asOf &&
        (row.valid_to === null || row.valid_to > asOf);
  const isVisible =
    visibility.kind === 'all' ||
    (visibility.kind === 'some' &&
      row.uid !== null &&
      visibility.uids.has(row.uid));
  const among = (values: string[] | undefined, value: string | null) =>
    values === undefined || (value !== null && values.includes(value));
  const lower = (values: string[] | undefined) =>
    values?.map(value => value.toLowerCase());
  const words = (text: string) => text.split('|').filter(Boolean);
  const any = (wanted: string[] | undefined, text: string) =>
    wanted === undefined || wanted.some(word => words(text).includes(word));
  const text =
    visibility.kind === 'all'
      ? row.search_text
      : `${row.title.toLowerCase()} ${row.entity_ref}`;
  return (
    isThen &&
    isVisible &&
    (filters.status
      ? (filters.status as string[]).includes(row.status)
      : row.in_scope) &&
    any(filters.gap, row.gap_codes) &&
    any(filters.cause, row.causes) &&
    (filters.parties === undefined ||
      [row.owner_ref, row.recovery_owner].some(
        ref => ref !== null && filters.parties!.includes(ref),
      )) &&
    (filters.late === undefined || row.late === filters.late) &&
    (filters.tier === undefined || filters.tier.includes(row.tier ?? 'none')) &&
    among(lower(filters.kind), row.kind.toLowerCase()) &&
    among(lower(filters.type), row.type && row.type.toLowerCase()) &&
    among(filters.owner, row.owner_ref) &&
    among(filters.system, row.system_ref) &&
    among(filters.domain, row.domain_ref) &&
    (filters.search ?? '')
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean)
      .every(word => text.includes(word))
  );
}

const matching = (question: Question) =>
  rows.filter(row => holds(row, question));

function sortValue(row: MadeUpRow, key: string): number | string | null {
  switch (key) {
    case 'urgency':
      return row.urgency;
    case 'name':
      return row.title.toLowerCase();
    case 'tier':
      return row.tier_rank;
    case 'status':
      return (continuityStatuses as readonly string[]).indexOf(row.status);
    case 'rto':
      return row.rto_seconds;
    case 'rpo':
      return row.rpo_seconds === -1 ? Infinity : row.rpo_seconds;
    case 'mtpd':
      return row.mtpd_seconds;
    case 'owner':
      return row.owner_ref;
    default:
      return row.due_by;
  }
}

/** As bytes, whatever the language. */
const compare = (a: number | string, b: number | string) =>
  typeof a === 'number'
    ? Math.sign(a - (b as number)) || 0
    : Buffer.compare(Buffer.from(a), Buffer.from(b as string));

function sorted(found: MadeUpRow[], sort: string): string[] {
  const descending = sort.startsWith('-');
  const key = sort.replace('-', '');
  const sign = descending ? -1 : 1;
  return [...found]
    .sort((a, b) => {
      const [x, y] = [sortValue(a, key), sortValue(b, key)];
      if (x === null || y === null) {
        if (x !== y) return x === null ? 1 : -1;
      } else if (x !== y) {
        return sign * compare(x, y);
      }
      return sign * compare(a.entity_ref, b.entity_ref);
    })
    .map(row => row.entity_ref);
}

const random = seededRandom(99);
const pick = <T>(list: readonly T[]): T =>
  list[Math.floor(random() * list.length)];
const sometimes = <T>(make: () => T, share = 0.2): T | undefined =>
  random() < share ? make() : undefined;
const some = <T>(list: readonly T[]) => list.filter(() => random() < 0.5);

function aQuestion(): Question {
  const filters: ResolvedFilters = Object.fromEntries(
    Object.entries({
      status: sometimes(() => some(continuityStatuses)),
      gap: sometimes(() => some(['plan-missing', 'test-never'])),
      cause: sometimes(() =>
        some([
          'owner-unresolved group:default/x_y',
          'owner-unresolved resource:default/db',
        ]),
      ),
      parties: sometimes(() => some(['user:default/me', 'group:default/b'])),
      late: sometimes(() => random() < 0.5),
      tier: sometimes(() => some(['tier-1', 'tier-2', 'none'])),
      kind: sometimes(() => some(['Component', 'SYSTEM'])),
      type: sometimes(() => some(['service', 'website'])),
      owner: sometimes(() => some(['group:default/a', 'user:default/u'])),
      system: sometimes(() => some(['system:default/s'])),
      domain: sometimes(() => some(['domain:default/d'])),
      search: sometimes(() => pick(['SHOP', '100 %', 'a_b', '=1+', 'ä', '_x'])),
    }).filter(([, value]) => value !== undefined),
  ) as ResolvedFilters;
  const uids = rows.flatMap(({ uid }) => uid ?? []);
  return {
    filters,
    visibility:
      random() < 0.8
        ? { kind: 'all' }
        : { kind: 'some', uids: new Set(some(uids)) },
    asOf: pick([
      null,
      ...moments,
      '2026-02-14T00:00:00.000Z',
      new Date(Date.parse(moments[3]) - 1).toISOString(),
    ]),
  };
}

const asked = Array.from({ length: 120 }, aQuestion);

describe.each(databases.eachSupportedId())('coverage on %s', id => {
  let queries: CoverageQueries;
  let groupQueries: CoverageGroupQueries;
  let reader: CoverageExportReader;
  // what a set of uids reads like is remembered for one database
  const questions = asked.map((question): Question => {
    const { visibility } = question;
    return visibility.kind === 'some'
      ? {
          ...question,
          visibility: { kind: 'some', uids: new Set(visibility.uids) },
        }
      : question;
  });

  beforeAll(async () => {
    const knex = await databases.init(id);
    await migrateDatabase(knex);
    await insertAssessments(knex, rows);
    queries = CoverageQueries.create({ database: knex });
    groupQueries = CoverageGroupQueries.create({ database: knex });
    reader = CoverageExportReader.create({ database: knex });
  });

  it('agrees with brute force for random filters, moments, sorts and pages', async () => {
    let found = 0;
    for (const question of questions) {
      const key = pick(coverageSortKeys);
      const name = random() < 0.5 ? key : (`-${key}` as const);
      // whoever may not see an owner must not learn it from the order
      if (key === 'owner' && question.visibility.kind === 'some') continue;
      const sort = readCoverageSort(name as CoverageQuery['sort']);
      const expected = sorted(matching(question), name);
      const totals = {
        totalItems: expected.length,
        totalInScope: matching({ ...question, filters: {} }).length,
      };
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const wanted = {
          ...question,
          sort,
          limit: pick([7, 40]),
          after: cursor ? readCoverageCursor(sort, cursor) : undefined,
        };
        const { totalItems, totalInScope, ...page } = await queries.list(
          wanted,
        );
        expect(await queries.page(wanted)).toEqual(page);
        expect({ totalItems, totalInScope }).toEqual(totals);
        paged.push(...page.items.map(item => item.entityRef));
        cursor = page.last && writeCoverageCursor(sort, page.last);
      } while (cursor);
      expect({ question, name, paged }).toEqual({
        question,
        name,
        paged: expected,
      });
      expect(await queries.totals(question)).toEqual(totals);
      found += expected.length;
    }
    expect(found).toBeGreaterThan(500);
  });

  it('agrees with brute force for each group', async () => {
    const keysOf: Record<CoverageGroupKey, (row: MadeUpRow) => unknown[]> = {
      tier: row => [row.tier],
      owner: row => [row.owner_ref],
      system: row => [row.system_ref],
      domain: row => [row.domain_ref],
      kind: row => [row.kind],
      type: row => [row.type],
      status: row => [row.status],
      cause: row => row.causes.split('|').filter(Boolean),
    };
    for (const question of questions.slice(0, 60)) {
      const groupBy = pick(Object.keys(keysOf) as CoverageGroupKey[]);
      const expected = new Map<unknown, Record<string, number>>();
      for (const row of matching(question)) {
        for (const key of keysOf[groupBy](row)) {
          const group = expected.get(key) ?? {};
          group[row.status] = (group[row.status] ?? 0) + 1;
          if (row.late) group.late = (group.late ?? 0) + 1;
          expected.set(key, group);
        }
      }
      const groups =
        groupBy === 'cause'
          ? (await groupQueries.causes(question)).groups
          : await groupQueries.counts({ ...question, groupBy });
      const counted = [...groups].map(([key, { counts, late }]) => [
        key,
        Object.fromEntries(
          Object.entries({ ...counts, late }).filter(([, n]) => n > 0),
        ),
      ]);
      expect(new Map(counted as never)).toEqual(expected);
    }
  });

  it('lists the causes behind which the most stand, and says how many there are', async () => {
    const question = {
      asOf: null,
      filters: {},
      visibility: { kind: 'all' } as const,
    };
    const { groups, all: number } = await groupQueries.causes(question);
    expect(groups.size).toBe(number);
    const largest = await groupQueries.causes({ ...question, most: 1 });
    expect([...largest.groups]).toEqual([...groups].slice(0, 1));
    expect(largest.all).toBe(number);
    const sizes = [...groups.values()].map(({ counts }) =>
      Object.values(counts).reduce((a, b) => a + b, 0),
    );
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(number).toBeGreaterThan(1);
  });

  it('agrees with brute force for what is due when', async () => {
    for (const question of questions.slice(0, 40)) {
      const expected = new Map<string, number>();
      for (const { dues } of matching(question)) {
        if (dues) expected.set(dues, (expected.get(dues) ?? 0) + 1);
      }
      const found = new Map<string, number>();
      for (const { dues, entities } of await groupQueries.dues(question)) {
        found.set(dues, (found.get(dues) ?? 0) + entities);
      }
      expect(found).toEqual(expected);
    }
  });

  it('exports each row that matches once, in pages of any size', async () => {
    for (const question of questions.slice(0, 60)) {
      const asOf = question.asOf ?? '2026-12-31T00:00:00.000Z';
      const exported = [];
      for await (const page of reader.pages(
        { ...question, asOf },
        pick([1, 10, 1000]),
      )) {
        exported.push(...page);
      }
      const expected = matching({ ...question, asOf });
      expect(exported.map(item => item.entityRef).sort()).toEqual(
        expected.map(row => row.entity_ref).sort(),
      );
      const bySeconds = new Map(
        expected.map(row => [row.entity_ref, row.rpo_seconds]),
      );
      for (const item of exported) {
        const seconds = bySeconds.get(item.entityRef)!;
        expect([item.rpo, item.rpoSeconds]).toEqual(
          {
            [-1]: ['none', null],
            0: ['PT0S', 0],
            300: ['PT5M', 300],
            3600: ['PT1H', 3600],
          }[seconds] ?? [null, null],
        );
      }
    }
  });

  it('neither repeats nor loses a row while the world moves on between pages of one moment', async () => {
    const sort = readCoverageSort('urgency');
    const asOf = moments[4];
    const question: Question = {
      filters: {},
      visibility: { kind: 'all' },
      asOf,
    };
    const expected = sorted(matching(question), 'urgency');
    const knex = (await databases.init(id))!;
    await migrateDatabase(knex);
    await insertAssessments(knex, rows);
    const moving = CoverageQueries.create({ database: knex });
    const paged: string[] = [];
    let last: Parameters<typeof moving.page>[0]['after'];
    let hour = 0;
    do {
      const page = await moving.page({
        ...question,
        sort,
        limit: 5,
        after: last,
      });
      paged.push(...page.items.map(item => item.entityRef));
      last = page.last;
      hour += 1;
      const now = new Date(Date.parse('2026-08-01') + hour * 3_600_000);
      // what holds ends, and goes on as something else
      const current = await knex('assessments')
        .whereNull('valid_to')
        .orderBy('id')
        .limit(3)
        .select();
      for (const { id: rowId, ...row } of current) {
        await knex('assessments')
          .where('id', rowId)
          .update({ valid_to: now.toISOString() });
        await knex('assessments').insert({
          ...row,
          urgency: 49 - row.urgency,
          valid_from: now.toISOString(),
        });
      }
    } while (last);
    expect(paged).toEqual(expected);
  });
});
