import { TestDatabases } from '@backstage/backend-test-utils';
import type { Bia } from 'backstage-plugin-continuity-common';
import { aService } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { World } from '../__testUtils__/World';
import { DatabaseAnalysisStore } from './DatabaseAnalysisStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const checkout = 'component:default/checkout';
const cart = 'component:default/cart';

function aBia(said: Partial<Bia> = {}): Bia {
  return {
    id: 'b1',
    entityRef: checkout,
    state: 'agreed',
    content: {
      method: 'full',
      points: ['PT1H', 'P1D'],
      ratings: [
        { id: 'fine', title: 'Fine' },
        { id: 'bad', title: 'Bad' },
      ],
      categories: [
        {
          id: 'financial',
          title: 'Financial',
          intolerableFrom: 'bad',
          impacts: { PT1H: 'fine', P1D: 'bad' },
        },
      ],
      rpo: 'PT0S',
      criticalPeriods: [{ text: 'Month end', every: 'P1M' }],
    },
    result: {
      categories: [{ id: 'financial', mtpd: 'P1D', beyond: null }],
      mtpd: 'P1D',
      beyond: null,
      rpo: 'PT0S',
    },
    assessor: null,
    agreedWith: 'Head of sales',
    assessedOn: '2026-01-15',
    looserThanBefore: [],
    revision: 1,
    recordedBy: 'user:default/olivia',
    recordedAt: '2026-01-15T08:00:00.000Z',
    ...said,
  };
}

describe.each(databases.eachSupportedId())(
  'DatabaseAnalysisStore on %s',
  id => {
    async function aWorld() {
      const world = await World.create({
        knex: await databases.init(id),
        catalog: new FakeCatalog(aService('checkout'), aService('cart')),
      });
      await world.sweep.run();
      const store = DatabaseAnalysisStore.create({ database: world.knex });
      const add = (bia: Bia) =>
        world.knex.transaction(trx => store.add(trx, 'bia', bia));
      return { world, store, add };
    }

    it('gives back what was put in', async () => {
      const { store, add } = await aWorld();
      const bia = aBia({ note: 'Renewed', looserThanBefore: ['mtpd', 'rpo'] });
      await add(bia);
      expect(await store.biasOf(checkout)).toEqual([bia]);
      expect((await store.analysesOf([checkout, cart])).get(checkout)).toEqual({
        bia: [bia],
        risk: [],
      });
      expect(await store.risksOf(checkout)).toEqual([]);
    });

    it('leaves out of the facts what does not count, and keeps it in the list', async () => {
      const { store, add } = await aWorld();
      await add(aBia({ id: 'old', state: 'superseded' }));
      await add(aBia({ id: 'no', state: 'rejected', revision: 5 }));
      expect(await store.analysesOf([checkout])).toEqual(new Map());
      expect((await store.biasOf(checkout)).map(b => b.id)).toEqual([
        'no',
        'old',
      ]);
      expect(await store.revisionsOf(checkout)).toEqual({ bia: 5, risk: 0 });
    });

    it.each(['agreed', 'draft', 'awaiting-second-person'] as const)(
      'holds one %s analysis of a sort an entity',
      async state => {
        const { add } = await aWorld();
        await add(aBia({ state }));
        // the driver's errors are no errors of this realm
        const refusal = await add(aBia({ id: 'b2', state })).then(
          () => 'done',
          ({ message }) => message,
        );
        expect(refusal).toMatch(/unique/i);
      },
    );

    it('changes a state only from the one it is thought to be in', async () => {
      const { world, store, add } = await aWorld();
      await add(aBia({ state: 'draft' }));
      const set = (from: Bia['state'], to: Bia['state']) =>
        world.knex.transaction(trx =>
          store.setState(trx, { id: 'b1', from, to }),
        );
      expect(await set('agreed', 'superseded')).toBe(false);
      expect(await set('draft', 'discarded')).toBe(true);
    });

    it('puts away what an entity has when it leaves the catalog, and gives it back when it returns', async () => {
      const { world, store, add } = await aWorld();
      await add(aBia());
      const trx = <T>(act: Parameters<typeof world.knex.transaction<T>>[0]) =>
        world.knex.transaction(act);
      const at = '2026-02-01T00:00:00.000Z';
      expect(await trx(t => store.hasLiving(t, checkout))).toBe(true);
      await trx(t => store.archive(t, { entityRefs: [checkout], at }));
      expect(await store.biasOf(checkout)).toEqual([]);
      expect(await trx(t => store.hasLiving(t, checkout))).toBe(false);
      expect(await trx(t => store.withArchived(t, [checkout, cart]))).toEqual(
        new Set([checkout]),
      );
      expect(
        await trx(t => store.revive(t, { fromRef: checkout, toRef: cart })),
      ).not.toBeNull();
      expect((await store.biasOf(cart)).map(b => b.id)).toEqual(['b1']);
      expect(
        await trx(t => store.revive(t, { fromRef: checkout, toRef: cart })),
      ).toBeNull();
    });

    it('is part of what the assessment knows', async () => {
      const { world, add } = await aWorld();
      await world.save(checkout, { tier: 'tier-2', mtpd: 'P3D' });
      await add(aBia());
      await world.knex.transaction(t =>
        world.engine.markDirty(t, [checkout], world.now),
      );
      await world.engine.drain();
      const { assessment } = (await world.current(checkout))!;
      expect(assessment.profile.mtpd).toMatchObject({
        value: 'P1D',
        source: 'bia',
      });
      expect(assessment.gaps.map(gap => gap.code)).toEqual(
        expect.arrayContaining(['mtpd-looser-than-bia', 'tier-below-bia']),
      );
    });
  },
);
