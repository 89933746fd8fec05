import { TestDatabases } from '@backstage/backend-test-utils';
import { parsePlanMarkdown } from 'backstage-plugin-continuity-common';
import { cart, checkout, ledger } from '../../__testUtils__/aCompany';
import {
  approvePlan,
  planContents,
  submitPlan,
} from '../../__testUtils__/aPlan';
import { pathOf } from '../../__testUtils__/Portal';
import type { Portal } from '../../__testUtils__/Portal';
import { TieredShop } from '../../__testUtils__/TieredShop';
import { unzip } from '../../__testUtils__/unzip';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())(
  'what is shown of plans on %s',
  id => {
    let shop: TieredShop;
    let portal: Portal;

    beforeEach(async () => {
      shop = await TieredShop.start(await databases.init(id), {
        tier: 'tier-2',
      });
      ({ portal } = shop);
    });

    afterEach(async () => portal.stop());

    it('counts what is hidden from the reader, names none of it, and lets them not write over it', async () => {
      const approved = await approvePlan(
        portal.as('martin'),
        await submitPlan(
          portal.as('manuela'),
          planContents([checkout, ledger], {
            purpose: 'Also for component:default/ledger.',
          }),
          { owner: 'group:default/shop-team' },
        ),
      );
      const only = await approvePlan(
        portal.as('martin'),
        await submitPlan(
          portal.as('manuela'),
          planContents([ledger], { title: 'Only the l.' }),
          { owner: 'group:default/shop-team' },
        ),
      );
      const sam = portal.as('sam');
      const answers = await Promise.all(
        [
          `/plans/${approved.id}`,
          `/plans/${approved.id}/versions/1`,
          `/plans/${approved.id}/versions/1/export`,
          `/plans/${approved.id}/history`,
          '/plans',
          `/plans/suggestions?entity=${checkout}`,
          pathOf(checkout),
        ].map(path => sam.get(path)),
      );
      for (const { status, body, text } of answers) {
        expect(status).toBe(200);
        expect(JSON.stringify(body) + text).not.toMatch(/secret|ledger|sid\b/);
      }
      expect(answers[0].body.scope).toMatchObject({ entries: 1, redacted: 1 });
      expect(answers[4].body).toMatchObject({ totalItems: 1 });
      await sam.get(`/plans/${only.id}`).expect(404);
      await sam.get(`/plans/${only.id}/versions/1`).expect(404);
      const { body } = await sam
        .put(
          `/plans/${approved.id}/draft`,
          { contents: planContents([checkout]) },
          { 'If-Match': String(approved.revision) },
        )
        .expect(403);
      expect(body.error.message).toMatch(/you may not see/);
      await sam
        .post('/plans', {
          kind: 'service-recovery',
          title: 'x',
          scope: [{ entityRef: ledger }],
        })
        .expect(400);
      const found = await sam.get(`/plans?entity=${ledger}`).expect(200);
      expect(found.body.items).toEqual([]);
    });

    it('keeps private contacts apart, for those who may, and erases them', async () => {
      const approved = await approvePlan(
        portal.as('peter'),
        await submitPlan(portal.as('olivia'), planContents([checkout])),
      );
      const path = `/plans/${approved.id}/contacts`;
      const items = [
        { contactId: 'lead', phone: '+49 170 5550123', email: '', note: '' },
      ];
      await portal.as('olivia').put(path, { items }).expect(200);
      await portal.as('rita').get(path).expect(403);
      expect(
        (await portal.as('peter').get(path).expect(200)).body.items,
      ).toEqual(items);
      await portal.as('olivia').put(path, { items: [] }).expect(200);
      for (const table of [
        'plan_contacts',
        'records',
        'plan_versions',
        'plans',
      ]) {
        const rows = JSON.stringify(await portal.knex(table));
        expect(rows).not.toContain('5550123');
      }
    });

    it('is read by those whom it names, per version', async () => {
      const contents = planContents([checkout], {
        contacts: [
          {
            id: 'lead',
            role: 'Lead',
            party: { kind: 'internal', ref: 'user:default/rita' },
          },
        ],
      });
      const approved = await approvePlan(
        portal.as('peter'),
        await submitPlan(portal.as('olivia'), contents),
      );
      const waiting = await portal.as('rita').get('/plans?waitingForMe=true');
      expect(waiting.body.items).toMatchObject([{ waitingForMe: 'read' }]);
      await portal
        .as('peter')
        .post(`/plans/${approved.id}/acknowledge`, { version: 1 })
        .expect(403);
      const { body } = await portal
        .as('rita')
        .post(`/plans/${approved.id}/acknowledge`, { version: 1 })
        .expect(200);
      expect(body.readers).toMatchObject([
        { ref: 'user:default/rita', readAt: expect.any(String) },
      ]);
      expect(body.names).toMatchObject({
        'user:default/rita': 'Rita Romero',
        [checkout]: 'Checkout',
      });
      const after = await portal.as('rita').get('/plans?waitingForMe=true');
      expect(after.body).toMatchObject({ totalItems: 0, waitingForMe: 0 });
    });

    it('lists by state, kind, owner with nested groups, entity, text, and pages without loss', async () => {
      await submitPlan(portal.as('olivia'), planContents([checkout]), {
        owner: 'group:default/shop-team',
      });
      await submitPlan(
        portal.as('manuela'),
        planContents([cart], { title: 'Zebra 100 %' }),
      );
      await approvePlan(
        portal.as('martin'),
        await submitPlan(
          portal.as('manuela'),
          planContents(['system:default/shop'], {
            title: 'Network',
            scope: [{ entityRef: 'system:default/shop', parts: true }],
          }),
          { kind: 'computer-systems-and-network' },
        ),
      );
      const titles = async (query: string) =>
        (
          await portal
            .as('manuela')
            .get(`/plans?sort=title${query}`)
            .expect(200)
        ).body.items.map((item: any) => item.title);
      expect(await titles('')).toEqual([
        'Network',
        'Recovery of the checkout',
        'Zebra 100 %',
      ]);
      expect(await titles('&state=in-force')).toEqual(['Network']);
      expect(await titles('&state=in-review&state=draft')).toHaveLength(2);
      expect(await titles('&kind=service-recovery')).toHaveLength(2);
      expect(await titles('&owner=group:default/commerce')).toEqual([
        'Recovery of the checkout',
      ]);
      expect(await titles(`&entity=${cart}`)).toEqual([
        'Network',
        'Zebra 100 %',
      ]);
      expect(await titles('&search=zebra%20%25')).toEqual(['Zebra 100 %']);
      const { body: forMartin } = await portal
        .as('martin')
        .get('/plans?waitingForMe=true&sort=title');
      expect(forMartin.items.map((i: any) => i.waitingForMe)).toEqual([
        'review',
        'review',
      ]);
      for (const sort of [
        'title',
        '-title',
        'reviewDue',
        '-reviewDue',
        'updated',
        '-updated',
      ]) {
        const seen: string[] = [];
        let cursor = '';
        do {
          const { body } = await portal
            .as('manuela')
            .get(`/plans?limit=1&sort=${sort}${cursor && `&cursor=${cursor}`}`)
            .expect(200);
          seen.push(...body.items.map((item: any) => item.id));
          cursor = body.pageInfo.nextCursor ?? '';
        } while (cursor);
        expect(new Set(seen).size).toBe(3);
        expect(seen).toHaveLength(3);
      }
      await portal.as('manuela').get('/plans?cursor=abc').expect(400);
    });

    it('is exported as a file that reads back as it was, and copied for an emergency', async () => {
      const approved = await approvePlan(
        portal.as('peter'),
        await submitPlan(
          portal.as('olivia'),
          planContents([checkout], {
            purpose:
              'See <script>alert(1)</script> and [x](javascript:alert(1))',
          }),
        ),
      );
      await portal.as('olivia').put(`/plans/${approved.id}/contacts`, {
        items: [{ contactId: 'lead', phone: '+49 170 5550123' }],
      });
      const { text, headers } = await portal
        .as('rita')
        .get(`/plans/${approved.id}/versions/1/export?format=markdown`)
        .expect(200);
      expect(headers['content-type']).toMatch(/^text\/markdown/);
      expect(text).toContain('approvedBy: user:default/peter');
      expect(text).toContain(approved.version.sha256);
      expect(parsePlanMarkdown(text)).toMatchObject({
        ok: true,
        contents: approved.version.contents,
      });

      await portal.as('rita').get('/plans/emergency-copy').expect(403);
      const zip = await portal
        .as('manuela')
        .get('/plans/emergency-copy')
        .buffer(true)
        .parse((res, done) => {
          const chunks: Buffer[] = [];
          res.on('data', (chunk: Buffer) => chunks.push(chunk));
          res.on('end', () => done(null, Buffer.concat(chunks)));
        })
        .expect(200);
      const files = unzip(zip.body);
      expect([...files.keys()].sort()).toEqual([
        'contacts.html',
        'index.html',
        `plans/recovery-of-the-checkout-${approved.id.slice(0, 8)}.html`,
      ]);
      const page = String(
        files.get([...files.keys()].find(name => /^plans/.test(name))!),
      );
      expect(page).toContain('+49 170 5550123');
      expect(page).toContain('&lt;script&gt;');
      expect(page).not.toMatch(/<script|href="javascript/);
      expect(String(files.get('index.html'))).toMatch(
        /Emergency copy, made on \d+ \w+ 20\d\d at \d\d:\d\d \(UTC\)/,
      );
    });

    it('suggests the system with its parts, and says what they need from outside', async () => {
      const { body } = await portal
        .as('manuela')
        .get(`/plans/suggestions?entity=${checkout}`)
        .expect(200);
      expect(body).toMatchObject({
        scope: [{ entityRef: 'system:default/shop', parts: true }],
        owner: 'group:default/shop-team',
        needs: [{ entityRef: ledger, hasPlan: false }],
        redacted: 0,
      });
    });
  },
);
