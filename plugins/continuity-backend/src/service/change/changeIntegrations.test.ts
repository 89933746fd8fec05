import { TestDatabases } from '@backstage/backend-test-utils';
import {
  aCompany,
  checkout,
  ledger,
  roles,
} from '../../__testUtils__/aCompany';
import { Portal } from '../../__testUtils__/Portal';
import { CallbackStore } from '../../change/CallbackStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const continuity = {
  changes: {
    machines: [
      { subject: 'external:ci', scope: { entities: [checkout, ledger] } },
      { subject: 'external:all', scope: { entities: ['*'] } },
    ],
    webhooks: [
      {
        source: 'servicenow',
        secret: 'hush-hush-hush-hush',
        map: {
          id: 'result.number',
          major: { path: 'result.major', values: { yes: true } },
          entities: { path: 'result.cis[].name', values: { Ledger: ledger } },
        },
        callback: {
          url: 'https://someone:hush@itsm.example.com:8443/hush?token=hush',
          secret: 'hush-hush-hush-back',
        },
      },
      {
        source: 'jira',
        secret: 'hush-hush-hush-jira',
        map: { id: 'key', entities: 'components' },
      },
    ],
  },
};

describe.each(databases.eachSupportedId())(
  'how others ask about changes, on %s',
  id => {
    let portal: Portal;

    beforeAll(async () => {
      portal = await Portal.start({
        knex: await databases.init(id),
        catalog: aCompany(),
        roles: {
          ...roles,
          sam: { ...roles.sam, isManager: true },
          nina: { mayNothing: true },
        },
        continuity,
      });
      await portal.sweep();
      await delivered({ ref: checkout, at: '2026-05-01T00:00:00.000Z' });
      const last = await delivered({
        ref: ledger,
        at: '2026-05-02T00:00:00.000Z',
      });
      await failed(last);
    });

    afterAll(async () => portal.stop());

    async function delivered({ ref, at }: { ref: string; at: string }) {
      const { body } = await portal.as('manuela').post('/changes/assess', {
        change: { id: `CHG of ${ref}`, title: `Move ${ref}` },
        touched: [{ entityRef: ref }],
        record: true,
      });
      await portal.knex('change_deliveries').insert({
        source: 'servicenow',
        delivery_id: at,
        body_sha256: '0'.repeat(64),
        change_id: body.changeId,
        answer: '{}',
        at,
      });
      return body.changeId as string;
    }

    async function failed(changeId: string) {
      const store = CallbackStore.create({ database: portal.knex });
      const at = '2026-05-02T00:00:00.000Z';
      await portal.knex.transaction(trx =>
        store.ask(trx, { changeId, source: 'servicenow', at }),
      );
      await store.note(
        { changeId, source: 'servicenow', version: 1, attempts: 0 },
        { state: 'failed', error: 'It answered 503.', at, nextAt: null },
      );
    }

    const ask = (user: string) => portal.as(user).get('/change-integrations');

    it('is told to who may read the audit, without secrets and addresses', async () => {
      const { body, text } = await ask('manuela').expect(200);
      expect(body.machines).toEqual([
        {
          subject: 'external:ci',
          scope: {
            everything: false,
            entities: [checkout, ledger],
            redacted: 0,
          },
        },
        {
          subject: 'external:all',
          scope: { everything: true, entities: [], redacted: 0 },
        },
      ]);
      expect(body.webhooks).toMatchObject([
        {
          source: 'servicenow',
          tolerance: 300,
          fields: [
            { field: 'id', path: 'result.number', values: null },
            { field: 'major', path: 'result.major', values: { yes: 'true' } },
          ],
          entities: {
            path: 'result.cis[].name',
            kind: 'component',
            separator: null,
            translated: 1,
          },
          callback: { host: 'itsm.example.com:8443' },
          lastDelivery: {
            at: '2026-05-02T00:00:00.000Z',
            change: { title: `Move ${ledger}`, state: 'planned' },
          },
          failing: {
            total: 1,
            latest: [
              {
                message: 'It answered 503.',
                waiting: false,
                change: { externalId: `CHG of ${ledger}` },
              },
            ],
          },
        },
        {
          source: 'jira',
          callback: null,
          lastDelivery: null,
          failing: { total: 0, latest: [] },
        },
      ]);
      expect(text).not.toContain('hush');
      const policy = await portal.as('manuela').get('/policy').expect(200);
      expect(policy.text).not.toMatch(/hush|webhooks|machines/);
    });

    it('counts and never names what the reader may not see', async () => {
      const { body, text } = await ask('sam').expect(200);
      expect(body.machines[0].scope).toEqual({
        everything: false,
        entities: [checkout],
        redacted: 1,
      });
      const [{ lastDelivery, failing }] = body.webhooks;
      expect(lastDelivery.change).toBeNull();
      expect(failing).toMatchObject({ total: 1, latest: [{ change: null }] });
      expect(text).not.toMatch(/ledger/i);
    });

    it('is refused to who may not read the audit', async () => {
      const { body } = await ask('nina').expect(403);
      expect(body.error.message).toContain('continuity.audit.read');
    });
  },
);
