import { createHash } from 'node:crypto';
import { TestDatabases } from '@backstage/backend-test-utils';
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
import { holdTest, testContents } from '../../__testUtils__/aTest';
import { pathOf, Portal } from '../../__testUtils__/Portal';
import { unzip } from '../../__testUtils__/unzip';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const cart = 'component:default/cart';

describe.each(databases.eachSupportedId())('evidence packs on %s', id => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: aCompany(),
      roles: {
        ...roles,
        nina: { mayNothing: true },
        half: { isManager: true, reads: ref => !/secret|ledger|sid/.test(ref) },
      },
    });
    await portal.sweep();
    for (const ref of [checkout, cart, ledger]) {
      await portal
        .as('manuela')
        .edit(ref, { tier: 'tier-1' }, { revision: 0 })
        .expect(200);
    }
  });

  afterEach(async () => portal.stop());

  const ask = async (user: string, body: object = {}) =>
    (await portal.as(user).post('/evidence-packs', body).expect(202)).body;

  async function made(user: string, packId: string) {
    for (let tries = 0; tries < 200; tries++) {
      const { body } = await portal.as(user).get(`/evidence-packs/${packId}`);
      if (body.state === 'done') return body;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    throw new Error('The pack was never made');
  }

  async function filesOf(user: string, body: object = {}) {
    const pack = await ask(user, body);
    await made(user, pack.id);
    const { body: zip } = await portal
      .as(user)
      .get(`/evidence-packs/${pack.id}/file`)
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200);
    return unzip(zip as Buffer);
  }

  /** The row of a service in the page of a requirement. */
  const rowOf = (files: Map<string, Buffer>, page: string, name: string) =>
    files
      .get(`requirements/${page}.html`)!
      .toString()
      .split('<tr>')
      .find(row => row.includes(`<small>${name}</small>`))!;

  it('lists a missing risk assessment as missing, and one that is there with who and when', async () => {
    await portal
      .as('manuela')
      .put(
        `${pathOf(checkout)}/risk-assessment`,
        {
          state: 'agreed',
          agreedWith: 'Security board',
          threats: [
            {
              id: 'fire-in-the-room',
              title: 'Fire <in> the data centre',
              rating: { likelihood: 2, impact: 5 },
              treatment: 'reduce',
              measures: 'Second site.',
              owner: 'group:default/shop-team',
              dueOn: '2026-06-30',
            },
          ],
        },
        { 'If-Match': '0' },
      )
      .expect(200);
    const files = await filesOf('manuela');
    const there = rowOf(files, '1-risks', 'component:default/checkout');
    expect(there).toContain('Risk assessment</a>');
    expect(there).toContain('manuela');
    const missing = rowOf(files, '1-risks', 'component:default/cart');
    expect(missing).toContain('<strong>Missing</strong>');
    expect(missing).toMatch(/risk assessment/i);
    const [, path] = /href="\.\.\/(analyses\/risk-[^"]+)"/.exec(there)!;
    const page = files.get(path)!.toString();
    expect(page).toContain('Fire &lt;in&gt; the data centre');
    expect(page).toContain('Second site.');
    expect(files.get('index.html')!.toString()).toMatch(
      /<strong>\d missing<\/strong>/,
    );
  });

  it('holds plans, tests with their results, and findings, linked from their requirement', async () => {
    const plan = await approvePlan(
      portal.as('martin'),
      await submitPlan(portal.as('manuela'), planContents([checkout])),
    );
    const test = await holdTest(
      portal.as('olivia'),
      testContents([checkout], { title: 'Failover, the first' }),
      { daysAgo: 2, minutes: 30 },
    );
    await portal
      .as('manuela')
      .post('/findings', {
        title: '=HYPERLINK("x")',
        severity: 'high',
        entities: [checkout],
        owner: 'group:default/shop-team',
        dueOn: '2099-01-01',
      })
      .expect(200);
    const files = await filesOf('manuela', {
      scope: { entityRefs: [checkout] },
    });
    const text = (path: string) => files.get(path)!.toString();
    expect(rowOf(files, '3-plan-contents', checkout)).toContain(
      `href="../plans/${plan.id}-v1.html"`,
    );
    expect(text(`plans/${plan.id}-v1.html`)).toContain(
      'Evidence pack, made on',
    );
    expect(rowOf(files, '5-tests', checkout)).toContain(
      `href="../tests/${test.id}.html"`,
    );
    expect(text(`tests/${test.id}.html`)).toContain('30 min');
    expect(rowOf(files, '6-reviews', checkout)).toContain('href="../findings/');
    // a cell that a spreadsheet would take for a formula is text
    expect(text('tables/6-reviews.csv')).not.toMatch(/(^|,)"?=HYPERLINK/m);
    expect(text('tables/services.csv')).not.toContain(cart);
  });

  it('has a manifest with the SHA-256 of each file, and asks for nothing from outside', async () => {
    const files = await filesOf('manuela');
    const manifest = JSON.parse(files.get('manifest.json')!.toString());
    expect(manifest).toMatchObject({
      madeBy: 'user:default/manuela',
      services: 5,
      leftOut: 0,
    });
    expect(manifest.files.map((file: any) => file.path).sort()).toEqual(
      [...files.keys()].filter(path => path !== 'manifest.json').sort(),
    );
    for (const { path, sha256, bytes } of manifest.files) {
      const content = files.get(path)!;
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
      expect(content.length).toBe(bytes);
    }
    for (const [path, content] of files) {
      expect(content.toString()).not.toMatch(/<(script|img|link|iframe)\b/);
      for (const [, href] of content.toString().matchAll(/href="([^"]+)"/g)) {
        const target = new URL(href, `file:///${path}`).pathname.slice(1);
        expect([...files.keys()]).toContain(target);
      }
    }
  });

  it('is made with what its maker may see: the rest is counted, and named nowhere', async () => {
    await approvePlan(
      portal.as('martin'),
      await submitPlan(portal.as('manuela'), planContents([checkout, ledger])),
    );
    const files = await filesOf('half');
    const all = [...files.values()].map(String).join('\n');
    expect(all).not.toMatch(/secret|ledger/);
    expect(all).toContain('component:default/checkout');
    expect(JSON.parse(files.get('manifest.json')!.toString())).toMatchObject({
      services: 3,
      leftOut: 2,
    });
  });

  it('is about owners, systems and entities as people write them', async () => {
    const scopes: Array<[object, number]> = [
      [{ owner: ['Shop-Team'] }, 3],
      [{ owner: ['commerce'] }, 3],
      [{ system: ['shop'] }, 2],
      [{ entityRefs: ['checkout', 'Component:Default/CART'] }, 2],
      [{ tier: ['tier-1'], search: 'check' }, 1],
    ];
    for (const [scope, entities] of scopes) {
      const pack = await ask('manuela', { scope });
      expect([scope, pack.entities]).toEqual([scope, entities]);
    }
  });

  it('is for its maker alone', async () => {
    const { id: packId } = await ask('manuela', { title: 'Audit 2026' });
    await made('manuela', packId);
    const mine = await portal.as('manuela').get('/evidence-packs').expect(200);
    expect(mine.body).toMatchObject({
      items: [
        {
          id: packId,
          title: 'Audit 2026',
          state: 'done',
          entities: 5,
          progress: 5,
        },
      ],
      totalItems: 1,
      keptFor: 'P1Y',
      allowedActions: ['evidence.create'],
    });
    expect(mine.body.items[0].missing).toBeGreaterThan(0);
    const others = await portal.as('martin').get('/evidence-packs').expect(200);
    expect(others.body.items).toEqual([]);
    await portal.as('martin').get(`/evidence-packs/${packId}`).expect(404);
    await portal.as('martin').get(`/evidence-packs/${packId}/file`).expect(404);
    const records = await portal
      .knex('records')
      .where({ entity_ref: `evidence-pack:${packId}` })
      .orderBy('seq');
    expect(records.map(row => JSON.parse(row.payload).action)).toEqual([
      'requested',
      'made',
    ]);
  });

  it('is not given to who may only read, and needs a scope in which there is something', async () => {
    await portal.as('rita').post('/evidence-packs', {}).expect(403);
    await portal.as('nina').get('/evidence-packs').expect(403);
    for (const scope of [
      { tier: ['tier-9'] },
      { entityRefs: ['component:default/nothing'] },
    ]) {
      const { body } = await portal
        .as('manuela')
        .post('/evidence-packs', { scope })
        .expect(400);
      expect(JSON.stringify(body)).toContain('Nothing that you may see');
    }
    await portal
      .as('half')
      .post('/evidence-packs', { scope: { entityRefs: [ledger] } })
      .expect(400);
    await portal
      .as('manuela')
      .post('/evidence-packs', { to: '2999-01-01' })
      .expect(400);
  });
});
