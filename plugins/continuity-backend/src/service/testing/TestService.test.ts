import { TestDatabases } from '@backstage/backend-test-utils';
import { cart, checkout } from '../../__testUtils__/aCompany';
import {
  ago,
  recoveryTimes,
  reviewTest,
  testContents,
} from '../../__testUtils__/aTest';
import type { Portal } from '../../__testUtils__/Portal';
import { TieredShop } from '../../__testUtils__/TieredShop';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('tests on %s', id => {
  let shop: TieredShop;
  let portal: Portal;

  beforeEach(async () => {
    shop = await TieredShop.startWithTests(await databases.init(id));
    ({ portal } = shop);
  });

  afterEach(async () => portal.stop());

  it('is planned, held by two people, completed and reviewed by another person: the requirement is proven, and says by what', async () => {
    const plan = await shop.coverCheckout();
    expect(await shop.requirement('failover')).toMatchObject({
      state: 'never-tested',
    });
    const planned = await portal
      .as('olivia')
      .post('/tests', {
        contents: testContents([checkout], {
          plans: [{ planId: plan.id, version: 1 }],
        }),
      })
      .expect(200);
    expect(planned.body).toMatchObject({
      state: 'planned',
      missed: false,
      facilitator: { ref: 'user:default/olivia' },
      plans: [{ version: 1, inForce: true, state: 'approved' }],
      scope: [{ entityRef: checkout, tier: 'tier-1', rto: 'PT1H' }],
      allowedActions: [
        'test.update',
        'test.reschedule',
        'test.cancel',
        'test.start',
        'test.attach',
      ],
    });
    const { id: testId } = planned.body;
    expect(await shop.requirement('failover')).toMatchObject({
      state: 'never-tested',
      planned: { testId, state: 'planned' },
    });

    const started = await portal
      .as('olivia')
      .post(`/tests/${testId}/start`, { at: ago(190) })
      .expect(200);
    expect(started.body).toMatchObject({
      state: 'in-progress',
      steps: [
        {
          title: 'Restore',
          state: 'open',
          who: ['Lead: group:default/shop-team'],
          plan: { planId: plan.id, version: 1, stepId: 'restore' },
        },
      ],
    });

    const [step] = started.body.steps;
    const tick = {
      changes: [{ id: step.id, revision: step.revision, state: 'done' }],
    };
    const ticked = await portal
      .as('peter')
      .post(`/tests/${testId}/steps`, tick)
      .expect(200);
    expect(ticked.body.run.steps).toMatchObject([
      { state: 'done', doneBy: 'user:default/peter' },
    ]);
    const { disruptionStart, ...later } = recoveryTimes(40);
    const stamp = {
      items: [{ entityRefs: [checkout], times: { disruptionStart } }],
    };
    await portal
      .as('peter')
      .post(`/tests/${testId}/results`, stamp)
      .expect(200);
    const stamped = await portal
      .as('olivia')
      .post(`/tests/${testId}/results`, {
        items: [{ entityRefs: [checkout], times: later, outcome: 'passed' }],
      })
      .expect(200);
    expect(stamped.body.run.results).toMatchObject([
      {
        entityRef: checkout,
        measure: { rtaSeconds: 2400, rpaSeconds: 60, best: 'passed' },
        targets: { rto: 'PT1H', rpo: 'PT5M' },
      },
    ]);

    const completed = await portal
      .as('olivia')
      .post(`/tests/${testId}/complete`, {
        summary: 'It went well.',
        criteria: [{ id: 'orders', met: true }],
      })
      .expect(200);
    expect(completed.body).toMatchObject({
      state: 'completed',
      outcome: 'passed',
      heldAt: started.body.startedAt,
      reviewed: false,
    });
    expect(completed.body.events.map((event: any) => event.kind)).toEqual(
      expect.arrayContaining(['test', 'step', 'time']),
    );
    expect(await shop.requirement('failover')).toMatchObject({
      state: 'proven',
      result: { testId, outcome: 'passed', reviewed: false, rtaSeconds: 2400 },
    });

    for (const [user, message] of [
      ['olivia', /facilitated/],
      ['peter', /recorded/],
      ['rita', /continuity.test.review/],
    ] as const) {
      const { body } = await portal
        .as(user)
        .post(`/tests/${testId}/review`, { revision: completed.body.revision })
        .expect(403);
      expect(body.error.message).toMatch(message);
    }
    const reviewed = await reviewTest(portal.as('manuela'), completed.body, {
      note: 'Seen the log.',
    });
    expect(reviewed).toMatchObject({
      reviewed: true,
      review: { by: 'user:default/manuela', note: 'Seen the log.' },
    });
    expect(reviewed.allowedActions).toEqual([]);
    expect(await shop.requirement('failover')).toMatchObject({
      state: 'proven',
      result: { reviewed: true },
    });
    expect((await shop.tab(checkout)).tests).toMatchObject({
      last: { testId },
      totalResults: 1,
      history: [{ testId, rto: 'PT1H' }],
    });
    const labels = await portal.asService().get('/entities/labels');
    expect(
      labels.body.items.find((item: any) => item.entityRef === checkout).labels,
    ).toMatchObject({ 'continuity/last-test': 'passed' });
    const history = await portal.as('rita').get(`/tests/${testId}/history`);
    expect(history.body.items.map((item: any) => item.action)).toEqual([
      'reviewed',
      'completed',
      'started',
      'planned',
    ]);
  });

  it.each<[string, string, object, number, RegExp]>([
    ['start one that has begun', 'start', {}, 409, /in progress/],
    ['move one that has begun', 'reschedule', {}, 409, /in progress/],
    ['review one that is not completed', 'review', {}, 409, /in progress/],
    [
      'complete one without results',
      'complete',
      {},
      400,
      /component:default\/checkout has no outcome/,
    ],
    [
      'record results of what is not tested',
      'results',
      { items: [{ entityRefs: [cart] }] },
      400,
      /not part of this test/,
    ],
    [
      'write into the log about what is not tested',
      'events',
      {
        items: [
          {
            clientId: 'client-1',
            kind: 'note',
            text: 'x',
            entityRefs: [cart],
          },
        ],
      },
      400,
      /not part of this test/,
    ],
    [
      'tick a line that is not there',
      'steps',
      { changes: [{ id: 'x', revision: 1, state: 'done' }] },
      400,
      /no such line/,
    ],
    [
      'answer a criterion that was not written before',
      'complete',
      { criteria: [{ id: 'late', met: true }] },
      400,
      /no such success criterion/,
    ],
    [
      'say that it recovered before the disruption',
      'results',
      {
        items: [
          {
            entityRefs: [checkout],
            times: { disruptionStart: ago(10), minimumService: ago(20) },
          },
        ],
      },
      400,
      /before the start of the disruption/,
    ],
    [
      'say that full service came before minimum service',
      'results',
      {
        items: [
          {
            entityRefs: [checkout],
            times: { minimumService: ago(10), fullService: ago(20) },
          },
        ],
      },
      400,
      /before the minimum service/,
    ],
  ])('refuses to %s', async (_what, call, said, status, message) => {
    const created = await portal
      .as('olivia')
      .post('/tests', { contents: testContents([checkout]) })
      .expect(200);
    const { id: testId } = created.body;
    await portal.as('olivia').post(`/tests/${testId}/start`, {}).expect(200);
    const { revision } = await shop.test(testId);
    const body: Record<string, object> = {
      reschedule: {
        schedule: testContents([checkout]).schedule,
        reason: 'x',
      },
      review: { revision },
    };
    const answer = await portal.as('manuela').post(
      `/tests/${testId}/${call}`,
      { ...body[call], ...said },
      {
        'If-Match': String(revision),
      },
    );
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toMatch(message);
  });

  it('fixes what is tested when it begins, keeps dates when it moves, and says what is newer to a stale edit', async () => {
    const contents = testContents([checkout]);
    const created = await portal
      .as('olivia')
      .post('/tests', { contents })
      .expect(200);
    const { id: testId, revision } = created.body;
    const edit = (said: object, from: number, reason?: string) =>
      portal
        .as('manuela')
        .patch(
          `/tests/${testId}`,
          { contents: { ...contents, ...said }, ...(reason && { reason }) },
          { 'If-Match': String(from) },
        );
    const moved = {
      start: ago(-3000),
      end: ago(-3200),
      timeZone: 'Europe/Berlin',
    };
    const without = await edit({ schedule: moved }, revision).expect(400);
    expect(without.body.error.issues[0].path).toBe('reason');
    const first = await edit({ schedule: moved }, revision, 'Release').expect(
      200,
    );
    expect(first.body.reschedules).toMatchObject([
      { reason: 'Release', by: 'user:default/manuela' },
    ]);
    const stale = await edit({ aims: 'Other' }, revision).expect(409);
    expect(stale.body.testConflict).toMatchObject({
      revision: first.body.revision,
      startsAt: first.body.startsAt,
    });
    await portal.as('olivia').post(`/tests/${testId}/start`, {}).expect(200);
    const { revision: begun } = await shop.test(testId);
    const fixed = await edit(
      { aims: 'Other', entities: [cart], schedule: moved },
      begun,
    ).expect(400);
    expect(fixed.body.error.issues.map((i: any) => i.path).sort()).toEqual([
      'contents.aims',
      'contents.entities',
    ]);
    const titled = await edit(
      { title: 'Failover', schedule: moved },
      begun,
    ).expect(200);
    expect(titled.body.title).toBe('Failover');
    const cancelled = await portal
      .as('olivia')
      .post(`/tests/${testId}/cancel`, { reason: 'No operators' })
      .expect(200);
    expect(cancelled.body).toMatchObject({
      state: 'cancelled',
      cancelled: { reason: 'No operators', by: 'user:default/olivia' },
      allowedActions: [],
    });
    expect(await shop.requirement('failover')).toMatchObject({ planned: null });
  });
});
