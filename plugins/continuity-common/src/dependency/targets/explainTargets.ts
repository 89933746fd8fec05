import { comparable } from './comparable';
import type { DependencyGraph } from '../graph/DependencyGraph';
import { Reach, type DependencyDirection } from '../reach/Reach';
import type {
  ConflictTarget,
  RecoveryColumns,
} from '../recovery/RecoveryColumns';

/**
 * An entity whose target is compared with that of another.
 *
 * @public
 */
export interface ComparedEntity {
  ref: string;
  /** Its target. */
  seconds: number;
  /** The shortest path between the two, from what depends to what is depended on. */
  path: string[];
}

/**
 * How the target of an entity stands to those around it.
 *
 * @public
 */
export interface ExplainedTargets {
  ref: string;
  /** Its own target; undefined where unset (an RPO: or where it holds no data). */
  seconds?: number;
  /** The strictest among what depends on it, whether or not it is kept. */
  demanded?: ComparedEntity;
  /** What depends on it and may take less time than it: the strictest first, then the nearest, then in the order of refs. */
  neededFasterBy: { total: number; items: ComparedEntity[] };
  /** What it needs and may take more time than it: the slowest first, then the nearest, then in the order of refs. */
  waitsFor: { total: number; items: ComparedEntity[] };
}

/**
 * Explains the target of one entity: the demanded one, who needs it faster, what slower dependencies it waits for, with the paths
 * (DOMAIN.md §6). Undefined for a ref that the graph doesn't have.
 *
 * @param options - `limit`: how many to list on each side (default 20); all are counted
 * @public
 */
export function explainTargets(
  graph: DependencyGraph,
  columns: RecoveryColumns,
  options: {
    ref: string;
    target: ConflictTarget;
    outageSeconds?: number;
    limit?: number;
  },
): ExplainedTargets | undefined {
  columns.assertFor(graph);
  const node = graph.nodeOf(options.ref);
  if (node === -1) return undefined;
  const { limit = 20 } = options;
  const values = columns[options.target];
  const links = graph.links(options.outageSeconds);

  const look = (direction: DependencyDirection) => {
    const reach = Reach.from(graph, { starts: [node], links, direction });
    const sign = direction === 'needed-by' ? 1 : -1;
    const others = Array.from(reach.nodes)
      .filter(
        other => !Number.isNaN(values[other]) && comparable(graph, other, node),
      )
      .sort(
        (a, b) =>
          sign * (values[a] - values[b]) ||
          reach.distanceTo(a) - reach.distanceTo(b) ||
          graph.rankOf(a) - graph.rankOf(b),
      );
    const conflicting = others.filter(
      other => sign * (values[other] - values[node]) < 0,
    );
    const explain = (other: number): ComparedEntity => ({
      ref: graph.refOf(other),
      seconds: values[other],
      path: reach.pathOfNode(other)!,
    });
    return { others, conflicting, explain };
  };

  const above = look('needed-by');
  const below = look('needs');
  const [strictest] = above.others;
  return {
    ref: graph.refOf(node),
    ...(!Number.isNaN(values[node]) && { seconds: values[node] }),
    ...(strictest !== undefined && { demanded: above.explain(strictest) }),
    neededFasterBy: {
      total: above.conflicting.length,
      items: above.conflicting.slice(0, limit).map(above.explain),
    },
    waitsFor: {
      total: below.conflicting.length,
      items: below.conflicting.slice(0, limit).map(below.explain),
    },
  };
}
