import { TestDatabases } from '@backstage/backend-test-utils';
import { cart, checkout, ledger } from '../../__testUtils__/aCompany';
import {
  approvePlan,
  planContents,
  submitNext,
  submitPlan,
} from '../../__testUtils__/aPlan';
import { aService } from '../../__testUtils__/anEntity';
import type { FakeCatalog } from '../../__testUtils__/FakeCatalog';
import type { Portal } from '../../__testUtils__/Portal';
import { TieredShop } from '../../__testUtils__/TieredShop';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())(
  'plans that may be stale on %s',
  id => {
    let shop: TieredShop;
    let portal: Portal;
    let catalog: FakeCatalog;

    beforeEach(async () => {
      shop = await TieredShop.start(await databases.init(id), {
        tier: 'tier-2',
      });
      ({ portal, catalog } = shop);
    });

    afterEach(async () => portal.stop());

    it('goes stale when a dependency changes, clears when that is confirmed, and not a third time', async () => {
      const withDependencies = async (...refs: string[]) => {
        const service = aService('checkout')
          .titled('Checkout')
          .ownedBy('group:default/shop-team')
          .partOf('system:default/shop');
        refs.forEach(ref => service.related('dependsOn', ref));
        catalog.put(service);
        await portal.sweep();
      };
      const approved = await approvePlan(
        portal.as('peter'),
        await submitPlan(portal.as('olivia'), planContents([checkout])),
      );
      const confirm = async () => {
        const plan = await shop.plan(approved.id);
        return portal.as('peter').post(`/plans/${approved.id}/confirm`, {
          reasons: plan.staleness.flatMap((s: any) =>
            s.reasons.map((r: any) => ({
              entityRef: s.entityRef,
              key: r.key,
              because: 'Looked at it',
            })),
          ),
        });
      };

      await withDependencies(ledger, cart, 'component:default/mail');
      expect(await shop.planGaps(checkout)).toEqual(['plan-stale']);
      expect((await shop.plan(approved.id)).staleness).toMatchObject([
        {
          entityRef: checkout,
          reasons: [
            {
              key: 'dependency-added:component:default/mail',
              canBeConfirmed: true,
              confirmedTimes: 0,
            },
          ],
        },
      ]);
      const listed = await portal.as('rita').get('/plans?problem=stale');
      expect(listed.body.items).toMatchObject([
        { problems: [{ code: 'stale', entities: 1 }] },
      ]);

      await portal
        .as('olivia')
        .post(`/plans/${approved.id}/confirm`, { review: { because: 'x' } })
        .expect(403);
      expect((await confirm()).status).toBe(200);
      expect(await shop.planGaps(checkout)).toEqual([]);
      await withDependencies(ledger, cart, 'component:default/mail', 'a:b/c');
      expect((await confirm()).status).toBe(200);
      await withDependencies(ledger, cart, 'component:default/mail', 'a:b/d');
      const third = await confirm();
      expect(third.status).toBe(409);
      expect(third.body.error.message).toMatch(/2 times in a row/);
      expect(await shop.planGaps(checkout)).toEqual(['plan-stale']);

      const renewed = await approvePlan(
        portal.as('peter'),
        await submitNext(
          portal.as('olivia'),
          await shop.plan(approved.id),
          planContents([checkout]),
        ),
      );
      expect(renewed.staleness).toEqual([]);
      expect(await shop.planGaps(checkout)).toEqual([]);
    });

    it('never lets a stricter target or a dead contact be confirmed', async () => {
      const approved = await approvePlan(
        portal.as('peter'),
        await submitPlan(
          portal.as('olivia'),
          planContents([checkout], {
            contacts: [
              {
                id: 'lead',
                role: 'Lead',
                party: { kind: 'internal', ref: 'user:default/sid' },
              },
            ],
          }),
        ),
      );
      await portal
        .as('manuela')
        .edit(checkout, { rto: 'PT1M' }, { revision: 1 })
        .expect(200);
      catalog.remove('user:default/sid');
      await portal.sweep();
      const { staleness } = await shop.plan(approved.id);
      expect(staleness[0].reasons.map((r: any) => r.key)).toEqual([
        'target-stricter:rto',
        'contact-unresolved:user:default/sid',
      ]);
      for (const { key } of staleness[0].reasons) {
        const { body } = await portal
          .as('peter')
          .post(`/plans/${approved.id}/confirm`, {
            reasons: [{ entityRef: checkout, key, because: 'x' }],
          })
          .expect(409);
        expect(body.error.message).toMatch(/can’t be confirmed/);
      }
      const bulk = await portal
        .as('peter')
        .post('/plans/bulk-confirm', { planIds: [approved.id], because: 'x' })
        .expect(200);
      expect(bulk.body.items).toEqual([
        { planId: approved.id, confirmed: 0, left: 2 },
      ]);
    });

    it('sees what joins a system after approval, and what leaves the catalog', async () => {
      const system = 'system:default/shop';
      const approved = await approvePlan(
        portal.as('manuela'),
        await submitPlan(
          portal.as('olivia'),
          planContents([system, ledger].slice(0, 1), {
            scope: [{ entityRef: system, parts: true }],
          }),
        ),
      );
      expect(await shop.planGaps(checkout)).toEqual([]);
      catalog.put(
        aService('basket').ownedBy('group:default/shop-team').partOf(system),
      );
      await portal.sweep();
      const joined = (await shop.plan(approved.id)).staleness.find(
        (s: any) => s.entityRef === 'component:default/basket',
      );
      expect(joined.reasons).toMatchObject([
        { code: 'joined-system', after: system, canBeConfirmed: true },
      ]);
      catalog.remove(system);
      await portal.sweep();
      const gone = await shop.plan(approved.id);
      expect(gone.problems.map((p: any) => p.code)).toContain('scope-gone');
      expect(
        gone.staleness.find((s: any) => s.entityRef === system).reasons,
      ).toMatchObject([{ code: 'entity-missing', canBeConfirmed: false }]);
    });

    it('lets one of two plans of a kind be named primary', async () => {
      const plans = [];
      for (const title of ['One', 'Two']) {
        plans.push(
          await approvePlan(
            portal.as('peter'),
            await submitPlan(
              portal.as('olivia'),
              planContents([checkout], { title }),
            ),
          ),
        );
      }
      expect(await shop.planGaps(checkout)).toEqual(['plan-overlap']);
      const [one, two] = plans;
      expect((await shop.plan(one.id)).overlaps).toEqual([
        {
          entityRef: checkout,
          otherPlans: [{ id: two.id, title: 'Two' }],
          primary: null,
        },
      ]);
      await portal
        .as('peter')
        .post(`/plans/${two.id}/primary`, {
          entityRefs: [ledger],
          reason: 'x',
        })
        .expect(400);
      const named = await portal
        .as('peter')
        .post(`/plans/${two.id}/primary`, {
          entityRefs: [checkout],
          reason: 'The newer one',
        })
        .expect(200);
      expect(named.body.overlaps).toMatchObject([{ primary: two.id }]);
      expect(await shop.planGaps(checkout)).toEqual([]);
      await portal
        .as('manuela')
        .post(`/plans/${two.id}/archive`, { reason: 'x' })
        .expect(200);
      expect(await shop.planGaps(checkout)).toEqual([]);
      expect((await shop.plan(one.id)).overlaps).toEqual([]);
    });
  },
);
