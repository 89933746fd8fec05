import { TestDatabases } from '@backstage/backend-test-utils';
import { checkout } from '../../__testUtils__/aCompany';
import {
  approvePlan,
  planContents,
  submitNext,
  submitPlan,
} from '../../__testUtils__/aPlan';
import { pathOf } from '../../__testUtils__/Portal';
import type { Portal } from '../../__testUtils__/Portal';
import { TieredShop } from '../../__testUtils__/TieredShop';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('plans on %s', id => {
  let shop: TieredShop;
  let portal: Portal;

  beforeEach(async () => {
    shop = await TieredShop.start(await databases.init(id), { tier: 'tier-2' });
    ({ portal } = shop);
  });

  afterEach(async () => portal.stop());

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
    expect(await shop.planGaps(checkout)).toEqual(['plan-missing']);
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
    expect(await shop.planGaps(checkout)).toEqual(['plan-missing']);

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
    expect(await shop.planGaps(checkout)).toEqual([]);
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
    expect(await shop.planGaps(checkout)).toEqual([]);

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
    const archived = await shop.plan(submitted.id);
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
});
