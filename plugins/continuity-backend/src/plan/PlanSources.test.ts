import {
  NotAllowedError,
  NotFoundError,
  NotModifiedError,
} from '@backstage/errors';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  planContentsSchema,
  writePlanMarkdown,
} from 'backstage-plugin-continuity-common';
import { checkout, roles } from '../__testUtils__/aCompany';
import { approvePlan, planContents } from '../__testUtils__/aPlan';
import { aGroup, aService, aUser } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { pathOf, Portal } from '../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const base = 'https://git.example.com/shop/blob/main/';

function file(purpose: string): string {
  return writePlanMarkdown(
    planContentsSchema.parse(planContents([checkout], { purpose, scope: [] })),
    { kind: 'service-recovery' },
  );
}

describe.each(databases.eachSupportedId())('plans as code on %s', id => {
  let portal: Portal;
  let catalog: FakeCatalog;
  let answer: () => Promise<{ text: string; etag?: string }>;
  const asked: Array<{ url: string; etag?: string }> = [];

  function aShop(plan: string): void {
    catalog.put(
      aService('checkout')
        .ownedBy('group:default/shop-team')
        .annotated('continuity/plan', plan)
        .annotated('continuity/tier', 'tier-2')
        .annotated('backstage.io/source-location', `url:${base}checkout/`),
    );
  }

  beforeEach(async () => {
    asked.length = 0;
    answer = async () => ({ text: file('One'), etag: 'e1' });
    catalog = new FakeCatalog(
      aGroup('shop-team'),
      aUser('olivia').memberOf('group:default/shop-team'),
      aUser('peter').memberOf('group:default/shop-team'),
    );
    aShop('docs/recovery.md');
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog,
      roles,
      urlReader: {
        readUrl: async (url, options) => {
          asked.push({ url, etag: options?.etag });
          const { text, etag } = await answer();
          return { buffer: async () => Buffer.from(text), etag };
        },
      },
    });
    await portal.sweep();
  });

  afterEach(async () => portal.stop());

  /** Lets the time pass after which files are read again. */
  async function readAgain(): Promise<void> {
    await portal
      .knex('plan_sources')
      .update({ next_read_at: '2000-01-01T00:00:00.000Z' });
    await portal.sweep();
  }

  async function planGaps() {
    const { body } = await portal
      .as('manuela')
      .get(pathOf(checkout))
      .expect(200);
    return body.gaps.filter((gap: any) => /^(plan-|source-)/.test(gap.code));
  }

  async function thePlan() {
    const { body } = await portal.as('manuela').get('/plans').expect(200);
    expect(body.items).toHaveLength(1);
    return (
      await portal.as('manuela').get(`/plans/${body.items[0].id}`).expect(200)
    ).body;
  }

  it('brings a file in as a version in review, about the entity that names it, and somebody approves it', async () => {
    const plan = await thePlan();
    expect(asked[0].url).toBe(`${base}checkout/docs/recovery.md`);
    expect(plan).toMatchObject({
      state: 'in-review',
      form: 'from-repository',
      owner: { ref: 'group:default/shop-team' },
      scopeEntries: [{ entityRef: checkout }],
      version: {
        editedBy: ['system'],
        source: { url: `${base}checkout/docs/recovery.md`, etag: 'e1' },
      },
      source: { entityRef: checkout, problem: null },
    });
    expect((await planGaps()).map((g: any) => g.code)).toEqual([
      'plan-missing',
    ]);
    await approvePlan(portal.as('olivia'), plan);
    expect(await planGaps()).toEqual([]);
  });

  it('reads again with the etag, and makes the next version of a file that changed', async () => {
    await approvePlan(portal.as('olivia'), await thePlan());
    await portal.sweep();
    expect(asked).toHaveLength(1);
    answer = async () => {
      throw new NotModifiedError();
    };
    await readAgain();
    expect(asked[1].etag).toBe('e1');
    expect((await thePlan()).versions).toHaveLength(1);

    answer = async () => ({ text: file('Two'), etag: 'e2' });
    await readAgain();
    const renewed = await thePlan();
    expect(renewed).toMatchObject({
      state: 'in-force',
      version: { version: 1, contents: { purpose: 'One' } },
      draft: { version: 2, state: 'in-review', contents: { purpose: 'Two' } },
    });
    answer = async () => ({ text: file('Three'), etag: 'e3' });
    await readAgain();
    const again = await thePlan();
    expect(again.draft).toMatchObject({
      version: 2,
      state: 'in-review',
      contents: { purpose: 'Three', changeReference: 'The file changed: e3' },
    });
    const approved = await approvePlan(portal.as('olivia'), again);
    expect(approved.version.contents.purpose).toBe('Three');
  });

  it.each<
    [
      string,
      () => Promise<{ text: string }>,
      string,
      RegExp,
      number | undefined,
    ]
  >([
    [
      'broken front matter',
      async () => ({ text: '---\ntitle: x\nkind: [\n---\n' }),
      'plan-source-invalid',
      /no YAML/,
      3,
    ],
    [
      'a file of more than 1 MB',
      async () => ({ text: `${file('One')}${'x'.repeat(1_000_001)}` }),
      'plan-source-invalid',
      /larger than 1 MB/,
      undefined,
    ],
    [
      'a file that vanished',
      async () => {
        throw new NotFoundError('404 at https://token@git.example.com');
      },
      'source-unreadable',
      /There is no such file/,
      undefined,
    ],
    [
      'an address that the reader may not read',
      async () => {
        throw new NotAllowedError('Reading from http://10.0.0.1 …');
      },
      'source-unreadable',
      /may not read from git\.example\.com/,
      undefined,
    ],
    [
      'a host that fails',
      async () => {
        throw new Error('secret token=abc');
      },
      'source-unreadable',
      /did not give the file/,
      undefined,
    ],
  ])(
    'keeps the last good version in force with %s, and says so',
    async (_, failing, code, message, line) => {
      await approvePlan(portal.as('olivia'), await thePlan());
      answer = failing;
      await readAgain();
      const [gap] = await planGaps();
      expect(gap).toMatchObject({ code });
      expect(gap.message).toMatch(message);
      expect(JSON.stringify(gap)).not.toMatch(/token|10\.0\.0/);
      expect(gap.params.line).toBe(line);
      const plan = await thePlan();
      expect(plan).toMatchObject({
        state: 'in-force',
        version: { contents: { purpose: 'One' } },
        source: { problem: { message: expect.stringMatching(message) } },
      });
      const wrong = await portal
        .as('manuela')
        .get('/plans?problem=source-invalid');
      expect(wrong.body.totalItems).toBe(1);
      // backed off: the next sweep does not ask again
      const before = asked.length;
      await portal.sweep();
      expect(asked).toHaveLength(before);

      answer = async () => ({ text: file('One'), etag: 'e1' });
      await readAgain();
      expect(await planGaps()).toEqual([]);
    },
  );

  it.each([
    ['http://169.254.169.254/latest', 'http://169.254.169.254/latest'],
    ['file:///etc/passwd', undefined],
    ['/etc/passwd', undefined],
    ['//internal/x.md', undefined],
    ['../../other/plan.md', 'https://git.example.com/shop/blob/other/plan.md'],
  ])('hands %s to the reader only as %s', async (plan, url) => {
    asked.length = 0;
    aShop(plan);
    answer = async () => {
      throw new NotAllowedError('no');
    };
    await portal.sweep();
    expect(asked.map(read => read.url)).toEqual(url ? [url] : []);
    expect((await planGaps()).map((g: any) => g.code)).toContain(
      url ? 'source-unreadable' : 'plan-source-invalid',
    );
  });

  it('knows its plan again when the annotation was away for a while', async () => {
    const plan = await approvePlan(portal.as('olivia'), await thePlan());
    aShop('');
    await portal.sweep();
    expect(await thePlan()).toMatchObject({ id: plan.id, source: null });
    aShop('docs/recovery.md');
    await portal.sweep();
    expect(await thePlan()).toMatchObject({
      id: plan.id,
      source: { entityRef: checkout, problem: null },
      draft: null,
    });
  });

  it('makes one plan of a file that several of its entities name', async () => {
    const cart = 'component:default/cart';
    const shared = (purpose: string) =>
      writePlanMarkdown(
        planContentsSchema.parse(planContents([checkout, cart], { purpose })),
        { kind: 'service-recovery' },
      );
    answer = async () => ({ text: shared('Two'), etag: 'e2' });
    catalog.put(
      aService('cart')
        .ownedBy('group:default/shop-team')
        .annotated('continuity/plan', '../checkout/docs/recovery.md')
        .annotated('backstage.io/source-location', `url:${base}cart/`),
    );
    await readAgain();
    expect(await thePlan()).toMatchObject({
      state: 'in-review',
      scopeEntries: [{ entityRef: checkout }, { entityRef: cart }],
      versions: [{ version: 1 }],
    });
    await approvePlan(portal.as('olivia'), await thePlan());
    answer = async () => ({ text: shared('Three'), etag: 'e3' });
    await readAgain();
    const { submittedAt } = (await thePlan()).draft;
    await readAgain();
    expect(await thePlan()).toMatchObject({
      versions: [{ version: 2 }, { version: 1 }],
      draft: { version: 2, state: 'in-review', submittedAt },
    });
  });

  it('forgets the problem when the annotation goes', async () => {
    answer = async () => ({ text: 'nothing', etag: 'e2' });
    await readAgain();
    expect((await planGaps()).map((g: any) => g.code)).toContain(
      'plan-source-invalid',
    );
    aShop('');
    await portal.sweep();
    expect((await planGaps()).map((g: any) => g.code)).toEqual([
      'plan-missing',
    ]);
  });
});
