import { TestDatabases } from '@backstage/backend-test-utils';
import { checkout } from '../../__testUtils__/aCompany';
import {
  ago,
  holdTest,
  reviewTest,
  testContents,
} from '../../__testUtils__/aTest';
import type { Portal } from '../../__testUtils__/Portal';
import { TieredShop } from '../../__testUtils__/TieredShop';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('runs of tests on %s', id => {
  let shop: TieredShop;
  let portal: Portal;

  beforeEach(async () => {
    shop = await TieredShop.startWithTests(await databases.init(id));
    ({ portal } = shop);
  });

  afterEach(async () => portal.stop());

  it('keeps what is sent twice once, and says who else has the run open', async () => {
    const created = await portal
      .as('olivia')
      .post('/tests', { contents: testContents([checkout]) })
      .expect(200);
    const path = `/tests/${created.body.id}`;
    await portal.as('olivia').post(`${path}/start`, {}).expect(200);
    const twice = async (call: string, body: object) => {
      await portal.as('olivia').post(`${path}/${call}`, body).expect(200);
      return (
        await portal.as('olivia').post(`${path}/${call}`, body).expect(200)
      ).body;
    };
    const added = await twice('steps', {
      add: [{ clientId: 'client-1', title: 'Look', what: '' }],
    });
    expect(added.run.steps).toHaveLength(1);
    const [step] = added.run.steps;
    const ticked = await twice('steps', {
      changes: [{ id: step.id, revision: step.revision, state: 'started' }],
    });
    expect(ticked.run.steps).toMatchObject([{ state: 'started', revision: 2 }]);
    await portal
      .as('peter')
      .post(`${path}/steps`, {
        changes: [{ id: step.id, revision: step.revision, state: 'skipped' }],
      })
      .expect(409);
    const logged = await twice('events', {
      items: [{ clientId: 'client-2', kind: 'problem', text: 'It is dark' }],
    });
    expect(
      logged.run.events.filter((event: any) => event.kind === 'problem'),
    ).toHaveLength(1);
    const stamped = await twice('results', {
      items: [{ entityRefs: [checkout], times: { disruptionStart: ago(10) } }],
    });
    expect(stamped.run.results).toMatchObject([{ revision: 1 }]);
    expect(
      stamped.run.events.filter((event: any) => event.kind === 'time'),
    ).toHaveLength(1);

    const poll = (user: string, since?: number) =>
      portal
        .as(user)
        .get(
          `${path}/run${since === undefined ? '' : `?sinceRevision=${since}`}`,
        )
        .expect(200);
    const seen = await poll('peter');
    expect(seen.body).toMatchObject({
      present: [],
      run: { state: 'in-progress' },
    });
    const quiet = await poll('olivia', seen.body.revision);
    expect(quiet.body).toMatchObject({
      run: null,
      present: [{ by: 'user:default/peter' }],
    });
    await portal
      .as('peter')
      .post(`${path}/events`, {
        items: [{ clientId: 'client-3', kind: 'note', text: 'Light again' }],
      })
      .expect(200);
    expect((await poll('olivia', seen.body.revision)).body.run).not.toBeNull();
  });

  it('keeps links and small files, gives them away only as files, and takes nothing away after the review', async () => {
    const test = await holdTest(portal.as('olivia'), testContents([checkout]));
    const attach = (said: object) =>
      portal.as('olivia').post(`/tests/${test.id}/attachments`, {
        kind: 'file',
        fileName: 'log.txt',
        mediaType: 'text/plain',
        contentBase64: Buffer.from('It is <b>dark</b>').toString('base64'),
        ...said,
      });
    const large = await attach({
      contentBase64: Buffer.alloc(1_000_001).toString('base64'),
    }).expect(400);
    expect(large.body.error.issues[0]).toMatchObject({ path: 'contentBase64' });
    const page = await attach({ mediaType: 'text/html' }).expect(400);
    expect(page.body.error.issues[0]).toMatchObject({ path: 'mediaType' });
    const { body } = await attach({}).expect(200);
    expect(body.attachments).toMatchObject([
      {
        fileName: 'log.txt',
        bytes: 17,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    const path = `/tests/${test.id}/attachments/${body.attachments[0].id}`;
    const file = await portal.as('rita').get(path).expect(200);
    expect(file.headers).toMatchObject({
      'content-disposition': 'attachment; filename="log.txt"',
      'x-content-type-options': 'nosniff',
    });
    expect(file.headers['content-type']).toMatch(/octet-stream/);
    expect(file.body.toString()).toBe('It is <b>dark</b>');
    await reviewTest(portal.as('manuela'), await shop.test(test.id));
    await portal
      .as('olivia')
      .post(`${path}/remove`, { reason: 'x' })
      .expect(409);
    const report = await portal
      .as('rita')
      .get(`/tests/${test.id}/report`)
      .expect(200);
    expect(report.headers['content-type']).toMatch(/text\/markdown/);
    expect(report.text).toContain('# Failover of the checkout');
  });
});
