import { TestDatabases } from '@backstage/backend-test-utils';
import {
  checkout,
  db,
  hiddenLedger,
  hiddenNames,
  mail,
  orders,
  refsOf,
  startFleet,
  web,
} from '../../__testUtils__/aFleet';
import { anEntity } from '../../__testUtils__/anEntity';
import type { Portal } from '../../__testUtils__/Portal';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const HOUR = 3600;

describe.each(databases.eachSupportedId())('a loss on %s', id => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await startFleet(await databases.init(id));
  });

  afterEach(async () => portal.stop());

  const post = (who: string, path: string, body: object) =>
    portal.as(who).post(`/dependencies/${path}`, body);

  describe('what if', () => {
    it('tells who is affected and why, in which order and when they are back', async () => {
      const { body } = await post('rita', 'what-if', {
        entities: [db],
      }).expect(200);
      expect(body.items).toMatchObject([
        { entityRef: db, effect: 'lost', wave: 1, path: [db] },
        {
          entityRef: orders,
          effect: 'affected',
          wave: 2,
          expected: { seconds: 20.5 * HOUR, atLeast: false },
          againstRto: 'beyond',
          lateBySeconds: 16.5 * HOUR,
          plan: null,
        },
        { entityRef: hiddenLedger, wave: 2, expected: { atLeast: true } },
        { entityRef: checkout, wave: 3, path: [checkout, orders, db] },
        { entityRef: web, wave: 4, againstMtpd: 'beyond' },
        { entityRef: 'system:default/shop', wave: 4 },
      ]);
      expect(body.summary).toMatchObject({
        lost: 1,
        affected: 5,
        degraded: 0,
        waves: 4,
        withinRto: 1,
        beyondRto: 4,
        covered: 0,
        planMissing: 5,
        allBack: { seconds: 21 * HOUR, atLeast: true },
      });
      expect(body.call.items.map((party: any) => party.ref)).toEqual([
        'group:default/orders-team',
        'group:default/secret-team',
        'group:default/shop-team',
        'user:default/olivia',
      ]);
      expect(body.redacted).toBe(0);
    });

    it('tells what goes on with a workaround, until that ends', async () => {
      const { body } = await post('rita', 'what-if', {
        entities: [mail],
        outage: '4h',
      });
      expect(body.items).toMatchObject([
        { entityRef: mail, effect: 'lost' },
        {
          entityRef: checkout,
          effect: 'degraded',
          wave: null,
          expected: null,
        },
      ]);
      expect(body.summary).toMatchObject({ lost: 1, affected: 0, degraded: 1 });
    });

    it.each([
      ['kind', { kind: ['Resource'] }, [db]],
      ['type', { type: ['database'] }, [db]],
      ['owner', { owner: ['orders-team'] }, [orders, db]],
      ['system', { system: ['shop'] }, [checkout, 'system:default/shop']],
      [
        'kind and owner',
        { kind: ['component'], owner: ['group:default/orders-team'] },
        [orders],
      ],
      [
        'annotation',
        { annotations: { 'continuity/rto': ['PT15M'] } },
        [hiddenLedger],
      ],
      [
        'any annotation value',
        { annotations: { 'continuity/rto': [] } },
        [hiddenLedger],
      ],
      ['nothing', { type: ['mainframe'] }, []],
    ])('loses all that a filter matches by %s', async (_, filter, expected) => {
      const { body } = await post('rita', 'what-if', { filter }).expect(200);
      const lost = body.items.filter((item: any) => item.effect === 'lost');
      expect(refsOf(lost).sort()).toEqual([...expected].sort());
      expect(body.matched).toBe(expected.length);
    });

    it('counts what the caller may not see, and knows nothing of it by name', async () => {
      const { body } = await post('sam', 'what-if', {
        entities: [db, 'Component:secret-ledger', 'component:nobody'],
      }).expect(200);
      expect(body.unknown).toEqual([
        'Component:secret-ledger',
        'component:nobody',
      ]);
      expect(JSON.stringify({ ...body, unknown: [] })).not.toMatch(hiddenNames);
      expect(body.redacted).toBe(1);
      expect(body.summary.affected).toBe(4);
      const byOwner = await post('sam', 'what-if', {
        filter: { owner: ['secret-team'] },
      });
      expect(byOwner.body).toMatchObject({ totalItems: 0, redacted: 0 });
    });

    it('comes in pages', async () => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const { body }: { body: any } = await post('rita', 'what-if', {
          entities: [db],
          limit: 4,
          ...(cursor && { cursor }),
        });
        seen.push(...refsOf(body.items));
        expect(body.totalItems).toBe(6);
        cursor = body.pageInfo.nextCursor;
      } while (cursor);
      expect(new Set(seen).size).toBe(6);
      expect(seen).toHaveLength(6);
    });

    it.each([
      [{}, 'body'],
      [{ entities: [] }, 'body'],
      [{ filter: {} }, 'filter'],
      [{ entities: ['component:default/web'], outage: '4' }, 'outage'],
      [{ entities: ['web'] }, 'entities.0'],
      [{ entities: ['component:default/web'], region: 'eu' }, 'region'],
      // nothing would be found, whatever the catalog says
      [{ filter: { labels: { rack: ['7'] } } }, 'filter.labels.rack'],
      [
        { filter: { labels: { region: ['eu'] }, annotations: { rack: [] } } },
        'filter.annotations.rack',
      ],
    ])('refuses %j', async (question, path) => {
      const { body } = await post('rita', 'what-if', question).expect(400);
      expect(body.error.issues[0].path).toBe(path);
    });
  });

  describe('a run sheet', () => {
    it('lists what to bring back in order, with who, how long and how late', async () => {
      const { body } = await post('rita', 'run-sheet', {
        entities: [db],
      }).expect(200);
      expect(body.title).toBe('Recovery after losing Orders database');
      expect(
        body.rows.map((row: any) => [
          row.wave,
          row.entityRef,
          row.owner?.ref,
          row.ready.seconds / HOUR,
        ]),
      ).toMatchObject([
        [1, db, 'group:default/orders-team', 20],
        [2, orders, 'group:default/orders-team', 20.5],
        [2, hiddenLedger, 'group:default/secret-team', 20],
        [3, checkout, 'group:default/shop-team', expect.any(Number)],
        [4, web, 'group:default/shop-team', 21],
        [
          4,
          'system:default/shop',
          'group:default/shop-team',
          expect.any(Number),
        ],
      ]);
      expect(body.rows[3].alternates).toEqual([
        { ref: 'user:default/olivia', title: 'olivia' },
      ]);
    });

    it('brings a service back with all that it needs', async () => {
      const { body } = await post('rita', 'run-sheet', {
        mode: 'recovery',
        entities: [orders],
      }).expect(200);
      expect(body.rows.map((row: any) => [row.wave, row.entityRef])).toEqual([
        [1, db],
        [2, orders],
      ]);
    });

    it('is CSV that no spreadsheet takes for formulas', async () => {
      portal.catalog.put(
        anEntity(db)
          .typed('database')
          .titled('=HYPERLINK("https://example.org", "db")'),
      );
      const sheet = await post('rita', 'run-sheet?format=csv&bom=true', {
        entities: [db],
      }).expect(200);
      expect(sheet.headers['content-type']).toMatch(/^text\/csv/);
      const lines = sheet.text.split('\r\n');
      expect(lines[0]).toBe(
        '\uFEFFWave,Step,Entity,Ref,Tier,Recovery owner,Alternates,Plan,Own time,Expected ready,Target (RTO),Late by',
      );
      expect(lines[1]).toContain(
        `"'=HYPERLINK(""https://example.org"", ""db"")"`,
      );
    });

    it('is Markdown with a table for each wave', async () => {
      const { text } = await post('sam', 'run-sheet?format=markdown', {
        entities: [db],
      }).expect(200);
      expect(text).toContain('# Recovery after losing Orders database');
      expect(text).toContain('## Wave 4');
      expect(text).toContain('1 more are left out that you may not see.');
      expect(text).not.toMatch(hiddenNames);
    });
  });
});
