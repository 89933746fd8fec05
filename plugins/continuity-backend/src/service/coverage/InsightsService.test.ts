import { TestDatabases } from '@backstage/backend-test-utils';
import {
  aCompany,
  checkout,
  ledger,
  roles,
} from '../../__testUtils__/aCompany';
import { Portal } from '../../__testUtils__/Portal';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('GET /kpis on %s', id => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: aCompany(),
      roles: { ...roles, nina: { mayNothing: true } },
    });
    await portal.sweep();
  });

  afterEach(async () => portal.stop());

  const kpis = async (user = 'manuela', query = '') =>
    (await portal.as(user).get(`/kpis${query}`).expect(200)).body;
  const kpi = (body: any, kpiId: string) =>
    body.items.find((item: { id: string }) => item.id === kpiId);

  it('answers with figures of now, their definitions, targets and where they are listed', async () => {
    await portal
      .as('manuela')
      .edit(checkout, { tier: 'tier-1' }, { revision: 0 })
      .expect(200);
    const body = await kpis();
    expect(kpi(body, 'coverage')).toMatchObject({
      title: 'Requirements met',
      unit: 'share',
      better: 'more',
      target: 0.95,
      current: { value: 0, base: 5 },
      previous: null,
      reachesTarget: false,
      drillDown: expect.stringMatching(/^\/coverage\?/),
    });
    expect(
      kpi(body, 'coverage').parts.find((part: any) => part.key === 'tier-1'),
    ).toMatchObject({
      title: 'Mission critical',
      current: { value: 0, base: 1 },
      drillDown: '/coverage?tier=tier-1',
    });
    expect(kpi(body, 'tests-held')).toMatchObject({
      current: { value: null, base: 0 },
      reachesTarget: null,
    });
    expect(body.historySince).not.toBeNull();
  });

  it('knows the days on which nothing ran at once, without waiting for the next count', async () => {
    const daysAgo = (days: number) =>
      new Date(Date.now() - days * 86_400_000).toISOString();
    await portal
      .knex('assessments')
      .whereNull('valid_to')
      .update({ valid_from: daysAgo(30) });
    const { trend, previous } = kpi(
      await kpis('manuela', `?from=${daysAgo(9).slice(0, 10)}`),
      'coverage',
    );
    expect(previous).toEqual({ value: 0, base: 5 });
    expect(trend.map((point: { value: number | null }) => point.value)).toEqual(
      [0, 0],
    );
  });

  it('follows findings: open, overdue, and the days until they were closed', async () => {
    const created = await portal
      .as('manuela')
      .post('/findings', {
        title: 'No backup',
        severity: 'high',
        entities: [checkout],
        owner: 'group:default/shop-team',
        dueOn: '2099-01-01',
      })
      .expect(200);
    await portal
      .knex('findings')
      .where({ id: created.body.id })
      .update({ due_on: '2020-01-01' });
    let body = await kpis();
    expect(kpi(body, 'findings-open').current.value).toBe(1);
    expect(kpi(body, 'findings-overdue')).toMatchObject({
      current: { value: 1 },
      target: 0,
      reachesTarget: false,
    });
    await portal
      .knex('findings')
      .where({ id: created.body.id })
      .update({ closed_at: created.body.createdAt, state: 'accepted' });
    body = await kpis();
    expect(kpi(body, 'findings-open').current.value).toBe(0);
    expect(kpi(body, 'findings-days-to-close')).toMatchObject({
      current: { value: 0, base: 1 },
    });
  });

  it('goes on calling a finding overdue in days before it was given more time', async () => {
    const { body: finding } = await portal
      .as('manuela')
      .post('/findings', {
        title: 'No backup',
        severity: 'high',
        entities: [checkout],
        owner: 'group:default/shop-team',
        dueOn: '2099-01-01',
      })
      .expect(200);
    await portal
      .knex('findings')
      .where({ id: finding.id })
      .update({ created_at: '2020-01-01T00:00:00.000Z', due_on: '2020-02-01' });
    await portal
      .as('manuela')
      .patch(
        `/findings/${finding.id}`,
        { dueOn: '2099-02-01', reason: 'The disk is late' },
        { 'If-Match': String(finding.revision) },
      )
      .expect(200);
    const today = new Date().toISOString().slice(0, 10);
    expect(
      kpi(await kpis('manuela', `?from=${today}`), 'findings-overdue'),
    ).toMatchObject({ current: { value: 0 }, previous: { value: 1 } });
  });

  it('counts exemptions that hold, and changes that were assessed before they were made', async () => {
    const moment = (days: number) =>
      new Date(Date.now() + days * 86_400_000).toISOString();
    const exemption = {
      entity_ref: checkout,
      requirement: 'plan',
      reason: 'x',
      state: 'approved',
      until: '2099-01-01',
      requested_by: 'user:default/olivia',
      requested_at: moment(-9),
      decided_by: 'user:default/martin',
      decided_at: moment(-8),
      renewal: 0,
    };
    await portal.knex('exemptions').insert([
      { ...exemption, id: 'e1', starts_at: moment(-8), ends_at: moment(9) },
      { ...exemption, id: 'e2', starts_at: moment(-8), ends_at: moment(-1) },
      {
        ...exemption,
        id: 'e3',
        state: 'asked',
        decided_at: null,
        starts_at: moment(-8),
        ends_at: moment(9),
      },
      // put away with an entity that left the catalog
      {
        ...exemption,
        id: 'e4',
        starts_at: moment(-8),
        ends_at: moment(9),
        archived_at: moment(-3),
      },
    ]);
    const request = { plan_id: 'p', opened_at: moment(-9) };
    await portal.knex('plan_change_requests').insert([
      {
        ...request,
        id: 'r1',
        state: 'done',
        due_at: moment(3),
        closed_at: moment(-1),
      },
      { ...request, id: 'r2', state: 'open', due_at: moment(-2) },
      { ...request, id: 'r3', plan_id: 'q', state: 'open', due_at: moment(5) },
      {
        ...request,
        id: 'r4',
        state: 'withdrawn',
        due_at: moment(3),
        closed_at: moment(-1),
      },
    ]);
    const body = await kpis();
    // not the services that are exempt by them: one that lacks more is not
    expect(kpi(body, 'exemptions-in-force')).toMatchObject({
      current: { value: 1 },
      drillDown: '/exemptions?state=approved',
    });
    expect(kpi(body, 'change-requests-on-time').current).toEqual({
      value: 0.5,
      base: 2,
    });
    expect(kpi(body, 'changes-assessed').current).toEqual({
      value: null,
      base: 0,
    });
  });

  it('says how many figures of a critical success factor reach their target', async () => {
    const { factors } = await kpis();
    expect(factors.map((factor: any) => factor.id)).toEqual([
      'recoverable',
      'proven',
      'current',
      'improving',
    ]);
    expect(factors[0]).toMatchObject({ reached: 0, measured: 1 });
    expect(factors[3]).toMatchObject({ reached: 1, measured: 1 });
  });

  it('keeps who reviewed what is aimed at, and when the next review is due', async () => {
    expect((await kpis()).review).toMatchObject({ last: null, overdue: true });
    const { body } = await portal
      .as('manuela')
      .post('/insights/review', { note: 'Targets hold.' })
      .expect(200);
    expect(body.review).toMatchObject({
      last: { by: 'user:default/manuela', note: 'Targets hold.' },
      every: 'P1Y',
      overdue: false,
    });
    expect(body.review.dueBy > body.review.last.at).toBe(true);
    const [record] = await portal
      .knex('records')
      .where({ entity_ref: 'insights:review' });
    expect(JSON.parse(record.payload)).toMatchObject({
      type: 'insights',
      action: 'reviewed',
      reason: 'Targets hold.',
      after: { targets: { coverage: 0.95 } },
    });
  });

  it('names nobody whom the reader may not see', async () => {
    await portal.knex('records').insert({
      id: 'r1',
      entity_ref: 'insights:review',
      type: 'insights',
      payload: JSON.stringify({
        by: 'user:default/sid',
        at: '2026-01-01T00:00:00.000Z',
        reason: `About ${ledger}`,
      }),
      sha256: 'x',
      at: '2026-01-01T00:00:00.000Z',
    });
    const { review } = await kpis('sam');
    expect(JSON.stringify(review)).not.toContain('sid');
    expect((await kpis()).review.last.by).toBe('user:default/sid');
  });

  it.each([
    ['?from=2026-1-1', 'from'],
    ['?to=2999-01-01', 'to'],
    ['?from=2020-01-02&to=2020-01-01', 'from'],
  ])('says what is wrong with %s', async (query, path) => {
    const { body } = await portal
      .as('manuela')
      .get(`/kpis${query}`)
      .expect(400);
    expect(body.error.issues ?? body.issues).toMatchObject([{ path }]);
  });

  it('is for auditors; only who may review is offered it and can', async () => {
    await portal.as('nina').get('/kpis').expect(403);
    expect((await kpis('rita')).allowedActions).toEqual([]);
    expect((await kpis()).allowedActions).toEqual([
      'insights.review',
      'evidence.create',
    ]);
    await portal.as('rita').post('/insights/review', { note: 'x' }).expect(403);
  });
});
