import { TestDatabases } from '@backstage/backend-test-utils';
import type { Mine, MineItem } from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';
import {
  aCompany,
  checkout,
  ledger,
  roles,
} from '../../__testUtils__/aCompany';
import {
  approvePlan,
  planContents,
  submitPlan,
} from '../../__testUtils__/aPlan';
import {
  holdTest,
  recoveryTimes,
  testContents,
} from '../../__testUtils__/aTest';
import { aGroup, aService, aUser } from '../../__testUtils__/anEntity';
import { pathOf, Portal } from '../../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const team = 'group:default/shop-team';
const tills = 'component:default/tills';
const day = (days: number) => DateTime.utc().plus({ days }).toISODate()!;

describe.each(databases.eachSupportedId())('My continuity on %s', id => {
  let portal: Portal;

  beforeEach(async () => {
    const catalog = aCompany();
    // commerce is above the team of olivia; its tills are hers, too
    catalog.put(aService('tills').ownedBy('group:default/commerce'));
    // a team beside hers, below the same group
    catalog.put(aGroup('stores').childOf('group:default/commerce'));
    catalog.put(aUser('nora').memberOf('group:default/stores'));
    catalog.put(aUser('nina').memberOf(team), aUser('sam'));
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog,
      roles: {
        ...roles,
        nora: { claims: ['user:default/nora', 'group:default/stores'] },
        nobody: { mayNothing: true },
      },
    });
    await portal.sweep();
  });

  afterEach(async () => portal.stop());

  const manager = () => portal.as('manuela');
  const setTier = (ref: string, tier = 'tier-2', values: object = {}) =>
    manager()
      .edit(ref, { tier, ...values }, { revision: 0 })
      .expect(200);
  const saveBia = (
    ref: string,
    said: object,
    how: { intolerableAfter: string; revision: number },
  ) =>
    portal
      .as('olivia')
      .put(
        `${pathOf(ref)}/bia`,
        { ...said, quick: { intolerableAfter: how.intolerableAfter } },
        { 'If-Match': String(how.revision) },
      )
      .expect(200);
  const mine = async (user: string, query = ''): Promise<Mine> =>
    (await portal.as(user).get(`/mine${query}`).expect(200)).body;
  const section = (answer: Mine, name: string) =>
    answer.sections.find(each => each.name === name)!;
  const glance = ({ kind, step, title }: MineItem) => [kind, step, title];
  const glances = async (user: string, name: string) =>
    section(await mine(user), name).items.map(glance);

  it('shows gaps of what the person, their group or one above it owns, the most urgent first, with the step that settles them', async () => {
    await setTier(checkout);
    await setTier(tills, 'tier-1');
    const answer = await mine('olivia');
    expect(answer.services).toMatchObject({ total: 4, hidden: 0 });
    const { items, total } = section(answer, 'gaps');
    expect(total).toBe(2);
    const dues = items.map(({ dueAt }) => dueAt!);
    expect(dues).toEqual([...dues].sort());
    expect(items.map(item => [item.title, item.gap!.code, item.step])).toEqual(
      expect.arrayContaining([
        ['Checkout', 'plan-missing', 'write-plan'],
        ['Checkout', 'test-never', 'plan-test'],
        ['shop', 'bia-missing', 'analyse-impact'],
        ['tills', 'agreement-missing', 'record-agreement'],
      ]),
    );
    // who may only read is offered nothing but to look
    const reader = section(await mine('nina'), 'gaps').items;
    expect(reader).toHaveLength(items.length);
    expect(new Set(reader.map(({ step }) => step))).toEqual(
      new Set(['open-service']),
    );
    expect(answer.names[checkout]).toBe('Checkout');
  });

  it('is empty for who answers for nothing, for services, and refused without the permission to read', async () => {
    await setTier(checkout);
    const nothing = {
      services: { total: 0, late: 0, hidden: 0 },
      sections: [
        'decisions',
        'gaps',
        'tests',
        'plans',
        'analyses',
        'findings',
        'exemptions',
      ].map(name => ({ name, items: [], total: 0, totals: {} })),
    };
    expect(await mine('rita')).toMatchObject(nothing);
    const service = await portal.asService().get('/mine').expect(200);
    expect(service.body).toMatchObject(nothing);
    await portal.as('nobody').get('/mine').expect(403);
    await portal.asNobody().get('/mine').expect(401);
    await manager().get('/mine?limit=51').expect(400);
  });

  it('shows nothing of a team beside one’s own, though both are below the same group', async () => {
    await setTier(checkout);
    const answer = await mine('nora');
    expect(answer.services.total).toBe(1);
    expect(section(answer, 'gaps').items).toEqual([]);
  });

  it('counts services that the person may not see, and names none of them', async () => {
    await setTier(checkout);
    await setTier(ledger, 'tier-1', { recoveryOwner: team });
    expect((await mine('olivia')).services).toMatchObject({
      total: 5,
      hidden: 0,
    });
    await manager()
      .edit(ledger, { recoveryOwner: 'user:default/sam' }, { revision: 1 })
      .expect(200);
    const half = await mine('sam');
    expect(half.services).toMatchObject({ total: 0, hidden: 1 });
    expect(JSON.stringify(half)).not.toMatch(/ledger/);
  });

  it('asks who may approve a plan, never who wrote it', async () => {
    await setTier(checkout);
    const plan = await submitPlan(
      portal.as('olivia'),
      planContents([checkout]),
      { owner: team },
    );
    const approve = ['plan', 'approve-plan', 'Recovery of the checkout'];
    expect(await glances('manuela', 'decisions')).toEqual([approve]);
    expect(await glances('olivia', 'decisions')).toEqual([]);

    await approvePlan(manager(), plan);
    expect(await glances('manuela', 'decisions')).toEqual([]);
    const gaps = await glances('olivia', 'gaps');
    expect(gaps).not.toContainEqual(['gap', 'write-plan', 'Checkout']);
  });

  it('lets a plan be confirmed by who may, and only opened by who wrote it', async () => {
    await setTier(checkout);
    const plan = await submitPlan(manager(), planContents([checkout]), {
      owner: team,
    });
    await approvePlan(portal.as('martin'), plan);
    await portal.knex('plan_standings').update({
      review_due_at: DateTime.utc().minus({ days: 3 }).toISO(),
    });
    const [toConfirm] = section(await mine('olivia'), 'plans').items;
    expect(toConfirm).toMatchObject({
      kind: 'plan',
      step: 'confirm-plan',
      because: 'review',
      late: true,
      id: plan.id,
      entity: { entityRef: checkout },
    });
    await portal
      .knex('plans')
      .where({ id: plan.id })
      .update({ owner_ref: 'user:default/manuela' });
    expect(await glances('manuela', 'plans')).toEqual([
      ['plan', 'open-plan', 'Recovery of the checkout'],
    ]);
  });

  it('shows tests that the person holds or takes part in, and asks another one to review', async () => {
    await setTier(checkout, 'tier-3');
    await portal
      .as('olivia')
      .post('/tests', { contents: testContents([checkout]) })
      .expect(200);
    const coming = ['test', 'open-test', 'Failover of the checkout'];
    expect(await glances('peter', 'tests')).toEqual([coming]);
    expect(await glances('olivia', 'tests')).toEqual([coming]);
    expect(await glances('nora', 'tests')).toEqual([]);

    const held = await holdTest(
      portal.as('olivia'),
      testContents([checkout], { title: 'Restore of the checkout' }),
      { said: { times: recoveryTimes(30) } },
    );
    expect(held.title).toBe('Restore of the checkout');
    const review = ['test', 'review-test', 'Restore of the checkout'];
    expect(await glances('peter', 'decisions')).toEqual([review]);
    expect(await glances('olivia', 'decisions')).toEqual([]);
  });

  it('shows findings to their owner, and once resolved to who may verify', async () => {
    const { body } = await manager()
      .post('/findings', {
        title: 'No spare key',
        severity: 'high',
        entities: [checkout],
        owner: team,
        dueOn: day(-2),
      })
      .expect(200);
    const [finding] = section(await mine('olivia'), 'findings').items;
    expect(finding).toMatchObject({
      step: 'work-on-finding',
      id: body.id,
      severity: 'critical',
      late: true,
      dueAt: `${day(-1)}T00:00:00.000Z`,
    });
    await portal
      .as('olivia')
      .post(`/findings/${body.id}/resolve`, { what: 'Cut one' })
      .expect(200);
    const verify = ['finding', 'verify-finding', 'No spare key'];
    expect(await glances('peter', 'decisions')).toEqual([verify]);
    expect(await glances('olivia', 'decisions')).toEqual([]);
    expect(await glances('olivia', 'findings')).toEqual([]);
  });

  it('asks another person than who asked for an exemption, and tells before it ends', async () => {
    await setTier(checkout);
    const { body } = await portal
      .as('olivia')
      .post('/exemptions', {
        entityRef: checkout,
        requirement: 'plan',
        reason: 'It moves',
        until: day(5),
      })
      .expect(200);
    expect(await glances('manuela', 'decisions')).toEqual([
      ['exemption', 'decide-exemption', 'Checkout'],
    ]);
    expect(await glances('olivia', 'decisions')).toEqual([]);
    await manager().post(`/exemptions/${body.id}/approve`, {}).expect(200);

    expect(await glances('peter', 'exemptions')).toEqual([
      ['exemption', 'renew-exemption', 'Checkout'],
    ]);
    await portal
      .as('olivia')
      .post('/exemptions', {
        entityRef: checkout,
        requirement: 'plan',
        reason: 'It still moves',
        until: day(40),
        renews: body.id,
      })
      .expect(200);
    expect(await glances('peter', 'exemptions')).toEqual([]);
  });

  it('asks who may approve a change, never who asked for it, and its plan’s owner to answer it', async () => {
    await setTier(checkout);
    const plan = await submitPlan(
      portal.as('olivia'),
      planContents([checkout]),
      { owner: team },
    );
    await approvePlan(manager(), plan);
    const { body } = await manager()
      .post('/changes/assess', {
        change: { title: 'Move it', major: true },
        touched: [{ entityRef: checkout }],
        record: true,
      })
      .expect(200);
    const approve = ['change', 'approve-change', 'Move it'];
    expect(await glances('martin', 'decisions')).toEqual([approve]);
    expect(await glances('manuela', 'decisions')).toEqual([]);
    const waiting = await portal
      .as('martin')
      .get('/changes?waitingForMe=true')
      .expect(200);
    expect(waiting.body).toMatchObject({ totalItems: 1 });

    await portal
      .as('martin')
      .post(`/changes/${body.changeId}/approve`, {})
      .expect(200);
    expect(await glances('martin', 'decisions')).toEqual([]);
    expect(await glances('olivia', 'plans')).toContainEqual([
      'plan-request',
      'answer-plan-request',
      'Recovery of the checkout',
    ]);
    expect(await glances('nora', 'plans')).toEqual([]);
  });

  it('asks who may be the second person for what asks for less, never who recorded it', async () => {
    const record = (values: object) =>
      portal
        .as('olivia')
        .put(`${pathOf(checkout)}/agreement`, {
          values,
          with: 'Sales',
          reference: 'SLA 1',
          agreedOn: day(-1),
        })
        .expect(200);
    await record({ tier: 'tier-1', rto: '1h' });
    await record({ tier: 'tier-1', rto: '4h' });
    const analyse = (intolerableAfter: string, revision: number) =>
      saveBia(
        tills,
        {
          state: 'agreed',
          agreedWith: 'Sales',
          assessedOn: day(-1),
          rpo: '1h',
        },
        {
          intolerableAfter,
          revision,
        },
      );
    await analyse('4h', 0);
    await analyse('3d', 1);
    expect((await glances('manuela', 'decisions')).sort()).toEqual([
      ['agreement', 'confirm-agreement', 'Checkout'],
      ['bia', 'confirm-analysis', 'tills'],
    ]);
    const answer = section(await mine('manuela', '?limit=1'), 'decisions');
    expect(answer).toMatchObject({
      total: 2,
      totals: { agreement: 1, bia: 1 },
    });
    for (const user of ['olivia', 'nina', 'rita']) {
      expect(await glances(user, 'decisions')).toEqual([]);
    }
  });

  it('keeps the analyses that somebody began before their eyes, and only before theirs', async () => {
    await setTier(checkout);
    const draft = await saveBia(
      checkout,
      { state: 'draft' },
      { intolerableAfter: '4h', revision: 0 },
    );
    expect(draft.body.bia.draft).not.toBeNull();
    const [item] = section(await mine('olivia'), 'analyses').items;
    expect(item).toMatchObject({
      kind: 'bia',
      step: 'finish-analysis',
      title: 'Checkout',
      entity: { entityRef: checkout },
      id: draft.body.bia.draft.id,
    });
    expect(await glances('manuela', 'analyses')).toEqual([]);
  });

  it('counts all that waits, also what a section of 50 does not read', async () => {
    await setTier(checkout);
    for (let n = 0; n < 52; n++) {
      await manager()
        .post('/findings', {
          title: `No spare key ${n}`,
          severity: 'low',
          entities: [checkout],
          owner: team,
          dueOn: day(9),
        })
        .expect(200);
    }
    const answer = section(await mine('olivia', '?limit=50'), 'findings');
    expect(answer.items).toHaveLength(50);
    expect(answer).toMatchObject({ total: 52, totals: { finding: 52 } });
  });

  it('shortens each section and says how many there are', async () => {
    await setTier(checkout);
    const numbers = await mine('olivia', '?limit=0');
    expect(numbers.sections.flatMap(({ items }) => items)).toEqual([]);
    expect(section(numbers, 'gaps').total).toBe(1);
    const one = section(await mine('olivia', '?limit=1'), 'gaps');
    expect(one.items).toHaveLength(1);
    expect(one.items[0]).toEqual(
      section(await mine('olivia'), 'gaps').items[0],
    );
  });
});
