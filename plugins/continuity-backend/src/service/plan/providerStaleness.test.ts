import { TestDatabases } from '@backstage/backend-test-utils';
import { checkout, ledger } from '../../__testUtils__/aCompany';
import {
  approvePlan,
  planContents,
  submitPlan,
} from '../../__testUtils__/aPlan';
import { anEntity, aService } from '../../__testUtils__/anEntity';
import type { FakeCatalog } from '../../__testUtils__/FakeCatalog';
import type { Portal } from '../../__testUtils__/Portal';
import { TieredShop } from '../../__testUtils__/TieredShop';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const orders = 'api:default/orders';
const cart = 'component:default/cart';
const key = `provider-changed:${orders}`;

describe.each(databases.eachSupportedId())(
  'plans of who uses an API on %s',
  id => {
    let shop: TieredShop;
    let portal: Portal;
    let catalog: FakeCatalog;
    let planId: string;

    /** The cart and the ledger provide the API, or do not. */
    const provide = async (...providers: string[]) => {
      const api = anEntity(orders)
        .titled('Orders API')
        .ownedBy('group:default/shop-team')
        .related('apiConsumedBy', checkout);
      providers.forEach(ref => api.related('apiProvidedBy', ref));
      const aProvider = (ref: string, title: string) => {
        const service = aService(ref.split('/')[1]).titled(title);
        if (providers.includes(ref)) service.related('providesApi', orders);
        return service;
      };
      catalog.put(
        api,
        aProvider(cart, 'The cart').ownedBy('group:default/shop-team'),
        aProvider(ledger, 'The ledger').ownedBy('group:default/secret-team'),
      );
      await portal.sweep();
    };
    const staleness = async (user = 'manuela') => {
      const plan = await shop.plan(planId, user);
      return plan.staleness.flatMap((s: any) => s.reasons);
    };
    const confirm = (reasonKey: string) =>
      portal.as('peter').post(`/plans/${planId}/confirm`, {
        reasons: [{ entityRef: checkout, key: reasonKey, because: 'Tried' }],
      });

    beforeEach(async () => {
      shop = await TieredShop.start(await databases.init(id), {
        tier: 'tier-2',
      });
      ({ portal, catalog } = shop);
      catalog.put(
        aService('checkout')
          .titled('Checkout')
          .ownedBy('group:default/shop-team')
          .partOf('system:default/shop')
          .related('consumesApi', orders),
      );
      await provide(cart);
      const plan = await approvePlan(
        portal.as('peter'),
        await submitPlan(portal.as('olivia'), planContents([checkout])),
      );
      planId = plan.id;
    });

    afterEach(async () => portal.stop());

    it('go stale by another provider, say both by their titles, and hold again once that is confirmed', async () => {
      await portal.sweep();
      expect(await shop.planGaps(checkout)).toEqual([]);

      await provide(ledger);
      const [gap] = (await shop.tab(checkout)).gaps.filter(
        ({ code }: any) => code === 'plan-stale',
      );
      expect(gap.message).toContain(
        `When the plan was approved, ${orders}, which it uses, was provided by ${cart}; now it is provided by ${ledger}.`,
      );
      expect(await staleness()).toMatchObject([
        { key, before: cart, after: ledger, canBeConfirmed: true },
      ]);
      expect((await shop.plan(planId)).names).toMatchObject({
        [orders]: 'Orders API',
        [cart]: 'The cart',
        [ledger]: 'The ledger',
      });
      expect(JSON.stringify(await staleness('sam'))).not.toContain('ledger');

      expect((await confirm(key)).status).toBe(200);
      expect(await shop.planGaps(checkout)).toEqual([]);
      await provide(cart, ledger);
      expect((await confirm(key)).status).toBe(200);
      await provide(cart);
      const third = await confirm(key);
      expect(third.body.error.message).toMatch(/2 times in a row/);
    });

    it('go stale by a provider, or an API, that leaves the catalog, and hold again when it is back', async () => {
      catalog.remove(cart);
      await portal.sweep();
      // its own side says so until the catalog has looked again
      catalog.put(anEntity(orders).ownedBy('group:default/shop-team'));
      await portal.sweep();
      expect(await staleness()).toMatchObject([
        { key, before: cart, after: orders },
      ]);
      await provide(cart);
      expect(await staleness()).toEqual([]);
      catalog.remove(orders);
      await portal.sweep();
      expect(await staleness()).toMatchObject([
        { key, before: cart, after: 'missing' },
      ]);
      await provide(cart);
      expect(await staleness()).toEqual([]);
    });

    it('notice another provider of an API that the catalog does not have', async () => {
      catalog.remove(orders);
      await portal.sweep();
      expect((await confirm(key)).status).toBe(200);
      catalog.put(
        aService('cart').ownedBy('group:default/shop-team'),
        aService('ledger')
          .ownedBy('group:default/secret-team')
          .related('providesApi', orders),
      );
      await portal.sweep();
      expect(await staleness()).toMatchObject([
        { key, before: cart, after: ledger },
      ]);
    });

    it('are told nothing where they were approved before providers were remembered', async () => {
      const [row] = await portal.knex('plan_watched').select('facts');
      const { apis, ...earlier } = JSON.parse(row.facts);
      expect(apis).toEqual({ [orders]: { needs: [cart], inCatalog: true } });
      await portal
        .knex('plan_watched')
        .update({ facts: JSON.stringify(earlier) });
      await provide(ledger);
      expect(await staleness()).toEqual([]);
      expect(await shop.planGaps(checkout)).toEqual([]);
    });

    it('are told of by a check of the change that would make them stale, whom it names as far as the caller may see', async () => {
      const document = (name: string, spec: object) => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name },
        spec: { type: 'service', owner: 'group:default/shop-team', ...spec },
      });
      const check = async (user: string) => {
        const { body } = await portal
          .as(user)
          .post('/changes/assess', {
            proposed: [
              document('cart', {}),
              document('ledger', {
                owner: 'group:default/secret-team',
                providesApis: ['orders'],
              }),
            ],
          })
          .expect(200);
        return body.findings.filter(
          ({ rule }: any) => rule === 'plan-review-needed',
        );
      };
      expect(await check('manuela')).toMatchObject([
        {
          entityRef: checkout,
          planId,
          origin: 'caused',
          params: {
            code: 'provider-changed',
            subject: orders,
            before: cart,
            after: ledger,
          },
        },
      ]);
      const [seen] = await check('sam');
      expect(seen.entityRef).toBe(checkout);
      expect(JSON.stringify(seen)).not.toContain('ledger');
    });
  },
);
