import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { DateTime } from 'luxon';
import request from 'supertest';
import {
  aCompany,
  cart,
  checkout,
  ledger,
  roles,
} from '../../__testUtils__/aCompany';
import { pathOf, Portal } from '../../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const day = (days: number) => DateTime.utc().plus({ days }).toISODate()!;
const ago = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

describe.each(databases.eachSupportedId())('reports of machines on %s', id => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: aCompany(),
      roles,
      continuity: {
        testing: {
          reporters: [
            {
              subject: 'external:test-service',
              entities: ['system:default/shop'],
              depths: ['restore', 'simulation'],
            },
            {
              subject: 'external:other',
              entities: ['*'],
              depths: ['restore'],
            },
          ],
          supplierEvidence: ['restore', 'tabletop'],
        },
      },
    });
    await portal.sweep();
    await portal
      .as('manuela')
      .edit(
        checkout,
        { tier: 'tier-2', rto: '1h', rpo: '15m' },
        { revision: 0 },
      )
      .expect(200);
  });

  afterEach(async () => portal.stop());

  const aResult = (said: object = {}) => ({
    entityRef: checkout,
    outcome: 'passed',
    times: {
      lastConsistentData: ago(125),
      disruptionStart: ago(120),
      minimumService: ago(80),
    },
    ...said,
  });
  const aReport = (said: object = {}) => ({
    idempotencyKey: 'run/4711',
    depth: 'restore',
    environment: 'production-like',
    startedAt: ago(130),
    endedAt: ago(70),
    runUrl: 'https://ci.example.com/runs/4711',
    tool: 'GitHub Actions',
    results: [aResult()],
    ...said,
  });
  const send = (body: object, subject?: string) =>
    request(portal.backend.server)
      .post('/api/continuity/tests/results')
      .set(
        'authorization',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service(subject),
          targetPluginId: 'continuity',
        }),
      )
      .send(body);
  const stateOf = async (ref: string, depth: string) => {
    const { body } = await portal.as('manuela').get(pathOf(ref)).expect(200);
    return body.tests.requirements.find((r: any) => r.depth === depth)?.state;
  };
  const issuesOf = (answer: { body: any }) =>
    answer.body.error.issues.map((issue: any) => issue.path);

  it('make findings of the deficiencies that they tell of', async () => {
    const { body } = await send(
      aReport({
        results: [
          aResult({
            outcome: 'passed-with-deficiencies',
            deficiencies: 'Two tables were restored by hand',
          }),
        ],
      }),
    ).expect(200);
    const found = await portal.as('rita').get(`/findings?test=${body.testId}`);
    expect(found.body.items).toMatchObject([
      {
        title: 'Two tables were restored by hand',
        state: 'open',
        createdBy: 'external:test-service',
      },
    ]);
  });

  it('are kept as a completed test that a machine held, and count at once', async () => {
    expect(await stateOf(checkout, 'restore')).toBe('never-tested');
    const { body } = await send(aReport()).expect(200);
    expect(body).toMatchObject({
      duplicate: false,
      items: [
        {
          entityRef: checkout,
          outcome: 'passed',
          measure: { rtaSeconds: 2400, rpaSeconds: 300, best: 'passed' },
        },
      ],
    });
    const test = await portal.as('rita').get(`/tests/${body.testId}`);
    expect(test.body).toMatchObject({
      title: 'Restore reported by GitHub Actions',
      origin: 'machine',
      state: 'completed',
      facilitator: null,
      machine: {
        subject: 'external:test-service',
        runUrl: 'https://ci.example.com/runs/4711',
        tool: 'GitHub Actions',
      },
      restoresFromBackup: true,
      outcome: 'passed',
      reviewed: false,
      heldPrecision: 'instant',
    });
    expect(await stateOf(checkout, 'restore')).toBe('proven');
    const reviewed = await portal
      .as('manuela')
      .post(`/tests/${body.testId}/review`, { revision: test.body.revision })
      .expect(200);
    expect(reviewed.body.reviewed).toBe(true);
  });

  it('never say more than their numbers', async () => {
    const { body } = await send(
      aReport({
        results: [
          aResult({
            times: {
              ...aResult().times,
              disruptionStart: ago(160),
              lastConsistentData: ago(170),
            },
          }),
          aResult({ entityRef: cart, times: {} }),
        ],
      }),
    ).expect(200);
    expect(body.items).toMatchObject([
      { outcome: 'failed', measure: { reasons: ['rto-missed'] } },
      { outcome: 'inconclusive' },
    ]);
    expect(await stateOf(checkout, 'restore')).toBe('failed');
  });

  it('count once, whoever sends them again and when', async () => {
    const report = aReport();
    const answers = await Promise.all([1, 2, 3].map(() => send(report)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const ids = new Set(answers.map(({ body }) => body.testId));
    expect(ids.size).toBe(1);
    const again = await send(report).expect(200);
    expect(again.body).toMatchObject({
      testId: [...ids][0],
      duplicate: true,
      items: answers[0].body.items,
    });
    const other = await send({ ...report, tool: 'GitLab' }).expect(409);
    expect(other.body.error.message).toMatch(/idempotencyKey.*other contents/);
    expect(await portal.knex('tests')).toHaveLength(1);
    expect(await portal.knex('test_results')).toHaveLength(1);
    // the keys of another machine are its own
    await send(report, 'external:other').expect(200);
    expect(await portal.knex('tests')).toHaveLength(2);
  });

  it('are refused beyond what the policy lets their token report, before anything is said of what exists', async () => {
    for (const [said, names] of [
      [{ depth: 'failover' }, 'results.0.entityRef'],
      [
        { results: [aResult(), aResult({ entityRef: ledger })] },
        'results.1.entityRef',
      ],
      [
        { results: [aResult({ entityRef: 'component:default/gone' })] },
        'results.0.entityRef',
      ],
    ] as const) {
      const { body } = await send(aReport(said)).expect(403);
      expect(body.error.message).toContain(names);
      expect(body.error.message).toContain('continuity.testing.reporters');
    }
    // a simulation that restores is a restore, too
    await send(
      aReport({ depth: 'simulation', restoredFromBackup: true }),
    ).expect(200);
    await send(aReport({ depth: 'simulation' }), 'external:other').expect(403);
    await portal.as('manuela').post('/tests/results', aReport()).expect(403);
    await portal.as('rita').post('/tests/results', aReport()).expect(403);
    expect(await portal.knex('tests')).toHaveLength(1);
  });

  it.each<[string, object, string[]]>([
    ['no key', { idempotencyKey: undefined }, ['idempotencyKey']],
    ['a key that is too short', { idempotencyKey: 'x' }, ['idempotencyKey']],
    ['no web address', { runUrl: 'ftp://example.com/1' }, ['runUrl']],
    ['an end before the beginning', { endedAt: ago(200) }, ['endedAt']],
    [
      'a time to come',
      { startedAt: ago(-60), endedAt: ago(-120) },
      ['startedAt'],
    ],
    [
      'a plan that does not exist',
      { plans: [{ planId: 'x', version: 1 }] },
      ['plans.0'],
    ],
    [
      'an entity twice',
      { results: [aResult(), aResult()] },
      ['results.1.entityRef'],
    ],
    [
      'a recovery before the disruption',
      {
        results: [
          aResult({ times: { ...aResult().times, minimumService: ago(121) } }),
        ],
      },
      ['results.0.times.minimumService'],
    ],
    [
      'an entity that does not exist',
      { results: [aResult({ entityRef: 'component:default/gone' })] },
      ['results.0.entityRef'],
    ],
  ])('name the wrong field: %s', async (_, said, paths) => {
    const answer = await send(aReport(said), 'external:other').expect(400);
    expect(issuesOf(answer)).toEqual(paths);
    expect(await portal.knex('machine_reports')).toEqual([]);
  });

  it('complete the planned test that they were', async () => {
    const planned = await portal
      .as('manuela')
      .post('/tests', {
        contents: {
          title: 'Restore of the shop',
          depth: 'restore',
          environment: 'production-like',
          entities: [checkout, cart],
          schedule: {
            allDay: true,
            start: '2027-01-01',
            end: '2027-01-01',
            timeZone: 'UTC',
          },
          facilitator: 'user:default/peter',
        },
      })
      .expect(200);
    const testId = planned.body.id;
    const wrong = await send(
      aReport({ testId, environment: 'production' }),
    ).expect(400);
    expect(issuesOf(wrong)).toEqual(['environment', 'results']);
    const { body } = await send(
      aReport({ testId, results: [aResult(), aResult({ entityRef: cart })] }),
    ).expect(200);
    expect(body.testId).toBe(testId);
    const { body: test } = await portal.as('rita').get(`/tests/${testId}`);
    expect(test).toMatchObject({
      title: 'Restore of the shop',
      origin: 'machine',
      state: 'completed',
      facilitator: { ref: 'user:default/peter' },
      machine: { tool: 'GitHub Actions' },
    });
    expect(test.results).toHaveLength(2);
    await send(aReport({ testId, idempotencyKey: 'run/4712' })).expect(409);
    await send(aReport({ testId: 'none', idempotencyKey: 'run/4713' })).expect(
      404,
    );
  });

  describe('and evidence of suppliers', () => {
    const evidence = (said: object = {}) => ({
      supplier: 'Cloud Inc.',
      document: 'SOC 2 Type II report 2026',
      issuedOn: day(-5),
      heldOn: day(-10),
      depth: 'restore',
      environment: 'production',
      entities: [checkout],
      outcome: 'passed',
      attestedRta: '30m',
      attestedRpa: '0',
      ...said,
    });
    const record = (said: object = {}, user = 'manuela') =>
      portal.as(user).post('/tests/supplier-evidence', evidence(said));

    it('satisfies a requirement where the policy accepts it, by the times that are attested', async () => {
      const { body } = await record().expect(200);
      expect(body).toMatchObject({
        origin: 'supplier',
        state: 'completed',
        facilitator: null,
        heldPrecision: 'day',
        supplier: { name: 'Cloud Inc.', issuedOn: day(-5) },
        results: [
          {
            outcome: 'passed',
            measure: {
              rtaSeconds: 1800,
              rpaSeconds: 0,
              rto: 'met',
              rpo: 'met',
            },
          },
        ],
      });
      await record({}, 'rita').expect(403);
      await portal
        .asService()
        .post('/tests/supplier-evidence', evidence())
        .expect(403);
      // who recorded it does not review it
      await portal
        .as('manuela')
        .post(`/tests/${body.id}/review`, { revision: body.revision })
        .expect(403);
      const review = await portal
        .as('martin')
        .post(`/tests/${body.id}/review`, { revision: body.revision })
        .expect(200);
      expect(review.body.results[0]).toMatchObject({
        outcome: 'passed',
        measure: { rtaSeconds: 1800 },
      });
      expect(await stateOf(checkout, 'restore')).toBe('proven');
    });

    it.each([
      [{ attestedRta: '2h' }, 'failed'],
      [{ attestedRta: null }, 'inconclusive'],
      [{ outcome: 'failed' }, 'failed'],
    ])('is judged like any result: %j', async (said, outcome) => {
      const { body } = await record(said).expect(200);
      expect(body.results[0].outcome).toBe(outcome);
    });

    it.each<[object, string[]]>([
      [{ depth: 'failover' }, ['depth']],
      [
        { heldOn: '2999-01-01', issuedOn: '2999-01-01' },
        ['heldOn', 'issuedOn'],
      ],
      [{ issuedOn: day(-20) }, ['issuedOn']],
      [{ depth: 'tabletop', attestedRpa: null }, ['attestedRta']],
      [{ entities: ['component:default/gone'] }, ['entities.0']],
    ])('names the wrong field: %j', async (said, paths) => {
      expect(issuesOf(await record(said).expect(400))).toEqual(paths);
    });
  });
});
