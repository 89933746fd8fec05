import { TestDatabases } from '@backstage/backend-test-utils';
import {
  aFleet,
  checkout,
  db,
  fleetRoles,
  hiddenLedger,
  mail,
  orders,
  web,
} from '../../__testUtils__/aFleet';
import { anEntity, aService } from '../../__testUtils__/anEntity';
import { pathOf, Portal } from '../../__testUtils__/Portal';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const HIDDEN = /secret|sid\b/i;
const HOUR = 3600;

const dependenciesOf = (ref: string, query = '') =>
  `${pathOf(ref).replace('/entities/', '/dependencies/')}${query}`;

const refsOf = (items: Array<{ entityRef: string }>) =>
  items.map(({ entityRef }) => entityRef);

const gapOf = (body: any, code: string) =>
  body.gaps.find(
    (gap: any) =>
      gap.code === code && [undefined, 'rto'].includes(gap.params.field),
  );

describe.each(databases.eachSupportedId())('dependencies on %s', id => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: aFleet(),
      roles: fleetRoles,
    });
    await portal.sweep();
  });

  afterEach(async () => portal.stop());

  const post = (who: string, path: string, body: object) =>
    portal.as(who).post(`/dependencies/${path}`, body);

  describe('of an entity', () => {
    it('are both sides in one answer, nearest first, with the path to each', async () => {
      const { body } = await portal
        .as('rita')
        .get(dependenciesOf(orders))
        .expect(200);
      expect(body.needs.items).toMatchObject([
        {
          entityRef: db,
          title: 'Orders database',
          direct: true,
          distance: 1,
          class: 'unclassified',
          path: [orders, db],
          conflicts: ['rto', 'rpo'],
          resolved: true,
          ownTime: { seconds: 20 * HOUR, source: 'estimated' },
        },
      ]);
      // the System can't be up without its part
      expect(refsOf(body.neededBy.items)).toEqual([
        checkout,
        web,
        'system:default/shop',
      ]);
      expect(body.neededBy.items[1]).toMatchObject({
        path: [web, checkout, orders],
        direct: false,
        edge: null,
        conflicts: ['rto', 'rpo'],
      });
      expect(body.neededBy.counts).toMatchObject({
        direct: 1,
        redacted: 0,
        conflicts: 2,
      });
      expect(body.links).toContainEqual({
        from: web,
        to: checkout,
        class: 'unclassified',
      });
      expect(body.graph.revision).toBeGreaterThan(0);
    });

    it('say when it is expected back, who demands more of it, and what it waits for', async () => {
      const { body } = await portal
        .as('rita')
        .get(dependenciesOf(web))
        .expect(200);
      expect(body.entity).toMatchObject({
        expected: {
          seconds: 21 * HOUR,
          atLeast: true,
          againstRto: 'beyond',
        },
        targets: { rto: { demanded: null, neededFasterBy: { total: 0 } } },
      });
      // search-a and -b and the cache have no own time
      expect(body.entity.expected.unknown.total).toBe(3);
      expect(refsOf(body.entity.targets.rto.waitsFor.items)).toEqual([
        db,
        orders,
      ]);
      const { body: ofDb } = await portal
        .as('rita')
        .get(dependenciesOf(db))
        .expect(200);
      expect(ofDb.entity.targets.rto).toMatchObject({
        demanded: { entityRef: hiddenLedger, seconds: 900 },
        neededFasterBy: { total: 4 },
      });
      expect(ofDb.entity.demandedRtoSeconds).toBe(900);
    });

    it('show what is soft and goes no further, what is in a cycle, what nobody registered', async () => {
      const { body } = await portal
        .as('rita')
        .get(dependenciesOf(checkout, '?direction=needs'))
        .expect(200);
      const byRef = new Map<string, any>(
        body.needs.items.map((item: any) => [item.entityRef, item]),
      );
      expect(byRef.get(mail)).toMatchObject({
        class: 'soft',
        edge: { locked: true, mayClassify: false },
      });
      expect(byRef.get('component:default/search-b')).toMatchObject({
        inCycle: true,
      });
      expect(byRef.get('resource:default/cache')).toMatchObject({
        resolved: false,
        status: null,
      });
      expect(body.neededBy).toBeNull();
      expect(body.needs.counts).toMatchObject({
        direct: 4,
        soft: 1,
        unresolved: 1,
        inCycle: 2,
        unclassified: 3,
      });
      const hard = await portal
        .as('rita')
        .get(dependenciesOf(checkout, '?direction=needs&hardOnly=true'));
      expect(refsOf(hard.body.needs.items)).not.toContain(mail);
    });

    it('say that it is written down as depending on itself, and are else as if it were not', async () => {
      const before = await portal.as('rita').get(dependenciesOf(web));
      portal.catalog.put(
        aService('web')
          .titled('Web shop')
          .ownedBy('group:default/shop-team')
          .annotated('continuity/tier', 'tier-1')
          .annotated('continuity/recovery-time', 'PT10M')
          .related('dependsOn', checkout)
          .related('dependsOn', web),
      );
      await portal.sweep();
      const after = await portal.as('rita').get(dependenciesOf(web));
      expect(before.body.entity.dependsOnItself).toBe(false);
      expect(after.body.entity).toEqual({
        ...before.body.entity,
        dependsOnItself: true,
      });
      expect(refsOf(after.body.needs.items)).toEqual(
        refsOf(before.body.needs.items),
      );
      expect(after.body.neededBy).toEqual(before.body.neededBy);
    });

    it('end where asked, and say how much is further away', async () => {
      const { body } = await portal
        .as('rita')
        .get(dependenciesOf(web, '?direction=needs&depth=1'))
        .expect(200);
      expect(refsOf(body.needs.items)).toEqual([checkout]);
      expect(body.needs.counts.beyondDepth).toBe(6);
    });

    it('come in pages that miss nothing and repeat nothing', async () => {
      const whole = await portal
        .as('rita')
        .get(dependenciesOf(web, '?direction=needs'));
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const { body } = await portal
          .as('rita')
          .get(
            dependenciesOf(
              web,
              `?direction=needs&limit=2${cursor ? `&cursor=${cursor}` : ''}`,
            ),
          )
          .expect(200);
        seen.push(...refsOf(body.needs.items));
        cursor = body.needs.pageInfo.nextCursor;
      } while (cursor);
      expect(seen).toEqual(refsOf(whole.body.needs.items));
      expect(seen).toHaveLength(7);
    });

    it('count and don’t name what the caller may not see', async () => {
      for (const ref of [db, orders, checkout, web]) {
        const { body } = await portal
          .as('sam')
          .get(dependenciesOf(ref))
          .expect(200);
        expect(JSON.stringify(body)).not.toMatch(HIDDEN);
      }
      const { body } = await portal.as('sam').get(dependenciesOf(db));
      expect(body.neededBy.counts).toMatchObject({
        redacted: 1,
        redactedDirect: 1,
        direct: 1,
      });
      expect(body.entity.targets.rto.demanded.entityRef).toBe(
        'hidden:default/hidden',
      );
      await portal.as('sam').get(dependenciesOf(hiddenLedger)).expect(404);
      await portal
        .as('rita')
        .get(dependenciesOf('component:default/nothing'))
        .expect(404);
    });

    it.each([
      ['?depth=0', 'depth'],
      ['?limit=501', 'limit'],
      ['?direction=up', 'direction'],
      ['?cursor=x', 'direction'],
      ['?cursor=x&direction=needs', 'cursor'],
      ['?deep=1', 'deep'],
    ])('refuse %s', async (query, path) => {
      const { body } = await portal
        .as('rita')
        .get(dependenciesOf(web, query))
        .expect(400);
      expect(body.error.issues[0].path).toBe(path);
    });

    it('tell of a change in the catalog with the next view', async () => {
      const before = await portal.as('rita').get(dependenciesOf(web));
      portal.catalog.put(
        aService('web')
          .annotated('continuity/tier', 'tier-1')
          .related('dependsOn', mail),
      );
      const { body } = await portal
        .as('rita')
        .get(dependenciesOf(web))
        .expect(200);
      expect(refsOf(body.needs.items)).toEqual([mail]);
      expect(body.graph.revision).toBeGreaterThan(before.body.graph.revision);
    });

    it('tell of a change in the catalog with the next sweep, also of one that left', async () => {
      portal.catalog.remove(db);
      await portal.sweep();
      let items: any[] = [];
      for (let look = 0; look < 100 && items[0]?.resolved !== false; look++) {
        await new Promise(resolve => setTimeout(resolve, 50));
        const { body } = await portal
          .as('rita')
          .get(dependenciesOf(orders, '?direction=needs'));
        items = body.needs.items;
      }
      expect(items).toMatchObject([{ entityRef: db, resolved: false }]);
    });

    it('are the same in two replicas', async () => {
      const other = await Portal.start({
        knex: portal.knex,
        catalog: portal.catalog,
        roles: fleetRoles,
      });
      await other.as('rita').get(dependenciesOf(web)).expect(200);
      await portal
        .as('manuela')
        .edit(db, { rto: '30m' }, { revision: 0 })
        .expect(200);
      await post('manuela', 'classifications', {
        items: [{ from: checkout, to: orders, strength: 'soft', revision: 0 }],
        reason: 'Orders are queued',
      }).expect(200);
      for (const ref of [web, checkout, db]) {
        const one = await portal.as('rita').get(dependenciesOf(ref));
        const two = await other.as('rita').get(dependenciesOf(ref));
        expect({ ...two.body, dataAge: null }).toEqual({
          ...one.body,
          dataAge: null,
        });
      }
      await other.stop();
    });
  });

  describe('are judged', () => {
    it('at the root of a conflict, with the number of those who need it faster and a path', async () => {
      const { body } = await portal.as('rita').get(pathOf(db)).expect(200);
      expect(gapOf(body, 'slower-than-needed')).toMatchObject({
        severity: 'warning',
        params: {
          seconds: 24 * HOUR,
          neededSeconds: 900,
          neededBy: 4,
          path: `${hiddenLedger} → ${db}`,
        },
        message: `May take 24 h, needed in 15 min by 4 services: ${hiddenLedger} → ${db}.`,
      });
      expect(body.dependencies).toMatchObject({
        conflicts: { neededFasterBy: expect.any(Number), waitsFor: 0 },
        demandedRtoSeconds: 900,
        expected: { seconds: 20 * HOUR, atLeast: false, againstRto: 'within' },
      });
    });

    it('without the names of what the reader may not see', async () => {
      for (const ref of [db, orders, checkout, web]) {
        const { body } = await portal.as('sam').get(pathOf(ref)).expect(200);
        expect(JSON.stringify(body)).not.toMatch(HIDDEN);
      }
      const { body } = await portal.as('sam').get(pathOf(db));
      expect(gapOf(body, 'slower-than-needed').message).toBe(
        `May take 24 h, needed in 15 min by 4 services: a hidden entity → ${db}.`,
      );
    });

    it('by what is expected, who is unprotected, what resolves nowhere and what nobody classified', async () => {
      const { body } = await portal
        .as('rita')
        .get(pathOf(checkout))
        .expect(200);
      expect(gapOf(body, 'recovery-beyond-rto')).toMatchObject({
        params: { atLeast: 1, rtoSeconds: HOUR, longestStep: db },
      });
      expect(gapOf(body, 'dependency-unprotected')).toMatchObject({
        severity: 'warning',
        params: { count: 1, refs: orders },
      });
      expect(
        body.gaps.filter((gap: any) => gap.code === 'dependency-unprotected'),
      ).toContainEqual(
        expect.objectContaining({
          severity: 'information',
          params: {
            count: 1,
            refs: 'component:default/search-a',
            tierless: 1,
          },
        }),
      );
      expect(gapOf(body, 'dependency-unresolved').params.refs).toBe(
        'resource:default/cache',
      );
      expect(gapOf(body, 'dependency-unclassified').params.count).toBe(3);
      expect(gapOf(body, 'waits-for-slower-dependency')).toMatchObject({
        severity: 'information',
        params: { slowest: db },
      });
    });

    it('anew when a target changes, also at others', async () => {
      await portal
        .as('manuela')
        .edit(db, { rto: '10m' }, { revision: 0 })
        .expect(200);
      const { body } = await portal.as('rita').get(pathOf(db));
      const codes = body.gaps
        .filter((gap: any) => gap.requirement === 'dependencies:rto')
        .map((gap: any) => gap.code);
      expect(codes).toEqual([]);
      const above = await portal.as('rita').get(pathOf(orders));
      expect(gapOf(above.body, 'slower-than-needed').params.neededSeconds).toBe(
        HOUR,
      );
      expect(gapOf(above.body, 'recovery-beyond-rto')).toBeDefined();
    });
  });

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
      expect(JSON.stringify({ ...body, unknown: [] })).not.toMatch(HIDDEN);
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
      expect(text).not.toMatch(HIDDEN);
    });
  });

  describe('lists', () => {
    it('rank without whom most can’t be recovered', async () => {
      const { body } = await portal
        .as('rita')
        .get('/dependencies/concentration')
        .expect(200);
      expect(body.items[0]).toMatchObject({
        entityRef: db,
        rank: 1,
        total: 4,
        byTier: { 'tier-1': 3, 'tier-2': 1 },
      });
      expect(body.totals).toMatchObject({ 'tier-1': 3, 'tier-2': 1 });
      const next = await portal
        .as('rita')
        .get(`/dependencies/concentration?limit=1`);
      const second = await portal
        .as('rita')
        .get(
          `/dependencies/concentration?limit=1&cursor=${next.body.pageInfo.nextCursor}`,
        );
      expect(second.body.items[0].rank).toBe(2);
    });

    it('name conflicts by their root', async () => {
      const { body } = await portal
        .as('rita')
        .get('/dependencies/conflicts?target=rto')
        .expect(200);
      expect(body.items).toMatchObject([
        { entityRef: db, neededFasterBy: 4, path: [hiddenLedger, db] },
        { entityRef: orders, neededFasterBy: 2, path: [checkout, orders] },
      ]);
    });

    it('name what resolves nowhere, and who names it', async () => {
      const { body } = await portal
        .as('rita')
        .get('/dependencies/unresolved')
        .expect(200);
      expect(body.items).toEqual([
        {
          ref: 'resource:default/cache',
          namedBy: [{ entityRef: checkout, title: 'Checkout' }],
          namedByTotal: 1,
          redacted: 0,
        },
      ]);
    });

    it('name what nobody has classified, but not that a System needs its parts', async () => {
      const { body } = await portal
        .as('olivia')
        .get('/dependencies/unclassified')
        .expect(200);
      expect(body.targets[0]).toEqual({
        ref: 'component:default/search-a',
        title: 'search-a',
        total: 2,
      });
      expect(
        body.items.map(({ edge }: any) => [
          edge.from,
          edge.to,
          edge.mayClassify,
        ]),
      ).toContainEqual([checkout, orders, true]);
      expect(body.items.map(({ edge }: any) => edge.from)).not.toContain(
        'system:default/shop',
      );
      const one = await portal
        .as('olivia')
        .get(`/dependencies/unclassified?to=${db}&search=orders`);
      expect(one.body.items).toMatchObject([
        { edge: { from: orders, to: db, mayClassify: false } },
      ]);
    });

    it.each(['concentration', 'conflicts', 'unresolved', 'unclassified'])(
      'of %s name nothing that the caller may not see, and take filters',
      async list => {
        const { body } = await portal
          .as('sam')
          .get(`/dependencies/${list}`)
          .expect(200);
        expect(JSON.stringify(body)).not.toMatch(HIDDEN);
        const filtered = await portal
          .as('sam')
          .get(`/dependencies/${list}?owner=secret-team&tier=tier-1`)
          .expect(200);
        expect(filtered.body).toMatchObject({ totalItems: 0, redacted: 0 });
        await portal
          .as('sam')
          .get(`/dependencies/${list}?cursor=nonsense`)
          .expect(400);
      },
    );
  });

  describe('are classified', () => {
    const classify = (who: string, ...items: object[]) =>
      post(who, 'classifications', { items, reason: 'There is a queue' });

    it('by whoever answers for what depends, with who and why in the history', async () => {
      const { body } = await classify('olivia', {
        from: checkout,
        to: orders,
        strength: 'soft',
        endurable: '4h',
        revision: 0,
      }).expect(200);
      expect(body.items).toMatchObject([
        {
          result: 'changed',
          refusal: null,
          edge: {
            class: 'soft',
            endurableSeconds: 4 * HOUR,
            classification: { revision: 1, reason: 'There is a queue' },
          },
        },
      ]);
      const loss = await post('rita', 'what-if', { entities: [db] });
      expect(
        loss.body.items.find((item: any) => item.entityRef === checkout),
      ).toMatchObject({ effect: 'degraded' });
      const long = await post('rita', 'what-if', {
        entities: [db],
        outage: '5h',
      });
      expect(
        long.body.items.find((item: any) => item.entityRef === checkout),
      ).toMatchObject({ effect: 'affected' });
      const history = await portal
        .as('rita')
        .get(`${pathOf(checkout)}/history`);
      expect(history.body.items[0]).toMatchObject({
        type: 'dependency',
        action: 'classified',
        by: 'user:default/olivia',
        reason: 'There is a queue',
        after: { to: orders, strength: 'soft', endurableSeconds: 4 * HOUR },
      });
      const root = await portal.as('rita').get(pathOf(orders));
      expect(gapOf(root.body, 'slower-than-needed')).toBeUndefined();
    });

    it('each answered for itself', async () => {
      const { body } = await classify(
        'sam',
        { from: checkout, to: orders, strength: 'hard', revision: 0 },
        { from: checkout, to: mail, strength: 'hard', revision: 0 },
        { from: checkout, to: db, strength: 'soft', revision: 0 },
        { from: orders, to: db, strength: 'soft', revision: 0 },
        { from: hiddenLedger, to: db, strength: 'soft', revision: 0 },
        {
          from: web,
          to: checkout,
          strength: 'hard',
          endurable: '1h',
          revision: 0,
        },
        { from: web, to: checkout, strength: 'soft', revision: 3 },
      ).expect(200);
      expect(body.items.map((item: any) => item.refusal)).toEqual([
        null,
        'locked',
        'no-dependency',
        'not-allowed',
        'not-found',
        'wrong',
        'stale',
      ]);
    });

    it('not twice from the same state', async () => {
      const edit = { from: web, to: checkout, strength: 'soft', revision: 0 };
      await classify('olivia', edit);
      const { body } = await classify('manuela', { ...edit, strength: 'hard' });
      expect(body.items[0]).toMatchObject({
        refusal: 'stale',
        edge: { class: 'soft', classification: { revision: 1 } },
      });
      const back = await classify('manuela', {
        ...edit,
        strength: null,
        revision: 1,
      });
      expect(back.body.items[0].edge).toMatchObject({
        class: 'unclassified',
        classification: { revision: 2, strength: null },
      });
    });

    it('again, where the way goes through an API', async () => {
      portal.catalog.put(
        anEntity('api:default/ledger').related('apiProvidedBy', orders),
      );
      portal.catalog.put(
        aService('web').related('consumesApi', 'api:default/ledger'),
      );
      await portal.sweep();
      const way = async () => {
        const { body } = await portal.as('olivia').get(dependenciesOf(web));
        const item = body.needs.items.find(
          (one: any) => one.entityRef === orders,
        );
        return item.edge.ways[0];
      };
      const edit = async (strength: string) => {
        const { classifiedAs, revision } = await way();
        const { body } = await classify('manuela', {
          from: web,
          to: classifiedAs,
          strength,
          revision,
        });
        return body.items[0];
      };
      expect(await way()).toMatchObject({
        kind: 'api',
        classifiedAs: 'api:default/ledger',
        revision: 0,
      });
      expect(await edit('soft')).toMatchObject({
        result: 'changed',
        edge: { ways: [{ class: 'soft', revision: 1 }] },
      });
      expect(await edit('hard')).toMatchObject({
        result: 'changed',
        refusal: null,
        edge: { ways: [{ class: 'hard', revision: 2 }] },
      });
    });

    it('not by readers', async () => {
      const { status, body } = await classify('rita', {
        from: web,
        to: checkout,
        strength: 'soft',
        revision: 0,
      });
      expect(status).toBe(403);
      expect(body.error.message).toContain('continuity.dependency.classify');
    });

    it('no longer when the entity has left, and again when it returns in time', async () => {
      await classify('olivia', {
        from: web,
        to: checkout,
        strength: 'soft',
        revision: 0,
      });
      const entity = aService('web')
        .ownedBy('group:default/shop-team')
        .related('dependsOn', checkout);
      portal.catalog.remove(web);
      await portal.sweep();
      await eventually(async () => {
        const { body } = await portal
          .as('rita')
          .get(dependenciesOf(checkout, '?direction=neededBy'));
        return !refsOf(body.neededBy.items).includes(web);
      });
      portal.catalog.put(entity);
      const { body } = await portal
        .as('rita')
        .get(dependenciesOf(web, '?direction=needs'))
        .expect(200);
      expect(body.needs.items[0]).toMatchObject({ class: 'soft' });
    });
  });
});

async function eventually(look: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await look()) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error('It did not happen in time');
}
