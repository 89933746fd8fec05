import { TestDatabases } from '@backstage/backend-test-utils';
import { approvePlan, planContents, submitPlan } from '../__testUtils__/aPlan';
import { aGroup, aService, aUser } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { pathOf, Portal } from '../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const shop = 'component:default/shop';
const bank = 'component:default/bank';
const services = {
  shop: 'group:default/shop-team',
  bank: 'group:default/bank-team',
};

describe.each(databases.eachSupportedId())('staleness on %s', id => {
  let portal: Portal;
  let catalog: FakeCatalog;
  const plans: Record<string, string> = {};

  function aThing(
    name: string,
    said: {
      owner: string;
      needs?: string[];
      notes?: Record<string, string>;
    },
  ) {
    const service = aService(name)
      .ownedBy(said.owner)
      .annotated('continuity/tier', 'tier-2');
    said.needs?.forEach(ref => service.related('dependsOn', ref));
    Object.entries(said.notes ?? {}).forEach(([key, value]) =>
      service.annotated(key, value),
    );
    return service;
  }

  beforeEach(async () => {
    catalog = new FakeCatalog(
      aGroup('shop-team'),
      aGroup('bank-team'),
      aUser('olivia').memberOf('group:default/shop-team'),
      aUser('ben').memberOf('group:default/bank-team'),
      aThing('shop', { owner: services.shop, needs: [bank] }),
      aThing('bank', { owner: services.bank }),
    );
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog,
      roles: { manuela: { isManager: true }, martin: { isManager: true } },
    });
    await portal.sweep();
    for (const [name, team] of Object.entries(services)) {
      const plan = await approvePlan(
        portal.as('martin'),
        await submitPlan(
          portal.as('manuela'),
          planContents([`component:default/${name}`], {
            title: name,
            contacts: [
              {
                id: 'lead',
                role: 'Lead',
                party: { kind: 'internal', ref: team },
              },
            ],
          }),
          { owner: team },
        ),
      );
      plans[name] = plan.id;
    }
  });

  afterEach(async () => portal.stop());

  /** The reasons of each plan, and which entities have the gap. */
  async function stale(): Promise<Record<string, string[]>> {
    const reasons: Record<string, string[]> = {};
    for (const [name, planId] of Object.entries(plans)) {
      const { body } = await portal
        .as('manuela')
        .get(`/plans/${planId}`)
        .expect(200);
      reasons[name] = body.staleness.flatMap((s: any) =>
        s.reasons.map((r: any) => r.key),
      );
    }
    const gaps: string[] = [];
    for (const ref of [shop, bank]) {
      const { body } = await portal.as('manuela').get(pathOf(ref)).expect(200);
      if (body.gaps.some((gap: any) => gap.code === 'plan-stale'))
        gaps.push(ref);
    }
    return { ...reasons, gaps };
  }

  const recordBia = async (mtpd: string, assessedOn: string) => {
    const path = `${pathOf(bank)}/bia`;
    const { body: known } = await portal.as('manuela').get(path).expect(200);
    await portal
      .as('manuela')
      .put(
        path,
        {
          state: 'agreed',
          quick: { intolerableAfter: mtpd },
          rpo: 'PT1H',
          agreedWith: 'Head of sales',
          assessedOn,
        },
        { 'If-Match': String(known.revision) },
      )
      .expect(200);
  };

  it('begins with none', async () => {
    expect(await stale()).toEqual({ shop: [], bank: [], gaps: [] });
  });

  it.each<
    [string, () => void, { shop: string[]; bank: string[]; gaps: string[] }]
  >([
    [
      'an owner’s group is renamed: only what names it',
      () => {
        catalog.remove('group:default/bank-team');
        catalog.put(
          aGroup('treasury'),
          aUser('ben').memberOf('group:default/treasury'),
          aThing('bank', { owner: 'group:default/treasury' }),
        );
      },
      {
        shop: [],
        bank: [
          'owner-changed:owner',
          'contact-unresolved:group:default/bank-team',
        ],
        gaps: [bank],
      },
    ],
    [
      'a dependency is added',
      () =>
        catalog.put(
          aThing('shop', {
            owner: services.shop,
            needs: [bank, 'component:default/mail'],
          }),
        ),
      {
        shop: ['dependency-added:component:default/mail'],
        bank: [],
        gaps: [shop],
      },
    ],
    [
      'a dependency is declared soft',
      () =>
        catalog.put(
          aThing('shop', {
            owner: services.shop,
            needs: [bank],
            notes: { 'continuity/soft-dependencies': bank },
          }),
        ),
      {
        shop: [`dependency-removed:${bank}`],
        bank: [],
        gaps: [shop],
      },
    ],
    [
      'a target becomes stricter',
      () =>
        catalog.put(
          aThing('bank', {
            owner: services.bank,
            notes: { 'continuity/rto': '5m' },
          }),
        ),
      { shop: [], bank: ['target-stricter:rto'], gaps: [bank] },
    ],
    [
      'a target becomes looser',
      () =>
        catalog.put(
          aThing('bank', {
            owner: services.bank,
            notes: { 'continuity/rto': '8h' },
          }),
        ),
      { shop: [], bank: [], gaps: [] },
    ],
    [
      'a title and tags change',
      () =>
        catalog.put(
          aThing('bank', { owner: services.bank }).titled('The bank'),
        ),
      { shop: [], bank: [], gaps: [] },
    ],
  ])('when %s', async (_, change, expected) => {
    change();
    await portal.sweep();
    expect(await stale()).toEqual(expected);
  });

  it('says of what left the catalog that it is missing', async () => {
    catalog.remove(bank);
    await portal.sweep();
    const { body } = await portal
      .as('manuela')
      .get(`/plans/${plans.bank}`)
      .expect(200);
    expect(
      body.staleness.flatMap((s: any) => s.reasons.map((r: any) => r.key)),
    ).toEqual([`entity-missing:${bank}`]);
    expect(body.problems.map((p: any) => p.code)).toContain('scope-gone');
  });

  it('stays fresh when the yearly impact analysis is renewed unchanged, and not when it changes', async () => {
    await recordBia('PT24H', '2026-01-10');
    const first = await stale();
    expect(first).toEqual({ shop: [], bank: [], gaps: [] });
    await recordBia('P1D', '2026-02-10');
    expect(await stale()).toEqual({ shop: [], bank: [], gaps: [] });
    await recordBia('PT4H', '2026-03-10');
    const changed = await stale();
    expect(changed.shop).toEqual([]);
    expect(changed.bank).toContain('bia-changed:mtpd');
  });
});
