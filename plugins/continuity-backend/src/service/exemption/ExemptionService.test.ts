import { TestDatabases } from '@backstage/backend-test-utils';
import { DateTime } from 'luxon';
import {
  aCompany,
  checkout,
  ledger,
  roles,
} from '../../__testUtils__/aCompany';
import { pathOf, Portal } from '../../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const cart = 'component:default/cart';
const day = (days: number) => DateTime.utc().plus({ days }).toISODate()!;

describe.each(databases.eachSupportedId())('exemptions on %s', id => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: aCompany(),
      roles: { ...roles, rita: {}, Manuela: { isManager: true } },
    });
    await portal.sweep();
    await portal
      .as('manuela')
      .edit(
        checkout,
        { tier: 'tier-3', mtpd: 'P3D', wrt: 'PT1H' },
        { revision: 0 },
      )
      .expect(200);
  });

  afterEach(async () => portal.stop());

  const ask = (user: string, said: object = {}) =>
    portal.as(user).post('/exemptions', {
      entityRef: checkout,
      requirement: 'plan',
      reason: 'It moves to the new platform',
      until: day(30),
      ...said,
    });
  const step = (
    user: string,
    exemptionId: string,
    name: string,
    body: object = {},
  ) => portal.as(user).post(`/exemptions/${exemptionId}/${name}`, body);
  const anApproved = async (said: object = {}, user = 'olivia') => {
    const { body } = await ask(user, said).expect(200);
    return (await step('martin', body.id, 'approve').expect(200)).body;
  };
  const list = async (user: string, query = '') =>
    (await portal.as(user).get(`/exemptions${query}`).expect(200)).body;
  const tab = async (user = 'olivia', entityRef = checkout) =>
    (await portal.as(user).get(pathOf(entityRef)).expect(200)).body;
  const gapOf = (body: any, requirement: string) =>
    body.gaps.find(
      (gap: any) =>
        gap.requirement === requirement && gap.severity !== 'information',
    );

  it('count in the lists of coverage as soon as they are approved, and no more once they are ended', async () => {
    const statuses = async () => {
      const { body } = await portal
        .as('rita')
        .get('/coverage?search=checkout')
        .expect(200);
      return body.items.map((item: any) => [item.entityRef, item.status]);
    };
    const approved = await anApproved({ requirement: 'all' });
    expect(await statuses()).toEqual([[checkout, 'exempt']]);
    await step('martin', approved.id, 'end', { reason: 'Done' }).expect(200);
    expect(await statuses()).toEqual([[checkout, 'exposed']]);
  });

  it('change nothing before another person approves, then mark the gap and stay visible', async () => {
    const asked = (await ask('olivia').expect(200)).body;
    expect(asked).toMatchObject({
      entityRef: checkout,
      entityTitle: 'Checkout',
      requirement: 'plan',
      state: 'asked',
      inForce: false,
      until: day(30),
      endsAt: `${day(31)}T00:00:00.000Z`,
      requestedBy: 'user:default/olivia',
      decision: null,
      renewal: 0,
      renews: null,
      allowedActions: ['exemption.withdraw'],
      limits: { longest: 'P1Y', renewals: 2 },
      timeZone: 'UTC',
    });
    expect(gapOf(await tab(), 'plan').exemption).toBeUndefined();

    const approved = (
      await step('martin', asked.id, 'approve', { note: 'Until June' }).expect(
        200,
      )
    ).body;
    expect(approved).toMatchObject({
      state: 'approved',
      inForce: true,
      decision: { by: 'user:default/martin', note: 'Until June' },
    });
    expect(approved.startsAt).toBe(approved.decision.at);
    const shown = await tab();
    expect(gapOf(shown, 'plan').exemption).toEqual({
      id: asked.id,
      until: asked.endsAt,
      reason: 'It moves to the new platform',
    });
    expect(shown.status).toBe('at-risk');
    expect(shown.underlyingStatus).toBe('exposed');
    expect(shown.exemptions).toMatchObject({
      items: [{ id: asked.id, state: 'approved' }],
      totalItems: 1,
      limits: { latestDay: expect.any(String) },
    });
  });

  it('are never approved or refused by who asked for them, whatever the permissions', async () => {
    const { body } = await ask('manuela').expect(200);
    expect(body.allowedActions).toEqual(['exemption.withdraw']);
    expect(await list('manuela', '?waitingForMe=true')).toMatchObject({
      totalItems: 0,
      waitingForMe: 0,
    });
    for (const how of ['approve', 'refuse']) {
      // however the sign-in spells who it is
      for (const user of ['manuela', 'Manuela']) {
        const refused = await step(user, body.id, how, {
          ...(how === 'refuse' && { reason: 'No' }),
        }).expect(403);
        expect(refused.body.error.message).toContain('Another person');
      }
    }
    expect(gapOf(await tab(), 'plan').exemption).toBeUndefined();
    await step('martin', body.id, 'approve').expect(200);
  });

  it('are for who may ask, and decided on by people who may', async () => {
    expect((await ask('rita').expect(403)).body.error.message).toContain(
      'continuity.exemption.create',
    );
    const { body } = await ask('olivia').expect(200);
    for (const user of ['rita', 'peter']) {
      const refused = await step(user, body.id, 'approve').expect(403);
      expect(refused.body.error.message).toContain(
        'continuity.exemption.approve',
      );
    }
    await portal
      .asService()
      .post(`/exemptions/${body.id}/approve`, {})
      .expect(403);
    await step('rita', body.id, 'withdraw').expect(403);
    await step('rita', body.id, 'end', { reason: 'x' }).expect(403);
    expect((await list('rita')).items[0].allowedActions).toEqual([]);
  });

  it('are refused with a reason, and can’t be approved then', async () => {
    const { body } = await ask('olivia').expect(200);
    const refused = await step('martin', body.id, 'refuse', {
      reason: 'Write the plan',
    }).expect(200);
    expect(refused.body).toMatchObject({
      state: 'refused',
      decision: { by: 'user:default/martin', note: 'Write the plan' },
      allowedActions: [],
    });
    await step('martin', body.id, 'approve').expect(409);
    await step('olivia', body.id, 'withdraw').expect(409);
    expect(gapOf(await tab(), 'plan').exemption).toBeUndefined();
  });

  it('are withdrawn while nobody has decided, and asked for again', async () => {
    const { body } = await ask('olivia').expect(200);
    const again = await ask('peter', { until: day(10) }).expect(409);
    expect(again.body.error.message).toContain('asked for this exemption');
    await step('peter', body.id, 'withdraw', { reason: 'Too long' }).expect(
      200,
    );
    await ask('peter', { until: day(10) }).expect(200);
  });

  it('are ended early by who may ask and by who may approve, and the gap counts again at once', async () => {
    const first = await anApproved();
    const ended = await step('peter', first.id, 'end', {
      reason: 'The plan is there',
    }).expect(200);
    expect(ended.body).toMatchObject({
      state: 'ended',
      inForce: false,
      until: day(30),
      closing: { by: 'user:default/peter', reason: 'The plan is there' },
    });
    expect(ended.body.endsAt).toBe(ended.body.closing.at);
    const shown = await tab();
    expect(gapOf(shown, 'plan').exemption).toBeUndefined();
    expect(shown.status).toBe('exposed');
    expect(shown.exemptions.items).toHaveLength(1);
    await step('martin', first.id, 'end', { reason: 'x' }).expect(409);
    const second = await anApproved();
    await step('martin', second.id, 'end', { reason: 'Wrong' }).expect(200);
  });

  it('keep who, when, why and what was before in the entity’s history', async () => {
    const { id: exemption } = await anApproved();
    await step('martin', exemption, 'end', { reason: 'Done' }).expect(200);
    const { body } = await portal
      .as('olivia')
      .get(`${pathOf(checkout)}/history`);
    const entries = body.items.filter((item: any) => item.type === 'exemption');
    expect(entries).toMatchObject([
      {
        action: 'ended',
        by: 'user:default/martin',
        reason: 'Done',
        before: { state: 'approved' },
        after: { id: exemption, state: 'ended', requirement: 'plan' },
      },
      { action: 'approved', by: 'user:default/martin' },
      {
        action: 'asked',
        by: 'user:default/olivia',
        reason: 'It moves to the new platform',
        before: null,
      },
    ]);
  });

  it('of everything leave the entity exempt, and are counted apart from what is met', async () => {
    const before = (await portal.as('olivia').get('/coverage/summary')).body;
    await anApproved({ requirement: 'all' });
    const shown = await tab();
    expect(shown).toMatchObject({
      status: 'exempt',
      underlyingStatus: 'exposed',
    });
    expect(
      shown.gaps.filter(
        (gap: any) => gap.severity !== 'information' && !gap.exemption,
      ),
    ).toEqual([]);
    const after = (await portal.as('olivia').get('/coverage/summary')).body;
    expect(after.total.exempt).toBe(before.total.exempt + 1);
    expect(after.total.exposed).toBe(before.total.exposed - 1);
    expect(after.total.met).toBe(before.total.met);
    expect(after.total['not-required']).toBe(before.total['not-required']);
    const coverage = await portal.as('olivia').get('/coverage?status=exempt');
    expect(coverage.body.items).toMatchObject([
      { entityRef: checkout, status: 'exempt', late: false },
    ]);
    const [plan] = coverage.body.items[0].gaps;
    expect(plan).toMatchObject({
      code: 'plan-missing',
      exemption: { reason: 'It moves to the new platform' },
    });
  });

  it('of one test leave the other tests required', async () => {
    await portal
      .as('manuela')
      .edit(checkout, { tier: 'tier-2' }, { revision: 1 })
      .expect(200);
    await anApproved({ requirement: 'test:restore' });
    const shown = await tab();
    expect(gapOf(shown, 'test:restore').exemption).toBeDefined();
    expect(gapOf(shown, 'test:simulation').exemption).toBeUndefined();
    expect(shown.tests.requirements).toMatchObject([
      { depth: 'restore', exemptUntil: expect.any(String) },
      { depth: 'simulation' },
    ]);
    await anApproved({ requirement: 'test' });
    expect(gapOf(await tab(), 'test:simulation').exemption).toBeDefined();
  });

  it('are renewed as often as the policy allows, whether the earlier one is named or not', async () => {
    const first = await anApproved();
    expect(first.allowedActions).toContain('exemption.end');
    const second = await anApproved({ renews: first.id, until: day(60) });
    expect(second).toMatchObject({ renewal: 1, renews: first.id });
    const again = await portal.as('olivia').get(`/exemptions/${first.id}`);
    expect(again.body.allowedActions).not.toContain('exemption.renew');
    const third = await anApproved({ until: day(90) });
    expect(third).toMatchObject({ renewal: 2, renews: second.id });
    const { body } = await ask('olivia', { until: day(120) }).expect(409);
    expect(body.error.message).toContain('renewal 3');
    // everything is more than the plan, and the plan is a part of it
    await ask('olivia', { requirement: 'all', until: day(120) }).expect(409);
    await ask('olivia', { requirement: 'bia' }).expect(200);
    const risk = await anApproved({ requirement: 'risk' });
    const fresh = await portal.as('olivia').get(`/exemptions/${risk.id}`);
    expect(fresh.body.allowedActions).toContain('exemption.renew');
  });

  it('count again at their approval, so that two asked for at once are no way around', async () => {
    const asked = [
      (await ask('olivia', { requirement: 'plan' })).body,
      (await ask('olivia', { requirement: 'all' })).body,
    ];
    expect(asked.map(each => each.renewal)).toEqual([0, 0]);
    await step('martin', asked[0].id, 'approve').expect(200);
    const { body } = await step('martin', asked[1].id, 'approve').expect(200);
    expect(body).toMatchObject({ renewal: 1, renews: asked[0].id });
  });

  it('name the earlier one only where it is one of theirs that was approved', async () => {
    const other = await anApproved({ entityRef: cart });
    const refused = (await ask('olivia').expect(200)).body;
    await step('martin', refused.id, 'refuse', { reason: 'No' }).expect(200);
    const bia = await anApproved({ requirement: 'bia' });
    for (const [renews, message] of [
      [other.id, 'no such exemption'],
      ['nonsense', 'no such exemption'],
      [refused.id, 'never approved'],
      [bia.id, 'something else'],
    ]) {
      const { body } = await ask('olivia', { renews }).expect(400);
      expect(body.error.message).toMatch(`renews: `);
      expect(body.error.message).toContain(message);
    }
  });

  it('are refused with every field that is wrong, and what is accepted', async () => {
    for (const [said, message] of [
      [{ requirement: 'tier' }, /requirement: Nobody is exempt/],
      [{ requirement: 'x' }, /requirement: Write what/],
      [{ reason: ' ' }, /reason: Say why/],
      [{ until: day(-1) }, /until: This is past/],
      [{ until: day(400) }, /until: .*at most P1Y/],
      [{ until: 'some day' }, /until: .*no deadline/],
      [{ from: 'soon' }, /from: .*no deadline/],
      [{ entityRef: 'user:default/olivia' }, /entityRef: Nothing/],
      [{ entityRef: 'checkout' }, /entityRef: Write an entity ref/],
    ] as Array<[object, RegExp]>) {
      const { body } = await ask('manuela', said).expect(400);
      expect(body.error.message).toMatch(message);
    }
    await ask('manuela', { entityRef: 'component:default/none' }).expect(404);
  });

  it('of entities that the caller may not see are like none at all', async () => {
    const hidden = await anApproved({ entityRef: ledger }, 'manuela');
    const seen = await anApproved();
    await ask('sam', { entityRef: ledger }).expect(404);
    await portal.as('sam').get(`/exemptions/${hidden.id}`).expect(404);
    await step('sam', hidden.id, 'withdraw').expect(404);
    await step('sam', hidden.id, 'end', { reason: 'x' }).expect(404);
    const all = await list('sam');
    expect(all.items.map((item: any) => item.id)).toEqual([seen.id]);
    expect(all).toMatchObject({ totalItems: 1, inForce: 1 });
    expect(await list('sam', `?entity=${ledger}`)).toMatchObject({
      items: [],
      totalItems: 0,
    });
    expect(JSON.stringify(all)).not.toContain('ledger');
    expect((await list('manuela')).totalItems).toBe(2);
  });

  it('are listed with what waits for the caller first, by filters, in pages', async () => {
    const over = await anApproved({ requirement: 'risk' });
    await step('martin', over.id, 'end', { reason: 'x' }).expect(200);
    const holds = await anApproved({ until: day(5) });
    const mine = (await ask('martin', { requirement: 'bia' })).body;
    const theirs = (
      await ask('olivia', { entityRef: cart, until: day(20) }).expect(200)
    ).body;
    const ids = (body: any) => body.items.map((item: any) => item.id);

    const all = await list('martin');
    expect(ids(all)).toEqual([theirs.id, mine.id, holds.id, over.id]);
    expect(all).toMatchObject({
      totalItems: 4,
      counts: { asked: 2, approved: 1, refused: 0, ended: 1, withdrawn: 0 },
      inForce: 1,
      waitingForMe: 1,
      names: { [checkout]: 'Checkout' },
    });
    const pages = [];
    let cursor: string | undefined;
    do {
      const page: any = await list(
        'martin',
        `?limit=1${cursor ? `&cursor=${cursor}` : ''}`,
      );
      pages.push(...ids(page));
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    expect(pages).toEqual(ids(all));

    for (const [query, found] of [
      ['?state=asked', [theirs.id, mine.id]],
      ['?state=ended&state=approved', [holds.id, over.id]],
      [`?entity=${cart}`, [theirs.id]],
      ['?requirement=bia', [mine.id]],
      ['?requester=user:default/martin', [mine.id]],
      ['?approver=user:default/martin', [holds.id, over.id]],
      ['?waitingForMe=true', [theirs.id]],
      [`?endingBefore=${day(5)}`, [holds.id]],
      [`?endingBefore=${day(4)}`, []],
      ['?sort=end&state=asked', [theirs.id, mine.id]],
      ['?sort=-asked', [theirs.id, mine.id, holds.id, over.id]],
      ['?sort=asked', [over.id, holds.id, mine.id, theirs.id]],
    ] as Array<[string, string[]]>) {
      expect([query, ids(await list('martin', query))]).toEqual([query, found]);
    }
    await portal.as('martin').get('/exemptions?endingBefore=x').expect(400);
    await portal.as('martin').get('/exemptions?cursor=x').expect(400);
    const other = (await list('martin', '?limit=1')).pageInfo.nextCursor;
    await portal
      .as('martin')
      .get(`/exemptions?sort=end&cursor=${other}`)
      .expect(400);
  });

  it('are put away with an entity that leaves the catalog, and come back with it', async () => {
    const { id: exemption } = await anApproved();
    portal.catalog.shows = ref => ref !== checkout;
    await portal.sweep();
    await portal.as('olivia').get(`/exemptions/${exemption}`).expect(404);
    expect((await list('olivia')).items).toEqual([]);
    portal.catalog.shows = () => true;
    await portal.sweep();
    expect(gapOf(await tab(), 'plan').exemption).toMatchObject({
      id: exemption,
    });
  });
});
