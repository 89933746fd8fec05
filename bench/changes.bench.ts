import type { Entity } from '@backstage/catalog-model';
import { dependencyCatalog } from './dependencyCatalog';
import {
  onBothDatabases,
  PagedCatalog,
  percentile,
  processorSince,
  startPortal,
  sweep,
  timed,
  type Call,
  type Row,
} from './servicePortal';

const sizes = {
  short: { entities: 2_000, relations: 20_000 },
  full: { entities: 100_000, relations: 1_000_000 },
  largest: { entities: 250_000, relations: 10_000_000 },
};
const TOUCHED = 10;
const CHECKS = 40;
const AT_ONCE = 50;

const kinds: Record<string, string> = {
  api: 'API',
  component: 'Component',
  resource: 'Resource',
  system: 'System',
};

/** The catalog of the dependency bench as entities: three quarters have a tier. */
function entitiesOf(size: keyof typeof sizes): Entity[] {
  const { rows } = dependencyCatalog({ ...sizes[size], sides: 2 });
  return rows.map(({ entityRef, relations }, i) => {
    const [kind, name] = entityRef.split(':default/');
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: kinds[kind],
      metadata: {
        uid: `uid-${entityRef}`,
        namespace: 'default',
        name,
        annotations: {
          'backstage.io/managed-by-location': `url:https://github.com/acme/r${
            i % 997
          }/blob/main/catalog-info.yaml`,
          'backstage.io/source-location': `url:https://github.com/acme/r${
            i % 997
          }/tree/main/${name}/`,
          ...(i % 4 < 3 && { 'continuity/tier': `tier-${(i % 4) + 1}` }),
        },
      },
      spec: { type: 'service', lifecycle: 'production' },
      relations: [
        ...relations,
        { type: 'ownedBy', targetRef: `group:default/group-${i % 50}` },
      ],
    };
  });
}

function timesOf(times: number[], processor?: number): string {
  times.sort((a, b) => a - b);
  const text = `${percentile(times, 0.5).toFixed(1)} ms median, ${percentile(
    times,
    0.99,
  ).toFixed(1)} ms p99`;
  return processor === undefined
    ? text
    : `${text}, ${processor.toFixed(1)} ms processor`;
}

/** Each check touches other entities. */
function questions(entities: Entity[]) {
  let next = 0;
  return () => ({
    touched: Array.from({ length: TOUCHED }, () => {
      next = (next + 7_919) % entities.length;
      const { kind, metadata } = entities[next];
      return { entityRef: `${kind}:default/${metadata.name}` };
    }),
  });
}

async function checks(call: Call, ask: () => object): Promise<string> {
  const check = () => call('POST', '/changes/assess', 'user', ask());
  for (let i = 0; i < 5; i++) await check();
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let i = 0; i < CHECKS; i++) times.push(await timed(check));
  return timesOf(times, processorSince(before) / CHECKS);
}

/** Many at once while the catalog is read again, of which one in a thousand has changed. */
async function duringSweep(
  call: Call,
  options: { catalog: PagedCatalog; ask: () => object },
): Promise<string> {
  const { catalog, ask } = options;
  catalog.change(1_000);
  const sweeping = sweep(call);
  let failed = 0;
  const times = await Promise.all(
    Array.from({ length: AT_ONCE }, () =>
      timed(() =>
        call('POST', '/changes/assess', 'user', ask()).catch(() => {
          failed += 1;
        }),
      ),
    ),
  );
  await sweeping;
  return `${failed} failed; ${timesOf(times)}`;
}

/** How long it takes to tell what a change means for the plans. */
export async function run({
  size,
}: {
  size: keyof typeof sizes;
}): Promise<Row[]> {
  const { entities: count, relations } = sizes[size];
  return onBothDatabases(async (name, knex) => {
    const entities = entitiesOf(size);
    const catalog = new PagedCatalog(entities, 500);
    const portal = await startPortal(knex, catalog);
    await sweep(portal.call);
    const ask = questions(entities);
    const about = `of ${TOUCHED} touched, ${count.toLocaleString(
      'en',
    )} entities and ${relations.toLocaleString('en')} relations`;
    const rows = [
      {
        what: `${name}: check ${about}`,
        measured: await checks(portal.call, ask),
        reach: '≤ 20 ms median, ≤ 100 ms p99',
      },
      {
        what: `${name}: ${AT_ONCE} checks at once while a sweep runs`,
        measured: await duringSweep(portal.call, { catalog, ask }),
        reach: 'none fails',
      },
    ];
    await portal.stop();
    await knex.destroy();
    return rows;
  });
}
