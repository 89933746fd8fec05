import { TestDatabases } from '@backstage/backend-test-utils';
import { DateTime } from 'luxon';
import {
  aCompany,
  cart,
  checkout,
  ledger,
  roles,
} from '../../../__testUtils__/aCompany';
import { Portal } from '../../../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const shopTeam = 'group:default/shop-team';
const day = (days: number) => DateTime.utc().plus({ days }).toISODate()!;

describe.each(databases.eachSupportedId())('findings on %s', id => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: aCompany(),
      roles: { ...roles, peter: { isManager: true } },
    });
    await portal.sweep();
    // names are checked against what the catalog said
    await portal
      .as('manuela')
      .edit(checkout, { tier: 'tier-2' }, { revision: 0 })
      .expect(200);
  });

  afterEach(async () => portal.stop());

  const aFinding = async (said: object = {}, user = 'manuela') =>
    (
      await portal
        .as(user)
        .post('/findings', {
          title: 'Backups are slow',
          severity: 'medium',
          entities: [checkout],
          owner: shopTeam,
          dueOn: day(30),
          ...said,
        })
        .expect(200)
    ).body;
  const step = (
    user: string,
    findingId: string,
    name: string,
    body: object = {},
  ) => portal.as(user).post(`/findings/${findingId}/${name}`, body);
  const list = async (user: string, query = '') =>
    (await portal.as(user).get(`/findings${query}`).expect(200)).body;
  const ticket = () => ({
    url: 'https://tickets.example.com/OPS-7',
    title: 'OPS-7',
  });
  const titles = (page: any) => page.items.map((item: any) => item.title);

  it('go from open to verified by another person, each step in the history', async () => {
    const created = await aFinding({}, 'olivia');
    expect(created).toMatchObject({
      state: 'open',
      revision: 1,
      owner: { ref: shopTeam, exists: true },
      overdue: false,
      entities: [{ entityRef: checkout, title: 'Checkout' }],
      redacted: 0,
      source: { kind: 'manual', test: null },
      createdBy: 'user:default/olivia',
      allowedActions: ['finding.update', 'finding.start', 'finding.resolve'],
    });
    await step('olivia', created.id, 'start', { note: 'On it' }).expect(200);
    const resolved = await step('olivia', created.id, 'resolve', {
      what: 'A faster disk',
      cause: 'One slow disk',
    }).expect(200);
    expect(resolved.body).toMatchObject({
      state: 'resolved',
      cause: 'One slow disk',
      resolution: { by: 'user:default/olivia', what: 'A faster disk' },
      allowedActions: ['finding.update', 'finding.reopen'],
    });
    const own = await step('olivia', created.id, 'verify', {
      worked: true,
      note: 'Looks good',
    }).expect(403);
    expect(own.body.error.message).toMatch(/Another person/);

    const failed = await step('peter', created.id, 'verify', {
      worked: false,
      note: 'Still slow',
    }).expect(200);
    expect(failed.body).toMatchObject({
      state: 'in-progress',
      verification: { by: 'user:default/peter', worked: false },
    });
    await step('olivia', created.id, 'resolve', { what: 'Two' }).expect(200);
    const done = await step('peter', created.id, 'verify', {
      worked: true,
      note: 'Restored in 10 min',
    }).expect(200);
    expect(done.body).toMatchObject({
      state: 'verified',
      verification: { worked: true, note: 'Restored in 10 min' },
    });
    expect(done.body.history.map((entry: any) => entry.action)).toEqual([
      'verified',
      'resolved',
      'did-not-work',
      'resolved',
      'started',
      'created',
    ]);
    await step('olivia', created.id, 'start').expect(409);
    const again = await step('olivia', created.id, 'reopen', {
      reason: 'It came back',
    }).expect(200);
    expect(again.body).toMatchObject({ state: 'open', verification: null });
    const row = await portal.knex('findings').first();
    expect(row.closed_at).toBeNull();
  });

  it('are accepted by somebody who neither answers for them nor asked for it', async () => {
    const { id: own } = await aFinding({ owner: 'user:default/peter' });
    const refused = await step('peter', own, 'accept', {
      reason: 'Costs too much',
    }).expect(403);
    expect(refused.body.error.message).toMatch(/You answer for this/);
    await step('manuela', own, 'accept', {
      reason: 'Costs too much',
      requestedBy: 'user:default/olivia',
    }).expect(200);

    const { id: other } = await aFinding();
    const asked = await step('manuela', other, 'accept', {
      reason: 'x',
      requestedBy: 'user:default/nobody-there',
    }).expect(400);
    expect(asked.body.error.issues).toMatchObject([{ path: 'requestedBy' }]);
    await step('olivia', other, 'accept', { reason: 'x' }).expect(403);
    await portal
      .asService()
      .post(`/findings/${other}/accept`, { reason: 'x' })
      .expect(403);
  });

  it('are changed from the revision that was read, and need a reason for more time or less severity', async () => {
    const { id: findingId } = await aFinding();
    const edit = (body: object, revision: number, user = 'olivia') =>
      portal.as(user).patch(`/findings/${findingId}`, body, {
        'If-Match': String(revision),
      });
    for (const change of [{ dueOn: day(60) }, { severity: 'low' }]) {
      const { body } = await edit(change, 1).expect(400);
      expect(body.error.issues).toMatchObject([{ path: 'reason' }]);
    }
    await edit({ dueOn: day(10), severity: 'high' }, 1).expect(200);
    const later = await edit(
      { dueOn: day(60), reason: 'The disk is late', ticket: ticket() },
      2,
    ).expect(200);
    expect(later.body).toMatchObject({
      dueOn: day(60),
      severity: 'high',
      revision: 3,
      ticket: ticket(),
    });
    const stale = await edit({ title: 'Other' }, 2, 'peter').expect(409);
    expect(stale.body.findingConflict).toMatchObject({
      revision: 3,
      title: 'Backups are slow',
    });
    const same = await edit({ title: 'Backups are slow' }, 3).expect(200);
    expect(same.body.revision).toBe(3);
    const history = await portal.knex('records').where({ type: 'finding' });
    expect(
      history.map(row => JSON.parse(row.payload).reason).filter(Boolean),
    ).toEqual(['The disk is late']);
  });

  it('refuse names that do not exist, or that the caller may not see, alike', async () => {
    const attempt = async (said: object) =>
      (
        await portal
          .as('sam')
          .post('/findings', {
            title: 'x',
            severity: 'low',
            entities: [checkout],
            owner: shopTeam,
            dueOn: day(1),
            ...said,
          })
          .expect(400)
      ).body.error.issues;
    expect(await attempt({ entities: [checkout, ledger] })).toEqual([
      { path: 'entities.1', message: expect.stringContaining(ledger) },
    ]);
    const [absent] = await attempt({ entities: ['component:default/gone'] });
    const [hidden] = await attempt({ entities: [ledger] });
    expect(hidden.message).toBe(
      absent.message.replace('component:default/gone', ledger),
    );
    expect(await attempt({ owner: 'component:default/cart' })).toMatchObject([
      { path: 'owner' },
    ]);
    expect(await attempt({ testId: 'no-such-test' })).toMatchObject([
      { path: 'testId' },
    ]);
  });

  it('are hidden with their entities: counted where some are seen, absent where none is', async () => {
    const mixed = await aFinding({
      title: `As slow as ${ledger}`,
      entities: [ledger, checkout],
    });
    const secret = await aFinding({ entities: [ledger] });

    const page = await list('sam');
    expect(page).toMatchObject({
      totalItems: 1,
      counts: { open: 1 },
      items: [
        {
          id: mixed.id,
          entities: [{ entityRef: checkout }],
          redacted: 1,
        },
      ],
    });
    const { body } = await portal.as('sam').get(`/findings/${mixed.id}`);
    expect(JSON.stringify([page, body])).not.toMatch(/ledger/);
    await portal.as('sam').get(`/findings/${secret.id}`).expect(404);
    await step('sam', secret.id, 'start').expect(404);
    expect(await list('sam', `?entity=${ledger}`)).toMatchObject({
      totalItems: 0,
    });
    expect(await list('rita')).toMatchObject({ totalItems: 2 });

    // who sees half of it takes nothing away from the other half
    const edited = await portal
      .as('sam')
      .patch(`/findings/${mixed.id}`, { entities: [cart] }, { 'If-Match': '1' })
      .expect(200);
    expect(edited.body).toMatchObject({
      entities: [{ entityRef: cart }],
      redacted: 1,
    });
    const kept = await portal
      .knex('finding_entities')
      .where({ finding_id: mixed.id })
      .orderBy('entity_ref');
    expect(kept.map(row => row.entity_ref)).toEqual([cart, ledger]);
  });

  it('can be read but not touched by a reader, and the audit says so', async () => {
    const { id: findingId } = await aFinding();
    const seen = await portal.as('rita').get(`/findings/${findingId}`);
    expect(seen.body.allowedActions).toEqual([]);
    expect((await list('rita')).allowedActions).toEqual([]);
    for (const [name, body] of [
      ['start', {}],
      ['resolve', { what: 'x' }],
      ['reopen', { reason: 'x' }],
      ['verify', { worked: true, note: 'x' }],
      ['accept', { reason: 'x' }],
    ] as const) {
      const audit = jest.mocked(portal.auditor.createEvent);
      audit.mockClear();
      await step('rita', findingId, name, body).expect(403);
      expect(audit.mock.calls[0][0]).toMatchObject({
        eventId: `finding-${name}`,
      });
    }
  });

  it('are listed by state, severity, owner with groups below, entity and words, with counts for the board', async () => {
    const late = await aFinding({ title: 'Late', dueOn: day(-3) });
    await aFinding({ title: 'Bad', severity: 'high', dueOn: day(20) });
    await aFinding({
      title: 'Other 100% team',
      severity: 'low',
      entities: [cart],
      owner: 'user:default/olivia',
    });
    const done = await aFinding({ title: 'Done' });
    await step('manuela', done.id, 'resolve', { what: 'x' }).expect(200);
    await step('martin', done.id, 'verify', { worked: true, note: 'x' });

    expect(await list('rita')).toMatchObject({
      totalItems: 3,
      overdue: 1,
      counts: { open: 3, verified: 1, resolved: 0 },
      items: [{ title: 'Late', overdue: true }, {}, {}],
    });
    const found = async (query: string, user = 'rita') =>
      titles(await list(user, query));
    expect(await found('?state=verified')).toEqual(['Done']);
    expect(await found('?severity=high&severity=low')).toEqual([
      'Bad',
      'Other 100% team',
    ]);
    expect(await found('?overdue=true')).toEqual(['Late']);
    expect(await found('?overdue=false&sort=-due')).toEqual([
      'Other 100% team',
      'Bad',
    ]);
    expect(await found('?owner=group:default/commerce&sort=title')).toEqual([
      'Bad',
      'Late',
    ]);
    expect(await found(`?entity=${cart}`)).toEqual(['Other 100% team']);
    expect(await found('?search=100%25 TEAM')).toEqual(['Other 100% team']);
    expect(await found('?sort=severity')).toEqual([
      'Bad',
      'Late',
      'Other 100% team',
    ]);
    expect(await found('?waitingForMe=true', 'olivia')).toEqual([
      'Late',
      'Bad',
      'Other 100% team',
    ]);
    await step('olivia', late.id, 'resolve', { what: 'x' }).expect(200);
    expect(await found('?waitingForMe=true&state=resolved', 'olivia')).toEqual(
      [],
    );
    expect(await found('?waitingForMe=true&state=resolved', 'peter')).toEqual([
      'Late',
    ]);
  });

  it.each(['due', '-due', 'severity', '-severity', '-updated', 'title'])(
    'come in pages sorted by %s that leave nothing out',
    async sort => {
      for (let at = 0; at < 5; at += 1) {
        await aFinding({
          title: `F${at % 2}`,
          severity: at % 2 ? 'low' : 'high',
          dueOn: day(at % 3),
        });
      }
      const whole = await list('rita', `?sort=${sort}`);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list(
          'rita',
          `?sort=${sort}&limit=2${cursor ? `&cursor=${cursor}` : ''}`,
        );
        expect(page.totalItems).toBe(5);
        seen.push(...page.items.map((item: any) => item.id));
        cursor = page.pageInfo.nextCursor;
      } while (cursor);
      expect(seen).toEqual(whole.items.map((item: any) => item.id));
      const { body } = await portal
        .as('rita')
        .get('/findings?cursor=abc')
        .expect(400);
      expect(body.error.issues).toMatchObject([{ path: 'cursor' }]);
    },
  );
});
