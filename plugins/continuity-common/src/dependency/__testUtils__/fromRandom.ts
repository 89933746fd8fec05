import { buildDependencyGraph } from '../graph/buildDependencyGraph';
import type { DependencyGraph } from '../graph/DependencyGraph';
import { RecoveryColumns } from '../recovery/RecoveryColumns';
import { TIERS, type RandomCatalog } from './randomCatalog';
import { ReferenceGraph } from './ReferenceGraph';

/** The graph of a random catalog, its facts, and the reference it is compared with. */
export function fromRandom(catalog: RandomCatalog): {
  graph: DependencyGraph;
  columns: RecoveryColumns;
  reference: ReferenceGraph;
} {
  const graph = buildDependencyGraph(catalog);
  return {
    graph,
    columns: columnsOf(graph, catalog),
    reference: new ReferenceGraph(catalog),
  };
}

/** The recovery facts of a random catalog. */
export function columnsOf(
  graph: DependencyGraph,
  catalog: RandomCatalog,
): RecoveryColumns {
  return RecoveryColumns.read(graph, {
    tiers: TIERS,
    factsOf: ref => catalog.facts.get(ref),
  });
}
