import { TestDatabases } from '@backstage/backend-test-utils';
import { scenarios } from 'backstage-plugin-continuity-common';
import {
  demoCatalog,
  demoPolicy,
  demoRecords,
} from '../__testUtils__/demoCatalog';
import { pathOf, Portal } from '../__testUtils__/Portal';
import { readSeedFile } from './readSeedFile';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const { NODE_ENV } = process.env;
describe('the demo’s tests', () => {
  it('name scenarios of the library', () => {
    const known = new Set(scenarios.map(({ id }) => id));
    const named = readSeedFile(demoRecords).tests.flatMap(
      ({ contents }) => contents.scenario.id ?? [],
    );
    expect(named.filter(id => !known.has(id))).toEqual([]);
  });
});

describe.each(databases.eachSupportedId())('the demo’s tests on %s', id => {
  let portal: Portal;

  beforeAll(async () => {
    Object.assign(process.env, { NODE_ENV: 'development' });
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: await demoCatalog(),
      roles: { manuela: { isManager: true } },
      continuity: { ...demoPolicy, seed: { file: demoRecords } },
    });
    await portal.sweep();
    await portal.sweep();
  });

  afterAll(async () => {
    Object.assign(process.env, { NODE_ENV });
    await portal.stop();
  });

  const count = async (query: string) =>
    (await portal.as('manuela').get(`/tests?${query}`).expect(200)).body
      .totalItems;
  const stateOf = async (ref: string, depth: string) =>
    (
      await portal.as('manuela').get(pathOf(ref)).expect(200)
    ).body.tests.requirements.find((r: any) => r.depth === depth)?.state;

  it.each([
    ['', 35],
    ['state=planned', 3],
    ['missed=true', 1],
    ['state=in-progress', 1],
    ['state=cancelled', 1],
    ['outcome=failed', 2],
    ['outcome=inconclusive', 1],
    ['reviewed=false', 1],
    ['origin=machine', 1],
    ['origin=invocation', 1],
  ])('are there once, in every state: "%s"', async (query, expected) => {
    expect(await count(query)).toBe(expected);
  });

  it.each([
    ['component:default/checkout', 'failover', 'proven'],
    ['component:default/cart-service', 'failover', 'retest-needed'],
    ['component:payments/payment-gateway', 'failover', 'failed'],
    ['resource:payments/ledger-db', 'restore', 'due-soon'],
    ['component:default/stock-service', 'restore', 'overdue'],
    ['resource:default/orders-db', 'restore', 'proven'],
    ['component:default/gift-cards', 'restore', 'proven'],
    ['component:default/gift-cards', 'simulation', 'overdue'],
  ])('say of %s that its %s is %s', async (ref, depth, state) => {
    expect(await stateOf(ref, depth)).toBe(state);
  });

  it('leave the gift cards nothing to do but a simulation', async () => {
    const { body } = await portal
      .as('manuela')
      .get(pathOf('component:default/gift-cards'))
      .expect(200);
    expect(body.status).toBe('at-risk');
    expect(
      body.gaps
        .filter((gap: any) => gap.severity !== 'information')
        .map((gap: any) => [gap.code, gap.requirement]),
    ).toEqual([['test-overdue', 'test:simulation']]);
  });

  it('have a finding that is overdue', async () => {
    const { body } = await portal
      .as('manuela')
      .get('/findings?overdue=true')
      .expect(200);
    expect(body.items).toMatchObject([
      { title: 'Name a third key holder for the security modules' },
    ]);
  });
});
