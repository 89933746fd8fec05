import { createHmac } from 'node:crypto';
import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { parseOperations } from 'backstage-plugin-continuity-common';
import request from 'supertest';
import { aCompany, checkout, roles } from '../../__testUtils__/aCompany';
import { Portal } from '../../__testUtils__/Portal';
import { DatabaseChangeStore } from '../../change/DatabaseChangeStore';
import { createChangeCallbacks } from './createChangeCallbacks';
import { ChangeCallbackService } from './ChangeCallbackService';
import { CallbackStore } from '../../change/CallbackStore';
import { MachineScopes } from '../../change/MachineScopes';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const secret = 'a secret that nobody knows';

const continuity = {
  changes: {
    webhooks: [
      {
        source: 'servicenow',
        secret,
        map: {
          id: 'result.number',
          title: 'result.short_description',
          type: { path: 'result.type', values: { Emergency: 'emergency' } },
          state: {
            path: 'result.state',
            values: { '-1': 'approved', '3': 'implemented', '4': 'withdrawn' },
          },
          plannedStart: 'result.start_date',
          plannedEnd: 'result.end_date',
          entities: {
            path: 'result.cis[].name',
            values: { 'Check-out (PROD)': checkout },
          },
        },
        scope: { entities: ['system:default/shop'] },
        callback: { url: 'https://itsm.example.com/outcomes?token=hush' },
      },
    ],
  },
};

const message = (said: object = {}) => ({
  result: {
    number: 'CHG0031337',
    short_description: 'Move the checkout',
    type: 'Normal',
    start_date: '2027-01-01 22:00:00',
    end_date: '2027-01-01 23:00:00',
    cis: [{ name: 'Check-out (PROD)' }],
    ...said,
  },
});

describe.each(databases.eachSupportedId())('webhooks on %s', id => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: aCompany(),
      roles,
      continuity,
    });
    await portal.sweep();
  });

  afterEach(async () => portal.stop());

  const post = (
    body: object,
    how: {
      at?: number;
      key?: string;
      delivery?: string;
      source?: string;
      plain?: boolean;
    } = {},
  ) => {
    const { at = Math.floor(Date.now() / 1_000), key = secret } = how;
    const text = JSON.stringify(body);
    const hmac = (signed: string) =>
      createHmac('sha256', key).update(signed).digest('hex');
    const sent = request(portal.backend.server)
      .post(`/api/continuity/changes/webhook/${how.source ?? 'servicenow'}`)
      .set('content-type', 'application/json');
    if (how.plain) sent.set('x-hub-signature-256', `sha256=${hmac(text)}`);
    else {
      sent.set('x-continuity-signature', `t=${at},v1=${hmac(`${at}.${text}`)}`);
    }
    if (how.delivery) sent.set('x-continuity-delivery', how.delivery);
    return sent.send(text);
  };
  const changesOf = async () =>
    (await portal.as('manuela').get('/changes').expect(200)).body.items;

  it('take what is signed with the secret, recently, and nothing else', async () => {
    await request(portal.backend.server)
      .post('/api/continuity/changes/webhook/servicenow')
      .set('authorization', mockCredentials.none.header())
      .send(message())
      .expect(401);
    await post(message(), { key: 'another secret' }).expect(401);
    await post(message(), { at: 1_700_000_000 }).expect(401);
    await post(message(), { source: 'nobody' }).expect(401);
    expect(await changesOf()).toEqual([]);
    const { body } = await post(message(), { plain: true }).expect(200);
    expect(body).toMatchObject({
      externalId: 'CHG0031337',
      state: 'planned',
      duplicate: false,
    });
    expect(await changesOf()).toMatchObject([
      {
        source: 'servicenow',
        title: 'Move the checkout',
        plannedStart: '2027-01-01T22:00:00.000Z',
        touched: [checkout],
      },
    ]);
  });

  it('count each delivery once, also when it comes twice at once', async () => {
    const answers = await Promise.all([
      post(message(), { delivery: 'd-1' }),
      post(message(), { delivery: 'd-1' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.filter(({ body }) => body.duplicate)).toHaveLength(1);
    await post(message({ number: 'CHG2' }), { delivery: 'd-1' }).expect(409);
    const [change, ...others] = await changesOf();
    expect(others).toEqual([]);
    const { body } = await portal.as('manuela').get(`/changes/${change.id}`);
    expect(body.assessments).toHaveLength(1);
  });

  it('follow the tool through its states', async () => {
    await post(message());
    await post(message({ state: '-1' })).expect(200);
    const done = await post(message({ state: '3' })).expect(200);
    expect(done.body.state).toBe('implemented');
    await post(message({ state: '3', x: 1 })).expect(200);
    await post(message({ state: '4' })).expect(409);
    const [change] = await changesOf();
    const { body } = await portal.as('rita').get(`/changes/${change.id}`);
    expect(body.history.map(({ action }: any) => action).reverse()).toEqual([
      'recorded',
      'assessed',
      'approved',
      'assessed',
      'implemented',
    ]);
  });

  it('say what is wrong with a message by its fields', async () => {
    const wrong = await post(
      message({ number: undefined, start_date: 'soon' }),
    ).expect(400);
    expect(wrong.body.error.issues.map((i: any) => i.path)).toEqual([
      'id',
      'plannedStart',
    ]);
    await post(message({ cis: [] })).expect(400);
  });

  it('post the outcome back, signed, again until it is taken, naming only what is in scope', async () => {
    await post(message());
    const [change] = await changesOf();
    let now = new Date();
    const sent: Array<{ url: string; init: any }> = [];
    let answer: () => Promise<Response> = async () => {
      throw Object.assign(new TypeError('fetch failed'), {
        cause: { code: 'ECONNREFUSED' },
      });
    };
    const operations = parseOperations(continuity);
    const callbacks = ChangeCallbackService.create({
      integrations: operations.changes,
      callbackStore: CallbackStore.create({ database: portal.knex }),
      changeStore: DatabaseChangeStore.create({ database: portal.knex }),
      machineScopes: MachineScopes.create({
        database: portal.knex,
        machines: [
          {
            subject: 'webhook:servicenow',
            scope: { entities: ['system:default/shop'] },
          },
        ],
      }),
      logger: mockServices.logger.mock(),
      clock: () => now,
      fetch: (async (url: string, init: any) => {
        sent.push({ url, init });
        return answer();
      }) as never,
    });
    const state = async () =>
      (await portal.as('rita').get(`/changes/${change.id}`)).body.callback;
    expect(await callbacks.run()).toBe(0);
    expect(await state()).toMatchObject({
      state: 'waiting',
      attempts: 1,
      lastError: 'It could not be reached (ECONNREFUSED).',
    });
    expect(await callbacks.run()).toBe(0);
    expect(sent).toHaveLength(1);
    now = new Date(now.getTime() + 60_000);
    answer = async () => new Response(null, { status: 302 });
    expect(await callbacks.run()).toBe(0);
    expect((await state()).lastError).toContain('redirect');
    now = new Date(now.getTime() + 600_000);
    answer = async () => new Response('ok', { status: 201 });
    expect(await callbacks.run()).toBe(1);
    expect(await state()).toMatchObject({ state: 'sent', lastError: null });
    expect(JSON.stringify(await state())).not.toContain('hush');
    const { body, headers, redirect } = sent[2].init;
    expect(redirect).toBe('manual');
    expect(JSON.parse(body)).toMatchObject({
      id: 'CHG0031337',
      verdict: 'pass',
    });
    const [, seconds, signature] =
      headers['x-continuity-signature'].match(/^t=(\d+),v1=(\w+)$/);
    expect(signature).toBe(
      createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex'),
    );
    expect(body).not.toMatch(/secret|ledger/);
    expect(
      createChangeCallbacks({
        operations,
        stores: {
          database: portal.knex,
          changeStore: DatabaseChangeStore.create({ database: portal.knex }),
        } as never,
        logger: mockServices.logger.mock(),
        clock: () => now,
      }),
    ).toBeInstanceOf(ChangeCallbackService);
  });
});
