import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { scenarios } from 'backstage-plugin-continuity-common';
import { parse } from 'yaml';
import {
  aGroup,
  anEntity,
  aService,
  aSystem,
  aUser,
} from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { pathOf, Portal } from '../__testUtils__/Portal';
import { readSeedFile } from './readSeedFile';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const inProject = (path: string) =>
  resolvePackagePath('backstage-plugin-continuity-backend', `../../${path}`);
const file = inProject('examples/continuity-records.yaml');
const demoPolicy = parse(
  readFileSync(inProject('app-config.yaml'), 'utf8'),
).continuity;
const { NODE_ENV } = process.env;
const alreadyThere = new Set([
  'component:default/checkout',
  'component:default/cart-service',
  'component:default/stock-service',
  'component:payments/payment-gateway',
  'resource:payments/ledger-db',
  'resource:default/orders-db',
  'component:default/gift-cards',
]);

describe('the demo’s tests', () => {
  it('name scenarios of the library', () => {
    const known = new Set(scenarios.map(({ id }) => id));
    const named = readSeedFile(file).tests.flatMap(
      ({ contents }) => contents.scenario.id ?? [],
    );
    expect(named.filter(id => !known.has(id))).toEqual([]);
  });
});

describe.each(databases.eachSupportedId())('the demo’s tests on %s', id => {
  let portal: Portal;

  beforeAll(async () => {
    Object.assign(process.env, { NODE_ENV: 'development' });
    const tested = new Set(
      readSeedFile(file).tests.flatMap(({ contents }) => contents.entities),
    );
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: new FakeCatalog(
        aSystem('checkout').ownedBy('group:default/checkout-team'),
        aService('checkout')
          .partOf('system:default/checkout')
          .annotated('continuity/tier', 'tier-1'),
        aService('cart-service')
          .partOf('system:default/checkout')
          .annotated('continuity/tier', 'tier-1'),
        anEntity('component:payments/payment-gateway')
          .typed('service')
          .annotated('continuity/tier', 'tier-1')
          .annotated('continuity/rto', 'PT30M')
          .annotated('continuity/rpo', '0'),
        anEntity('resource:payments/ledger-db')
          .annotated('continuity/tier', 'tier-1')
          .annotated('continuity/rto', 'PT30M')
          .annotated('continuity/rpo', '0'),
        aService('stock-service').annotated('continuity/tier', 'tier-1'),
        aGroup('checkout-team'),
        aUser('anna.schmidt').memberOf('group:default/checkout-team'),
        aUser('mira.oezdemir').memberOf('group:default/checkout-team'),
        aService('gift-cards')
          .ownedBy('group:default/checkout-team')
          .annotated('continuity/tier', 'tier-2')
          .annotated('continuity/rto', '90 min'),
        anEntity('resource:default/orders-db')
          .annotated('continuity/tier', 'tier-1')
          .annotated('continuity/rpo', '0'),
        ...[...tested]
          .filter(ref => !alreadyThere.has(ref))
          .map(ref => anEntity(ref).annotated('continuity/tier', 'tier-2')),
      ),
      roles: { manuela: { isManager: true } },
      continuity: { ...demoPolicy, seed: { file } },
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
    ['', 16],
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
