import { condense, type Condensation } from '../reach/condense';
import type { DependencyGraph } from '../graph/DependencyGraph';
import { nodesOf } from '../graph/nodesOf';
import { Reach } from '../reach/Reach';

/**
 * What is recovered at once: one entity, or the members of a cycle, which recover together.
 *
 * @public
 */
export interface RecoveryStep {
  /** In the order of refs; more than one is a cycle. */
  refs: string[];
}

/**
 * Steps that can be taken side by side, since all that they need came back in earlier waves.
 *
 * @public
 */
export interface RecoveryWave {
  /** 1 for the first. */
  wave: number;
  /** Sorted by their first ref. */
  steps: RecoveryStep[];
}

/** The wave of each component: the first in which all it needs is up. */
export function wavesOfComponents(condensation: Condensation): Int32Array {
  const { count, needs, needsOffsets } = condensation;
  const waves = new Int32Array(count);
  for (let c = 0; c < count; c++) {
    let wave = 1;
    for (let at = needsOffsets[c]; at < needsOffsets[c + 1]; at++) {
      if (waves[needs[at]] >= wave) wave = waves[needs[at]] + 1;
    }
    waves[c] = wave;
  }
  return waves;
}

/** The waves in which the nodes of a condensation come back. */
export function orderComponents(condensation: Condensation): RecoveryWave[] {
  const { graph, count, members, memberOffsets } = condensation;
  const waveOf = wavesOfComponents(condensation);
  const waves: Array<Array<{ rank: number; component: number }>> = [];
  for (let component = 0; component < count; component++) {
    const wave = waveOf[component];
    while (waves.length < wave) waves.push([]);
    const rank = graph.rankOf(members[memberOffsets[component]]);
    waves[wave - 1].push({ rank, component });
  }
  return waves.map((steps, index) => ({
    wave: index + 1,
    steps: steps
      .sort((a, b) => a.rank - b.rank)
      .map(({ component }) => ({
        refs: Array.from(
          members.subarray(
            memberOffsets[component],
            memberOffsets[component + 1],
          ),
          node => graph.refOf(node),
        ),
      })),
  }));
}

/**
 * In which order some entities and all that they need come back (DOMAIN.md §6), if all of it is down. Refs that the graph doesn't have are
 * passed over.
 *
 * @public
 */
export function recoveryOrder(
  graph: DependencyGraph,
  options: {
    /** A service, a plan's scope; default: everything. */
    refs?: Iterable<string>;
    outageSeconds?: number;
  } = {},
): RecoveryWave[] {
  const links = graph.links(options.outageSeconds);
  const nodes = options.refs
    ? Reach.from(graph, {
        starts: nodesOf(graph, options.refs).nodes,
        links,
        direction: 'needs',
      }).nodes
    : graph.nodes();
  return orderComponents(condense(graph, links, nodes));
}
