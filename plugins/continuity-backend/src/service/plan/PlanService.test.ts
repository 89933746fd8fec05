import { TestDatabases } from '@backstage/backend-test-utils';
import { parsePlanMarkdown } from 'backstage-plugin-continuity-common';
import {
  aCompany,
  checkout,
  ledger,
  roles,
} from '../../__testUtils__/aCompany';
import {
  approvePlan,
  planContents,
  submitNext,
  submitPlan,
} from '../../__testUtils__/aPlan';
import { aService } from '../../__testUtils__/anEntity';
import { FakeCatalog } from '../../__testUtils__/FakeCatalog';
import { pathOf, Portal } from '../../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const cart = 'component:default/cart';

describe.each(databases.eachSupportedId())('plans on %s', id => {
  let portal: Portal;
  let catalog: FakeCatalog;

  beforeEach(async () => {
    catalog = aCompany();
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog,
      roles,
    });
    await portal.sweep();
    await portal
      .as('manuela')
      .edit(checkout, { tier: 'tier-2' }, { revision: 0 })
      .expect(200);
  });

  afterEach(async () => portal.stop());

  const codesOf = async (ref: string) => {
    const { body } = await portal.as('manuela').get(pathOf(ref)).expect(200);
    return body.gaps
      .map((gap: any) => gap.code)
      .filter((code: string) => code.startsWith('plan'));
  };
  const get = async (planId: string, user = 'manuela') =>
    (await portal.as(user).get(`/plans/${planId}`).expect(200)).body;

  it('goes from draft to review to approval by another person, and covers the entity from then on', async () => {
    const created = await portal
      .as('olivia')
      .post('/plans', {
        kind: 'service-recovery',
        title: 'Checkout',
        scope: [{ entityRef: checkout }],
      })
      .expect(200);
    expect(created.body).toMatchObject({
      state: 'draft',
      owner: { ref: 'user:default/olivia', exists: true },
      version: {
        version: 1,
        state: 'draft',
        editedBy: ['user:default/olivia'],
      },
      scope: { entries: 1, redacted: 0 },
    });
    expect(created.body.shortcomings.length).toBeGreaterThan(5);
    expect(await codesOf(checkout)).toEqual(['plan-missing']);
    const tab = await portal.as('olivia').get(pathOf(checkout));
    expect(tab.body.plansInWork).toMatchObject([{ planId: created.body.id }]);

    const early = await portal
      .as('olivia')
      .post(`/plans/${created.body.id}/submit`, {})
      .expect(400);
    expect(early.body.error.issues.map((i: any) => i.path)).toContain(
      'contents.purpose',
    );

    const saved = await portal
      .as('olivia')
      .put(
        `/plans/${created.body.id}/draft`,
        { contents: planContents([checkout]) },
        { 'If-Match': String(created.body.revision) },
      )
      .expect(200);
    expect(saved.body.shortcomings).toEqual([]);
    const submitted = await portal
      .as('olivia')
      .post(`/plans/${created.body.id}/submit`, { note: 'Please read' })
      .expect(200);
    expect(submitted.body.state).toBe('in-review');
    expect(submitted.body.allowedActions).not.toContain('plan.approve');
    expect(await codesOf(checkout)).toEqual(['plan-missing']);

    const own = await portal
      .as('olivia')
      .post(`/plans/${created.body.id}/approve`, {
        version: 1,
        revision: submitted.body.revision,
      })
      .expect(403);
    expect(own.body.error.message).toMatch(/Another person/);

    const approved = await approvePlan(portal.as('peter'), submitted.body);
    expect(approved).toMatchObject({
      state: 'in-force',
      inForce: { version: 1, approvedBy: 'user:default/peter' },
      open: null,
      recoveryTime: { seconds: 1800, isComplete: true },
      staleness: [],
    });
    expect(await codesOf(checkout)).toEqual([]);
    const after = await portal.as('olivia').get(pathOf(checkout));
    expect(after.body.plans).toMatchObject([
      { title: 'Recovery of the checkout', version: 1, role: 'only' },
    ]);
    const history = await portal
      .as('rita')
      .get(`/plans/${created.body.id}/history`);
    expect(history.body.items.map((item: any) => item.action)).toEqual([
      'approved',
      'submitted',
      'created',
    ]);
  });

  it.each([
    ['en-GB', 'Start the service', /^Brings a service back/],
    ['de', 'Den Dienst starten', /^Bringt einen Dienst/],
  ])(
    'begins with an outline in the language of who writes it: %s',
    async (language, step, summary) => {
      const { body } = await portal
        .as('olivia')
        .post('/plans', {
          kind: 'service-recovery',
          title: 'Recovery of the checkout',
          scope: [{ entityRef: checkout }],
          language,
        })
        .expect(200);
      expect(
        body.version.contents.steps.map(({ title }: any) => title),
      ).toContain(step);
      const { body: templates } = await portal
        .as('olivia')
        .get(`/plans/templates?language=${language}`)
        .expect(200);
      expect(
        templates.items.find(({ kind }: any) => kind === 'service-recovery')
          .summary,
      ).toMatch(summary);
    },
  );

  it('returns a version with a reason, and a newer draft changes nothing about the one in force', async () => {
    const submitted = await submitPlan(
      portal.as('olivia'),
      planContents([checkout]),
    );
    const back = await portal
      .as('peter')
      .post(`/plans/${submitted.id}/return`, { reason: 'Say who calls' })
      .expect(200);
    expect(back.body.version).toMatchObject({
      state: 'draft',
      returnReason: 'Say who calls',
      returnedBy: 'user:default/peter',
    });
    const mine = await portal.as('olivia').get('/plans?waitingForMe=true');
    expect(mine.body.items).toMatchObject([{ waitingForMe: 'revise' }]);
    const again = await portal
      .as('olivia')
      .post(`/plans/${submitted.id}/submit`, {})
      .expect(200);
    const approved = await approvePlan(portal.as('peter'), again.body);
    const next = await submitNext(
      portal.as('olivia'),
      approved,
      planContents([checkout], { purpose: 'Another text.' }),
    );
    expect(next).toMatchObject({
      state: 'in-force',
      version: { version: 1, state: 'approved' },
      draft: { version: 2, state: 'in-review' },
    });
    expect(await codesOf(checkout)).toEqual([]);

    const second = await approvePlan(portal.as('peter'), next);
    expect(second.versions).toMatchObject([
      { version: 2, state: 'approved', changeReference: 'RFC-1' },
      { version: 1, state: 'superseded' },
    ]);
    const old = await portal
      .as('rita')
      .get(`/plans/${second.id}/versions/1`)
      .expect(200);
    expect(old.body.version.contents.purpose).toBe('Brings it back.');
    const compared = await portal
      .as('rita')
      .get(`/plans/${second.id}/compare?from=1&to=2`)
      .expect(200);
    expect(compared.body.differences.map((d: any) => d.part)).toEqual([
      'purpose',
      'changeReference',
    ]);
  });

  it('wants a next version to name its change', async () => {
    const approved = await approvePlan(
      portal.as('peter'),
      await submitPlan(portal.as('olivia'), planContents([checkout])),
    );
    await portal
      .as('olivia')
      .put(
        `/plans/${approved.id}/draft`,
        { contents: planContents([checkout], { purpose: 'New' }) },
        { 'If-Match': String(approved.revision) },
      )
      .expect(200);
    const { body } = await portal
      .as('olivia')
      .post(`/plans/${approved.id}/submit`, {})
      .expect(400);
    expect(body.error.issues.map((i: any) => i.path)).toEqual([
      'contents.changeReference',
    ]);
  });

  it('lets nothing change an approved version', async () => {
    const approved = await approvePlan(
      portal.as('peter'),
      await submitPlan(portal.as('olivia'), planContents([checkout])),
    );
    const path = `/plans/${approved.id}`;
    const contents = planContents([checkout], { purpose: 'Forged' });
    const manuela = portal.as('manuela');
    for (const [call, body] of [
      ['submit', {}],
      ['return', { reason: 'x' }],
      ['approve', { version: 1, revision: approved.revision }],
      ['discard', { reason: 'x' }],
    ] as const) {
      const { status } = await manuela.post(`${path}/${call}`, body);
      expect([call, status]).toEqual([call, 409]);
    }
    // a draft makes the next version and leaves this one alone
    await manuela
      .put(
        `${path}/draft`,
        { contents },
        { 'If-Match': String(approved.revision) },
      )
      .expect(200);
    await manuela
      .post(`${path}/archive`, { reason: 'No longer needed' })
      .expect(200);
    const { body } = await manuela.get(`${path}/versions/1`).expect(200);
    expect(body.version).toMatchObject({
      contents: { purpose: 'Brings it back.' },
      sha256: approved.version.sha256,
      approvedBy: 'user:default/peter',
    });
    for (const change of [
      { contents: '{}' },
      { sha256: 'x' },
      { title: 'x' },
      { approved_by: 'user:default/olivia' },
      { state: 'draft' },
    ]) {
      await expect(
        portal
          .knex('plan_versions')
          .where({ plan_id: approved.id, version: 1 })
          .update(change),
      ).rejects.toMatchObject({
        message: expect.stringMatching(/version of the plan/),
      });
    }
  });

  it('refuses every change of what is in review, and of what is archived', async () => {
    const submitted = await submitPlan(
      portal.as('olivia'),
      planContents([checkout]),
    );
    const path = `/plans/${submitted.id}`;
    const draft = { contents: planContents([checkout], { purpose: 'x' }) };
    const edit = (revision: number) =>
      portal
        .as('olivia')
        .put(`${path}/draft`, draft, { 'If-Match': String(revision) });
    expect((await edit(submitted.revision)).status).toBe(409);
    await portal.as('olivia').post(`${path}/submit`, {}).expect(409);
    await portal
      .as('manuela')
      .post(`${path}/archive`, { reason: 'x' })
      .expect(200);
    const archived = await get(submitted.id);
    expect(archived).toMatchObject({
      state: 'archived',
      archived: { by: 'user:default/manuela', reason: 'x' },
    });
    expect((await edit(archived.revision)).status).toBe(409);
    for (const [call, body] of [
      ['submit', {}],
      ['return', { reason: 'x' }],
      ['approve', { version: 1, revision: archived.revision }],
      ['archive', { reason: 'x' }],
      ['confirm', { review: { because: 'x' } }],
      ['primary', { entityRefs: [checkout], reason: 'x' }],
    ] as const) {
      const { status } = await portal
        .as('manuela')
        .post(`${path}/${call}`, body);
      expect([call, status]).toEqual([call, 409]);
    }
    const list = await portal.as('manuela').get('/plans');
    expect(list.body.totalItems).toBe(0);
    const all = await portal.as('manuela').get('/plans?state=archived');
    expect(all.body.totalItems).toBe(1);
  });

  it('refuses a deputy of the writer, says for whom a deputy approved, and what was not read', async () => {
    const submitted = await submitPlan(
      portal.as('olivia'),
      planContents([checkout]),
    );
    const approve = (body: object) =>
      portal.as('peter').post(`/plans/${submitted.id}/approve`, {
        version: 1,
        revision: submitted.revision,
        ...body,
      });
    await approve({ onBehalfOf: 'user:default/olivia' }).expect(403);
    await approve({ onBehalfOf: 'user:default/nobody' }).expect(400);
    await approve({ revision: submitted.revision - 1 }).expect(409);
    await approve({ version: 2 }).expect(409);
    const { body } = await approve({ onBehalfOf: 'user:default/rita' }).expect(
      200,
    );
    expect(body.version).toMatchObject({
      approvedBy: 'user:default/peter',
      approvedFor: 'user:default/rita',
    });
  });

  it('answers a stale save with the newer contents, and shows who else writes', async () => {
    const { body: created } = await portal
      .as('olivia')
      .post('/plans', {
        kind: 'service-recovery',
        title: 'Checkout',
        scope: [{ entityRef: checkout }],
      })
      .expect(200);
    const save = (user: string, purpose: string, revision: number) =>
      portal
        .as(user)
        .put(
          `/plans/${created.id}/draft`,
          { contents: planContents([checkout], { purpose }) },
          { 'If-Match': String(revision) },
        );
    await portal
      .as('peter')
      .post(`/plans/${created.id}/presence`, { editing: true })
      .expect(200);
    const seen = await portal
      .as('olivia')
      .post(`/plans/${created.id}/presence`, { editing: true })
      .expect(200);
    expect(seen.body.editors).toMatchObject([{ by: 'user:default/peter' }]);

    const first = await save('peter', 'His', created.revision).expect(200);
    const stale = await save('olivia', 'Hers', created.revision).expect(409);
    expect(stale.body.planConflict).toMatchObject({
      revision: first.body.revision,
      updatedBy: 'user:default/peter',
      contents: { purpose: 'His' },
    });
    const second = await save('olivia', 'Hers', first.body.revision).expect(
      200,
    );
    expect(second.body.version.editedBy).toEqual([
      'user:default/olivia',
      'user:default/peter',
    ]);
    const same = await save('olivia', 'Hers', second.body.revision).expect(200);
    expect(same.body.revision).toBe(second.body.revision);
  });

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
      const plan = await get(approved.id);
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
    expect(await codesOf(checkout)).toEqual(['plan-stale']);
    expect((await get(approved.id)).staleness).toMatchObject([
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
    expect(await codesOf(checkout)).toEqual([]);
    await withDependencies(ledger, cart, 'component:default/mail', 'a:b/c');
    expect((await confirm()).status).toBe(200);
    await withDependencies(ledger, cart, 'component:default/mail', 'a:b/d');
    const third = await confirm();
    expect(third.status).toBe(409);
    expect(third.body.error.message).toMatch(/2 times in a row/);
    expect(await codesOf(checkout)).toEqual(['plan-stale']);

    const renewed = await approvePlan(
      portal.as('peter'),
      await submitNext(
        portal.as('olivia'),
        await get(approved.id),
        planContents([checkout]),
      ),
    );
    expect(renewed.staleness).toEqual([]);
    expect(await codesOf(checkout)).toEqual([]);
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
    const { staleness } = await get(approved.id);
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
    const shop = 'system:default/shop';
    const approved = await approvePlan(
      portal.as('manuela'),
      await submitPlan(
        portal.as('olivia'),
        planContents([shop, ledger].slice(0, 1), {
          scope: [{ entityRef: shop, parts: true }],
        }),
      ),
    );
    expect(await codesOf(checkout)).toEqual([]);
    catalog.put(
      aService('basket').ownedBy('group:default/shop-team').partOf(shop),
    );
    await portal.sweep();
    const joined = (await get(approved.id)).staleness.find(
      (s: any) => s.entityRef === 'component:default/basket',
    );
    expect(joined.reasons).toMatchObject([
      { code: 'joined-system', after: shop, canBeConfirmed: true },
    ]);
    catalog.remove(shop);
    await portal.sweep();
    const gone = await get(approved.id);
    expect(gone.problems.map((p: any) => p.code)).toContain('scope-gone');
    expect(
      gone.staleness.find((s: any) => s.entityRef === shop).reasons,
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
    expect(await codesOf(checkout)).toEqual(['plan-overlap']);
    const [one, two] = plans;
    expect((await get(one.id)).overlaps).toEqual([
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
    expect(await codesOf(checkout)).toEqual([]);
    await portal
      .as('manuela')
      .post(`/plans/${two.id}/archive`, { reason: 'x' })
      .expect(200);
    expect(await codesOf(checkout)).toEqual([]);
    expect((await get(one.id)).overlaps).toEqual([]);
  });

  it('counts what is hidden from the reader, names none of it, and lets them not write over it', async () => {
    const approved = await approvePlan(
      portal.as('martin'),
      await submitPlan(
        portal.as('manuela'),
        planContents([checkout, ledger], {
          purpose: 'Also for component:default/ledger.',
        }),
        { owner: 'group:default/shop-team' },
      ),
    );
    const only = await approvePlan(
      portal.as('martin'),
      await submitPlan(
        portal.as('manuela'),
        planContents([ledger], { title: 'Only the l.' }),
        { owner: 'group:default/shop-team' },
      ),
    );
    const sam = portal.as('sam');
    const answers = await Promise.all(
      [
        `/plans/${approved.id}`,
        `/plans/${approved.id}/versions/1`,
        `/plans/${approved.id}/versions/1/export`,
        `/plans/${approved.id}/history`,
        '/plans',
        `/plans/suggestions?entity=${checkout}`,
        pathOf(checkout),
      ].map(path => sam.get(path)),
    );
    for (const { status, body, text } of answers) {
      expect(status).toBe(200);
      expect(JSON.stringify(body) + text).not.toMatch(/secret|ledger|sid\b/);
    }
    expect(answers[0].body.scope).toMatchObject({ entries: 1, redacted: 1 });
    expect(answers[4].body).toMatchObject({ totalItems: 1 });
    await sam.get(`/plans/${only.id}`).expect(404);
    await sam.get(`/plans/${only.id}/versions/1`).expect(404);
    const { body } = await sam
      .put(
        `/plans/${approved.id}/draft`,
        { contents: planContents([checkout]) },
        { 'If-Match': String(approved.revision) },
      )
      .expect(403);
    expect(body.error.message).toMatch(/you may not see/);
    await sam
      .post('/plans', {
        kind: 'service-recovery',
        title: 'x',
        scope: [{ entityRef: ledger }],
      })
      .expect(400);
    const found = await sam.get(`/plans?entity=${ledger}`).expect(200);
    expect(found.body.items).toEqual([]);
  });

  it('keeps private contacts apart, for those who may, and erases them', async () => {
    const approved = await approvePlan(
      portal.as('peter'),
      await submitPlan(portal.as('olivia'), planContents([checkout])),
    );
    const path = `/plans/${approved.id}/contacts`;
    const items = [
      { contactId: 'lead', phone: '+49 170 5550123', email: '', note: '' },
    ];
    await portal.as('olivia').put(path, { items }).expect(200);
    await portal.as('rita').get(path).expect(403);
    expect((await portal.as('peter').get(path).expect(200)).body.items).toEqual(
      items,
    );
    await portal.as('olivia').put(path, { items: [] }).expect(200);
    for (const table of [
      'plan_contacts',
      'records',
      'plan_versions',
      'plans',
    ]) {
      const rows = JSON.stringify(await portal.knex(table));
      expect(rows).not.toContain('5550123');
    }
  });

  it('is read by those whom it names, per version', async () => {
    const contents = planContents([checkout], {
      contacts: [
        {
          id: 'lead',
          role: 'Lead',
          party: { kind: 'internal', ref: 'user:default/rita' },
        },
      ],
    });
    const approved = await approvePlan(
      portal.as('peter'),
      await submitPlan(portal.as('olivia'), contents),
    );
    const waiting = await portal.as('rita').get('/plans?waitingForMe=true');
    expect(waiting.body.items).toMatchObject([{ waitingForMe: 'read' }]);
    await portal
      .as('peter')
      .post(`/plans/${approved.id}/acknowledge`, { version: 1 })
      .expect(403);
    const { body } = await portal
      .as('rita')
      .post(`/plans/${approved.id}/acknowledge`, { version: 1 })
      .expect(200);
    expect(body.readers).toMatchObject([
      { ref: 'user:default/rita', readAt: expect.any(String) },
    ]);
    expect(body.names).toMatchObject({
      'user:default/rita': 'Rita Romero',
      [checkout]: 'Checkout',
    });
    const after = await portal.as('rita').get('/plans?waitingForMe=true');
    expect(after.body).toMatchObject({ totalItems: 0, waitingForMe: 0 });
  });

  it('lists by state, kind, owner with nested groups, entity, text, and pages without loss', async () => {
    await submitPlan(portal.as('olivia'), planContents([checkout]), {
      owner: 'group:default/shop-team',
    });
    await submitPlan(
      portal.as('manuela'),
      planContents([cart], { title: 'Zebra 100 %' }),
    );
    await approvePlan(
      portal.as('martin'),
      await submitPlan(
        portal.as('manuela'),
        planContents(['system:default/shop'], {
          title: 'Network',
          scope: [{ entityRef: 'system:default/shop', parts: true }],
        }),
        { kind: 'computer-systems-and-network' },
      ),
    );
    const titles = async (query: string) =>
      (
        await portal.as('manuela').get(`/plans?sort=title${query}`).expect(200)
      ).body.items.map((item: any) => item.title);
    expect(await titles('')).toEqual([
      'Network',
      'Recovery of the checkout',
      'Zebra 100 %',
    ]);
    expect(await titles('&state=in-force')).toEqual(['Network']);
    expect(await titles('&state=in-review&state=draft')).toHaveLength(2);
    expect(await titles('&kind=service-recovery')).toHaveLength(2);
    expect(await titles('&owner=group:default/commerce')).toEqual([
      'Recovery of the checkout',
    ]);
    expect(await titles(`&entity=${cart}`)).toEqual(['Network', 'Zebra 100 %']);
    expect(await titles('&search=zebra%20%25')).toEqual(['Zebra 100 %']);
    const { body: forMartin } = await portal
      .as('martin')
      .get('/plans?waitingForMe=true&sort=title');
    expect(forMartin.items.map((i: any) => i.waitingForMe)).toEqual([
      'review',
      'review',
    ]);
    for (const sort of [
      'title',
      '-title',
      'reviewDue',
      '-reviewDue',
      'updated',
      '-updated',
    ]) {
      const seen: string[] = [];
      let cursor = '';
      do {
        const { body } = await portal
          .as('manuela')
          .get(`/plans?limit=1&sort=${sort}${cursor && `&cursor=${cursor}`}`)
          .expect(200);
        seen.push(...body.items.map((item: any) => item.id));
        cursor = body.pageInfo.nextCursor ?? '';
      } while (cursor);
      expect(new Set(seen).size).toBe(3);
      expect(seen).toHaveLength(3);
    }
    await portal.as('manuela').get('/plans?cursor=abc').expect(400);
  });

  it('is exported as a file that reads back as it was, and copied for an emergency', async () => {
    const approved = await approvePlan(
      portal.as('peter'),
      await submitPlan(
        portal.as('olivia'),
        planContents([checkout], {
          purpose: 'See <script>alert(1)</script> and [x](javascript:alert(1))',
        }),
      ),
    );
    await portal.as('olivia').put(`/plans/${approved.id}/contacts`, {
      items: [{ contactId: 'lead', phone: '+49 170 5550123' }],
    });
    const { text, headers } = await portal
      .as('rita')
      .get(`/plans/${approved.id}/versions/1/export?format=markdown`)
      .expect(200);
    expect(headers['content-type']).toMatch(/^text\/markdown/);
    expect(text).toContain('approvedBy: user:default/peter');
    expect(text).toContain(approved.version.sha256);
    expect(parsePlanMarkdown(text)).toMatchObject({
      ok: true,
      contents: approved.version.contents,
    });

    await portal.as('rita').get('/plans/emergency-copy').expect(403);
    const zip = await portal
      .as('manuela')
      .get('/plans/emergency-copy')
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200);
    const files = unzip(zip.body);
    expect([...files.keys()].sort()).toEqual([
      'contacts.html',
      'index.html',
      `plans/recovery-of-the-checkout-${approved.id.slice(0, 8)}.html`,
    ]);
    const page = files.get(
      [...files.keys()].find(name => /^plans/.test(name))!,
    )!;
    expect(page).toContain('+49 170 5550123');
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/<script|href="javascript/);
    expect(files.get('index.html')).toMatch(
      /Emergency copy, made on \d+ \w+ 20\d\d at \d\d:\d\d \(UTC\)/,
    );
  });

  it('suggests the system with its parts, and says what they need from outside', async () => {
    const { body } = await portal
      .as('manuela')
      .get(`/plans/suggestions?entity=${checkout}`)
      .expect(200);
    expect(body).toMatchObject({
      scope: [{ entityRef: 'system:default/shop', parts: true }],
      owner: 'group:default/shop-team',
      needs: [{ entityRef: ledger, hasPlan: false }],
      redacted: 0,
    });
  });
});

/** Reads the files of a ZIP by its central directory. */
function unzip(zip: Buffer): Map<string, string> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { inflateRawSync } = require('node:zlib');
  const files = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const size = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const data =
      local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    files.set(
      name,
      inflateRawSync(zip.subarray(data, data + size)).toString('utf8'),
    );
    at +=
      46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}
