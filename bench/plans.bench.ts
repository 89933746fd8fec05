import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  defaultPolicy,
  parseContinuityConfig,
  planContentsSchema,
  type PlanContents,
} from '../plugins/continuity-common/src';
import { inChunks } from '../plugins/continuity-backend/src/database/inChunks';
import { PlanApproval } from '../plugins/continuity-backend/src/assessment/PlanApproval';
import type { StoredPlan } from '../plugins/continuity-backend/src/plan/PlanStore';
import { newVersion } from '../plugins/continuity-backend/src/plan/PlanWriter';
import { createStores } from '../plugins/continuity-backend/src/service/createStores';
import { serviceCatalog } from './serviceCatalog';
import {
  measured,
  onBothDatabases,
  PagedCatalog,
  perSecond,
  processorSince,
  startPortal,
  sweep,
  timed,
  type Row,
} from './servicePortal';

const sizes = {
  short: { entities: 2_000, plans: 80 },
  full: { entities: 50_000, plans: 2_000 },
  largest: { entities: 250_000, plans: 10_000 },
};

type Stores = Awaited<ReturnType<typeof createStores>>;

/** A plan for a system with its parts, and for two services beside it; a fifth of them has the next version in review. */
export async function writePlans(stores: Stores, count: number): Promise<void> {
  const { database, planStore, planChangeRequests, engine } = stores;
  const approval = PlanApproval.create({
    planStore,
    planChangeRequests,
    engine,
    policy: defaultPolicy,
  });
  for (let from = 0; from < count; from += 50) {
    await database.transaction(async trx => {
      const dirty = new Set<string>();
      for (let n = from; n < Math.min(count, from + 50); n++) {
        const contents = contentsOf(n);
        const at = new Date(Date.now() - (n % 500) * 86_400_000).toISOString();
        const version = newVersion({ version: 1, contents, by: AUTHOR, at });
        const plan = beginning(n, at);
        await planStore.insert(trx, plan);
        await planStore.insertVersion(trx, plan.id, version);
        const put = await approval.putIntoForce(trx, plan, {
          version,
          by: 'user:default/user-1',
          onBehalfOf: null,
          at,
        });
        let next: StoredPlan = { ...put.plan, revision: 2 };
        if (n % 5 === 0) {
          const open = newVersion({ version: 2, contents, by: AUTHOR, at });
          await planStore.insertVersion(trx, plan.id, {
            ...open,
            state: 'in-review',
            submittedAt: at,
            submittedBy: AUTHOR,
          });
          await planStore.indexVersion(trx, plan.id, open, 'open');
          next = {
            ...next,
            lastVersion: 2,
            openVersion: 2,
            openState: 'in-review',
          };
        }
        await planStore.save(trx, next);
        put.dirty.forEach(ref => dirty.add(ref));
      }
      await engine.markDirty(trx, [...dirty], new Date().toISOString());
    });
  }
}

const AUTHOR = 'user:default/user-0';

function contentsOf(n: number): PlanContents {
  const scope = [
    { entityRef: `system:default/system-${n}`, parts: true },
    { entityRef: `component:default/service-${n}`, parts: false },
    { entityRef: `component:default/service-${n + 7}`, parts: false },
  ];
  const long = 'What to do, in some sentences that people can follow. '.repeat(
    10,
  );
  return planContentsSchema.parse({
    title: `Recovery of system ${n}`,
    purpose: long,
    scope,
    strategy: { kind: 'restore', description: long },
    invocation: { criteria: long, invokers: ['lead'] },
    contacts: [
      {
        id: 'lead',
        role: 'Recovery lead',
        party: { kind: 'internal', ref: `group:default/group-${n % 10}` },
      },
    ],
    minimumService: long,
    recoveryRequirements: long,
    steps: Array.from({ length: 6 }, (_, step) => ({
      id: `step-${step}`,
      title: `Step ${step}`,
      what: long,
      who: ['lead'],
      expectedDuration: 'PT10M',
      entities: [scope[step % scope.length]],
    })),
    lossOfService: long,
    returnToNormal: long,
    basis: { bia: { date: '2026-01-10' }, risk: null },
    changeReference: n % 5 === 0 ? 'RFC-1' : '',
  });
}

function beginning(n: number, at: string): StoredPlan {
  return {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    kind: 'service-recovery',
    ownerRef: `group:default/group-${n % 10}`,
    title: `Recovery of system ${n}`,
    revision: 1,
    lastVersion: 1,
    inForceVersion: null,
    openVersion: 1,
    openState: 'draft',
    form: 'written',
    approvedAt: null,
    approvedBy: null,
    reviewedAt: null,
    fallbackDueAt: null,
    contacts: [],
    createdAt: at,
    createdBy: AUTHOR,
    updatedAt: at,
    updatedBy: AUTHOR,
    archivedAt: null,
    archivedBy: null,
    archivedReason: null,
  };
}

async function everyRef(knex: Knex): Promise<string[]> {
  return knex('assessments').whereNull('valid_to').pluck('entity_ref');
}

/** How many statements the database is asked for one answer. */
async function statements(knex: Knex, work: () => Promise<unknown>) {
  let count = 0;
  const add = () => {
    count += 1;
  };
  knex.on('query', add);
  await work();
  knex.removeListener('query', add);
  return count;
}

async function benchEngine(
  name: 'PostgreSQL' | 'SQLite',
  options: { knex: Knex; entities: number; plans: number },
): Promise<Row[]> {
  const { knex, entities, plans } = options;
  const limit = name === 'PostgreSQL' ? '≤ 50 ms' : '≤ 100 ms';
  const rows: Row[] = [];
  const add = (what: string, result: string, reach?: string) =>
    rows.push({ what: `${name}: ${what}`, measured: result, reach });
  const catalog = new PagedCatalog(serviceCatalog(entities), 500);
  const { call, stop } = await startPortal(knex, catalog);
  await sweep(call);

  const stores = await createStores({
    database: { getClient: async () => knex, migrations: { skip: true } },
    catalog: catalog as never,
    logger: mockServices.rootLogger({ level: 'error' }),
    policy: defaultPolicy,
    operations: parseContinuityConfig(undefined).operations,
    clock: () => new Date(),
  });
  await writePlans(stores, plans);
  const entering = await timed(() => stores.engine.drain());
  add(
    `${plans.toLocaleString('en')} plans come into force`,
    `${(entering / 1000).toFixed(1)} s until all that they cover is assessed`,
  );
  await sweep(call);
  const aim = name === 'PostgreSQL' ? '≥ 5,000/s' : undefined;
  const drained = async (what: string) => {
    const before = process.cpuUsage();
    const assessing = await timed(() => stores.engine.drain());
    add(
      `assessing ${entities.toLocaleString('en')} entities with them ${what}`,
      `${perSecond(entities, assessing)} (${perSecond(
        entities,
        processorSince(before),
      )} of processor time)`,
      aim,
    );
  };
  await stores.engine.markAll(new Date().toISOString());
  await drained('from scratch');
  for (const refs of inChunks(await everyRef(knex))) {
    await knex.transaction(trx =>
      stores.engine.markAffected(trx, refs, new Date().toISOString()),
    );
  }
  await drained('again, nothing changed');
  const asked: Array<[string, string, string?]> = [
    ['list of plans, as it opens', '/plans?limit=50', limit],
    ['list of plans, by review', '/plans?limit=50&sort=reviewDue', limit],
    ['list of plans, stale ones', '/plans?limit=50&problem=stale', limit],
    [
      'list of plans, overdue ones',
      '/plans?limit=50&problem=review-overdue',
      limit,
    ],
    ['list of plans, text', '/plans?limit=50&search=system%2077', limit],
    [
      'list of plans, of an entity',
      '/plans?limit=50&entity=component:default/service-77',
      limit,
    ],
    ['page of a plan', `/plans/${beginning(7, '').id}`, limit],
    [
      'continuity tab with plans',
      '/entities/by-name/component/default/service-777',
      '≤ 20 ms',
    ],
    [
      'continuity tab with plans, of what half of all need',
      '/entities/by-name/component/default/service-77',
    ],
  ];
  for (const [what, at, reach] of asked) {
    add(what, await measured(call, at), reach);
  }
  const tab = (service: string) => () =>
    call('GET', `/entities/by-name/component/default/${service}`);
  const last = Math.floor(entities * 0.85);
  add(
    'statements for a tab: with plans, without',
    `${await statements(knex, tab('service-777'))}, ${await statements(
      knex,
      tab(`service-${last}`),
    )}`,
    'a fixed number',
  );
  await stop();
  return rows;
}

/** Plans over many entities, over both databases: lists, a tab, and the assessment that finds what is stale. */
export async function run({ size }: { size: keyof typeof sizes }) {
  return onBothDatabases((name, knex) =>
    benchEngine(name, { knex, ...sizes[size] }),
  );
}
