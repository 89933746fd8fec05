import { DeclarationOverlay } from './DeclarationOverlay';
import type { DependencyChanges } from './dependencyChanges';
import { DependencyGraph } from './DependencyGraph';
import { layOverEdges } from './layOverEdges';
import { NodeOverlay } from './NodeOverlay';
import { WayOverlay } from './WayOverlay';

/**
 * A graph with some changes laid over it, without building it anew: the work depends on the changes, not on the size of the graph (but for
 * copying a few short arrays). The graph itself stays as it is; changes can be laid over again. Every answer is the same as that of a graph
 * built from the changed catalog.
 *
 * What is replaced stays in memory until `compactDependencyGraph`.
 *
 * @public
 */
export function layOverDependencyGraph(
  graph: DependencyGraph,
  changes: DependencyChanges,
): DependencyGraph {
  const { packed } = graph;
  const nodes = new NodeOverlay(graph);
  const ways = new WayOverlay(packed.ways, nodes);
  const declarations = new DeclarationOverlay(packed, nodes);
  const entities = [...(changes.entities ?? [])];
  const removed = [...(changes.removed ?? [])];

  for (const ref of [...removed, ...entities.map(facts => facts.entityRef)]) {
    nodes.setResolved(ref, false);
    ways.forget(ref);
    declarations.forgetCatalog(ref);
  }
  for (const facts of entities) {
    nodes.setResolved(facts.entityRef, true);
    ways.state(facts);
    declarations.declareInCatalog(facts);
  }
  for (const relation of changes.removedRelations ?? []) ways.remove(relation);
  for (const relation of changes.addedRelations ?? []) ways.add(relation);
  const classifications = [...(changes.classifications ?? [])];
  for (const { from, to } of classifications) {
    declarations.forgetPortal(from, to);
  }
  for (const classification of classifications) {
    if (classification.class !== null) {
      declarations.declareInPortal(classification);
    }
  }

  const numbered = nodes.finish();
  const { ways: newWays, sources } = ways.finish();
  const { declared, dormant, changed } = declarations.finish();
  for (const source of changed) sources.add(source);
  return DependencyGraph.fromPacked({
    ...numbered,
    ways: newWays,
    declared,
    dormant,
    ...layOverEdges(packed, { ...numbered, ways: newWays, declared }, sources),
  });
}
