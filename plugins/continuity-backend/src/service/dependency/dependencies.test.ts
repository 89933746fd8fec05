import { TestDatabases } from '@backstage/backend-test-utils';
import {
  checkout,
  db,
  dependenciesOf,
  fleetRoles,
  gapOf,
  hiddenLedger,
  hiddenNames,
  mail,
  orders,
  refsOf,
  startFleet,
  web,
} from '../../__testUtils__/aFleet';
import { aService } from '../../__testUtils__/anEntity';
import { pathOf, Portal } from '../../__testUtils__/Portal';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const HOUR = 3600;

describe.each(databases.eachSupportedId())('dependencies on %s', id => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await startFleet(await databases.init(id));
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
        expect(JSON.stringify(body)).not.toMatch(hiddenNames);
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
        expect(JSON.stringify(body)).not.toMatch(hiddenNames);
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
});
