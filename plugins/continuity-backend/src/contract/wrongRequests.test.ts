import { TestDatabases } from '@backstage/backend-test-utils';
import { aCompany, checkout, roles } from '../__testUtils__/aCompany';
import { pathOf, Portal } from '../__testUtils__/Portal';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('wrong requests', () => {
  let portal: Portal;
  const as = (user: string) => portal.as(user);

  beforeAll(async () => {
    portal = await Portal.start({
      knex: await databases.init('SQLITE_3'),
      catalog: aCompany(),
      roles,
    });
    await portal.sweep();
  });

  afterAll(async () => portal.stop());

  it.each<
    [
      string,
      string,
      string,
      object | undefined,
      Record<string, string>,
      string[],
    ]
  >([
    [
      'no revision',
      'patch',
      `${pathOf(checkout)}/profile`,
      { values: { rto: '4h' } },
      {},
      ['If-Match'],
    ],
    [
      'a revision that is none',
      'patch',
      `${pathOf(checkout)}/profile`,
      { values: {} },
      { 'If-Match': 'x' },
      ['If-Match'],
    ],
    [
      'wrong values, all of them named',
      'patch',
      `${pathOf(checkout)}/profile`,
      { values: { rto: '4-6 h', rpo: 'n/a', tier: 'gold' } },
      { 'If-Match': '0' },
      ['values.tier', 'values.rto', 'values.rpo'],
    ],
    [
      'an unknown field',
      'patch',
      `${pathOf(checkout)}/profile`,
      { values: { rtoo: '4h' } },
      { 'If-Match': '0' },
      ['values.rtoo'],
    ],
    [
      'none for the RTO',
      'patch',
      `${pathOf(checkout)}/profile`,
      { values: { rto: 'none' } },
      { 'If-Match': '0' },
      ['values.rto'],
    ],
    [
      'a number',
      'patch',
      `${pathOf(checkout)}/profile`,
      { values: { rto: 4 } },
      { 'If-Match': '0' },
      ['values.rto'],
    ],
    [
      'no values',
      'patch',
      `${pathOf(checkout)}/profile`,
      {},
      { 'If-Match': '0' },
      ['values'],
    ],
    [
      'no sort of the list',
      'get',
      '/coverage?sort=size',
      undefined,
      {},
      ['sort'],
    ],
    ['too long a page', 'get', '/coverage?limit=501', undefined, {}, ['limit']],
    [
      'a page that is no number',
      'get',
      '/coverage?limit=ten',
      undefined,
      {},
      ['limit'],
    ],
    [
      'an unknown status',
      'get',
      '/coverage?status=met&status=fine',
      undefined,
      {},
      ['status.1'],
    ],
    ['an unknown gap', 'get', '/coverage?gap=bad', undefined, {}, ['gap.0']],
    [
      'late that is neither',
      'get',
      '/coverage?late=maybe',
      undefined,
      {},
      ['late'],
    ],
    ['an unknown filter', 'get', '/coverage?team=x', undefined, {}, ['team']],
    [
      'an invented cursor',
      'get',
      '/coverage?cursor=abc',
      undefined,
      {},
      ['cursor'],
    ],
    [
      'one value twice',
      'get',
      '/coverage?search=a&search=b',
      undefined,
      {},
      ['search'],
    ],
    [
      'an unknown group',
      'get',
      '/coverage/summary?groupBy=colour',
      undefined,
      {},
      ['groupBy'],
    ],
    [
      'an invented cursor of history',
      'get',
      `${pathOf(checkout)}/history?cursor=-1`,
      undefined,
      {},
      ['cursor'],
    ],
    [
      'an agreement about nothing',
      'put',
      `${pathOf(checkout)}/agreement`,
      { values: {}, with: 'a', reference: 'b', agreedOn: '2026-01-01' },
      {},
      ['values'],
    ],
    [
      'an agreement of tomorrow',
      'put',
      `${pathOf(checkout)}/agreement`,
      {
        values: { rto: '4h' },
        with: 'a',
        reference: 'b',
        agreedOn: '2999-01-01',
      },
      {},
      ['agreedOn'],
    ],
    [
      'an agreement with wrong values',
      'put',
      `${pathOf(checkout)}/agreement`,
      {
        values: { rto: 'soon' },
        with: 'a',
        reference: 'b',
        agreedOn: '2026-01-01',
      },
      {},
      ['values.rto'],
    ],
    [
      'an agreement on no day',
      'put',
      `${pathOf(checkout)}/agreement`,
      {
        values: { rto: '4h' },
        with: 'a',
        reference: 'b',
        agreedOn: '1.1.2026',
      },
      {},
      ['agreedOn'],
    ],
    [
      'a bulk edit of nothing',
      'post',
      '/profiles/bulk',
      { entityRefs: [], values: { tier: 'tier-1' }, reason: 'x' },
      {},
      ['entityRefs'],
    ],
    [
      'a bulk edit without reason',
      'post',
      '/profiles/bulk',
      { entityRefs: [checkout], values: { tier: 'tier-1' } },
      {},
      ['reason'],
    ],
    [
      'a bulk edit with wrong values',
      'post',
      '/profiles/bulk',
      { entityRefs: [checkout], values: { tier: 'gold' }, reason: 'x' },
      {},
      ['values.tier'],
    ],
  ])(
    'names the field of %s',
    async (_, method, path, body, headers, fields) => {
      const answer = await (as('manuela') as any)[method](path, body, headers);
      expect(answer.status).toBe(400);
      expect(answer.body.error.name).toBe('InputError');
      expect(answer.body.error.issues.map((i: any) => i.path)).toEqual(fields);
      for (const { message } of answer.body.error.issues) {
        expect(message.length).toBeGreaterThan(10);
      }
    },
  );

  it('says that a body is no JSON', async () => {
    const { body } = await as('manuela')
      .post('/profiles/bulk')
      .set('content-type', 'application/json')
      .send('{"entityRefs": ')
      .expect(400);
    expect(body.error.message).toContain('no JSON');
  });

  it('answers an unknown route with JSON', async () => {
    const { body } = await as('manuela').get('/nothing').expect(404);
    expect(body.error.name).toBe('NotFoundError');
  });

  it('refuses a body beyond its limit', async () => {
    const { status } = await as('manuela').post('/profiles/bulk', {
      reason: 'x'.repeat(2_100_000),
    });
    expect(status).toBe(413);
  });
});
