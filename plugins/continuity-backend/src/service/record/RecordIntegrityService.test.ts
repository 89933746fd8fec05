import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  aCompany,
  checkout,
  ledger,
  roles,
} from '../../__testUtils__/aCompany';
import { planContents } from '../../__testUtils__/aPlan';
import { Portal } from '../../__testUtils__/Portal';
import { RecordSealer } from '../../record/RecordSealer';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('GET /records on %s', id => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: aCompany(),
      roles: { ...roles, nina: { mayNothing: true } },
    });
    await portal.sweep();
  });

  afterEach(async () => portal.stop());

  const seal = () =>
    RecordSealer.create({
      database: portal.knex,
      logger: mockServices.logger.mock(),
      clock: () => new Date(),
    }).run();
  const verify = async (user = 'manuela', query = '') =>
    (await portal.as(user).get(`/records/verify${query}`).expect(200)).body;

  it('says how far the history is sealed, and that it holds', async () => {
    await portal
      .as('manuela')
      .edit(checkout, { rto: '4h' }, { revision: 0 })
      .expect(200);
    const before = await portal.as('rita').get('/records/integrity');
    expect(before.body).toMatchObject({ sealed: null });
    expect(before.body.unsealed).toBe(before.body.records);
    const sealed = await seal();
    expect(sealed).toBe(before.body.records);
    const { body } = await portal.as('rita').get('/records/integrity');
    expect(body).toMatchObject({
      sealed: { position: sealed },
      unsealed: 0,
      unsealedSince: null,
    });
    expect(await verify()).toMatchObject({ holds: true, breaks: 0 });
  });

  it('names a changed record with its position, and not what the reader may not see', async () => {
    await portal
      .as('manuela')
      .edit(ledger, { rto: '4h' }, { revision: 0 })
      .expect(200);
    await seal();
    const changed = await portal
      .knex('records')
      .where({ entity_ref: ledger, type: 'profile' })
      .first();
    const { position } = await portal
      .knex('record_seals')
      .where({ record_id: changed.id })
      .first();
    await portal
      .knex('records')
      .where({ id: changed.id })
      .update({ payload: changed.payload.replace('PT4H', 'PT9H') });
    expect((await verify()).firstBreak).toMatchObject({
      position: Number(position),
      what: 'record-changed',
      entityRef: ledger,
      recordId: changed.id,
    });
    const { firstBreak } = await verify('sam');
    expect(firstBreak.position).toBe(Number(position));
    expect(firstBreak.entityRef).toBe('hidden:default/hidden');
  });

  it('holds after private contacts were erased: no record has them', async () => {
    const manuela = portal.as('manuela');
    const { body: plan } = await manuela
      .post('/plans', {
        kind: 'service-recovery',
        title: 'Recovery',
        contents: planContents([checkout]),
      })
      .expect(200);
    const contact = {
      contactId: 'lead',
      phone: '+43 660 1234567',
      email: 'lead@home.example.com',
      note: 'after six',
    };
    await manuela
      .put(`/plans/${plan.id}/contacts`, { items: [contact] })
      .expect(200);
    await seal();
    await manuela.put(`/plans/${plan.id}/contacts`, { items: [] }).expect(200);
    await seal();
    expect(await verify()).toMatchObject({ holds: true, unsealed: 0 });
    const payloads: string[] = await portal.knex('records').pluck('payload');
    expect(payloads.length).toBeGreaterThan(2);
    const said = payloads.join('\n');
    for (const text of [contact.phone, contact.email, contact.note]) {
      expect(said).not.toContain(text);
    }
    expect(await portal.knex('plan_contacts')).toEqual([]);
  });

  it('lists what is deleted next, and names nobody whom the reader may not see', async () => {
    await portal.knex('carry_overs').insert({
      id: 'c1',
      from_ref: 'component:default/old',
      to_ref: ledger,
      reason: 'same-source-location',
      since: '2020-01-01T00:00:00.000Z',
      state: 'declined',
      decided_by: 'user:default/rita',
      decided_at: '2020-01-02T00:00:00.000Z',
    });
    const of = async (user: string) => {
      const { body } = await portal
        .as(user)
        .get('/records/retention')
        .expect(200);
      return body.items.find((each: any) => each.type === 'carryOvers');
    };
    expect(await of('manuela')).toMatchObject({
      keptFor: 'P3Y',
      total: 1,
      items: [{ entityRef: ledger, label: 'From component:default/old' }],
    });
    const seen = await of('sam');
    expect(seen.total).toBe(1);
    expect(JSON.stringify(seen)).not.toContain('ledger');
    expect(await portal.knex('carry_overs')).toHaveLength(1);
  });

  it.each(['/records/integrity', '/records/verify', '/records/retention'])(
    'refuses %s to who may not audit',
    async path => {
      const { body } = await portal.as('nina').get(path).expect(403);
      expect(body.error.message).toContain('continuity.audit.read');
    },
  );

  it.each([
    '?limit=0',
    '?after=-1',
    '?notedPosition=1&notedSha256=abc',
    '?notedPosition=1',
    `?notedSha256=${'a'.repeat(64)}`,
  ])('says what is wrong with %s', async query => {
    const { status } = await portal
      .as('manuela')
      .get(`/records/verify${query}`);
    expect(status).toBe(400);
  });
});
