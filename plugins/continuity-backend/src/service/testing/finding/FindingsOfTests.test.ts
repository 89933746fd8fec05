import { TestDatabases } from '@backstage/backend-test-utils';
import { DateTime } from 'luxon';
import {
  aCompany,
  cart,
  checkout,
  ledger,
  roles,
} from '../../../__testUtils__/aCompany';
import {
  holdTest,
  reviewTest,
  testContents,
} from '../../../__testUtils__/aTest';
import { pathOf, Portal } from '../../../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const day = (days: number) => DateTime.utc().plus({ days }).toISODate()!;

const aFinding = (said: object = {}) => ({
  title: 'Nobody had the password',
  severity: 'high',
  entities: [checkout],
  owner: 'group:default/shop-team',
  dueOn: day(14),
  description: '',
  cause: '',
  ...said,
});

describe.each(databases.eachSupportedId())('findings of tests on %s', id => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: aCompany(),
      roles,
    });
    await portal.sweep();
    await portal
      .as('manuela')
      .edit(checkout, { tier: 'tier-2', rto: '1h' }, { revision: 0 })
      .expect(200);
  });

  afterAll(async () => portal.stop());

  const tabOf = async (ref: string, user = 'manuela') =>
    (await portal.as(user).get(pathOf(ref)).expect(200)).body;
  const overdueGaps = async (ref: string) =>
    (await tabOf(ref)).gaps.filter(
      (gap: any) => gap.code === 'finding-overdue',
    );

  it('come from who completes a test and from who reviews it, and stand on its page', async () => {
    const test = await holdTest(
      portal.as('manuela'),
      testContents([checkout]),
      { findings: [aFinding()] },
    );
    expect(test).toMatchObject({
      openFindings: 1,
      findings: [
        {
          title: 'Nobody had the password',
          state: 'open',
          source: { kind: 'test', test: { id: test.id, title: test.title } },
          createdBy: 'user:default/manuela',
        },
      ],
    });
    const reviewed = await reviewTest(portal.as('martin'), test, {
      findings: [aFinding({ title: 'The log has holes', entities: [cart] })],
    });
    expect(
      reviewed.findings.map((each: any) => [each.title, each.source.kind]),
    ).toEqual([
      ['Nobody had the password', 'test'],
      ['The log has holes', 'review'],
    ]);
    const listed = await portal.as('rita').get(`/findings?test=${test.id}`);
    expect(listed.body.totalItems).toBe(2);
    const written = await portal
      .as('olivia')
      .post('/findings', aFinding({ title: 'By hand', testId: test.id }))
      .expect(200);
    expect(written.body.source).toEqual({
      kind: 'test',
      test: { id: test.id, title: test.title },
    });
    expect((await tabOf(cart)).findings).toMatchObject([
      { title: 'The log has holes' },
    ]);
  });

  it('come from deficiencies that nobody wrote one down for, and belong to who recovers the entity', async () => {
    const held = (findings: object[]) =>
      holdTest(
        portal.as('manuela'),
        testContents([cart], { depth: 'tabletop' }),
        {
          findings,
          outcome: 'passed-with-deficiencies',
          said: { deficiencies: 'Nobody had the key\nFor 40 minutes.' },
        },
      );
    const { recoveryOwner } = (await tabOf(cart)).profile;
    expect((await held([])).findings).toMatchObject([
      {
        title: 'Nobody had the key',
        state: 'open',
        severity: 'medium',
        owner: { ref: recoveryOwner.value },
        dueOn: day(30),
        source: { kind: 'test' },
      },
    ]);
    const own = aFinding({ entities: [cart] });
    expect((await held([own])).findings).toMatchObject([
      { title: 'Nobody had the password' },
    ]);
  });

  it('refuse a test as a whole where a finding of it is wrong', async () => {
    const { body: test } = await portal
      .as('manuela')
      .post('/tests', {
        contents: testContents([cart], { depth: 'tabletop' }),
        held: { on: day(-1) },
      })
      .expect(200);
    await portal
      .as('manuela')
      .post(`/tests/${test.id}/results`, {
        items: [{ entityRefs: [cart], outcome: 'passed' }],
      })
      .expect(200);
    const { body } = await portal
      .as('manuela')
      .post(`/tests/${test.id}/complete`, {
        findings: [aFinding(), aFinding({ owner: 'group:default/gone' })],
      })
      .expect(400);
    expect(body.error.issues).toMatchObject([{ path: 'findings.1.owner' }]);
    const page = await portal.as('rita').get(`/findings?test=${test.id}`);
    expect(page.body.totalItems).toBe(0);
  });

  it('are a gap of each entity from the day after they were due, until somebody says what was done', async () => {
    const { body: late } = await portal
      .as('manuela')
      .post(
        '/findings',
        aFinding({ entities: [checkout, ledger], dueOn: day(-2) }),
      )
      .expect(200);
    await portal
      .as('manuela')
      .post('/findings', aFinding({ entities: [ledger], dueOn: day(1) }))
      .expect(200);
    expect(late.overdue).toBe(true);
    expect(await overdueGaps(checkout)).toHaveLength(1);
    expect((await tabOf(checkout)).findings[0]).toMatchObject({
      id: late.id,
      overdue: true,
    });
    // who may not see the ledger is not told of it
    const seen = await tabOf(checkout, 'sam');
    expect(seen.findings[0]).toMatchObject({ id: late.id, redacted: 1 });
    expect(JSON.stringify(seen.findings)).not.toMatch(/ledger/);

    await portal
      .as('manuela')
      .post(`/findings/${late.id}/resolve`, { what: 'Two people have it' })
      .expect(200);
    expect(await overdueGaps(checkout)).toEqual([]);
    expect((await tabOf(checkout)).findings.map((f: any) => f.id)).toContain(
      late.id,
    );
    await portal
      .as('martin')
      .post(`/findings/${late.id}/verify`, { worked: false, note: 'No' })
      .expect(200);
    expect(await overdueGaps(checkout)).toHaveLength(1);
    await portal
      .as('martin')
      .post(`/findings/${late.id}/accept`, { reason: 'Too dear' })
      .expect(200);
    expect(await overdueGaps(checkout)).toEqual([]);
    expect(
      (await tabOf(checkout)).findings.map((f: any) => f.id),
    ).not.toContain(late.id);
  });
});
