import { TestDatabases } from '@backstage/backend-test-utils';
import {
  continuityStatuses,
  coverageMove,
  coverageMoveCauses,
  type ContinuityStatus,
  type CoverageMoveCause,
  type CoverageTrend,
  type CoverageTrendQuery,
  defaultPolicy,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import {
  insertAssessments,
  type MadeUpRow,
  seededRandom,
  someAssessments,
} from '../__testUtils__/someAssessments';
import type { Visibility } from '../catalog/Visibility';
import { migrateDatabase } from '../migrateDatabase';
import { PolicyVersionStore } from '../policy/PolicyVersionStore';
import { CoverageTrendService } from '../service/coverage/CoverageTrendService';
import { CoverageGroupQueries } from './CoverageGroupQueries';
import { CoverageTrendQueries } from './CoverageTrendQueries';
import { PastReader } from './PastReader';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const installedAt = '2026-01-01T00:00:00.000Z';
const newPolicyAt = '2026-03-10T12:00:00.000Z';
const now = '2026-04-05T10:00:00.000Z';
const policy = { ...defaultPolicy, timeZone: 'Europe/Berlin' };

/** Changes around the ends of days, at the new policy, and at the clocks' change. */
const changes = [
  '2026-01-02T08:00:00.000Z',
  '2026-02-10T23:00:00.000Z',
  '2026-03-08T22:59:59.999Z',
  '2026-03-08T23:00:00.000Z',
  newPolicyAt,
  '2026-03-29T01:00:00.000Z',
  '2026-03-29T21:59:59.999Z',
  '2026-03-29T22:00:00.000Z',
  '2026-04-05T09:00:00.000Z',
];
const rows = someAssessments({
  entities: 200,
  random: seededRandom(2026),
  moments: changes,
}).map(row => ({
  ...row,
  // so that exemptions occur: a status of its own beside what lies under it
  underlying_status: row.urgency % 3 === 0 ? 'exposed' : row.status,
}));

function isSeen(row: MadeUpRow, visibility: Visibility): boolean {
  if (visibility.kind !== 'some') return visibility.kind === 'all';
  return row.uid !== null && visibility.uids.has(row.uid);
}

function at(moment: string, seen: MadeUpRow[]) {
  return seen.filter(
    row =>
      row.valid_from <= moment &&
      (row.valid_to === null || row.valid_to > moment),
  );
}

const zeros = () =>
  Object.fromEntries(continuityStatuses.map(status => [status, 0])) as Record<
    ContinuityStatus,
    number
  >;

/** Counts at each point, by looking at every row. */
function countsAt(moment: string, seen: MadeUpRow[]) {
  const counts = zeros();
  for (const row of at(moment, seen)) {
    counts[row.status as ContinuityStatus] += 1;
  }
  return { counts, late: at(moment, seen).filter(row => row.late).length };
}

const stateOf = (row: MadeUpRow) => ({
  status: row.status as ContinuityStatus,
  underlyingStatus: row.underlying_status as ContinuityStatus,
  tier: row.tier,
});

/** Each moment at which something changes for an entity, one after the other. */
function causesBetween(from: string, to: string, seen: MadeUpRow[]) {
  const causes = Object.fromEntries(
    coverageMoveCauses.map(cause => [cause, { better: 0, worse: 0, same: 0 }]),
  ) as Record<
    CoverageMoveCause,
    { better: number; worse: number; same: number }
  >;
  const refs = new Set(seen.map(row => row.entity_ref));
  for (const moment of changes.filter(each => each > from && each <= to)) {
    const justBefore = new Date(Date.parse(moment) - 1).toISOString();
    for (const ref of refs) {
      const own = seen.filter(row => row.entity_ref === ref);
      const [before] = at(justBefore, own);
      const [after] = at(moment, own);
      const move = coverageMove(
        before && stateOf(before),
        after && stateOf(after),
        { policyChanged: moment === newPolicyAt },
      );
      if (move) causes[move.cause][move.direction] += 1;
    }
  }
  return causes;
}

function serviceOver(
  knex: Knex,
  visibility: Visibility,
  when: { now: string } = { now },
) {
  const versions = PolicyVersionStore.create({ database: knex });
  const clock = () => new Date(when.now);
  return CoverageTrendService.create({
    groups: CoverageGroupQueries.create({ database: knex }),
    trends: CoverageTrendQueries.create({ database: knex }),
    past: PastReader.create({ versions, policy, clock }),
    versions,
    policy,
    clock,
    scope: {
      resolve: async () => ({
        rows: { filters: {}, visibility, asOf: null },
      }),
    } as never,
  });
}

const uids = rows.flatMap(({ uid }, index) => (uid && index % 2 ? uid : []));

describe.each(databases.eachSupportedId())('the trend on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrateDatabase(knex);
    await insertAssessments(knex, rows);
    const versions = PolicyVersionStore.create({ database: knex });
    await versions.recordPolicyInForce(policy, installedAt);
    await versions.recordPolicyInForce(
      { ...policy, timeZone: 'UTC' },
      newPolicyAt,
    );
  });

  const ask = (
    query: CoverageTrendQuery,
    visibility: Visibility = { kind: 'all' },
  ): Promise<CoverageTrend> =>
    serviceOver(knex, visibility).trend(query, { credentials: {} as never });

  it.each<[string, CoverageTrendQuery, () => Visibility]>([
    ['weeks', {}, () => ({ kind: 'all' })],
    [
      'days over the change of the clocks',
      { step: 'day', from: '2026-03-20', to: '2026-04-01' },
      () => ({ kind: 'all' }),
    ],
    ['months', { step: 'month' }, () => ({ kind: 'all' })],
    [
      'half of it',
      { step: 'day', from: '2026-03-01', to: '2026-04-05' },
      () => ({ kind: 'some', uids: new Set(uids) }),
    ],
  ])('agrees with brute force for %s', async (_, query, visibilityOf) => {
    const visibility = visibilityOf();
    const trend = await ask(query, visibility);
    const seen = rows.filter(row => isSeen(row, visibility));
    expect(trend.points.length).toBeGreaterThan(3);
    expect(trend.points).toEqual(
      trend.points.map(({ at: moment, day }) => ({
        at: moment,
        day,
        ...countsAt(moment, seen),
      })),
    );
    expect(trend.moves).toEqual(
      trend.points.slice(1).map((point, index) => ({
        from: trend.points[index].at,
        to: point.at,
        causes: causesBetween(trend.points[index].at, point.at, seen),
      })),
    );
    const found = trend.moves.flatMap(move => Object.values(move.causes));
    expect(found.some(({ better }) => better > 0)).toBe(true);
  });

  it('has each day end by the clocks of the zone, and the last one now', async () => {
    const { points } = await ask({ step: 'day', from: '2026-03-28' });
    expect(points.map(({ at: moment }) => moment)).toEqual([
      '2026-03-28T22:59:59.999Z',
      '2026-03-29T21:59:59.999Z',
      '2026-03-30T21:59:59.999Z',
      '2026-03-31T21:59:59.999Z',
      '2026-04-01T21:59:59.999Z',
      '2026-04-02T21:59:59.999Z',
      '2026-04-03T21:59:59.999Z',
      '2026-04-04T21:59:59.999Z',
      now,
    ]);
  });

  it('shows days while there are too few weeks, and begins with the installation', async () => {
    const service = serviceOver(
      knex,
      { kind: 'all' },
      { now: '2026-01-04T10:00:00.000Z' },
    );
    const trend = await service.trend({}, { credentials: {} as never });
    expect(trend.step).toBe('day');
    expect(trend.points.map(({ day }) => day)).toEqual([
      '2026-01-01',
      '2026-01-02',
      '2026-01-03',
      '2026-01-04',
    ]);
  });

  it.each<[CoverageTrendQuery, string]>([
    [{ to: '2026-04-06' }, 'in the future'],
    [{ from: '2026-02-30' }, 'no day'],
    [{ from: '2026-04-02', to: '2026-04-01' }, 'after'],
    [{ to: '2025-12-01' }, 'records begin'],
    [{ step: 'day', from: '2026-01-02' }, 'more than 60'],
  ])('refuses %j', async (query, why) => {
    await expect(ask(query)).rejects.toMatchObject({
      issues: [{ message: expect.stringContaining(why) }],
    });
  });
});
