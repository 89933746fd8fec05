import { TestDatabases } from '@backstage/backend-test-utils';
import { aCompany, checkout, ledger, roles } from '../__testUtils__/aCompany';
import { aGroup, aService } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { pathOf, Portal } from '../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

/** Whatever of the hidden half could be named: refs, bare names, titles. */
const HIDDEN = /secret|ledger|\bsid\b/i;

/** A company in which everything that `sam` sees has to do with something hidden. */
function anEntangledCompany(): FakeCatalog {
  const catalog = aCompany();
  catalog.put(
    aService('borrowed')
      .ownedBy('group:default/secret-team')
      .partOf('system:default/secret-bank')
      .related('dependsOn', ledger)
      .related('dependencyOf', ledger)
      .annotated('continuity/tier', 'tier-1')
      .annotated('continuity/recovery-owner', 'secret-empty')
      .annotated(
        'continuity/recovery-alternates',
        'secret-team, user:default/sid',
      ),
    aService('marked')
      .ownedBy('group:default/shop-team')
      .annotated('continuity/tier', 'tier-1')
      .annotated('continuity/recovery-owner', ledger)
      .annotated('company/answers', 'secret-team'),
    aGroup('secret-empty'),
  );
  return catalog;
}

describe.each(databases.eachSupportedId())(
  'whoever may not read half of the catalog, on %s,',
  id => {
    let portal: Portal;

    beforeEach(async () => {
      portal = await Portal.start({
        knex: await databases.init(id),
        catalog: anEntangledCompany(),
        roles,
        continuity: {
          mappings: [{ field: 'recoveryOwner', annotation: 'company/answers' }],
        },
      });
      await portal.sweep();
    });

    afterEach(async () => portal.stop());

    it('gets 404 for a hidden entity, with the words for one that does not exist', async () => {
      const sam = portal.as('sam');
      const missing = 'component:default/nothing';
      for (const path of ['', '/history']) {
        const hidden = await sam.get(`${pathOf(ledger)}${path}`).expect(404);
        const none = await sam.get(`${pathOf(missing)}${path}`).expect(404);
        expect(hidden.body.error.message.replace(ledger, 'X')).toBe(
          none.body.error.message.replace(missing, 'X'),
        );
      }
      await sam.edit(ledger, { rto: '4h' }, { revision: 0 }).expect(404);
    });

    it('sees nothing of it in tabs: values, parties, gap texts, neighbours, history', async () => {
      const seen = await portal
        .as('manuela')
        .get(pathOf('component:default/borrowed'));
      expect(JSON.stringify(seen.body)).toMatch(HIDDEN);
      await portal
        .as('manuela')
        .edit(
          'component:default/borrowed',
          { recoveryAlternates: null, rto: '2h' },
          { revision: 0, reason: 'a reason' },
        )
        .expect(200);
      await portal
        .as('manuela')
        .edit(
          checkout,
          { recoveryOwner: 'group:default/secret-team' },
          { revision: 0 },
        )
        .expect(200);

      for (const ref of [
        checkout,
        'component:default/borrowed',
        'component:default/marked',
        'system:default/shop',
      ]) {
        const tab = await portal.as('sam').get(pathOf(ref)).expect(200);
        expect(JSON.stringify(tab.body)).not.toMatch(HIDDEN);
        const history = await portal.as('sam').get(`${pathOf(ref)}/history`);
        expect(JSON.stringify(history.body)).not.toMatch(HIDDEN);
      }
    });

    it('is told how much is hidden', async () => {
      const { body } = await portal.as('sam').get(pathOf(checkout));
      expect(body.dependencies).toMatchObject({
        needs: 1,
        neededBy: 1,
        neededByExamples: ['system:default/shop'],
        redacted: 1,
      });
    });

    it('sees nothing of it in the newer state of a stale edit', async () => {
      await portal
        .as('manuela')
        .edit(
          checkout,
          { recoveryOwner: 'group:default/secret-team' },
          { revision: 0 },
        );
      const { body } = await portal
        .as('sam')
        .edit(checkout, { rto: '4h' }, { revision: 0 })
        .expect(409);
      expect(JSON.stringify(body)).not.toMatch(HIDDEN);
      expect(body.changedSince).toHaveLength(1);
    });

    it('sees nothing of it in the list and its counts', async () => {
      const all = await portal.as('manuela').get('/coverage?limit=500');
      expect(JSON.stringify(all.body)).toMatch(HIDDEN);
      const { body } = await portal.as('sam').get('/coverage?limit=500');
      expect(JSON.stringify(body)).not.toMatch(HIDDEN);
      expect(body.items.map((i: any) => i.entityRef).sort()).toEqual([
        'component:default/borrowed',
        'component:default/cart',
        checkout,
        'component:default/marked',
        'system:default/shop',
      ]);
      expect(body.totalItems).toBe(5);
      expect(body.totalInScope).toBe(5);
      expect(all.body.totalItems).toBe(7);
    });

    it.each([
      'owner=group:default/secret-team',
      'system=system:default/secret-bank',
      'domain=domain:default/secret-money',
      'search=secret',
      'search=ledger',
    ])('finds nothing by %s', async query => {
      const all = await portal.as('manuela').get(`/coverage?${query}`);
      expect(all.body.totalItems).toBeGreaterThan(0);
      const { body } = await portal.as('sam').get(`/coverage?${query}`);
      expect(body).toMatchObject({ items: [], totalItems: 0 });
    });

    it.each(['name', 'owner', '-owner', 'urgency'])(
      'pages through the list sorted by %s without a hidden name in a cursor',
      async sort => {
        let cursor: string | undefined;
        const refs: string[] = [];
        do {
          const { body } = await portal
            .as('sam')
            .get(
              `/coverage?limit=1&sort=${sort}${
                cursor ? `&cursor=${cursor}` : ''
              }`,
            )
            .expect(200);
          refs.push(...body.items.map((i: any) => i.entityRef));
          cursor = body.pageInfo.nextCursor;
          expect(Buffer.from(cursor ?? '', 'base64url').toString()).not.toMatch(
            HIDDEN,
          );
        } while (cursor);
        expect([...new Set(refs)]).toHaveLength(5);
        expect(refs).toHaveLength(5);
      },
    );

    it.each(['owner', 'system', 'domain'])(
      'sees hidden ones as one group when counting by %s',
      async groupBy => {
        const { body } = await portal
          .as('sam')
          .get(`/coverage/summary?groupBy=${groupBy}`);
        expect(JSON.stringify(body)).not.toMatch(HIDDEN);
        const counted = body.groups.flatMap((group: any) =>
          Object.values<number>(group.counts),
        );
        expect(counted.reduce((a: number, b: number) => a + b, 0)).toBe(5);
      },
    );

    it('gets only the labels of what it may see', async () => {
      const { body } = await portal.as('sam').get('/entities/labels');
      expect(JSON.stringify(body)).not.toMatch(HIDDEN);
      expect(body.items.length).toBeGreaterThan(0);
    });

    it('is told to wait while the catalog can’t say what may be seen, and others see what was known', async () => {
      portal.catalog.isAway = true;
      await portal.as('sam').get(pathOf(checkout)).expect(503);
      const { body } = await portal
        .as('rita')
        .get(pathOf(checkout))
        .expect(200);
      expect(body.lastKnownAt).toBeDefined();
    });
  },
);

describe.each(databases.eachSupportedId())(
  'where the catalog refuses everything, on %s,',
  id => {
    it('nothing is listed or shown', async () => {
      const portal = await Portal.start({
        knex: await databases.init(id),
        catalog: aCompany(),
        roles: { ...roles, blind: { readsNothing: true } },
      });
      await portal.sweep();
      const { body } = await portal.as('blind').get('/coverage').expect(200);
      expect(body).toMatchObject({ items: [], totalItems: 0, totalInScope: 0 });
      await portal.as('blind').get(pathOf(checkout)).expect(404);
      await portal.stop();
    });
  },
);
