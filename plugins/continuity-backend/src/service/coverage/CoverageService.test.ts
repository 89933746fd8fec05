import { createServiceFactory } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  aFleet,
  checkout,
  db,
  fleetRoles,
  hiddenLedger,
  web,
} from '../../__testUtils__/aFleet';
import { aGroup, aService, aUser } from '../../__testUtils__/anEntity';
import { pathOf, Portal } from '../../__testUtils__/Portal';
import { readCsv } from '../../__testUtils__/readCsv';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const TEAM = 'group:default/shop-team';

describe.each(databases.eachSupportedId())('coverage over HTTP, on %s', id => {
  let portal: Portal;
  const send = jest.fn();

  beforeAll(async () => {
    const catalog = aFleet();
    catalog.put(
      aGroup('shop-web').childOf(TEAM),
      aUser('willa').memberOf('group:default/shop-web'),
      aService('formula')
        .titled('=HYPERLINK("http://evil.example")')
        .ownedBy('group:default/shop-web'),
      aService('odd')
        .titled('Größe, "quoted"\nand\ttabbed')
        .ownedBy('group:default/nobody'),
    );
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog,
      roles: { ...fleetRoles, willa: {}, nina: { mayNothing: true } },
      features: [
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({ send }),
        }),
      ],
    });
    await portal.sweep();
    // what the graph says of each is worked out in the background
    for (let tries = 0; tries < 100; tries++) {
      const { body } = await portal.as('rita').get('/coverage?limit=500');
      if (body.dataAge.catalogReadAt && body.items.length > 8) break;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  });

  afterAll(async () => portal.stop());
  beforeEach(() => send.mockReset());

  const list = async (user: string, query: string) => {
    const { body } = await portal
      .as(user)
      .get(`/coverage?limit=500${query}`)
      .expect(200);
    return body;
  };
  const refs = (body: { items: Array<{ entityRef: string }> }) =>
    body.items.map(({ entityRef }) => entityRef).sort();

  it('neither repeats nor loses a service that changes its place between two pages', async () => {
    const mail = 'component:default/mail';
    const odd = 'component:default/odd';
    const setTier = async (entityRef: string, tier: string | null) => {
      const manuela = portal.as('manuela');
      const { body } = await manuela.get(pathOf(entityRef)).expect(200);
      const { revision } = body;
      const reason = 'To see it move';
      await manuela.edit(entityRef, { tier }, { revision, reason }).expect(200);
    };
    await setTier(mail, 'tier-1');
    const expected = refs(await list('manuela', ''));
    const paged: string[] = [];
    let cursor = '';
    do {
      const { body } = await portal
        .as('manuela')
        .get(`/coverage?limit=2&sort=tier${cursor}`)
        .expect(200);
      expect(body).toMatchObject({ asOf: null, totalItems: expected.length });
      paged.push(...refs(body));
      cursor = body.pageInfo.nextCursor
        ? `&cursor=${body.pageInfo.nextCursor}`
        : '';
      if (paged.length === 2) {
        // from the top of the list to its end, and back
        await setTier(mail, null);
        await setTier(odd, 'tier-1');
      }
    } while (cursor);
    await setTier(odd, null);
    expect(paged.slice(0, 2)).toEqual([checkout, mail]);
    expect([...paged].sort()).toEqual(expected);
  });

  describe('as of', () => {
    it('says which moment it shows, by which policy, and lets nobody change it', async () => {
      const now = new Date().toISOString();
      const body = await list('manuela', `&asOf=${now}`);
      expect(body.asOf).toBe(now);
      expect(body.then).toMatchObject({ day: null, timeZone: 'UTC' });
      expect(body.then.tiers[0]).toEqual({
        id: 'tier-1',
        title: 'Mission critical',
      });
      expect(body.allowedActions).toEqual([]);
      const today = await list('manuela', '');
      expect(refs(body)).toEqual(refs(today));
      expect(today).toMatchObject({ asOf: null, then: null });
      expect(today.allowedActions).toEqual(['profile.update', 'coverage.ask']);

      const { body: summary } = await portal
        .as('manuela')
        .get(`/coverage/summary?groupBy=tier&asOf=${now}`)
        .expect(200);
      expect(summary.asOf).toBe(now);
    });

    it.each([
      ['/coverage', '2999-01-01', 'not over yet'],
      ['/coverage', new Date().toISOString().slice(0, 10), 'not over yet'],
      ['/coverage/summary', '2999-01-01T00:00:00Z', 'in the future'],
      ['/coverage/programme', '2001-01-01', 'records begin'],
      ['/coverage/export', '2001-01-01', 'records begin'],
      ['/coverage', 'yesterday', 'no moment'],
    ])('%s refuses %s and says why', async (path, asOf, why) => {
      const { body } = await portal
        .as('rita')
        .get(`${path}?asOf=${asOf}`)
        .expect(400);
      expect(body.error.issues).toEqual([
        { path: 'asOf', message: expect.stringContaining(why) },
      ]);
    });
  });

  describe('filters', () => {
    it('finds what is mine through groups and the groups above them', async () => {
      expect(refs(await list('willa', '&mine=true'))).toContain(checkout);
      expect(refs(await list('willa', '&mine=true'))).not.toContain(db);
      expect(refs(await list('rita', '&mine=true'))).toEqual([]);
    });

    it('finds what lies behind gaps, and groups by it', async () => {
      const { body } = await portal
        .as('manuela')
        .get('/coverage/summary?groupBy=cause')
        .expect(200);
      const cause = 'owner-unresolved group:default/nobody';
      const keys = body.groups.map((group: { key: string }) => group.key);
      expect(keys).toContain(cause);
      const total = (Object.values(body.total) as number[]).reduce(
        (a, b) => a + b,
      );
      expect(total).toBe((await list('manuela', '')).totalItems);
      const behind = await list(
        'manuela',
        `&cause=${encodeURIComponent(cause)}`,
      );
      expect(refs(behind)).toEqual(['component:default/odd']);
    });

    it('names no cause that the caller may not see, and finds nothing by it', async () => {
      const { body } = await portal
        .as('sam')
        .get('/coverage/summary?groupBy=cause')
        .expect(200);
      expect(JSON.stringify(body)).not.toContain('secret');
      const behind = await list(
        'sam',
        `&cause=${encodeURIComponent(
          'waits-for-slower-dependency component:default/secret-ledger',
        )}`,
      );
      expect(behind.items).toEqual([]);
    });
  });

  describe('export', () => {
    const csvOf = async (user: string, query: string = '') => {
      const answer = await portal
        .as(user)
        .get(`/coverage/export?format=csv${query}`)
        .expect(200)
        .expect('Content-Type', /text\/csv; charset=utf-8/);
      return answer;
    };

    it('is as the list, with durations as ISO and seconds', async () => {
      const { text, headers } = await csvOf('rita');
      expect(headers['content-disposition']).toMatch(
        /attachment; filename="continuity-coverage-\d{4}-.*Z\.csv"/,
      );
      const rows = readCsv(text);
      const expected = await list('rita', '');
      expect(rows.map(row => row.entity_ref).sort()).toEqual(refs(expected));
      expect(rows.find(row => row.entity_ref === web)).toMatchObject({
        rto: 'PT1H',
        rto_seconds: '3600',
        status: expect.any(String),
        owner: TEAM,
      });
      expect(rows[0].as_of).toMatch(/^\d{4}-/);
    });

    it('lets no cell be a formula, and keeps quotes, lines and letters', async () => {
      const { text } = await csvOf('rita', '&bom=true');
      expect(text.charCodeAt(0)).toBe(0xfeff);
      const rows = readCsv(text);
      const titleOf = (name: string) =>
        rows.find(row => row.entity_ref.endsWith(`/${name}`))!.title;
      expect(titleOf('formula')).toBe(`'=HYPERLINK("http://evil.example")`);
      expect(titleOf('odd')).toBe('Größe, "quoted"\nand\ttabbed');
    });

    it('is JSON, too, of a moment and filtered', async () => {
      const asOf = new Date().toISOString();
      const { body } = await portal
        .as('rita')
        .get(`/coverage/export?format=json&tier=tier-1&asOf=${asOf}`)
        .expect(200);
      expect(body.asOf).toBe(asOf);
      expect(body.policyVersion).toMatch(/^[0-9a-f]{64}$/);
      expect(refs(body)).toEqual([checkout, hiddenLedger, web].sort());
      const { body: none } = await portal
        .as('rita')
        .get('/coverage/export?format=json&tier=tier-9')
        .expect(200);
      expect(none.items).toEqual([]);
    });

    it('shows nothing that the caller may not see', async () => {
      const { text } = await csvOf('sam');
      expect(text).not.toContain('secret');
      expect(text).toContain(db);
      await portal.as('nina').get('/coverage/export').expect(403);
    });

    it('is told to the audit once it was sent', async () => {
      const audit = jest.mocked(portal.auditor.createEvent);
      audit.mockClear();
      await csvOf('rita');
      expect(audit.mock.calls[0][0]).toMatchObject({
        eventId: 'coverage-export',
      });
      const event = await audit.mock.results[0].value;
      expect(event.success).toHaveBeenCalledTimes(1);
    });
  });

  it('says what has to be done by when', async () => {
    const { body } = await portal
      .as('rita')
      .get('/coverage/programme?tier=tier-1')
      .expect(200);
    const plans = body.items.filter(
      (item: { code: string }) => item.code === 'plan-missing',
    );
    expect(plans).toEqual([
      {
        code: 'plan-missing',
        dueOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        late: false,
        entities: 3,
      },
    ]);
    expect(body).toMatchObject({ timeZone: 'UTC', asOf: null });
  });

  it('has a trend that ends with what the summary says, of what the caller may see', async () => {
    for (const user of ['rita', 'sam']) {
      const { body: trend } = await portal
        .as(user)
        .get('/coverage/trend')
        .expect(200);
      const { body: summary } = await portal
        .as(user)
        .get('/coverage/summary')
        .expect(200);
      const last = trend.points[trend.points.length - 1];
      expect(last.counts).toMatchObject({
        unassessed: summary.total.unassessed,
        exposed: summary.total.exposed,
        met: summary.total.met,
      });
    }
    const wrong = await portal
      .as('rita')
      .get('/coverage/trend?from=2026-02-30')
      .expect(400);
    expect(wrong.body.error.issues[0].path).toBe('from');
  });

  describe('saved views', () => {
    const save = (user: string, body: object) =>
      portal.as(user).put('/coverage/views', body);

    it('belong to one person, who names, changes and deletes them', async () => {
      const { body } = await save('rita', {
        name: '  Mine,\nlate ',
        search: 'late=true',
      }).expect(200);
      expect(body.items).toMatchObject([
        { name: 'Mine, late', search: 'late=true' },
      ]);
      const [{ id: viewId }] = body.items;
      await save('rita', { name: 'Mine, late', search: '' }).expect(409);
      await save('olivia', { name: 'Mine, late', search: '' }).expect(200);
      await save('olivia', { id: viewId, name: 'x', search: '' }).expect(404);
      await portal.as('olivia').delete(`/coverage/views/${viewId}`).expect(404);
      const renamed = await save('rita', {
        id: viewId,
        name: 'Late',
        search: 'late=true&mine=true',
      }).expect(200);
      expect(renamed.body.items).toMatchObject([
        { id: viewId, name: 'Late', search: 'late=true&mine=true' },
      ]);
      const left = await portal
        .as('rita')
        .delete(`/coverage/views/${viewId}`)
        .expect(200);
      expect(left.body.items).toEqual([]);
      await portal.asService().get('/coverage/views').expect(403);
    });

    it('need a name', async () => {
      const { body } = await save('rita', { name: '  ', search: '' }).expect(
        400,
      );
      expect(body.error.issues).toEqual([
        { path: 'name', message: 'Give it a name.' },
      ]);
    });
  });

  describe('asking the owners', () => {
    const ask = (user: string, entityRefs: string[], message = 'Please look') =>
      portal.as(user).post('/coverage/ask', { entityRefs, message });

    it('sends each who answers one notification with the list, and not the same twice within a day', async () => {
      const { body } = await ask('manuela', [
        web,
        checkout,
        db,
        'component:default/unknown',
      ]).expect(200);
      expect(
        body.items.map((item: { ownerRef: string; result: string }) => [
          item.ownerRef,
          item.result,
        ]),
      ).toEqual([
        [TEAM, 'asked'],
        ['group:default/orders-team', 'asked'],
      ]);
      expect(body.unknown).toEqual(['component:default/unknown']);
      expect(send).toHaveBeenCalledTimes(2);
      expect(send.mock.calls[0][0]).toMatchObject({
        recipients: { type: 'entity', entityRef: TEAM },
        payload: {
          title: expect.stringMatching(/asks about 2 services$/),
          description: 'Please look — Checkout, Web shop.',
          link: '/continuity/coverage?mine=true',
        },
      });

      const again = await ask('manuela', [checkout, web], 'Again').expect(200);
      expect(again.body.items[0].result).toBe('asked-before');
      expect(send).toHaveBeenCalledTimes(2);
      const other = await ask('manuela', [checkout]).expect(200);
      expect(other.body.items[0].result).toBe('asked');

      const dayAgo = new Date(Date.now() - 86_400_000).toISOString();
      await portal.knex('coverage_asks').update({ asked_at: dayAgo });
      const nextDay = await ask('manuela', [checkout, web]).expect(200);
      expect(nextDay.body.items[0].result).toBe('asked');
    });

    it('says what could not be sent, and lets it be tried again', async () => {
      send.mockRejectedValueOnce(new Error('no connection'));
      const mail = 'component:default/mail';
      const { body } = await ask('manuela', [mail]).expect(200);
      expect(body.items).toMatchObject([
        { result: 'failed', message: expect.stringContaining('Try again') },
      ]);
      const again = await ask('manuela', [mail]).expect(200);
      expect(again.body.items[0].result).toBe('asked');
    });

    it('is for people who may', async () => {
      await ask('rita', [web]).expect(403);
      const service = portal.asService();
      await service
        .post('/coverage/ask', { entityRefs: [web], message: 'x' })
        .expect(403);
      expect(send).not.toHaveBeenCalled();
    });
  });
});
