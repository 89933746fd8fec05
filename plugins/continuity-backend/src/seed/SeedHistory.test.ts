import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import {
  demoCatalog,
  demoPolicy,
  demoRecords,
} from '../__testUtils__/demoCatalog';
import { Portal } from '../__testUtils__/Portal';

jest.setTimeout(240_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const { NODE_ENV } = process.env;
const today = DateTime.utc();

async function aDemo(knex: Knex, history?: string) {
  const portal = await Portal.start({
    knex,
    catalog: await demoCatalog(),
    roles: { manuela: { isManager: true } },
    continuity: { ...demoPolicy, seed: { file: demoRecords, history } },
  });
  // the first one reads the catalog, the next finds it at rest and plays the records; the last one is of the present
  for (let sweep = 0; sweep < 4; sweep++) await portal.sweep();
  const manuela = portal.as('manuela');
  for (let tries = 0; tries < 600; tries++) {
    const { body } = await manuela.get('/sweep').expect(200);
    const { totalItems } = (await manuela.get('/changes').expect(200)).body;
    const since = today.minus({ days: 1 }).toISO();
    if (body.finishedAt > since && totalItems > 0) break;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return portal;
}

/** Status and gaps of everything, as they are now. */
async function standing(knex: Knex) {
  const rows = await knex('assessments')
    .whereNull('valid_to')
    .orderBy('entity_ref')
    .select('entity_ref', 'tier', 'status', 'underlying_status', 'gap_codes');
  return rows.map(row => Object.values(row).join(' '));
}

describe.each(databases.eachSupportedId())('a demo’s history on %s', id => {
  let knex: Knex;
  let portal: Portal;

  beforeAll(async () => {
    Object.assign(process.env, { NODE_ENV: 'development' });
    knex = await databases.init(id);
    portal = await aDemo(knex, 'P6M');
  });

  afterAll(async () => {
    Object.assign(process.env, { NODE_ENV });
    await portal.stop();
  });

  const summaryAt = async (asOf: string) =>
    (
      await portal
        .as('manuela')
        .get(`/coverage/summary?asOf=${asOf}`)
        .expect(200)
    ).body.total;

  it('ends where a demo without a history begins', async () => {
    const other = await databases.init(id);
    const plain = await aDemo(other);
    const expected = await standing(other);
    await plain.stop();
    expect(expected.length).toBeGreaterThan(80);
    expect(await standing(knex)).toEqual(expected);
  });

  it('begins half a year ago, and of the time before nobody knows anything', async () => {
    const first = await knex('policy_versions').orderBy('id').first();
    const ago = today.diff(DateTime.fromISO(first.valid_from), 'days').days;
    expect(ago).toBeGreaterThan(178);
    expect(ago).toBeLessThan(186);
    await portal
      .as('manuela')
      .get(`/coverage?asOf=${today.minus({ months: 7 }).toISODate()}`)
      .expect(400);
  });

  it('shows fewer exposed services the later one looks, and what is met since its agreement', async () => {
    const then = await summaryAt(today.minus({ days: 178 }).toISODate());
    const later = await summaryAt(today.minus({ days: 100 }).toISODate());
    const lately = await summaryAt(today.minus({ days: 5 }).toISODate());
    expect(then.met).toBe(0);
    expect(later.met).toBeGreaterThan(0);
    expect(later.exposed).toBeLessThan(then.exposed);
    expect(lately.exposed).toBeLessThan(later.exposed);
  });

  it('ends with services in every state, of which few are late', async () => {
    const { body } = await portal
      .as('manuela')
      .get('/coverage/summary')
      .expect(200);
    const { total, late } = body;
    expect(total.met).toBeGreaterThan(15);
    expect(total.exposed).toBeGreaterThan(4);
    expect(total.exposed).toBeLessThan(20);
    expect(total.exempt).toBeGreaterThan(0);
    expect(late).toBeGreaterThan(9);
    expect(late).toBeLessThan(24);
  });

  it.each([
    ['component:default/fax-gateway', 'is gone by now', [1, 0]],
    ['component:default/route-optimiser', 'came since', [0, 1]],
  ])('shows that %s %s', async (ref, _, found) => {
    const asked = [today.minus({ days: 100 }).toISODate(), ''].map(asOf =>
      portal
        .as('manuela')
        .get(`/coverage?search=${ref.split('/')[1]}${asOf && `&asOf=${asOf}`}`),
    );
    const answers = await Promise.all(asked);
    expect(answers.map(({ body }) => body.totalItems)).toEqual(found);
  });

  it('lets what the catalog says change at its moment, and nobody but the catalog', async () => {
    const tiers = await knex('assessments')
      .where({ entity_ref: 'component:default/promotions' })
      .orderBy('valid_from')
      .pluck('tier');
    expect([...new Set(tiers)]).toEqual(['tier-3', 'tier-2']);
    const { owner_ref: owner } = await knex('assessments')
      .where({ entity_ref: 'component:default/dunning' })
      .orderBy('valid_from')
      .first('owner_ref');
    expect(owner).toBe('group:default/finance-it');
    const unresolved = await knex('assessments')
      .where({ entity_ref: 'component:default/dunning' })
      .whereLike('gap_codes', '%|owner-unresolved|%')
      .min({ since: 'valid_from' })
      .first();
    const ago = today.diff(DateTime.fromISO(unresolved!.since), 'days').days;
    expect(Math.round(ago)).toBe(26);
  });

  it('dates intervals by what happened: a plan’s approval ends "plan-missing" at its moment', async () => {
    const { approved_at: at } = await knex('plans')
      .where({ id: 'plan-hamburg' })
      .first('approved_at');
    const intervals = await knex('assessments')
      .where({ entity_ref: 'resource:default/kubernetes-hamburg' })
      .orderBy('valid_from')
      .select('valid_from', 'gap_codes');
    const lacking = intervals.map(({ valid_from, gap_codes }) => [
      valid_from < at,
      gap_codes.includes('|plan-missing|'),
    ]);
    expect(lacking.length).toBeGreaterThan(1);
    expect(lacking.filter(([before, lacks]) => before !== lacks)).toEqual([]);
  });

  it('says of nothing that it happened in the future', async () => {
    const moments: string[] = await knex('records').pluck('at');
    const now = new Date().toISOString();
    expect(moments.filter(at => at > now)).toEqual([]);
  });

  it('has figures of every day, and tells nothing twice after a restart', async () => {
    const count = async (table: string) =>
      Number((await knex(table).count({ n: '*' }))[0].n);
    const tables = ['assessments', 'records', 'kpi_days', 'plans', 'tests'];
    const before = await Promise.all(tables.map(count));
    expect(before[2]).toBeGreaterThan(178);
    await portal.stop();
    portal = await aDemo(knex, 'P6M');
    expect(await Promise.all(tables.map(count))).toEqual(before);
  });
});
