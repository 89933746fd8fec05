import { TestDatabases } from '@backstage/backend-test-utils';
import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import request from 'supertest';
import {
  aCompany,
  cart,
  checkout,
  ledger,
  roles,
} from '../../../__testUtils__/aCompany';
import { type Role, Portal } from '../../../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const day = (days: number) => DateTime.utc().plus({ days }).toISODate()!;

describe.each(databases.eachSupportedId())('calendar feeds on %s', id => {
  let portal: Portal;
  let people: Record<string, Role>;

  beforeEach(async () => {
    people = {
      ...roles,
      olivia: { ...roles.olivia },
      sid: { claims: ['user:default/sid', 'group:default/secret-team'] },
    };
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: aCompany(),
      roles: people,
    });
    await portal.sweep();
    await portal
      .as('manuela')
      .edit(checkout, { tier: 'tier-2' }, { revision: 0 })
      .expect(200);
  });

  afterEach(async () => portal.stop());

  const schedule = (start: string, end = start) => ({
    allDay: true,
    start,
    end,
    timeZone: 'Europe/Berlin',
  });
  const aTest = async (said: object = {}) =>
    (
      await portal
        .as('manuela')
        .post('/tests', {
          contents: {
            title: 'Failover of the checkout',
            depth: 'failover',
            environment: 'production-like',
            entities: [checkout],
            schedule: schedule(day(20)),
            facilitator: 'user:default/peter',
            ...said,
          },
        })
        .expect(200)
    ).body;
  const subscribe = async (user: string, scope: object, said: object = {}) =>
    (
      await portal
        .as(user)
        .post('/tests/calendar-feeds', { scope, ...said })
        .expect(200)
    ).body;
  /** As a calendar does: nobody is signed in. */
  const fetchFeed = (url: string, headers: Record<string, string> = {}) =>
    request(portal.backend.server)
      .get(new URL(url).pathname + new URL(url).search)
      .set(headers);
  const read = (text: string) =>
    new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map(component => new ICAL.Event(component));
  const titlesIn = async (url: string) =>
    read((await fetchFeed(url).expect(200)).text).map(({ summary }) => summary);
  const feeds = () => portal.knex('calendar_feeds');

  it('are read without signing in, by a token of which only the hash is kept', async () => {
    const test = await aTest();
    const feed = await subscribe('olivia', { kind: 'all' });
    const [, token] = feed.url.match(/calendar\.ics\?token=(.+)$/);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);

    const { headers, text } = await fetchFeed(feed.url).expect(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(headers['cache-control']).toBe('private, no-cache');
    const [event] = read(text);
    expect(event).toMatchObject({
      uid: `continuity-test-${test.id}@backstage`,
      summary: 'Failover of the checkout',
      description: 'Failover of 1 entity.',
      sequence: 0,
    });
    expect(String(event.startDate)).toBe(day(20));
    expect(String(event.endDate)).toBe(day(21));
    expect(text).not.toMatch(/component:|peter/);

    const kept = JSON.stringify([
      await feeds(),
      await portal.knex('records'),
      jest
        .mocked(portal.auditor.createEvent)
        .mock.calls.map(([call]: any[]) => ({
          ...call,
          request: undefined,
        })),
    ]);
    expect(kept).not.toContain(token);
    await fetchFeed(`${feed.url}x`).expect(401);
    await fetchFeed(feed.url.replace('.ics', '.ics/x')).expect(404);
    await fetchFeed(`${feed.url}&a=b`).expect(400);
  });

  it('answer 304 until something changes, and then with a later version of the same event', async () => {
    const test = await aTest();
    const { url } = await subscribe('olivia', { kind: 'mine' });
    const first = await fetchFeed(url).expect(200);
    const { etag } = first.headers;
    const since = first.headers['last-modified'];
    await fetchFeed(url, { 'If-None-Match': etag }).expect(304);
    await fetchFeed(url, { 'If-Modified-Since': since }).expect(304);

    await portal
      .as('manuela')
      .post(
        `/tests/${test.id}/reschedule`,
        { schedule: schedule(day(30), day(31)), reason: 'The team is away' },
        { 'If-Match': String(test.revision) },
      )
      .expect(200);
    const moved = await fetchFeed(url, { 'If-None-Match': etag }).expect(200);
    const [event] = read(moved.text);
    expect(event.uid).toBe(read(first.text)[0].uid);
    expect(event.sequence).toBe(1);
    expect([event.startDate, event.endDate].map(String)).toEqual([
      day(30),
      day(32),
    ]);

    await portal
      .as('manuela')
      .post(`/tests/${test.id}/cancel`, { reason: 'No budget' })
      .expect(200);
    const [gone] = read((await fetchFeed(url).expect(200)).text);
    expect(gone.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(gone.sequence).toBe(2);
  });

  it('hold the tests of their scope', async () => {
    await aTest({ title: 'By peter' });
    await aTest({
      title: 'With sid',
      entities: [ledger],
      facilitator: 'user:default/rita',
      participants: ['user:default/sid'],
    });
    await aTest({
      title: 'Of cart',
      entities: [cart],
      facilitator: 'user:default/rita',
    });
    const titles = async (user: string, scope: object) =>
      (await titlesIn((await subscribe(user, scope)).url)).sort();
    expect(await titles('sid', { kind: 'mine' })).toEqual(['With sid']);
    expect(await titles('manuela', { kind: 'all' })).toHaveLength(3);
    expect(await titles('peter', { kind: 'mine' })).toEqual([
      'By peter',
      'Of cart',
    ]);
    expect(
      await titles('manuela', { kind: 'owner', ref: 'group:default/commerce' }),
    ).toEqual(['By peter', 'Of cart']);
    expect(await titles('manuela', { kind: 'entity', ref: cart })).toEqual([
      'Of cart',
    ]);
  });

  it('show what their owner could see, and only titles of it', async () => {
    await aTest({
      title: `Failover of ${ledger} and ${checkout}`,
      entities: [checkout, ledger],
    });
    await aTest({ title: 'Only the ledger', entities: [ledger] });
    const { url } = await subscribe('sam', { kind: 'all' });
    const { text } = await fetchFeed(url).expect(200);
    const events = read(text);
    expect(events.map(({ summary }) => summary)).toEqual([
      `Failover of a hidden entity and ${checkout}`,
    ]);
    expect(events[0].description).toBe(
      'Failover of 2 entities, 1 of which you may not see.',
    );
    expect(text).not.toMatch(/ledger/);

    const hidden = await portal
      .as('sam')
      .post('/tests/calendar-feeds', { scope: { kind: 'entity', ref: ledger } })
      .expect(404);
    const absent = await portal
      .as('sam')
      .post('/tests/calendar-feeds', {
        scope: { kind: 'entity', ref: 'component:default/gone' },
      })
      .expect(404);
    expect(hidden.body.error.message).toBe(
      absent.body.error.message.replace('component:default/gone', ledger),
    );
  });

  it('give nothing once they are revoked, expired, or their owner is gone, like ones that never were', async () => {
    await aTest();
    const { url, id: feedId } = await subscribe('olivia', { kind: 'all' });
    const refusal = async (address: string) => {
      const { body } = await fetchFeed(address).expect(401);
      expect(JSON.stringify(body)).not.toMatch(/token=|BEGIN/);
      return body.error.message;
    };
    const unknown = await refusal(url.replace(/token=.*/, 'token=none'));

    await feeds().update({ expires_at: '2020-01-01T00:00:00.000Z' });
    expect(await refusal(url)).toBe(unknown);
    const listed = await portal.as('olivia').get('/tests/calendar-feeds');
    expect(listed.body.items).toMatchObject([{ id: feedId, expired: true }]);
    expect(JSON.stringify(listed.body)).not.toContain('token');

    await feeds().update({ expires_at: '2999-01-01T00:00:00.000Z' });
    await fetchFeed(url).expect(200);
    await feeds().update({ sighted_at: '2020-01-01T00:00:00.000Z' });
    expect(await refusal(url)).toBe(unknown);
    // back in the portal
    await portal.as('olivia').get('/tests/calendar-feeds').expect(200);
    await fetchFeed(url).expect(200);

    await portal
      .knex('mirror_entities')
      .where({ entity_ref: 'user:default/olivia' })
      .update({ archived_at: '2026-01-01T00:00:00.000Z' });
    expect(await refusal(url)).toBe(unknown);
    await portal.knex('mirror_entities').update({ archived_at: null });

    await portal
      .as('peter')
      .delete(`/tests/calendar-feeds/${feedId}`)
      .expect(404);
    await fetchFeed(url).expect(200);
    await portal
      .as('olivia')
      .delete(`/tests/calendar-feeds/${feedId}`)
      .expect(200);
    expect(await refusal(url)).toBe(unknown);
    await portal
      .as('olivia')
      .delete(`/tests/calendar-feeds/${feedId}`)
      .expect(404);
  });

  it('lose what their owner may not see any more, when the owner is back in the portal', async () => {
    await aTest();
    const { url } = await subscribe('olivia', { kind: 'all' });
    expect(await titlesIn(url)).toHaveLength(1);
    people.olivia.reads = ref => ref !== checkout;
    await portal.as('olivia').get('/tests/calendar-feeds').expect(200);
    expect(await titlesIn(url)).toEqual([]);
    people.olivia = { ...roles.olivia };
    await portal.as('olivia').get('/tests/calendar-feeds').expect(200);
    expect(await titlesIn(url)).toHaveLength(1);
    people.olivia = { ...roles.rita };
    await portal.as('olivia').get('/tests/calendar-feeds').expect(200);
    expect(await titlesIn(url)).toEqual([]);
  });

  it('need a person who may make them', async () => {
    await portal
      .as('rita')
      .post('/tests/calendar-feeds', { scope: { kind: 'all' } })
      .expect(403);
    await portal
      .asService()
      .post('/tests/calendar-feeds', { scope: { kind: 'all' } })
      .expect(403);
    await portal.asNobody().get('/tests/calendar.ics').expect(401);
    await aTest();
    const own = await portal.as('peter').get('/tests/calendar.ics').expect(200);
    expect(read(own.text)).toHaveLength(1);
  });

  it('end after the time that is asked for, else after the policy’s', async () => {
    const short = await subscribe(
      'olivia',
      { kind: 'mine' },
      { expiresInDays: 2 },
    );
    const long = await subscribe('olivia', { kind: 'mine' }, { name: 'Mine' });
    const days = ({ expiresAt, createdAt }: any) =>
      Math.round((Date.parse(expiresAt) - Date.parse(createdAt)) / 86_400_000);
    expect([days(short), days(long)]).toEqual([2, 180]);
    expect(long).toMatchObject({
      name: 'Mine',
      expired: false,
      lastReadAt: null,
    });
    await fetchFeed(long.url).expect(200);
    const { body } = await portal.as('olivia').get('/tests/calendar-feeds');
    expect(body.items[0].lastReadAt).not.toBeNull();
  });
});
