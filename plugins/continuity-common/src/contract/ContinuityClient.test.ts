import { ContinuityClient } from './ContinuityClient';
import { readFieldIssues } from './fieldIssues';
import { readProfileConflict } from './profileConflict';

const REF = 'Component:default/Check.out';

function aClient(answer: { status?: number; body?: unknown } = {}) {
  const { status = 200, body = {} } = answer;
  const fetch = jest.fn().mockImplementation(
    async () =>
      new Response(status === 204 ? null : JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/json; charset=utf-8' },
      }),
  );
  const discoveryApi = {
    getBaseUrl: async (id: string) => `https://portal.example/api/${id}`,
  };
  return {
    client: new ContinuityClient({ discoveryApi, fetchApi: { fetch } }),
    fetch,
  };
}

describe('ContinuityClient', () => {
  it.each<
    [
      string,
      (client: ContinuityClient) => Promise<unknown>,
      string,
      string,
      unknown,
    ]
  >([
    ['the policy', c => c.getPolicy(), 'GET', '/policy', undefined],
    [
      'an entity',
      c => c.getEntity(REF),
      'GET',
      '/entities/by-name/component/default/check.out',
      undefined,
    ],
    [
      'an export of the past',
      c =>
        c.coverage.exportFile({
          format: 'csv',
          bom: true,
          asOf: '2026-03-31',
          tier: ['tier-1', 'none'],
        }),
      'GET',
      '/coverage/export?format=csv&bom=true&asOf=2026-03-31&tier=tier-1&tier=none',
      undefined,
    ],
    [
      'a saved view that goes',
      c => c.coverage.deleteView('a/1'),
      'DELETE',
      '/coverage/views/a%2F1',
      undefined,
    ],
    [
      'a question to owners',
      c => c.coverage.askOwners({ entityRefs: [REF], message: 'x' }),
      'POST',
      '/coverage/ask',
      { entityRefs: [REF], message: 'x' },
    ],
    [
      'history',
      c => c.getHistory(REF, { limit: 5, cursor: 'a b' }),
      'GET',
      '/entities/by-name/component/default/check.out/history?limit=5&cursor=a+b',
      undefined,
    ],
    [
      'a confirmation',
      c => c.confirmAgreement(REF, 'a/1', { reason: 'ok' }),
      'POST',
      '/entities/by-name/component/default/check.out/agreement/a%2F1/confirm',
      { reason: 'ok' },
    ],
    [
      'changes',
      c => c.changes.list({ state: ['planned', 'approved'], mine: true }),
      'GET',
      '/changes?state=planned&state=approved&mine=true',
      undefined,
    ],
    [
      'a check of a change',
      c => c.changes.assess({ touched: [{ entityRef: REF }], record: true }),
      'POST',
      '/changes/assess',
      { touched: [{ entityRef: REF }], record: true },
    ],
    [
      'an approval of a change',
      c => c.changes.approve('c/1', { note: 'ok' }),
      'POST',
      '/changes/c%2F1/approve',
      { note: 'ok' },
    ],
    [
      'another assessment of a change',
      c => c.changes.assessAgain('c/1'),
      'POST',
      '/changes/c%2F1/assess',
      {},
    ],
    [
      'who else asks about changes',
      c => c.changes.getIntegrations(),
      'GET',
      '/change-integrations',
      undefined,
    ],
    [
      'what a change asked of a plan, declined',
      c => c.changes.requests.decline('r/1', 'No step speaks of it.'),
      'POST',
      '/plan-change-requests/r%2F1/decline',
      { reason: 'No step speaks of it.' },
    ],
    [
      'a refusal',
      c => c.rejectAgreement(REF, '1'),
      'POST',
      '/entities/by-name/component/default/check.out/agreement/1/reject',
      {},
    ],
    [
      'coverage',
      c =>
        c.listCoverage({
          status: ['met', 'exposed'],
          late: false,
          tier: ['none'],
        }),
      'GET',
      '/coverage?status=met&status=exposed&late=false&tier=none',
      undefined,
    ],
    [
      'a summary',
      c => c.getCoverageSummary({ groupBy: 'tier' }),
      'GET',
      '/coverage/summary?groupBy=tier',
      undefined,
    ],
    ['the sweep', c => c.getSweep(), 'GET', '/sweep', undefined],
    [
      'a decision',
      c => c.decideCarryOver('7', { decision: 'decline', reason: 'no' }),
      'POST',
      '/carry-overs/7/decide',
      { decision: 'decline', reason: 'no' },
    ],
  ])('asks for %s', async (_name, call, method, path, body) => {
    const { client, fetch } = aClient();
    await call(client);
    const [url, init] = fetch.mock.calls[0];
    expect([init.method, url]).toEqual([
      method,
      `https://portal.example/api/continuity${path}`,
    ]);
    expect(init.body && JSON.parse(init.body)).toEqual(body);
  });

  it('sends the revision that an edit started from', async () => {
    const { client, fetch } = aClient();
    await client.updateProfile(REF, { values: { rto: null } }, { revision: 0 });
    const [, init] = fetch.mock.calls[0];
    expect(init).toMatchObject({
      method: 'PATCH',
      headers: { 'If-Match': '0' },
      body: '{"values":{"rto":null}}',
    });
  });

  it('is content with an empty answer', async () => {
    const { client } = aClient({ status: 204 });
    await expect(client.runSweep()).resolves.toBeUndefined();
  });

  it('hands on the newer state of a stale edit', async () => {
    const current = { revision: 9 };
    const error = { name: 'ConflictError', message: 'Somebody changed it' };
    const { client } = aClient({
      status: 409,
      body: { error, current, changedSince: [{ id: '1' }] },
    });
    const thrown = await client
      .updateProfile(REF, { values: {} }, { revision: 8 })
      .catch(e => e);
    expect(thrown).toMatchObject({
      name: 'ResponseError',
      statusCode: 409,
      cause: error,
    });
    expect(readProfileConflict(thrown)).toEqual({
      current,
      changedSince: [{ id: '1' }],
    });
  });

  it('names the wrong fields of a refused request', async () => {
    const issues = [
      { path: 'values.rto', message: 'A range' },
      { path: ['values', 'mbco', 'percent'], message: 'Too much' },
      { path: '', message: 'Empty' },
    ];
    const { client } = aClient({
      status: 400,
      body: { error: { name: 'InputError', message: 'No', issues } },
    });
    const thrown = await client.getPolicy().catch(e => e);
    expect(readFieldIssues(thrown)).toEqual([
      { field: 'rto', message: 'A range' },
      { field: 'mbco.percent', message: 'Too much' },
      { field: '', message: 'Empty' },
    ]);
    expect(readProfileConflict(thrown)).toBeUndefined();
  });

  it('finds no conflict and no wrong field in other errors', () => {
    for (const error of [
      undefined,
      null,
      new Error('x'),
      { statusCode: 409 },
    ]) {
      expect(readProfileConflict(error)).toBeUndefined();
      expect(readFieldIssues(error)).toEqual([]);
    }
  });
});
