import { TestDatabases } from '@backstage/backend-test-utils';
import {
  importColumns,
  importIgnoredColumns,
  importTemplate,
  LARGEST_IMPORT,
  type ImportAnswer,
  type ImportKind,
  type ImportRow,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import {
  aCompany,
  checkout,
  ledger,
  roles,
} from '../../../__testUtils__/aCompany';
import { aService, aUser } from '../../../__testUtils__/anEntity';
import { pathOf, Portal } from '../../../__testUtils__/Portal';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const cart = 'component:default/cart';
const nasty = 'component:default/nasty';

describe.each(databases.eachSupportedId())('imports, on %s', id => {
  let portal: Portal;
  let knex: Knex;

  const start = async () => {
    const catalog = aCompany();
    catalog.put(
      aService('nasty')
        .titled('=HYPERLINK("http://evil.example"), "quoted"\nand Größe')
        .ownedBy('group:default/shop-team'),
      aUser('manuela'),
    );
    knex = await databases.init(id);
    portal = await Portal.start({ knex, catalog, roles });
    await portal.sweep();
    await portal.as('manuela').get(pathOf(checkout)).expect(200);
  };

  const dryRun = async (
    kind: ImportKind,
    csv: string,
    user = 'manuela',
  ): Promise<ImportAnswer> => {
    const { body } = await portal
      .as(user)
      .post(`/imports/${kind}/dry-run`, { fileName: 'mine.csv', csv })
      .expect(200);
    return body;
  };
  const run = (
    kind: ImportKind,
    csv: string,
    fingerprint: string,
    user = 'manuela',
  ) =>
    portal
      .as(user)
      .post(`/imports/${kind}`, { fileName: 'mine.csv', csv, fingerprint });
  const importAll = async (kind: ImportKind, csv: string, user = 'manuela') => {
    const { fingerprint, ...seen } = await dryRun(kind, csv, user);
    expect(problemsOf(seen.rows)).toEqual([]);
    const { body } = await run(kind, csv, fingerprint, user).expect(200);
    return body as ImportAnswer;
  };
  const entity = async (ref: string, user = 'manuela') =>
    (await portal.as(user).get(pathOf(ref)).expect(200)).body;
  const historyOf = async (ref: string) =>
    (await portal.as('manuela').get(`${pathOf(ref)}/history`).expect(200)).body
      .items;

  describe('that write', () => {
    beforeEach(start);
    afterEach(async () => portal.stop());

  it('imports profiles, marked with file and line', async () => {
    const csv = [
      '\uFEFFentity_ref;tier;rto;rpo;minimum_service;recovery_owner;reason',
      `${checkout};tier-2;2 h;0;"30 % of orders; no ""gifts""\nand no vouchers";shop-team;the register`,
      `Component:cart;tier-3;;;;;`,
      ';;;;;;',
      '',
    ].join('\r\n');
    const seen = await dryRun('profiles', csv);
    expect(seen).toMatchObject({
      imported: false,
      totals: { create: 2, change: 0, same: 0, refused: 0 },
      rows: [
        { line: 2, entityRef: checkout, outcome: 'create' },
        { line: 4, entityRef: cart, outcome: 'create' },
      ],
    });
    expect(seen.rows[0].changes).toContainEqual({
      field: 'rto',
      before: null,
      after: 'PT2H',
    });
    const done = await importAll('profiles', csv);
    expect(done.imported).toBe(true);
    const { profile } = await entity(checkout);
    expect(profile).toMatchObject({
      tier: { value: 'tier-2', source: 'portal' },
      rto: { value: 'PT2H' },
      rpo: { value: 'PT0S' },
      mbco: {
        value: {
          text: '30 % of orders; no "gifts"\nand no vouchers',
          percent: 30,
        },
      },
      recoveryOwner: { value: 'group:default/shop-team' },
    });
    expect((await historyOf(checkout))[0]).toMatchObject({
      type: 'profile',
      by: 'user:default/manuela',
      reason: 'the register',
      imported: { file: 'mine.csv', line: 2 },
    });
    expect((await dryRun('profiles', csv)).totals.same).toBe(2);
    const changed = csv.replace('2 h', 'inherit');
    const { rows } = await dryRun('profiles', changed);
    expect(rows[0]).toMatchObject({
      outcome: 'change',
      changes: [{ field: 'rto', before: 'PT2H', after: 'PT4H' }],
    });
  });

  it('imports quick analyses; what asks for less waits for a second person', async () => {
    const csv = (after: string) =>
      `entity_ref,intolerable_after,rpo,agreed_with,assessed_on,critical_periods\n${checkout},${after},1h,Head of sales,2026-01-31,Month end; Christmas\n${cart},1w,,,,\n`;
    await importAll('analyses', csv('4h'));
    const first = await entity(checkout);
    expect(first.bia.current).toMatchObject({
      state: 'agreed',
      agreedWith: 'Head of sales',
      result: { mtpd: 'PT4H', rpo: 'PT1H' },
    });
    expect((await historyOf(checkout))[0].imported).toEqual({
      file: 'mine.csv',
      line: 2,
    });
    expect((await dryRun('analyses', csv('4h'))).totals).toMatchObject({
      same: 2,
    });
    const looser = await dryRun('analyses', csv('3d'));
    expect(looser.rows[0]).toMatchObject({
      outcome: 'change',
      notes: [{ code: 'second-person' }],
    });
    await importAll('analyses', csv('3d'));
    const later = await entity(checkout);
    expect(later.bia.current.result.mtpd).toBe('PT4H');
    expect(later.bia.pending).toMatchObject({ state: 'awaiting-second-person' });
  });

  it('imports plans by reference, which somebody else has to approve', async () => {
    const csv =
      'title,owner,entities,with_parts,document_url,document_version,document_date,document_contents\n' +
      'Shop,shop-team,"system:shop, component:default/ledger",yes,https://docs.example.com/shop,2.1,2026-01-31,all\n' +
      'Half,shop-team,component:default/cart,,https://docs.example.com/half,1,2026-01-31,"purpose, steps"\n';
    const seen = await dryRun('plans', csv);
    expect(seen.rows.map(({ notes }) => notes[0].code)).toEqual([
      'awaits-review',
      'stays-draft',
    ]);
    const done = await importAll('plans', csv);
    const [shop, half] = await Promise.all(
      done.rows.map(
        async row =>
          (await portal.as('manuela').get(`/plans/${row.id}`).expect(200)).body,
      ),
    );
    expect(shop).toMatchObject({
      owner: { ref: 'group:default/shop-team' },
      open: { state: 'in-review' },
    });
    const { body: version } = await portal
      .as('manuela')
      .get(`/plans/${shop.id}/versions/1`)
      .expect(200);
    expect(version.version.contents).toMatchObject({
      scope: [
        { entityRef: 'system:default/shop', parts: true },
        { entityRef: ledger, parts: false },
      ],
      reference: { version: '2.1', date: '2026-01-31' },
    });
    expect(half.open.state).toBe('draft');
    const approval = { version: 1, revision: shop.revision };
    const path = `/plans/${shop.id}/approve`;
    await portal.as('manuela').post(path, approval).expect(403);
    await portal.as('martin').post(path, approval).expect(200);
    const { body: history } = await portal
      .as('manuela')
      .get(`/plans/${shop.id}/history`)
      .expect(200);
    expect(history.items.at(-1)).toMatchObject({
      action: 'created',
      imported: { file: 'mine.csv', line: 2 },
    });
    expect((await dryRun('plans', csv)).totals.same).toBe(2);
    const other = await dryRun('plans', csv.replace(',2.1,', ',2.2,'));
    expect(other.rows[0]).toMatchObject({
      outcome: 'refused',
      errors: [{ column: 'title' }],
    });
  });

  it('imports tests that were held: rows of one test become one, which somebody else reviews', async () => {
    await portal
      .as('manuela')
      .edit(checkout, { tier: 'tier-2', rpo: 'none' }, { revision: 0 })
      .expect(200);
    const csv =
      'title,depth,environment,entity_ref,held_on,started_at,ended_at,outcome,disruption_start,minimum_service\n' +
      `Failover,failover,production,${checkout},,2026-01-31T08:00:00Z,2026-01-31T12:00:00+00:00,passed,2026-01-31T08:30:00Z,2026-01-31T09:10:00Z\n` +
      `failover,failover,production,${cart},,2026-01-31T08:00:00Z,2026-01-31T12:00:00Z,passed,,\n` +
      `Walk,walkthrough,other,${checkout},2026-02-01,,,passed,,\n`;
    const seen = await dryRun('tests', csv);
    expect(problemsOf(seen.rows)).toEqual([]);
    expect(seen.rows[0].changes).toContainEqual({
      field: 'rta',
      before: null,
      after: 'PT2400S',
    });
    expect(seen.rows[1].notes).toContainEqual({
      code: 'outcome-lowered',
      detail: 'inconclusive',
    });
    const done = await importAll('tests', csv);
    expect(done.rows[0].id).toBe(done.rows[1].id);
    const path = `/tests/${done.rows[0].id}`;
    const { body: test } = await portal.as('manuela').get(path).expect(200);
    expect(test).toMatchObject({
      state: 'completed',
      enteredAfterwards: true,
      outcome: 'inconclusive',
      heldAt: '2026-01-31T08:00:00.000Z',
    });
    const review = { revision: test.revision, results: [] };
    await portal.as('manuela').post(`${path}/review`, review).expect(403);
    await portal.as('martin').post(`${path}/review`, review).expect(200);
    const { body: history } = await portal
      .as('manuela')
      .get(`${path}/history`)
      .expect(200);
    expect(history.items.at(-1).imported).toEqual({ file: 'mine.csv', line: 2 });
    expect((await dryRun('tests', csv)).totals.same).toBe(3);
  });

  it('imports exemptions as asked for: whoever imports approves none', async () => {
    const csv = `entity_ref,requirement,reason,until\n${checkout},plan,'=moves soon,${inDays(
      30,
    )}\n`;
    const done = await importAll('exemptions', csv);
    const path = `/exemptions/${done.rows[0].id}`;
    const { body: asked } = await portal.as('manuela').get(path).expect(200);
    expect(asked).toMatchObject({ state: 'asked', reason: '=moves soon' });
    await portal.as('manuela').post(`${path}/approve`, {}).expect(403);
    await portal.as('martin').post(`${path}/approve`, {}).expect(200);
    expect((await dryRun('exemptions', csv)).rows[0]).toMatchObject({
      outcome: 'same',
      id: asked.id,
    });
    const [, entry] = await historyOf(checkout);
    expect(entry).toMatchObject({
      type: 'exemption',
      imported: { file: 'mine.csv', line: 2 },
    });
  });

  it('writes nothing where somebody was faster, not even the rows before', async () => {
    const csv = `entity_ref,tier\n${cart},tier-1\n${checkout},tier-1\n`;
    const { fingerprint } = await dryRun('profiles', csv);
    await portal
      .as('manuela')
      .edit(checkout, { rto: '3h' }, { revision: 0 })
      .expect(200);
    const before = await everyRow(knex);
    const { body } = await run('profiles', csv, fingerprint).expect(409);
    expect(body.error.message).toContain('run the dry run again');
    expect(await everyRow(knex)).toEqual(before);
    await run('profiles', `${csv} `, fingerprint).expect(409);
  });

  it('takes an exported file, whatever stands in it, and finds nothing to change', async () => {
    await portal
      .as('manuela')
      .edit(
        checkout,
        { tier: 'tier-2', mbco: '=1+1' },
        { revision: 0 },
      )
      .expect(200);
    const { text } = await portal
      .as('manuela')
      .get('/coverage/export?format=csv&bom=true')
      .buffer(true)
      .expect(200);
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example""), `);
    const seen = await dryRun('profiles', text);
    expect(seen.problems).toEqual([]);
    expect(problemsOf(seen.rows)).toEqual([]);
    expect(seen.totals.same).toBe(seen.rows.length);
    expect(seen.rows.map(({ entityRef }) => entityRef)).toContain(nasty);
    expect(seen.ignoredColumns).toEqual(importIgnoredColumns.profiles);
    const known = importColumns.profiles.map(({ name }) => name);
    const [head] = text.replace('\uFEFF', '').split('\r\n');
    for (const column of head.split(',')) {
      expect([...known, ...importIgnoredColumns.profiles]).toContain(column);
    }
    const edited = text.replace(/(component:default\/checkout.*?)tier-2/s, '$1tier-3');
    await importAll('profiles', edited);
    expect((await entity(checkout)).profile).toMatchObject({
      tier: { value: 'tier-3' },
      // it came with the tier before, and the file still says so
      rto: { value: 'PT4H', source: 'portal' },
      mbco: { value: { text: '=1+1' } },
    });
  });

  });

  describe('that write nothing', () => {
    beforeAll(start);
    afterAll(async () => portal.stop());

  it.each<[ImportKind, string]>([
    ['profiles', `entity_ref,tier\n${checkout},tier-1\n${cart},gold\n`],
    [
      'analyses',
      `entity_ref,intolerable_after\n${checkout},4h\n${cart},4-6 h\n`,
    ],
    [
      'plans',
      `title,entities,document_url,document_version,document_date\nA,${checkout},https://a.example,1,2026-01-01\nB,component:default/nobody,https://a.example,1,2026-01-01\n`,
    ],
    [
      'tests',
      `title,depth,environment,entity_ref,held_on,outcome\nA,tabletop,other,${checkout},2026-01-01,passed\nB,tabletop,other,${cart},2999-01-01,passed\n`,
    ],
    [
      'exemptions',
      `entity_ref,requirement,reason,until\n${checkout},plan,x,${inDays(
        9,
      )}\n${cart},tier,x,${inDays(9)}\n`,
    ],
  ])(
    'writes nothing of %s in a dry run, nor where one row is refused',
    async (kind, csv) => {
      const before = await everyRow(knex);
      const seen = await dryRun(kind, csv);
      expect(seen.rows.map(({ outcome }) => outcome)).toEqual([
        'create',
        'refused',
      ]);
      const { status, body } = await run(kind, csv, seen.fingerprint);
      expect(status).toBe(400);
      const { column, ...refusal } = seen.rows[1].errors[0];
      expect(body.error.issues[0]).toEqual({
        path: `csv.line 3.${column}`,
        ...refusal,
      });
      expect(await everyRow(knex)).toEqual(before);
    },
  );

  it('refuses rows that the caller may not change, and takes hidden ones for unknown', async () => {
    const csv = `entity_ref,tier\n${checkout},tier-1\n${ledger},tier-1\ncomponent:default/nobody,tier-1\n`;
    const seen = await dryRun('profiles', csv, 'sam');
    const messages = seen.rows.map(({ errors }) => errors[0]?.message);
    expect(messages[0]).toBeUndefined();
    expect(messages[1]).toBe(messages[2]);
    expect(JSON.stringify(seen)).not.toContain('The secret');
    expect(seen.rows[2].errors[0].code).toBe('entity-unknown');
    const owned = await dryRun('profiles', csv, 'olivia');
    expect(owned.rows[1].errors).toMatchObject([
      { column: 'entity_ref', code: 'entity-not-allowed' },
    ]);
    for (const kind of ['profiles', 'analyses', 'exemptions']) {
      await portal
        .as('rita')
        .post(`/imports/${kind}/dry-run`, { fileName: 'x', csv })
        .expect(403);
    }
  });

  it.each<ImportKind>(['profiles', 'analyses', 'plans', 'tests', 'exemptions'])(
    'reads the template of %s',
    async kind => {
      const seen = await dryRun(kind, importTemplate(kind));
      expect(seen.problems).toEqual([]);
      expect(seen.rows).toHaveLength(1);
    },
  );

  it('says what is wrong with a file as a whole, and how large it may be', async () => {
    const seen = await dryRun('profiles', 'entity_ref,rtoo\n"x,4h\n');
    const open = { code: 'file-quote-open', params: { line: 2 } };
    expect(seen).toMatchObject({ rows: [], problems: [open] });
    const { body } = await run(
      'profiles',
      'entity_ref,rtoo\n"x,4h\n',
      seen.fingerprint,
    ).expect(400);
    expect(body.error.issues[0]).toMatchObject({ path: 'csv', ...open });
    await portal
      .as('manuela')
      .post('/imports/profiles/dry-run', {
        fileName: 'x',
        csv: 'x'.repeat(LARGEST_IMPORT + 1),
      })
      .expect(413);
  });
  });
});

function problemsOf(rows: ImportRow[]) {
  return rows.flatMap(({ errors }) => errors);
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many rows there are of everything that somebody can decide. */
async function everyRow(knex: Knex): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const table of [
    'profiles',
    'analyses',
    'plans',
    'plan_versions',
    'plan_scope',
    'tests',
    'test_results',
    'test_entities',
    'test_steps',
    'test_events',
    'exemptions',
    'records',
    'dirty_refs',
  ]) {
    found[table] = await knex(table);
  }
  return found;
}
