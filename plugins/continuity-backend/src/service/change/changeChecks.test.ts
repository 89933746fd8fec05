import { TestDatabases } from '@backstage/backend-test-utils';
import {
  aCompany,
  cart,
  checkout,
  ledger,
  roles,
} from '../../__testUtils__/aCompany';
import {
  approvePlan,
  planContents,
  submitPlan,
} from '../../__testUtils__/aPlan';
import { aService, aSystem } from '../../__testUtils__/anEntity';
import { FakeCatalog } from '../../__testUtils__/FakeCatalog';
import { Portal } from '../../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const hiddenNames = /secret|ledger|sid\b/i;

/** Half of what needs the cart is hidden from sam, and so is who answers for it. */
function aHalfHiddenCompany(): FakeCatalog {
  const catalog = aCompany();
  for (const name of ['secret-app', 'secret-report', 'secret-mobile']) {
    catalog.put(
      aService(name)
        .ownedBy('group:default/secret-team')
        .partOf('system:default/secret-bank')
        .annotated('continuity/tier', 'tier-1')
        .related('dependsOn', cart),
    );
  }
  catalog.put(
    aService('front')
      .ownedBy('group:default/secret-team')
      .partOf('system:default/shop')
      .annotated('continuity/tier', 'tier-1')
      .related('dependsOn', 'component:default/secret-app'),
  );
  return catalog;
}

const document = (name: string, spec: object, annotations: object = {}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: 'group:default/shop-team',
    system: 'shop',
    ...spec,
  },
});

describe.each(databases.eachSupportedId())('checks of changes on %s', id => {
  let portal: Portal;

  const start = async (
    catalog: FakeCatalog,
    continuity: object = {
      changes: {
        machines: [
          {
            subject: 'external:test-service',
            scope: { entities: ['system:default/shop'] },
          },
        ],
      },
    },
  ) => {
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog,
      roles,
      continuity,
    });
    await portal.sweep();
  };

  afterEach(async () => portal.stop());

  const check = async (body: object, user = 'manuela') =>
    (await portal.as(user).post('/changes/assess', body).expect(200)).body;
  const rulesOf = (answer: any, origin = 'caused') =>
    answer.findings
      .filter((finding: any) => finding.origin === origin)
      .map((finding: any) => `${finding.rule} ${finding.entityRef}`);

  it('names who is impacted and why, the same each time, and stores nothing', async () => {
    await start(aCompany());
    const body = { touched: [{ entityRef: 'Component:cart' }] };
    const answer = await check(body);
    expect(answer).toMatchObject({
      verdict: 'pass',
      treatedAs: 'normal',
      touched: [{ entityRef: cart, action: 'modify', content: 'unknown' }],
      totalImpacted: 3,
      redacted: { touched: 0, impacted: 0, findings: 0, plans: 0 },
      problems: [],
    });
    expect(answer.impacted).toMatchObject([
      { entityRef: cart, effect: 'touched', path: [cart] },
      { entityRef: checkout, effect: 'affected', path: [checkout, cart] },
      { entityRef: 'system:default/shop', effect: 'system' },
    ]);
    const { assessedAt, dataAge, ...rest } = answer;
    const again = await check(body);
    expect(again).toMatchObject(rest);
    expect(dataAge.catalogReadAt).not.toBeNull();
    const list = await portal.as('manuela').get('/changes');
    expect(list.body.items).toEqual([]);
  });

  it('tells what can’t be taken one by one, and assesses the rest', async () => {
    await start(aCompany());
    const answer = await check({
      touched: [
        { entityRef: cart },
        { entityRef: cart },
        { entityRef: 'component:default/nobody' },
      ],
      proposed: [
        'nonsense',
        document('new', {}, { 'continuity/rto': 'soon' }),
        document('a\u0000b', {}),
        document('x'.repeat(300), {}),
      ],
      record: true,
      files: {
        repository: 'https://github.com/acme/shop',
        paths: ['README.md'],
      },
    });
    expect(answer.problems.map(({ at, kind }: any) => `${kind} ${at}`)).toEqual(
      [
        'duplicate touched[1].entityRef',
        'document-not-an-entity proposed[0]',
        'annotation-invalid proposed[1].metadata.annotations.continuity/rto',
        'document-not-an-entity proposed[2]',
        'document-not-an-entity proposed[3]',
        'ref-unknown touched[2].entityRef',
      ],
    );
    expect(answer.unmapped).toEqual(['README.md']);
    expect(
      answer.touched.map(({ entityRef, action }: any) => [entityRef, action]),
    ).toEqual([
      [cart, 'modify'],
      ['component:default/new', 'add'],
    ]);
  });

  it('refuses what is too much, with what is too much', async () => {
    await start(aCompany());
    const tooMany = await portal
      .as('rita')
      .post('/changes/assess', {
        touched: Array.from({ length: 1_001 }, (_, n) => ({
          entityRef: `component:default/c${n}`,
        })),
      })
      .expect(400);
    expect(tooMany.body.error.issues).toMatchObject([
      { path: 'touched', message: 'At most 1,000 touched entities at once.' },
    ]);
    await portal
      .as('rita')
      .post('/changes/assess', {
        proposed: [{ text: 'x'.repeat(3_000_000) }],
      })
      .expect(413);
    await portal.as('rita').post('/changes/assess', {}).expect(400);
    await portal
      .as('rita')
      .post('/changes/assess', { touched: [{ entityRef: cart }], record: true })
      .expect(403);
  });

  it('finds a target conflict that a proposal introduces three hops away, and blames it for none that was there', async () => {
    const targets = (rto: string) => [
      ['continuity/tier', 'tier-2'] as const,
      ['continuity/rto', rto] as const,
    ];
    const service = (name: string, rto: string | null, needs?: string) => {
      const entity = aService(name)
        .living('production')
        .ownedBy('group:default/shop-team')
        .partOf('system:default/shop');
      if (rto !== null) {
        for (const [key, value] of targets(rto)) entity.annotated(key, value);
      }
      return needs
        ? entity.related('dependsOn', `component:default/${needs}`)
        : entity;
    };
    await start(
      new FakeCatalog(
        aSystem('shop').ownedBy('group:default/shop-team'),
        service('a', 'PT1H', 'b'),
        service('b', null, 'c'),
        service('c', null),
        service('slow', 'PT12H'),
        service('x', 'PT1H', 'old'),
        service('old', 'PT24H'),
      ),
    );
    const proposed = [document('c', { dependsOn: ['component:slow'] })];
    const answer = await check({ proposed });
    const conflict = answer.findings.find(
      ({ rule }: any) => rule === 'introduces-target-conflict',
    );
    expect(conflict.path).toEqual(
      ['a', 'b', 'c', 'slow'].map(name => `component:default/${name}`),
    );
    expect(JSON.stringify(rulesOf(answer))).not.toContain('default/old');
    const unchanged = await check({
      proposed: [
        document(
          'x',
          { dependsOn: ['component:old'] },
          Object.fromEntries(targets('PT1H')),
        ),
      ],
    });
    expect(rulesOf(unchanged)).toEqual([]);
    expect(unchanged.material).toEqual([]);
  });

  it('finds new services without continuity, removed dependencies and weaker targets', async () => {
    const catalog = aCompany();
    await start(catalog);
    await portal
      .as('manuela')
      .edit(checkout, { tier: 'tier-1' }, { revision: 0 })
      .expect(200);
    const added = await check({ proposed: [document('fresh', {})] });
    expect(rulesOf(added)).toContain(
      'new-entity-without-continuity component:default/fresh',
    );
    const removed = await check({
      touched: [{ entityRef: cart, action: 'remove' }],
    });
    expect(rulesOf(removed).join()).toContain('removes-recovery-dependency');
  });

  it('finds what the parts of a system lose with it that they take over from it', async () => {
    const catalog = aCompany();
    catalog.put(aSystem('shop').annotated('continuity/tier', 'tier-1'));
    await start(catalog);
    const answer = await check({
      touched: [{ entityRef: 'system:default/shop', action: 'remove' }],
    });
    expect(rulesOf(answer)).toEqual(
      expect.arrayContaining([
        `weakens-requirement ${cart}`,
        `weakens-requirement ${checkout}`,
      ]),
    );
  });

  it('counts and never names what the caller may not read, in any field', async () => {
    await start(aHalfHiddenCompany());
    const plan = await submitPlan(
      portal.as('manuela'),
      planContents([cart, 'component:default/secret-app'], {
        title: 'Recovery',
      }),
    );
    await approvePlan(portal.as('martin'), plan);
    const question = {
      change: { title: 'x', major: true },
      touched: [{ entityRef: cart }],
    };
    const whole = await check(question);
    const seen = await check(question, 'sam');
    expect(JSON.stringify(whole)).toMatch(hiddenNames);
    expect(JSON.stringify(seen)).not.toMatch(hiddenNames);
    expect(seen.redacted.impacted).toBe(
      whole.totalImpacted - seen.totalImpacted,
    );
    expect(seen.redacted.impacted).toBeGreaterThan(3);
    expect(seen.redacted.findings).toBeGreaterThan(0);
    expect(seen.verdict).toBe(whole.verdict);
    const front = seen.impacted.find(
      ({ entityRef }: any) => entityRef === 'component:default/front',
    );
    expect(front.path[0]).toBe('component:default/front');
    expect(front.path.at(-1)).toBe(cart);

    const hidden = await check({ touched: [{ entityRef: ledger }] }, 'sam');
    expect(hidden.problems).toMatchObject([{ kind: 'ref-unknown' }]);
    expect(hidden).toMatchObject({ touched: [], impacted: [] });
  });

  it('names to a machine only what is in its scope, and nothing without one', async () => {
    await start(aHalfHiddenCompany());
    const question = { touched: [{ entityRef: cart }, { entityRef: ledger }] };
    const send = () =>
      portal.asService().post('/changes/assess', question).expect(200);
    const { body } = await send();
    const text = JSON.stringify(body);
    expect(body.redacted).toMatchObject({ touched: 1 });
    expect(body.touched).toMatchObject([{ entityRef: cart }]);
    expect(body.totalImpacted + body.redacted.impacted).toBeGreaterThan(6);
    // whom to ask about what it may name is named, too
    expect(text).not.toMatch(/secret-(app|report|mobile|bank)|ledger/);
    // nor is it in the title that a change gets where it has none
    const recorded = await portal
      .asService()
      .post('/changes/assess', {
        touched: [{ entityRef: ledger }, { entityRef: 'system:default/shop' }],
        record: true,
      })
      .expect(200);
    for (const path of ['', `/${recorded.body.changeId}`]) {
      const got = await portal.asService().get(`/changes${path}`).expect(200);
      expect(JSON.stringify(got.body)).toContain('system:default/shop');
      expect(JSON.stringify(got.body)).not.toMatch(/ledger/);
    }
    await portal.stop();

    await start(aHalfHiddenCompany(), {});
    const { body: none } = await send();
    expect(none).toMatchObject({ touched: [], impacted: [], plans: [] });
    expect(none.redacted).toMatchObject({ touched: 2 });
    expect(JSON.stringify(none)).not.toMatch(/:default\/(?!hidden)/);
  });

  it('maps files to the entities of the deepest folder, by the source location', async () => {
    const at = (folder: string) =>
      `url:https://github.com/acme/shop/tree/main/${folder}`;
    const catalog = aCompany();
    catalog.put(
      aService('web').annotated('backstage.io/source-location', at('web/')),
      aService('admin').annotated(
        'backstage.io/source-location',
        at('web/admin/'),
      ),
    );
    await start(catalog);
    const paths = [
      'web/index.ts',
      { path: 'web/admin/new.ts', previousPath: 'web/old.ts' },
      'webs/x.ts',
    ];
    for (const repository of [
      'https://github.com/acme/shop',
      'git@github.com:Acme/Shop.git',
    ]) {
      const answer = await check({ files: { repository, paths } });
      expect(answer.unmapped).toEqual(['webs/x.ts']);
      expect(
        answer.mapped.map(({ path, entityRefs }: any) => [path, entityRefs]),
      ).toEqual([
        ['web/index.ts', ['component:default/web']],
        ['web/admin/new.ts', ['component:default/admin']],
        ['web/old.ts', ['component:default/web']],
      ]);
    }
    catalog.put(
      aService('web').annotated('backstage.io/source-location', at('webs/')),
    );
    await portal.sweep();
    const moved = await check({
      files: { repository: 'github.com/acme/shop', paths },
    });
    expect(moved.unmapped).toEqual(['web/index.ts', 'web/old.ts']);
  });

  it('knows of a document what it says, and of other files beside it nothing', async () => {
    const catalog = aCompany();
    catalog.put(
      aService('web').from(
        'url:https://github.com/acme/shop/blob/main/web/catalog-info.yaml',
      ),
    );
    await start(catalog);
    const contentOf = async (...paths: string[]) => {
      const { touched } = await check({
        files: { repository: 'https://github.com/acme/shop', paths },
        proposed: [document('web', { lifecycle: 'experimental' })],
      });
      return touched.map(({ content }: any) => content);
    };
    expect(await contentOf('web/catalog-info.yaml')).toEqual(['known']);
    expect(
      await contentOf('web/catalog-info.yaml', 'web/deployment.yaml'),
    ).toEqual(['unknown']);
    expect(await contentOf('web/main.go')).toEqual(['unknown']);
  });

  it('is not broken by texts that no database takes, in the catalog or in a question', async () => {
    const catalog = aCompany();
    catalog.put(
      aService('odd')
        .titled('Od\0d \ud800')
        .annotated('continuity/rto', 'so\0on\ud800')
        .annotated('continuity/mbco', 'a\0b')
        .related('dependsOn', 'component:default/gone\ud800'),
    );
    await start(catalog);
    const answer = await check(
      {
        touched: [{ entityRef: 'component:default/odd' }],
        files: {
          repository: 'https://github.com/acme/shop',
          paths: ['a\0b'],
        },
        proposed: [document('cart', { lifecycle: 'a\0b' })],
      },
      'sam',
    );
    expect(answer.totalImpacted).toBe(4);
    expect(answer.unmapped).toEqual(['a\ufffdb']);
    const tab = await portal
      .as('sam')
      .get('/entities/by-name/component/default/odd')
      .expect(200);
    expect(tab.body.title).toBe('Od\ufffdd \ufffd');
  });

  it('takes as many statements for many entities as for few', async () => {
    const catalog = aCompany();
    for (let n = 0; n < 60; n++) {
      catalog.put(
        aService(`fan-${n}`)
          .annotated('continuity/tier', 'tier-1')
          .related('dependsOn', cart),
      );
    }
    await start(catalog);
    const statementsOf = async (entityRef: string) => {
      await check({ touched: [{ entityRef }] });
      let count = 0;
      const heard = () => count++;
      portal.knex.on('query', heard);
      await check({ touched: [{ entityRef }] });
      portal.knex.removeListener('query', heard);
      return count;
    };
    const few = await statementsOf(checkout);
    const many = await statementsOf(cart);
    expect(many).toBeLessThanOrEqual(few);
    expect(many).toBeLessThan(60);
  });
});
