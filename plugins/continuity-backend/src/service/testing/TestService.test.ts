import type { Knex } from 'knex';
import { TestDatabases } from '@backstage/backend-test-utils';
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
import {
  ago,
  holdTest,
  recoveryTimes,
  reviewTest,
  testContents,
} from '../../__testUtils__/aTest';
import { pathOf, Portal } from '../../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const cart = 'component:default/cart';

describe.each(databases.eachSupportedId())('tests on %s', id => {
  let portal: Portal;
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(id);
    portal = await Portal.start({
      knex,
      catalog: aCompany(),
      roles,
    });
    await portal.sweep();
    await portal
      .as('manuela')
      .edit(checkout, { tier: 'tier-1', rto: '1h', rpo: '5m' }, { revision: 0 })
      .expect(200);
  });

  afterEach(async () => portal.stop());

  const tab = async (ref: string, user = 'manuela') =>
    (await portal.as(user).get(pathOf(ref)).expect(200)).body;
  const requirement = async (depth: string, ref = checkout) =>
    (await tab(ref)).tests.requirements.find((r: any) => r.depth === depth);
  const codesOf = async (ref: string) =>
    (await tab(ref)).gaps
      .map((gap: any) => `${gap.code} ${gap.requirement}`)
      .filter((code: string) => /test/.test(code));
  const get = async (testId: string, user = 'manuela') =>
    (await portal.as(user).get(`/tests/${testId}`).expect(200)).body;
  const coveredCheckout = async () =>
    approvePlan(
      portal.as('manuela'),
      await submitPlan(portal.as('olivia'), planContents([checkout])),
    );

  it('is planned, held by two people, completed and reviewed by another person: the requirement is proven, and says by what', async () => {
    const plan = await coveredCheckout();
    expect(await requirement('failover')).toMatchObject({
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
    expect(await requirement('failover')).toMatchObject({
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
    expect(await requirement('failover')).toMatchObject({
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
    expect(await requirement('failover')).toMatchObject({
      state: 'proven',
      result: { reviewed: true },
    });
    expect((await tab(checkout)).tests).toMatchObject({
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

  it('is not passed where it misses the RTO: it is exposed with the reason until another pass, and says why a person can’t say otherwise', async () => {
    await coveredCheckout();
    const created = await portal
      .as('olivia')
      .post('/tests', {
        contents: testContents([checkout]),
        held: { startedAt: ago(185, 2), endedAt: ago(5, 2) },
      })
      .expect(200);
    const { id: testId } = created.body;
    const record = (said: object) =>
      portal.as('olivia').post(`/tests/${testId}/results`, {
        items: [{ entityRefs: [checkout], ...said }],
      });
    const refused = await record({
      times: recoveryTimes(90, 2),
      outcome: 'passed',
    }).expect(400);
    expect(refused.body.error.issues).toEqual([
      {
        path: 'items.0.outcome',
        message: expect.stringMatching(/longer than the RTO.*failed/),
      },
    ]);
    // a pass that was recorded first does not survive a time that contradicts it
    await record({ times: recoveryTimes(30, 2), outcome: 'passed' }).expect(
      200,
    );
    const corrected = await record({ times: recoveryTimes(90, 2) }).expect(200);
    expect(corrected.body.run.results).toMatchObject([
      { outcome: 'failed', measure: { reasons: ['rto-missed'] } },
    ]);
    const completed = await portal
      .as('olivia')
      .post(`/tests/${testId}/complete`, {
        findings: [
          {
            title: 'The database starts last',
            severity: 'high',
            entities: [checkout],
            owner: 'group:default/shop-team',
            dueOn: '2030-01-01',
          },
        ],
      })
      .expect(200);
    expect(completed.body).toMatchObject({
      outcome: 'failed',
      findings: [{ title: 'The database starts last', state: 'open' }],
      openFindings: 1,
    });
    await reviewTest(portal.as('manuela'), completed.body);
    const failed = await tab(checkout);
    expect(failed.status).toBe('exposed');
    expect(await codesOf(checkout)).toContain('test-failed test:failover');
    expect(failed.findings).toMatchObject([
      { title: 'The database starts last' },
    ]);
    expect(await requirement('failover')).toMatchObject({ state: 'failed' });

    const plan = (await tab(checkout)).plans[0];
    const retest = await holdTest(
      portal.as('olivia'),
      testContents([checkout], {
        plans: [{ planId: plan.planId, version: plan.version }],
      }),
    );
    await reviewTest(portal.as('manuela'), retest);
    expect(await requirement('failover')).toMatchObject({ state: 'proven' });
    expect(await codesOf(checkout)).not.toContain('test-failed test:failover');
  });

  it('asks for a retest where a target is tightened after a pass, and where the steps are rewritten; not where they are approved unchanged', async () => {
    const plan = await coveredCheckout();
    await holdTest(
      portal.as('olivia'),
      testContents([checkout], { plans: [{ planId: plan.id, version: 1 }] }),
      { minutes: 40 },
    );
    expect(await requirement('failover')).toMatchObject({ state: 'proven' });
    const set = async (rto: string) => {
      const { revision } = await tab(checkout);
      await portal
        .as('manuela')
        .edit(checkout, { rto }, { revision })
        .expect(200);
    };
    await set('30m');
    expect(await requirement('failover')).toMatchObject({
      state: 'retest-needed',
      retestReasons: ['target-tightened'],
    });
    await set('1h');
    expect(await requirement('failover')).toMatchObject({ state: 'proven' });

    const next = async (said: object) =>
      approvePlan(
        portal.as('manuela'),
        await submitNext(
          portal.as('olivia'),
          (
            await portal.as('olivia').get(`/plans/${plan.id}`)
          ).body,
          planContents([checkout], said),
        ),
      );
    await next({ purpose: 'Brings it back, and says so.' });
    expect(await requirement('failover')).toMatchObject({ state: 'proven' });
    await next({
      steps: [
        {
          id: 'restore',
          title: 'Restore from the other site',
          who: ['lead'],
          entities: [{ entityRef: checkout }],
        },
      ],
    });
    expect(await requirement('failover')).toMatchObject({
      state: 'retest-needed',
      retestReasons: ['steps-changed'],
    });
  });

  it('satisfies a restore with a failover that restored from a backup, and not with one that did not', async () => {
    await holdTest(portal.as('olivia'), testContents([checkout]));
    expect(await requirement('restore')).toMatchObject({
      state: expect.stringMatching(/never-tested|too-shallow/),
    });
    await holdTest(
      portal.as('olivia'),
      testContents([checkout], { restoresFromBackup: true }),
    );
    expect(await requirement('restore')).toMatchObject({ state: 'proven' });
  });

  it('lapses without a review, and counts from when it was held where it was entered afterwards', async () => {
    await coveredCheckout();
    const plan = (await tab(checkout)).plans[0];
    const contents = testContents([checkout], {
      plans: [{ planId: plan.planId, version: plan.version }],
    });
    const old = await holdTest(portal.as('olivia'), contents, { daysAgo: 40 });
    expect(old).toMatchObject({
      enteredAfterwards: true,
      reviewed: false,
      heldPrecision: 'instant',
    });
    expect(old.reviewDueAt < new Date().toISOString()).toBe(true);
    expect(await requirement('failover')).toMatchObject({ state: 'overdue' });
    await reviewTest(portal.as('manuela'), old);
    expect(await requirement('failover')).toMatchObject({ state: 'proven' });
    const { due } = await requirement('failover');
    expect(due.slice(0, 4)).toBe(
      String(new Date(old.heldAt).getUTCFullYear() + 1),
    );
    await holdTest(portal.as('olivia'), contents, {
      daysAgo: 500,
      outcome: 'failed',
    });
    expect(await requirement('failover')).toMatchObject({ state: 'proven' });
  });

  it('makes an invocation a failover of all that was lost: what did not come back failed', async () => {
    const lost = testContents([checkout, cart], { title: 'Outage' });
    const begin = (said: object) =>
      portal.as('olivia').post('/tests', {
        contents: lost,
        origin: 'invocation',
        held: { startedAt: ago(185), endedAt: ago(5) },
        ...said,
      });
    const wrong = await begin({
      contents: { ...lost, depth: 'tabletop', environment: 'other' },
      held: undefined,
    }).expect(400);
    expect(wrong.body.error.issues.map((i: any) => i.path)).toEqual([
      'contents.depth',
      'contents.environment',
      'held',
    ]);
    const { body } = await begin({}).expect(200);
    const record = (items: object[]) =>
      portal.as('olivia').post(`/tests/${body.id}/results`, { items });
    const notBack = await record([
      {
        entityRefs: [cart],
        times: { disruptionStart: ago(180) },
        outcome: 'passed',
      },
    ]).expect(400);
    expect(notBack.body.error.issues[0].message).toMatch(/did not come back/);
    await record([
      { entityRefs: [checkout], times: recoveryTimes(20), outcome: 'passed' },
      {
        entityRefs: [cart],
        times: { disruptionStart: ago(180) },
        outcome: 'failed',
      },
    ]).expect(200);
    const completed = await portal
      .as('olivia')
      .post(`/tests/${body.id}/complete`, {})
      .expect(200);
    expect(completed.body).toMatchObject({
      origin: 'invocation',
      outcome: 'failed',
      outcomes: { passed: 1, failed: 1 },
    });
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
    const { revision } = await get(testId);
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
    const { revision: begun } = await get(testId);
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
    expect(await requirement('failover')).toMatchObject({ planned: null });
  });

  it('keeps what is sent twice once, and says who else has the run open', async () => {
    const created = await portal
      .as('olivia')
      .post('/tests', { contents: testContents([checkout]) })
      .expect(200);
    const path = `/tests/${created.body.id}`;
    await portal.as('olivia').post(`${path}/start`, {}).expect(200);
    const twice = async (call: string, body: object) => {
      await portal.as('olivia').post(`${path}/${call}`, body).expect(200);
      return (
        await portal.as('olivia').post(`${path}/${call}`, body).expect(200)
      ).body;
    };
    const added = await twice('steps', {
      add: [{ clientId: 'client-1', title: 'Look', what: '' }],
    });
    expect(added.run.steps).toHaveLength(1);
    const [step] = added.run.steps;
    const ticked = await twice('steps', {
      changes: [{ id: step.id, revision: step.revision, state: 'started' }],
    });
    expect(ticked.run.steps).toMatchObject([{ state: 'started', revision: 2 }]);
    await portal
      .as('peter')
      .post(`${path}/steps`, {
        changes: [{ id: step.id, revision: step.revision, state: 'skipped' }],
      })
      .expect(409);
    const logged = await twice('events', {
      items: [{ clientId: 'client-2', kind: 'problem', text: 'It is dark' }],
    });
    expect(
      logged.run.events.filter((event: any) => event.kind === 'problem'),
    ).toHaveLength(1);
    const stamped = await twice('results', {
      items: [{ entityRefs: [checkout], times: { disruptionStart: ago(10) } }],
    });
    expect(stamped.run.results).toMatchObject([{ revision: 1 }]);
    expect(
      stamped.run.events.filter((event: any) => event.kind === 'time'),
    ).toHaveLength(1);

    const poll = (user: string, since?: number) =>
      portal
        .as(user)
        .get(
          `${path}/run${since === undefined ? '' : `?sinceRevision=${since}`}`,
        )
        .expect(200);
    const seen = await poll('peter');
    expect(seen.body).toMatchObject({
      present: [],
      run: { state: 'in-progress' },
    });
    const quiet = await poll('olivia', seen.body.revision);
    expect(quiet.body).toMatchObject({
      run: null,
      present: [{ by: 'user:default/peter' }],
    });
    await portal
      .as('peter')
      .post(`${path}/events`, {
        items: [{ clientId: 'client-3', kind: 'note', text: 'Light again' }],
      })
      .expect(200);
    expect((await poll('olivia', seen.body.revision)).body.run).not.toBeNull();
  });

  it('shows nobody what they may not see: a hidden entity is counted, and a test of nothing else is not there', async () => {
    const both = await portal
      .as('manuela')
      .post('/tests', {
        contents: testContents([checkout, ledger], { title: 'Both' }),
      })
      .expect(200);
    const secret = await portal
      .as('manuela')
      .post('/tests', { contents: testContents([ledger], { title: 'Ledger' }) })
      .expect(200);
    const list = await portal.as('sam').get('/tests').expect(200);
    expect(list.body).toMatchObject({
      totalItems: 1,
      items: [{ title: 'Both', entities: { count: 2, redacted: 1 } }],
    });
    const shown = await get(both.body.id, 'sam');
    expect(shown.contents.entities).toEqual([checkout]);
    expect(JSON.stringify(shown)).not.toContain('ledger');
    for (const path of ['', '/run', '/report', '/history']) {
      await portal.as('sam').get(`/tests/${secret.body.id}${path}`).expect(404);
    }
    await portal
      .as('sam')
      .post('/tests', { contents: testContents([ledger]) })
      .expect(400);
    await portal
      .as('rita')
      .post('/tests', { contents: testContents([checkout]) })
      .expect(403);
    await portal
      .as('rita')
      .post(`/tests/${both.body.id}/start`, {})
      .expect(403);
    await portal
      .as('olivia')
      .post(`/tests/${secret.body.id}/cancel`, { reason: 'x' })
      .expect(200);
  });

  it('keeps links and small files, gives them away only as files, and takes nothing away after the review', async () => {
    const test = await holdTest(portal.as('olivia'), testContents([checkout]));
    const attach = (said: object) =>
      portal.as('olivia').post(`/tests/${test.id}/attachments`, {
        kind: 'file',
        fileName: 'log.txt',
        mediaType: 'text/plain',
        contentBase64: Buffer.from('It is <b>dark</b>').toString('base64'),
        ...said,
      });
    const large = await attach({
      contentBase64: Buffer.alloc(1_000_001).toString('base64'),
    }).expect(400);
    expect(large.body.error.issues[0]).toMatchObject({ path: 'contentBase64' });
    const page = await attach({ mediaType: 'text/html' }).expect(400);
    expect(page.body.error.issues[0]).toMatchObject({ path: 'mediaType' });
    const { body } = await attach({}).expect(200);
    expect(body.attachments).toMatchObject([
      {
        fileName: 'log.txt',
        bytes: 17,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    const path = `/tests/${test.id}/attachments/${body.attachments[0].id}`;
    const file = await portal.as('rita').get(path).expect(200);
    expect(file.headers).toMatchObject({
      'content-disposition': 'attachment; filename="log.txt"',
      'x-content-type-options': 'nosniff',
    });
    expect(file.headers['content-type']).toMatch(/octet-stream/);
    expect(file.body.toString()).toBe('It is <b>dark</b>');
    await reviewTest(portal.as('manuela'), await get(test.id));
    await portal
      .as('olivia')
      .post(`${path}/remove`, { reason: 'x' })
      .expect(409);
    const report = await portal
      .as('rita')
      .get(`/tests/${test.id}/report`)
      .expect(200);
    expect(report.headers['content-type']).toMatch(/text\/markdown/);
    expect(report.text).toContain('# Failover of the checkout');
  });

  it('lists what is due by how late it is, and plans it in one call', async () => {
    const due = await portal
      .as('olivia')
      .get('/tests/due?until=2099-01-01&groupBy=owner')
      .expect(200);
    expect(due.body).toMatchObject({
      totalItems: 2,
      groups: [{ key: 'group:default/shop-team', count: 2 }],
      allowedActions: ['test.create'],
    });
    expect(due.body.items).toMatchObject([
      { entityRef: checkout, depth: 'failover', state: 'never-tested' },
      { entityRef: checkout, depth: 'restore', state: 'never-tested' },
    ]);
    const planned = await portal
      .as('olivia')
      .post('/tests/plan-due', {
        items: [
          { entityRef: checkout, depth: 'failover' },
          { entityRef: ledger, depth: 'failover' },
          { entityRef: 'component:default/nothing', depth: 'failover' },
        ],
        schedule: testContents([checkout]).schedule,
        facilitator: 'user:default/olivia',
      })
      .expect(200);
    expect(planned.body.tests).toMatchObject([
      {
        title: 'Failover test of Checkout and 1 more',
        depth: 'failover',
        entities: { count: 2 },
      },
    ]);
    expect(planned.body.refused).toMatchObject([
      { entityRef: 'component:default/nothing' },
    ]);
    const left = await portal
      .as('olivia')
      .get('/tests/due?until=2099-01-01')
      .expect(200);
    expect(left.body.items).toMatchObject([{ depth: 'restore' }]);
    const ownerless = () =>
      portal
        .as('olivia')
        .get('/tests/due?until=2099-01-01&owner=none')
        .expect(200);
    expect((await ownerless()).body.totalItems).toBe(0);
    await knex('test_requirements').update({ owner_ref: null });
    expect((await ownerless()).body.items).toMatchObject([
      { depth: 'restore', owner: null },
    ]);
    const hidden = await portal
      .as('sam')
      .get('/tests/due?until=2099-01-01&owner=group:default/secret-team')
      .expect(200);
    expect(hidden.body.totalItems).toBe(0);
  });

  it('finds tests by filters, in pages, and says what waits for whom', async () => {
    const hour = 3_600_000;
    const from = Date.UTC(2031, 0, 1);
    for (const [index, title] of ['Alpha', 'Beta', 'Gamma'].entries()) {
      await portal
        .as('olivia')
        .post('/tests', {
          contents: testContents([index === 2 ? cart : checkout], {
            title,
            depth: index === 1 ? 'tabletop' : 'failover',
            schedule: {
              start: new Date(from + index * 24 * hour).toISOString(),
              end: new Date(from + (index * 24 + 1) * hour).toISOString(),
              timeZone: 'UTC',
            },
          }),
        })
        .expect(200);
    }
    const held = await holdTest(
      portal.as('olivia'),
      testContents([checkout], { title: 'Held' }),
    );
    const titles = async (query: string, user = 'manuela') =>
      (await portal.as(user).get(`/tests?${query}`).expect(200)).body.items.map(
        (item: any) => item.title,
      );
    expect(await titles('sort=title')).toEqual([
      'Alpha',
      'Beta',
      'Gamma',
      'Held',
    ]);
    expect(await titles('from=2031-01-02&to=2031-01-02')).toEqual(['Beta']);
    expect(await titles('from=2031-01-01&sort=-start')).toEqual([
      'Gamma',
      'Beta',
      'Alpha',
    ]);
    expect(await titles('depth=tabletop')).toEqual(['Beta']);
    expect(await titles(`entity=${cart}`)).toEqual(['Gamma']);
    expect(await titles('state=completed&outcome=passed')).toEqual(['Held']);
    expect(await titles('outcome=failed')).toEqual([]);
    expect(await titles('reviewed=false')).toEqual(['Held']);
    expect(await titles('tier=tier-1&sort=title')).toEqual([
      'Alpha',
      'Beta',
      'Held',
    ]);
    expect(await titles('owner=group:default/commerce&search=amm')).toEqual([
      'Gamma',
    ]);
    expect(
      await titles('person=group:default/commerce&sort=title&limit=1'),
    ).toEqual(['Alpha']);
    const first = await portal
      .as('manuela')
      .get('/tests?sort=title&limit=3')
      .expect(200);
    expect(first.body.totalItems).toBe(4);
    expect(
      await titles(
        `sort=title&limit=3&cursor=${first.body.pageInfo.nextCursor}`,
      ),
    ).toEqual(['Held']);
    await portal.as('manuela').get('/tests?cursor=x').expect(400);
    expect(await titles('waitingForMe=true')).toEqual(['Held']);
    expect(await titles('waitingForMe=true', 'olivia')).toEqual([]);
    expect(first.body.waitingForMe).toBe(1);
    expect((await get(held.id)).waitingForMe).toBe('review');
  });

  it('says what speaks against a date, without naming what the caller may not see', async () => {
    const { schedule } = testContents([checkout]);
    await portal
      .as('manuela')
      .post('/tests', {
        contents: testContents([ledger], { title: 'Ledger' }),
      })
      .expect(200);
    await portal
      .as('manuela')
      .post('/tests', { contents: testContents([checkout], { title: 'One' }) })
      .expect(200);
    const ask = async (user: string) =>
      (
        await portal
          .as(user)
          .post('/tests/conflicts', {
            entities: [checkout],
            participants: ['user:default/olivia'],
            schedule,
          })
          .expect(200)
      ).body.items.map(({ kind, test, refs }: any) => [
        kind,
        test?.title ?? null,
        ...refs,
      ]);
    expect(await ask('manuela')).toEqual(
      expect.arrayContaining([
        ['entity', 'One', checkout],
        ['participant', 'One', 'user:default/olivia'],
        ['participant', 'Ledger', 'user:default/olivia'],
      ]),
    );
    expect(await ask('sam')).toContainEqual([
      'participant',
      null,
      'user:default/olivia',
    ]);
    const situations = async (query: string) => {
      const { body } = await portal
        .as('rita')
        .get(`/tests/scenarios${query}`)
        .expect(200);
      return body.items.map(({ situation }: any) => situation);
    };
    const english = await situations('');
    expect(english.length).toBeGreaterThan(5);
    expect(await situations('?language=fr')).toEqual(english);
    const german = await situations('?language=de-AT');
    expect(german).toHaveLength(english.length);
    expect(german.filter((each: string) => english.includes(each))).toEqual([]);
  });
});
