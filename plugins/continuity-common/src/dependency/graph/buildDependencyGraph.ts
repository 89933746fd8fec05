import type {
  DependencyClassification,
  DependencyFacts,
} from './dependencyFacts';
import type { DependencyGraph } from './DependencyGraph';
import { DependencyGraphBuilder } from './DependencyGraphBuilder';

/**
 * Builds the dependency graph of a catalog (DOMAIN.md §3).
 *
 * @public
 */
export function buildDependencyGraph(options: {
  entities: Iterable<DependencyFacts>;
  classifications?: Iterable<DependencyClassification>;
}): DependencyGraph {
  const builder = new DependencyGraphBuilder();
  for (const facts of options.entities) builder.addEntity(facts);
  for (const classification of options.classifications ?? []) {
    builder.addClassification(classification);
  }
  return builder.build();
}
