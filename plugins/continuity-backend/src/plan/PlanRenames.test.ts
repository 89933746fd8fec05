import { TestDatabases } from '@backstage/backend-test-utils';
import { approvePlan, planContents, submitPlan } from '../__testUtils__/aPlan';
import { aGroup, aService, aUser } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { pathOf, Portal } from '../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const team = 'group:default/shop-team';
const file = 'url:https://example.org/bank/catalog-info.yaml';
const shop = 'component:default/shop';
const bank = 'component:default/bank';
const vault = 'component:default/vault';
const payments = 'api:default/payments';

describe.each(databases.eachSupportedId())('a new name on %s', id => {
  let portal: Portal;
  let catalog: FakeCatalog;
  let planId: string;
  let sha256: string;

  const aBank = (name: string) =>
    aService(name)
      .ownedBy(team)
      .from(file)
      .related('providesApi', payments)
      .annotated('continuity/tier', 'tier-2');
  const aShop = (needs: string) =>
    aService('shop')
      .ownedBy(team)
      .annotated('continuity/tier', 'tier-2')
      .related('consumesApi', payments)
      .related('dependsOn', needs);

  beforeEach(async () => {
    catalog = new FakeCatalog(
      aGroup('shop-team'),
      aUser('olivia').memberOf(team),
      aShop(bank),
      aBank('bank'),
      // so that one of them is not too much to vanish at once
      ...['one', 'two', 'three', 'four', 'five'].map(name =>
        aService(name).ownedBy(team),
      ),
    );
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog,
      roles: {
        manuela: { isManager: true },
        martin: { isManager: true },
        sam: { reads: () => true },
        // sees nothing of the bank, whatever its name
        una: { reads: ref => !/bank|vault/.test(ref) },
      },
    });
    await portal.sweep();
    const plan = await approvePlan(
      portal.as('martin'),
      await submitPlan(portal.as('manuela'), planContents([bank, shop])),
    );
    planId = plan.id;
    sha256 = plan.version.sha256;

    catalog.remove(bank);
    catalog.put(aBank('vault'), aShop(vault));
    await portal.sweep();
    await portal.sweep();
  });

  afterEach(async () => portal.stop());

  const plan = async (user = 'manuela') =>
    (await portal.as(user).get(`/plans/${planId}`).expect(200)).body;
  const codesOf = async (ref: string) =>
    (await portal.as('manuela').get(pathOf(ref)).expect(200)).body.gaps.map(
      (gap: any) => gap.code,
    );
  const decide = async (decision: string) => {
    const { body } = await portal.as('manuela').get('/carry-overs').expect(200);
    expect(body.items).toMatchObject([{ fromRef: bank, toRef: vault }]);
    await portal
      .as('manuela')
      .post(`/carry-overs/${body.items[0].id}/decide`, {
        decision,
        reason: 'It was renamed',
      })
      .expect(200);
  };

  it('leaves the plan stale until somebody decides that it is the same', async () => {
    const before = await plan();
    expect(before.staleness.map((s: any) => s.entityRef).sort()).toEqual([
      bank,
      shop,
    ]);
    const ofShop = before.staleness.find((s: any) => s.entityRef === shop);
    expect(ofShop.reasons.map(({ key }: any) => key)).toEqual([
      `dependency-added:${vault}`,
      `dependency-removed:${bank}`,
      `provider-changed:${payments}`,
    ]);
    expect(await codesOf(vault)).toContain('plan-missing');

    await decide('carry-over');

    const after = await plan();
    expect(after.staleness).toEqual([]);
    expect(after.renamed).toEqual([{ from: bank, to: vault }]);
    expect(after.scopeEntries).toMatchObject([
      { entityRef: vault, exists: true },
      { entityRef: shop, exists: true },
    ]);
    expect(await codesOf(vault)).not.toContain('plan-missing');
    expect(await codesOf(shop)).not.toContain('plan-stale');
    const history = await portal
      .as('manuela')
      .get(`/plans/${planId}/history`)
      .expect(200);
    expect(history.body.items[0]).toMatchObject({
      action: 'entity-renamed',
      by: 'user:default/manuela',
      reason: 'It was renamed',
      before: { entityRef: bank },
      after: { entityRef: vault },
    });
  });

  it('is no new dependency of others, where no plan names the entity itself', async () => {
    await portal.knex('plan_scope').where('entity_ref', bank).delete();
    await decide('carry-over');
    expect(await codesOf(shop)).not.toContain('plan-stale');
  });

  it('changes nothing of the version that was approved', async () => {
    await decide('carry-over');
    const { version } = await plan();
    expect(version.sha256).toBe(sha256);
    expect(version.contents.scope[0].entityRef).toBe(bank);
  });

  it('is no reason to show the entity to whoever may not see it, nor to hide it from others', async () => {
    await decide('carry-over');
    const seen = await plan('sam');
    expect(seen.scope).toMatchObject({ entries: 2, redacted: 0 });
    expect(seen.version.contents.scope[0].entityRef).toBe(bank);
    const hidden = await plan('una');
    expect(hidden.scope).toMatchObject({ entries: 1, redacted: 1 });
    expect(JSON.stringify(hidden)).not.toMatch(/default\/(?:bank|vault)/);
  });

  it('goes on when the next version still names the old one', async () => {
    await decide('carry-over');
    const { revision } = await plan();
    await portal
      .as('manuela')
      .put(
        `/plans/${planId}/draft`,
        {
          contents: {
            ...planContents([bank, shop]),
            purpose: 'Anew.',
            changeReference: 'RFC-7',
          },
        },
        { 'If-Match': String(revision) },
      )
      .expect(200);
    const submitted = await portal
      .as('manuela')
      .post(`/plans/${planId}/submit`, {})
      .expect(200);
    const approved = await approvePlan(portal.as('martin'), submitted.body);
    expect(approved.staleness).toEqual([]);
    expect(await codesOf(vault)).not.toContain('plan-missing');
  });

  it('that was declined leaves the plan as it is', async () => {
    await decide('decline');
    const { staleness, renamed } = await plan();
    expect(renamed).toEqual([]);
    expect(staleness.map((s: any) => s.entityRef)).toContain(bank);
  });
});
