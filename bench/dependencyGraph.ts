/*
 * The dependency graph at the size that ARCHITECTURE.md asks for. Run:
 *
 *   node --expose-gc --require @backstage/cli/config/nodeTransform.cjs bench/dependencyGraph.ts [entities] [relations]
 */
import {
  buildDependencyGraph,
  countTargetDemands,
  Concentration,
  demandedTargets,
  expectedRecovery,
  findCycles,
  findTargetConflicts,
  layOverDependencyGraph,
  reachDependencies,
  RecoveryColumns,
  recoveryOrder,
  whatIfLost,
  type DependencyGraph,
} from '../plugins/continuity-common/src';
import { dependencyCatalog, seeded } from './dependencyCatalog';

const [entities, relations] = [
  Number(process.argv[2] ?? 100_000),
  Number(process.argv[3] ?? 1_000_000),
];

const table: Array<Record<string, string | number>> = [];

function megabytes(): number {
  global.gc?.();
  global.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

/**
 * The middle and the slowest of some runs after a warm-up, and the processor's time of the middle one: on a machine with other work that says
 * more than the clock.
 */
function measure(what: string, runs: number, run: (i: number) => unknown) {
  run(0);
  const times: number[] = [];
  const cpuTimes: number[] = [];
  for (let i = 0; i < runs; i++) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    run(i);
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(cpu);
    cpuTimes.push((user + system) / 1000);
  }
  const at = (list: number[], share: number) =>
    [...list].sort((a, b) => a - b)[
      Math.min(runs - 1, Math.floor(runs * share))
    ];
  table.push({
    what,
    runs,
    'median ms': at(times, 0.5).toFixed(2),
    'p99 ms': at(times, 0.99).toFixed(2),
    'cpu ms': at(cpuTimes, 0.5).toFixed(2),
  });
  return at(times, 0.5);
}

/** What a walk can't be faster than: breadth first over two plain arrays. */
function bareSearch(offsets: Int32Array, targets: Int32Array, start: number) {
  const size = offsets.length - 1;
  const seen = new Uint8Array(size);
  const queue = new Int32Array(size);
  let tail = 0;
  queue[tail++] = start;
  seen[start] = 1;
  for (let head = 0; head < tail; head++) {
    const node = queue[head];
    for (let at = offsets[node]; at < offsets[node + 1]; at++) {
      const next = targets[at];
      if (seen[next] === 0) {
        seen[next] = 1;
        queue[tail++] = next;
      }
    }
  }
  return tail;
}

function plainArrays(graph: DependencyGraph) {
  const offsets = new Int32Array(graph.size + 1);
  const { starts, ends, items } = graph.packed.hard.backward;
  for (let node = 0; node < graph.size; node++) offsets[node] = starts[node];
  offsets[graph.size] = ends[graph.size - 1] ?? 0;
  return { offsets, targets: items };
}

for (const sides of [1, 2] as const) {
  const catalog = dependencyCatalog({ entities, relations, sides });
  const given = {
    entities: catalog.rows,
    classifications: catalog.classifications,
  };
  const label = sides === 1 ? 'stated once' : 'stated on both sides';
  const numbers = new Map(
    catalog.rows.map(({ entityRef }, number) => [entityRef, number]),
  );
  measure(`only looking up each ref of those, ${label}`, 5, () => {
    let sum = 0;
    for (const { relations: stated } of catalog.rows) {
      for (const { targetRef } of stated) sum += numbers.get(targetRef) ?? 0;
    }
    return sum;
  });
  measure(`build from ${catalog.relations} relations, ${label}`, 5, () =>
    buildDependencyGraph(given),
  );
}

const catalog = dependencyCatalog({ entities, relations, sides: 2 });
const before = megabytes();
const graph = buildDependencyGraph({
  entities: catalog.rows,
  classifications: catalog.classifications,
});
const used = megabytes() - before;

const random = seeded(5);
const tiers = ['tier-1', 'tier-2', 'tier-3', 'tier-4'];
const hours = [1, 4, 24, 72];
const columns = RecoveryColumns.read(graph, {
  tiers,
  factsOf: () => {
    const tier = random() < 0.6 ? Math.floor(random() ** 0.4 * 4) : undefined;
    return {
      tier: tier === undefined ? undefined : tiers[tier],
      inScope: random() < 0.5,
      rtoSeconds: tier === undefined ? undefined : hours[tier] * 3600,
      rpoSeconds: random() < 0.5 ? 'none' : Math.floor(random() * 20) * 300,
      ownTime:
        random() < 0.8
          ? { seconds: Math.floor(random() * 7200), source: 'estimated' }
          : undefined,
    };
  },
});

// The most needed of all: everything is reached from it, or nearly
const { offsets, targets } = plainArrays(graph);
let hub = 0;
let widest = 0;
for (let node = 0; node < graph.size; node += Math.ceil(graph.size / 2000)) {
  const reached = bareSearch(offsets, targets, node);
  if (reached > widest) [hub, widest] = [node, reached];
}
const hubRef = graph.refOf(hub);
const bare = measure(
  `bare search over typed arrays, ${widest} reached`,
  40,
  () => bareSearch(offsets, targets, hub),
);
const own = measure(`reach, the same`, 40, () =>
  reachDependencies(graph, { from: [hubRef], direction: 'needed-by' }),
);
const laidOver = layOverDependencyGraph(graph, {
  addedRelations: [
    {
      sourceRef: 'component:default/new',
      type: 'dependsOn',
      targetRef: hubRef,
    },
  ],
});
measure('reach, the same, with a change laid over', 40, () =>
  reachDependencies(laidOver, { from: [hubRef], direction: 'needed-by' }),
);
measure('reach, the same, in an outage of 4 h', 40, () =>
  reachDependencies(graph, {
    from: [hubRef],
    direction: 'needed-by',
    outageSeconds: 4 * 3600,
  }),
);
const some = (i: number) => catalog.rows[(i * 7919) % catalog.rows.length];
measure('reach, ten entities, with all paths of the first 500', 40, i => {
  const from = Array.from({ length: 10 }, (_, k) => some(i * 10 + k).entityRef);
  const reach = reachDependencies(graph, { from, direction: 'needed-by' });
  return reach
    .entities()
    .slice(0, 500)
    .map(({ ref }) => reach.pathOf(ref));
});
measure('lay ten changed entities over', 40, i =>
  layOverDependencyGraph(graph, {
    entities: Array.from({ length: 10 }, (_, k) => {
      const row = some(i * 10 + k);
      const newTarget = some(i * 31 + k).entityRef;
      return {
        ...row,
        relations: [
          ...row.relations.slice(1),
          { type: 'dependsOn', targetRef: newTarget },
        ],
      };
    }),
  }),
);
measure('cycles', 5, () => findCycles(graph));
measure('waves of everything', 5, () => recoveryOrder(graph));
measure('expected times of everything', 5, () =>
  expectedRecovery(graph, columns),
);
measure('demanded RTO of everything', 5, () =>
  demandedTargets(graph, columns, { target: 'rto' }).of(hubRef),
);
const conflicts = findTargetConflicts(graph, columns, { target: 'rto' });
measure('RTO conflicts of everything', 5, () =>
  findTargetConflicts(graph, columns, { target: 'rto' }),
);
measure('the same, a page of 50 counted', 5, () =>
  countTargetDemands(graph, columns, conflicts.slice(0, 50)),
);
measure(`the same, all ${conflicts.length} counted`, 1, () =>
  countTargetDemands(graph, columns, conflicts),
);
measure('RTO conflicts around ten entities', 20, i =>
  findTargetConflicts(graph, columns, {
    target: 'rto',
    around: Array.from({ length: 10 }, (_, k) => some(i * 10 + k).entityRef),
  }),
);
measure('concentration of everything', 1, () =>
  Concentration.of(graph, columns).ranking({ limit: 50 }),
);
measure('what if the hub is lost: affected, waves, times', 5, () => {
  const loss = whatIfLost(graph, { lost: [hubRef] });
  return [loss.affected, loss.degraded, loss.order, loss.times(columns)];
});

console.table(table);
console.log({
  counts: graph.counts(),
  cycles: findCycles(graph).length,
  largestCycle: Math.max(0, ...findCycles(graph).map(cycle => cycle.length)),
  waves: recoveryOrder(graph).length,
  conflicts: conflicts.length,
  graphMegabytes: Math.round(used),
  reachAgainstBare: (own / bare).toFixed(2),
});
