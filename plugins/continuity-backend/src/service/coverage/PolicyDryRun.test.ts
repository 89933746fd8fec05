import { TestDatabases } from '@backstage/backend-test-utils';
import {
  defaultPolicyConfig,
  parsePolicy,
  writePolicyText,
  type DryRunItem,
  type DryRunSide,
  type GapCode,
  type PolicyDryRun,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { stringify } from 'yaml';
import { aCompany, checkout, ledger, roles } from '../../__testUtils__/aCompany';
import { anEntity, aService, aSystem } from '../../__testUtils__/anEntity';
import { approvePlan, planContents, submitPlan } from '../../__testUtils__/aPlan';
import { FakeCatalog } from '../../__testUtils__/FakeCatalog';
import { Portal, type Role } from '../../__testUtils__/Portal';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const cart = 'component:default/cart';
const stock = 'resource:default/stock-db';
const { tiers, scope } = defaultPolicyConfig;
const [first, second, third, fourth] = tiers;

const people: Record<string, Role> = {
  ...roles,
  half: { isManager: true, reads: ref => !/secret|ledger|sid/.test(ref) },
};

/** The company with a database that is slow to come back, and with what the built-in policy does not read. */
function aLargerCompany(): FakeCatalog {
  const catalog = aCompany();
  catalog.put(
    anEntity(stock)
      .typed('database')
      .ownedBy('group:default/shop-team')
      .related('dependencyOf', cart),
    aService('cart')
      .ownedBy('group:default/shop-team')
      .partOf('system:default/shop')
      .related('dependencyOf', checkout)
      .related('dependsOn', stock),
    aService('sandbox')
      .ownedBy('group:default/gone')
      .annotated('example.com/stage', 'sandbox'),
    anEntity('component:default/sums')
      .typed('library')
      .ownedBy('group:default/shop-team'),
    aSystem('back-office')
      .ownedBy('group:default/shop-team')
      .annotated('example.com/crit', 'high'),
    aService('wages')
      .ownedBy('group:default/shop-team')
      .partOf('system:default/back-office'),
  );
  return catalog;
}

/** Services of all tiers; one plan, and one exemption. */
async function fill(portal: Portal): Promise<void> {
  await portal.sweep();
  const manuela = portal.as('manuela');
  for (const [ref, values] of [
    [checkout, { tier: 'tier-2', recoveryTime: '30m' }],
    [cart, { tier: 'tier-2' }],
    [ledger, { tier: 'tier-4' }],
    [stock, { tier: 'tier-3', recoveryTime: '3h' }],
    ['component:default/sandbox', { tier: 'tier-4' }],
  ] as const) {
    await manuela.edit(ref, values, { revision: 0 }).expect(200);
  }
  await approvePlan(
    portal.as('martin'),
    await submitPlan(manuela, planContents([checkout, stock])),
  );
  const { body } = await manuela
    .post('/exemptions', {
      entityRef: cart,
      requirement: 'all',
      reason: 'It is replaced.',
      until: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10),
    })
    .expect(200);
  await portal.as('martin').post(`/exemptions/${body.id}/approve`, {}).expect(200);
  await settled(portal);
}

/** Until the graph has said its part. */
async function settled(portal: Portal): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    await portal.sweep();
    await new Promise(resolve => setTimeout(resolve, 50));
    const state = await portal.knex('graph_state').where({ id: 1 }).first();
    const waiting = await portal.knex('dirty_refs').first();
    if (!waiting && Number(state.standings_revision) >= Number(state.revision)) {
      return;
    }
  }
  throw new Error('It never came to rest');
}

async function tried(
  portal: Portal,
  config: object,
  user = 'manuela',
): Promise<{ run: PolicyDryRun; items: DryRunItem[]; hidden: number }> {
  const asked = await portal
    .as(user)
    .post('/policy/dry-run', { text: stringify({ continuity: config }) })
    .expect(202);
  for (let tries = 0; tries < 200; tries++) {
    const { body } = await portal
      .as(user)
      .get(`/policy/dry-run/${asked.body.id}`)
      .expect(200);
    if (body.state === 'done') {
      const list = await portal
        .as(user)
        .get(`/policy/dry-run/${asked.body.id}/changes?limit=500`)
        .expect(200);
      const { items, hidden } = list.body;
      return { run: body, items, hidden };
    }
    if (body.state === 'failed') throw new Error(body.problem);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error('It was never worked out');
}

/** What is stored as holding now. */
async function stored(knex: Knex) {
  const rows = await knex('assessments').whereNull('valid_to');
  const gaps: Record<string, number> = {};
  for (const { dues, in_scope } of rows) {
    if (!in_scope) continue;
    const codes = String(dues).split('|').filter(Boolean);
    for (const code of new Set(codes.map(due => due.split('@')[0]))) {
      gaps[code] = (gaps[code] ?? 0) + 1;
    }
  }
  return {
    sides: Object.fromEntries(
      rows.map(row => [
        row.entity_ref,
        { status: row.status, tier: row.tier, late: Boolean(row.late) },
      ]),
    ),
    gaps,
  };
}

const gapsOf = (run: PolicyDryRun, when: 'now' | 'then') =>
  Object.fromEntries(
    run.summary!.gaps.flatMap(gap =>
      gap[when] > 0 ? [[gap.code, gap[when]]] : [],
    ),
  );

/** What is tried, and what the graph says more often then. */
const policies: Array<[string, object, ...GapCode[]]> = [
  [
    'shorter targets',
    {
      tiers: [
        first,
        { ...second, targets: { rto: 'PT2H', rpo: 'PT10M', mtpd: 'PT6H' } },
        third,
        fourth,
      ],
    },
    'recovery-beyond-rto',
  ],
  [
    'more that is required, of plans, tests and analyses',
    {
      tiers: [
        first,
        second,
        {
          ...third,
          requires: {
            ...third.requires,
            tests: [{ depth: 'failover', every: 'P3M' }],
          },
        },
        { ...fourth, requires: { plan: 'P1Y', tests: [] } },
      ],
      programme: { plan: '2026-01-01', newEntityGrace: 'P1D' },
    },
  ],
  [
    'another scope, by an annotation that nobody read before',
    {
      scope: {
        $all: [
          {
            $any: [
              { kind: { $in: ['System', 'Resource', 'Component'] } },
              ...scope.$all,
            ],
          },
          { $not: { 'metadata.annotations.example.com/stage': 'sandbox' } },
        ],
      },
    },
  ],
  [
    'a mapping that parts take over from their system',
    {
      mappings: [
        {
          field: 'tier',
          annotation: 'example.com/crit',
          values: { high: 'tier-1' },
        },
      ],
    },
  ],
  ['a tier less', { tiers: [first, third, fourth] }],
  [
    'other kinds of plan, severities and nothing taken over',
    {
      plans: { satisfyingKinds: ['telecommunications'] },
      severities: {
        'plan-missing': 'warning',
        'owner-unresolved': 'critical',
        'slower-than-needed': 'critical',
        'dependency-unprotected': 'critical',
      },
      inherit: [],
    },
  ],
];

describe.each(databases.eachSupportedId())('a dry run on %s', id => {
  let knex: Knex;
  let portal: Portal;

  const start = async (continuity: object = {}) => {
    portal = await Portal.start({
      knex,
      catalog: aLargerCompany(),
      roles: people,
      continuity,
    });
  };

  beforeEach(async () => {
    knex = await databases.init(id);
    await start();
  });

  afterEach(async () => portal.stop());

  it.each(policies)('of %s says what a start with it gives', async (_name, config, ...more) => {
    await fill(portal);
    const before = await stored(knex);
    const { run, items, hidden } = await tried(portal, config);
    expect(hidden).toBe(0);
    expect(run.summary!.notExamined).toEqual([]);
    expect(run.summary!.examined).toBe(Object.keys(before.sides).length);
    expect(gapsOf(run, 'now')).toEqual(before.gaps);
    expect(items.length).toBeGreaterThan(0);
    const [now, then] = [gapsOf(run, 'now'), gapsOf(run, 'then')];
    expect(
      more.filter(code => !((then[code] ?? 0) > (now[code] ?? 0))),
    ).toEqual([]);
    for (const item of items) {
      expect(item.before).toEqual(before.sides[item.entityRef]);
    }
    const expected = {
      sides: {
        ...before.sides,
        ...Object.fromEntries(
          items.map(({ entityRef, after }) => [entityRef, after]),
        ),
      },
      gaps: gapsOf(run, 'then'),
    };

    await portal.stop();
    await start(config);
    await settled(portal);
    const after = await stored(knex);
    // what is out of scope has a tier that nobody looks at
    const looked = (sides: Record<string, DryRunSide>) =>
      Object.fromEntries(
        Object.entries(sides).filter(
          ([, { status }]) => status !== 'out-of-scope',
        ),
      );
    expect(looked(expected.sides)).toEqual(looked(after.sides));
    expect(expected.gaps).toEqual(after.gaps);
  });

  it('writes nothing: neither assessments nor history', async () => {
    await fill(portal);
    const all = async () => ({
      assessments: await knex('assessments').orderBy('id'),
      records: await knex('records').orderBy('id'),
      standings: await knex('dependency_standings').orderBy('entity_ref'),
      versions: await knex('policy_versions'),
      facts: await knex('recovery_facts').orderBy('entity_ref'),
    });
    const before = await all();
    const { run } = await tried(portal, policies[1][1]);
    expect(run.summary!.changes.worse).toBeGreaterThan(0);
    expect(await all()).toEqual(before);
    await settled(portal);
    expect((await all()).standings).toEqual(before.standings);
  });

  it('says of the policy in force that nothing changes', async () => {
    await fill(portal);
    const { body } = await portal.as('manuela').get('/policy').expect(200);
    const { body: asked } = await portal
      .as('manuela')
      .post('/policy/dry-run', { text: writePolicyText(body.policy) })
      .expect(202);
    expect(asked).toMatchObject({ state: expect.any(String), progress: 0 });
    const { run, items } = await tried(portal, {});
    expect(items).toEqual([]);
    expect(run.summary).toMatchObject({ changes: {}, sections: [] });
    expect(parsePolicy({})).toEqual(body.policy);
  });

  it('refuses a wrong policy with the path and line of each mistake, and begins nothing', async () => {
    await portal.sweep();
    const { body } = await portal
      .as('manuela')
      .post('/policy/dry-run', {
        text: 'continuity:\n  teirs: []\n  dueSoon: soon\n',
      })
      .expect(400);
    expect(body.error.issues).toEqual(
      expect.arrayContaining([
        {
          path: 'continuity.teirs',
          message: expect.stringMatching(/^Line 2: .*not known here.*tiers/),
        },
        {
          path: 'continuity.dueSoon',
          message: expect.stringMatching(/^Line 3: /),
        },
      ]),
    );
    const { body: none } = await portal.as('manuela').get('/policy/dry-run');
    expect(none).toEqual({ run: null });
  });

  it('counts what the reader may not see, and names it nowhere', async () => {
    await fill(portal);
    const whole = await tried(portal, policies[1][1]);
    const part = await tried(portal, policies[1][1], 'half');
    expect(whole.items.map(item => item.entityRef)).toContain(ledger);
    expect(JSON.stringify(part)).not.toMatch(/ledger|secret/);
    expect(part.hidden).toBe(whole.items.length - part.items.length);
    expect(part.hidden).toBeGreaterThan(0);
    expect(part.run.summary).toEqual(whole.run.summary);
  });

  it('comes in pages, worst first, and by what happens', async () => {
    await fill(portal);
    const { run, items } = await tried(portal, policies[1][1]);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await portal
        .as('manuela')
        .get(
          `/policy/dry-run/${run.id}/changes?limit=2${
            cursor ? `&cursor=${cursor}` : ''
          }`,
        )
        .expect(200);
      expect(body.totalItems).toBe(items.length);
      paged.push(...body.items.map((item: DryRunItem) => item.entityRef));
      cursor = body.pageInfo.nextCursor;
    } while (cursor);
    expect(paged).toEqual(items.map(item => item.entityRef));
    expect(items[0].change).toBe('worse');
    const { body } = await portal
      .as('manuela')
      .get(`/policy/dry-run/${run.id}/changes?change=gaps`)
      .expect(200);
    expect(body.items.map((item: DryRunItem) => item.entityRef)).toEqual(
      items.filter(({ change }) => change === 'gaps').map(item => item.entityRef),
    );
    await portal
      .as('manuela')
      .get(`/policy/dry-run/${run.id}/changes?cursor=x`)
      .expect(400);
  });

  it('says which fields could not be read while the catalog is away', async () => {
    await fill(portal);
    portal.catalog.isAway = true;
    const { run } = await tried(portal, policies[3][1]);
    expect(run.summary!.notExamined).toEqual([
      {
        reason: 'fields',
        fields: ['metadata.annotations.example.com/crit'],
        entities: run.summary!.examined,
      },
    ]);
  });

  it('is for who asked alone, one at a time, and for a day', async () => {
    await fill(portal);
    const { run: old } = await tried(portal, policies[1][1]);
    await portal.as('martin').get(`/policy/dry-run/${old.id}`).expect(404);
    await portal.as('martin').get(`/policy/dry-run/${old.id}/changes`).expect(404);
    await portal.as('nobody').get('/policy/dry-run').expect(200);
    const { run } = await tried(portal, policies[4][1]);
    await portal.as('manuela').get(`/policy/dry-run/${old.id}`).expect(404);
    const { body } = await portal.as('manuela').get('/policy/dry-run').expect(200);
    expect(body.run.id).toBe(run.id);
    expect(
      await knex('policy_dry_run_changes').whereNot({ run_id: run.id }),
    ).toEqual([]);
    await knex('policy_dry_runs').update({
      expires_at: new Date(Date.now() - 1).toISOString(),
    });
    await portal.as('manuela').get(`/policy/dry-run/${run.id}`).expect(404);
    await tried(portal, {}, 'martin');
    expect(await knex('policy_dry_runs').pluck('requested_by')).toEqual([
      'user:default/martin',
    ]);
  });
});
