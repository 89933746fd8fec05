import { TestDatabases } from '@backstage/backend-test-utils';
import { aCompany, cart, checkout, roles } from '../../__testUtils__/aCompany';
import { pathOf, Portal } from '../../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const shop = 'system:default/shop';

describe.each(databases.eachSupportedId())('agreements on %s', id => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: aCompany(),
      roles,
    });
    await portal.sweep();
  });

  afterEach(async () => portal.stop());

  const agree = (user: string, entityRef: string, values: object) =>
    portal.as(user).put(`${pathOf(entityRef)}/agreement`, {
      values,
      with: 'Head of sales',
      reference: 'SLA-7',
      agreedOn: '2026-01-15',
    });
  const decide = (user: string, how: string, agreement: string) =>
    portal.as(user).post(`${pathOf(checkout)}/agreement/${agreement}/${how}`, {
      reason: 'asked the business',
    });

  async function aLooserOne(user = 'olivia'): Promise<string> {
    await agree('olivia', checkout, { rto: '1h', tier: 'tier-1' }).expect(200);
    const { body } = await agree(user, checkout, {
      rto: '4h',
      tier: 'tier-1',
    }).expect(200);
    return body.agreement.pending.id;
  }

  it('come into force at once where nothing was agreed, and where nothing becomes looser', async () => {
    const first = await agree('olivia', checkout, { rto: '4h' }).expect(200);
    expect(first.body.agreement).toMatchObject({
      current: {
        values: { rto: 'PT4H' },
        state: 'in-force',
        recordedBy: 'user:default/olivia',
        looserThanBefore: [],
      },
      pending: null,
    });
    const second = await agree('olivia', checkout, { rto: '2h' }).expect(200);
    expect(second.body.agreement.current.values).toEqual({ rto: 'PT2H' });
    expect(second.body.agreement.pending).toBeNull();
  });

  it('wait for a second person where they are looser, and the earlier one holds until then', async () => {
    await aLooserOne();
    const { body } = await portal.as('olivia').get(pathOf(checkout));
    expect(body.agreement.current.values.rto).toBe('PT1H');
    expect(body.agreement.pending).toMatchObject({
      values: { rto: 'PT4H' },
      state: 'awaiting-second-person',
      looserThanBefore: ['rto'],
    });
  });

  it('come into force when another person confirms', async () => {
    const pending = await aLooserOne();
    const shown = await portal.as('manuela').get(pathOf(checkout));
    expect(shown.body.allowedActions).toContain('agreement.approve');
    const { body } = await decide('manuela', 'confirm', pending).expect(200);
    expect(body.agreement).toMatchObject({
      current: { values: { rto: 'PT4H' }, confirmedBy: 'user:default/manuela' },
      pending: null,
    });
    const history = await portal
      .as('manuela')
      .get(`${pathOf(checkout)}/history`);
    expect(history.body.items[0]).toMatchObject({
      type: 'agreement',
      action: 'confirmed',
      by: 'user:default/manuela',
      reason: 'asked the business',
      before: { values: { rto: 'PT1H' } },
      after: { values: { rto: 'PT4H' }, state: 'in-force' },
    });
  });

  it('leave the earlier one in force when another person declines', async () => {
    const pending = await aLooserOne();
    const { body } = await decide('martin', 'reject', pending).expect(200);
    expect(body.agreement).toMatchObject({
      current: { values: { rto: 'PT1H' } },
      pending: null,
    });
  });

  it('are never confirmed by who recorded them, whatever the permissions', async () => {
    const pending = await aLooserOne('manuela');
    const shown = await portal.as('manuela').get(pathOf(checkout));
    expect(shown.body.allowedActions).not.toContain('agreement.approve');
    for (const how of ['confirm', 'reject']) {
      const { body } = await decide('manuela', how, pending).expect(403);
      expect(body.error.message).toContain('another person');
    }
    await decide('martin', 'confirm', pending).expect(200);
  });

  it('are confirmed by who may approve, and by no service', async () => {
    const pending = await aLooserOne();
    const { body } = await decide('peter', 'confirm', pending).expect(403);
    expect(body.error.message).toContain('continuity.agreement.approve');
    await portal
      .asService()
      .post(`${pathOf(checkout)}/agreement/${pending}/confirm`, {})
      .expect(403);
  });

  it('are decided once', async () => {
    const pending = await aLooserOne();
    const answers = await Promise.all(
      ['manuela', 'martin'].map(user => decide(user, 'confirm', pending)),
    );
    expect(answers.map(a => a.status).sort()).toEqual([200, 409]);
  });

  it('are replaced by a newer one before they were decided', async () => {
    const pending = await aLooserOne();
    await agree('olivia', checkout, { rto: '1h', tier: 'tier-1' }).expect(200);
    const { status } = await decide('manuela', 'confirm', pending);
    expect(status).toBe(409);
  });

  it('of which there is none are not found', async () => {
    const { status } = await decide('manuela', 'confirm', 'no-such-id');
    expect(status).toBe(404);
  });

  it('of the system bind a part, so that one of its own can’t loosen them alone', async () => {
    await portal
      .as('olivia')
      .edit(shop, { tier: 'tier-1' }, { revision: 0 })
      .expect(200);
    await agree('olivia', shop, { rto: '1h' }).expect(200);
    const part = await portal.as('olivia').get(pathOf(cart));
    expect(part.body.agreement).toMatchObject({
      current: { values: { rto: 'PT1H' } },
      from: shop,
    });
    const { body } = await agree('olivia', cart, { rto: '8h' }).expect(200);
    expect(body.agreement).toMatchObject({
      current: { values: { rto: 'PT1H' } },
      pending: { values: { rto: 'PT8H' }, looserThanBefore: ['rto'] },
    });
  });

  it('recorded at the same moment leave one in force', async () => {
    await Promise.all(
      ['2h', '3h', '4h'].map(rto => agree('olivia', checkout, { rto })),
    );
    const rows = await portal.knex('agreements').where({ state: 'in-force' });
    expect(rows).toHaveLength(1);
  });
});
