import { TestDatabases } from '@backstage/backend-test-utils';
import { cart, checkout } from '../../__testUtils__/aCompany';
import {
  approvePlan,
  planContents,
  submitNext,
} from '../../__testUtils__/aPlan';
import {
  ago,
  holdTest,
  recoveryTimes,
  reviewTest,
  testContents,
} from '../../__testUtils__/aTest';
import type { Portal } from '../../__testUtils__/Portal';
import { TieredShop } from '../../__testUtils__/TieredShop';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('what tests prove on %s', id => {
  let shop: TieredShop;
  let portal: Portal;

  beforeEach(async () => {
    shop = await TieredShop.startWithTests(await databases.init(id));
    ({ portal } = shop);
  });

  afterEach(async () => portal.stop());

  it('is not passed where it misses the RTO: it is exposed with the reason until another pass, and says why a person can’t say otherwise', async () => {
    await shop.coverCheckout();
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
    const failed = await shop.tab(checkout);
    expect(failed.status).toBe('exposed');
    expect(await shop.testGaps(checkout)).toContain(
      'test-failed test:failover',
    );
    expect(failed.findings).toMatchObject([
      { title: 'The database starts last' },
    ]);
    expect(await shop.requirement('failover')).toMatchObject({
      state: 'failed',
    });

    const plan = (await shop.tab(checkout)).plans[0];
    const retest = await holdTest(
      portal.as('olivia'),
      testContents([checkout], {
        plans: [{ planId: plan.planId, version: plan.version }],
      }),
    );
    await reviewTest(portal.as('manuela'), retest);
    expect(await shop.requirement('failover')).toMatchObject({
      state: 'proven',
    });
    expect(await shop.testGaps(checkout)).not.toContain(
      'test-failed test:failover',
    );
  });

  it('asks for a retest where a target is tightened after a pass, and where the steps are rewritten; not where they are approved unchanged', async () => {
    const plan = await shop.coverCheckout();
    await holdTest(
      portal.as('olivia'),
      testContents([checkout], { plans: [{ planId: plan.id, version: 1 }] }),
      { minutes: 40 },
    );
    expect(await shop.requirement('failover')).toMatchObject({
      state: 'proven',
    });
    const set = async (rto: string) => {
      const { revision } = await shop.tab(checkout);
      await portal
        .as('manuela')
        .edit(checkout, { rto }, { revision })
        .expect(200);
    };
    await set('30m');
    expect(await shop.requirement('failover')).toMatchObject({
      state: 'retest-needed',
      retestReasons: ['target-tightened'],
    });
    await set('1h');
    expect(await shop.requirement('failover')).toMatchObject({
      state: 'proven',
    });

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
    expect(await shop.requirement('failover')).toMatchObject({
      state: 'proven',
    });
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
    expect(await shop.requirement('failover')).toMatchObject({
      state: 'retest-needed',
      retestReasons: ['steps-changed'],
    });
  });

  it('satisfies a restore with a failover that restored from a backup, and not with one that did not', async () => {
    await holdTest(portal.as('olivia'), testContents([checkout]));
    expect(await shop.requirement('restore')).toMatchObject({
      state: expect.stringMatching(/never-tested|too-shallow/),
    });
    await holdTest(
      portal.as('olivia'),
      testContents([checkout], { restoresFromBackup: true }),
    );
    expect(await shop.requirement('restore')).toMatchObject({
      state: 'proven',
    });
  });

  it('lapses without a review, and counts from when it was held where it was entered afterwards', async () => {
    await shop.coverCheckout();
    const plan = (await shop.tab(checkout)).plans[0];
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
    expect(await shop.requirement('failover')).toMatchObject({
      state: 'overdue',
    });
    await reviewTest(portal.as('manuela'), old);
    expect(await shop.requirement('failover')).toMatchObject({
      state: 'proven',
    });
    const { due } = await shop.requirement('failover');
    expect(due.slice(0, 4)).toBe(
      String(new Date(old.heldAt).getUTCFullYear() + 1),
    );
    await holdTest(portal.as('olivia'), contents, {
      daysAgo: 500,
      outcome: 'failed',
    });
    expect(await shop.requirement('failover')).toMatchObject({
      state: 'proven',
    });
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
});
