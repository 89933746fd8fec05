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
  submitNext,
  submitPlan,
} from '../../__testUtils__/aPlan';
import { pathOf, Portal } from '../../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('recorded changes on %s', id => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: aCompany(),
      roles,
    });
    await portal.sweep();
    await portal
      .as('manuela')
      .edit(checkout, { tier: 'tier-2' }, { revision: 0 })
      .expect(200);
  });

  afterEach(async () => portal.stop());

  const aPlanInForce = async () => {
    const plan = await submitPlan(
      portal.as('olivia'),
      planContents([checkout]),
      { owner: 'group:default/shop-team' },
    );
    await approvePlan(portal.as('manuela'), plan);
    return (await portal.as('manuela').get(`/plans/${plan.id}`)).body;
  };
  const record = async (
    said: object = {},
    { user = 'olivia', touched = [{ entityRef: checkout }] as object[] } = {},
  ) => {
    const { body } = await portal
      .as(user)
      .post('/changes/assess', {
        change: { title: 'Move it', major: true, ...said },
        touched,
        record: true,
      })
      .expect(200);
    return body.changeId as string;
  };
  const step = (
    changeId: string,
    name: string,
    body: object = {},
    user = 'manuela',
  ) => portal.as(user).post(`/changes/${changeId}/${name}`, body);
  const isStale = async () =>
    (await portal.as('manuela').get(pathOf(checkout)).expect(200)).body.gaps
      .map(({ code }: any) => code)
      .includes('plan-stale');
  const requestsOf = async (planId: string, query = '') =>
    (
      await portal
        .as('manuela')
        .get(`/plan-change-requests?plan=${planId}${query}`)
        .expect(200)
    ).body.items;

  it('make the plan stale when they are implemented, until a version names them', async () => {
    const plan = await aPlanInForce();
    const changeId = await record({ id: 'CHG0031337' });
    expect(await requestsOf(plan.id)).toEqual([]);

    const approved = await step(changeId, 'approve').expect(200);
    expect(approved.body).toMatchObject({ state: 'approved', openRequests: 1 });
    expect(await requestsOf(plan.id)).toMatchObject([
      {
        state: 'open',
        owner: 'group:default/shop-team',
        late: false,
        makesStale: false,
        changes: [{ changeId, externalId: 'CHG0031337', state: 'approved' }],
      },
    ]);
    expect(await isStale()).toBe(false);
    const waiting = await portal.as('olivia').get('/plans?waitingForMe=true');
    expect(waiting.body.items).toMatchObject([
      { id: plan.id, waitingForMe: 'change' },
    ]);

    await step(changeId, 'implement').expect(200);
    expect(await isStale()).toBe(true);
    const shown = await portal.as('olivia').get(`/plans/${plan.id}`);
    expect(shown.body.changeRequests).toMatchObject([{ makesStale: true }]);

    const next = await submitNext(
      portal.as('olivia'),
      shown.body,
      planContents([checkout], { changeReference: 'chg0031337: new disks' }),
    );
    await approvePlan(portal.as('manuela'), next);
    expect(await isStale()).toBe(false);
    expect(await requestsOf(plan.id)).toEqual([]);
    expect(await requestsOf(plan.id, '&state=done')).toMatchObject([
      { state: 'done', doneByVersion: 2, closedBy: 'user:default/manuela' },
    ]);
    const tab = await portal.as('olivia').get(pathOf(checkout));
    expect(tab.body.changes).toMatchObject([
      { id: changeId, effect: 'touched', state: 'implemented' },
    ]);
  });

  it('leave no trace on the plan when they are withdrawn, and others go on asking', async () => {
    const plan = await aPlanInForce();
    const first = await record({ id: 'A-1' });
    const second = await record({ id: 'A-2' });
    await step(first, 'approve').expect(200);
    await step(second, 'approve').expect(200);
    const [request] = await requestsOf(plan.id);
    expect(request.changes).toHaveLength(2);

    await step(first, 'withdraw', { reason: 'No' }).expect(200);
    expect((await requestsOf(plan.id))[0].changes).toMatchObject([
      { changeId: second },
    ]);
    await step(second, 'withdraw', { reason: 'No' }).expect(200);
    const shown = await portal.as('manuela').get(`/plans/${plan.id}`);
    expect(shown.body.changeRequests).toEqual([]);
    expect(await isStale()).toBe(false);
    await step(second, 'implement').expect(409);
  });

  it('are settled one by one by the versions that name them', async () => {
    const plan = await aPlanInForce();
    const first = await record({ id: 'A-1' });
    const second = await record({ id: 'A-2' });
    for (const changeId of [first, second]) {
      await step(changeId, 'approve').expect(200);
      await step(changeId, 'implement').expect(200);
    }
    const shown = await portal.as('olivia').get(`/plans/${plan.id}`);
    const next = await submitNext(
      portal.as('olivia'),
      shown.body,
      planContents([checkout], { changeReference: 'A-1' }),
    );
    await approvePlan(portal.as('manuela'), next);
    expect(await isStale()).toBe(true);
    expect(await requestsOf(plan.id)).toMatchObject([
      { state: 'open', changes: [{ changeId: second }] },
    ]);
  });

  it('are declined for a plan by who may approve it, with a reason, and do not make it stale', async () => {
    const plan = await aPlanInForce();
    const changeId = await record();
    await step(changeId, 'approve').expect(200);
    await step(changeId, 'implement').expect(200);
    const [request] = await requestsOf(plan.id);
    const path = `/plan-change-requests/${request.id}/decline`;
    await portal.as('rita').post(path, { reason: 'x' }).expect(403);
    await portal.as('manuela').post(path, {}).expect(400);
    const declined = await portal
      .as('manuela')
      .post(path, { reason: 'Its steps stay the same.' })
      .expect(200);
    expect(declined.body).toMatchObject({
      state: 'declined',
      reason: 'Its steps stay the same.',
    });
    expect(await isStale()).toBe(false);
    await portal.as('manuela').post(path, { reason: 'x' }).expect(409);
  });

  it('are approved and reviewed by other people than who asked, and not twice', async () => {
    const own = await record({}, { user: 'manuela' });
    await step(own, 'approve').expect(403);
    await step(own, 'implement').expect(409);
    await step(own, 'approve', {}, 'martin').expect(200);
    await step(own, 'approve', {}, 'martin').expect(409);
    await step(own, 'review', { outcome: 'x' }, 'martin').expect(409);
    await step(own, 'approve', {}, 'rita').expect(403);
    await portal.asService().post(`/changes/${own}/approve`, {}).expect(403);
    const both = await record({ id: 'twice' });
    const answers = await Promise.all([
      step(both, 'approve'),
      step(both, 'approve', {}, 'martin'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('owe a review where they are emergencies, which may be recorded afterwards; overdue it is a gap', async () => {
    const plan = await aPlanInForce();
    const changeId = await record({ type: 'emergency' });
    const future = new Date(Date.now() + 86_400_000).toISOString();
    await step(changeId, 'implement', { at: future }, 'olivia').expect(400);
    const at = new Date(Date.now() - 10 * 86_400_000).toISOString();
    const done = await step(changeId, 'implement', { at }, 'olivia').expect(
      200,
    );
    expect(done.body).toMatchObject({
      state: 'implemented',
      implementedAt: at,
      review: { late: true, doneAt: null },
    });
    expect(await requestsOf(plan.id)).toMatchObject([{ makesStale: true }]);
    const codes = async () =>
      (await portal.as('olivia').get(pathOf(checkout))).body.gaps.map(
        ({ code }: any) => code,
      );
    expect(await codes()).toContain('change-review-overdue');
    const due = await portal.as('rita').get('/changes?reviewDue=true');
    expect(due.body.items).toMatchObject([{ id: changeId }]);
    await step(changeId, 'review', { outcome: 'ok' }, 'olivia').expect(403);
    await step(changeId, 'review', { outcome: 'ok' }).expect(200);
    expect(await codes()).not.toContain('change-review-overdue');
  });

  it('get their next assessment by id, also of the tool, and keep the earlier ones', async () => {
    const changeId = await record({ id: 'CHG1' });
    expect(await record({ id: 'CHG1', title: 'Again' })).toBe(changeId);
    const { body } = await portal.as('rita').get(`/changes/${changeId}`);
    expect(body).toMatchObject({
      title: 'Again',
      revision: 2,
      allowedActions: [],
    });
    expect(body.assessments.map((a: any) => a.number)).toEqual([2, 1]);
    expect(body.history.map((h: any) => h.action)).toEqual([
      'assessed',
      'recorded',
    ]);
    const stale = await portal
      .as('olivia')
      .patch(`/changes/${changeId}`, { title: 'x' }, { 'If-Match': '1' })
      .expect(409);
    expect(stale.body.current).toMatchObject({ revision: 2, title: 'Again' });
    await portal
      .as('olivia')
      .patch(`/changes/${changeId}`, { title: 'x' }, { 'If-Match': '2' })
      .expect(200);
  });

  it('are hidden from who may see nothing of what they touch, and name nothing hidden to others', async () => {
    const secret = await record(
      {},
      { user: 'manuela', touched: [{ entityRef: ledger }] },
    );
    await portal.as('sam').get(`/changes/${secret}`).expect(404);
    await step(secret, 'withdraw', { reason: 'x' }, 'sam').expect(404);
    const list = await portal.as('sam').get('/changes').expect(200);
    expect(list.body).toMatchObject({ totalItems: 0, redacted: 1, items: [] });
    const both = await record(
      {},
      {
        user: 'manuela',
        touched: [{ entityRef: ledger }, { entityRef: cart }],
      },
    );
    const seen = await portal.as('sam').get(`/changes/${both}`).expect(200);
    expect(JSON.stringify(seen.body)).not.toMatch(/ledger|secret/i);
    expect(seen.body.assessment.redacted).toMatchObject({ touched: 1 });
  });

  it('are listed by what is asked for, page by page', async () => {
    for (const n of [1, 2, 3]) {
      await record({
        id: `N-${n}`,
        title: `Change ${n}`,
        plannedStart: `2027-01-0${n}T00:00:00Z`,
        plannedEnd: `2027-01-0${n}T12:00:00Z`,
      });
    }
    const titles = async (query: string) =>
      (
        await portal.as('rita').get(`/changes?${query}`).expect(200)
      ).body.items.map(({ title }: any) => title);
    expect(await titles('sort=start')).toEqual([
      'Change 1',
      'Change 2',
      'Change 3',
    ]);
    expect(
      await titles('from=2027-01-01T12:00:00Z&to=2027-01-03T00:00:00Z'),
    ).toEqual(['Change 2']);
    expect(await titles('search=n-3')).toEqual(['Change 3']);
    expect(await titles(`entity=${cart}`)).toEqual([]);
    expect(await titles('mine=true')).toEqual([]);
    expect(await titles('state=approved')).toEqual([]);
    for (const sort of ['title', '-title', 'verdict', '-created', 'start']) {
      const found = [];
      let cursor = '';
      do {
        const { body } = await portal
          .as('rita')
          .get(`/changes?sort=${sort}&limit=1${cursor}`)
          .expect(200);
        found.push(body.items[0].title);
        cursor = body.pageInfo.nextCursor
          ? `&cursor=${body.pageInfo.nextCursor}`
          : '';
      } while (cursor);
      expect(new Set(found).size).toBe(3);
    }
    await portal.as('rita').get('/changes?cursor=nonsense').expect(400);
  });
});
