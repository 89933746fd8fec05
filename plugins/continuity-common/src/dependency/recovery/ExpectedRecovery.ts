import { condense, type Condensation } from '../reach/condense';
import type { DependencyGraph } from '../graph/DependencyGraph';
import { nodesOf } from '../graph/nodesOf';
import { Reach } from '../reach/Reach';
import type { RecoveryColumns } from './RecoveryColumns';

/**
 * When something is expected to be back, in seconds from the start of the disruption.
 *
 * @public
 */
export interface ExpectedTime {
  seconds: number;
  /** True where an own time on which it rests is unknown: then it is a lower bound, "at least". */
  atLeast: boolean;
}

/**
 * One step of a critical path: an entity, or the members of a cycle.
 *
 * @public
 */
export interface CriticalStep {
  refs: string[];
  /** The work of this step; what is unknown counts as zero. */
  ownSeconds: number;
  /** The members whose own time is unknown. */
  unknown: string[];
  /** When this step is done. */
  readySeconds: number;
}

/**
 * The expected recovery time of entities (DOMAIN.md §6): own time + the longest among what is needed; a cycle takes the sum of its members'
 * own times.
 *
 * @public
 */
export class ExpectedRecovery {
  readonly #condensation: Condensation;
  readonly #columns: RecoveryColumns;
  readonly #own: Float64Array;
  readonly #ready: Float64Array;
  readonly #atLeast: Uint8Array;
  /** For each component, the one on its critical path that takes longest; made when first asked for. */
  #longest: Int32Array | undefined;

  /** For the nodes of a condensation; whatever it leaves out is up. */
  static ofCondensation(
    condensation: Condensation,
    columns: RecoveryColumns,
  ): ExpectedRecovery {
    return new ExpectedRecovery(condensation, columns);
  }

  private constructor(condensation: Condensation, columns: RecoveryColumns) {
    columns.assertFor(condensation.graph);
    this.#condensation = condensation;
    this.#columns = columns;
    const { count, members, memberOffsets, needs, needsOffsets } = condensation;
    this.#own = new Float64Array(count);
    this.#ready = new Float64Array(count);
    this.#atLeast = new Uint8Array(count);
    for (let c = 0; c < count; c++) {
      let own = 0;
      for (let i = memberOffsets[c]; i < memberOffsets[c + 1]; i++) {
        const time = columns.own[members[i]];
        if (Number.isNaN(time)) this.#atLeast[c] = 1;
        else own += time;
      }
      let longest = 0;
      for (let at = needsOffsets[c]; at < needsOffsets[c + 1]; at++) {
        const needed = needs[at];
        if (this.#ready[needed] > longest) longest = this.#ready[needed];
        if (this.#atLeast[needed]) this.#atLeast[c] = 1;
      }
      this.#own[c] = own;
      this.#ready[c] = own + longest;
    }
  }

  /** When the entity is expected to be back; undefined for entities that were not asked about. */
  of(ref: string): ExpectedTime | undefined {
    const node = this.#condensation.graph.nodeOf(ref);
    return node === -1 ? undefined : this.ofNode(node);
  }

  /** As {@link ExpectedRecovery.of}, by node. */
  ofNode(node: number): ExpectedTime | undefined {
    const c = this.#condensation.componentOf[node];
    if (c === -1) return undefined;
    return { seconds: this.#ready[c], atLeast: this.#atLeast[c] === 1 };
  }

  /**
   * What the time comes from: the steps one after the other, the entity's own last. Of several that take as long, the first in the order of
   * refs. What takes no time and waits for nothing that does is left out.
   */
  criticalPathOf(ref: string): CriticalStep[] {
    const { graph, componentOf } = this.#condensation;
    const node = graph.nodeOf(ref);
    const steps: CriticalStep[] = [];
    let c = node === -1 ? -1 : componentOf[node];
    while (c !== -1) {
      steps.push(this.#step(c));
      c = this.#slowestNeed(c);
    }
    return steps.reverse();
  }

  /**
   * The step of the critical path that takes longest; of several the first to be taken. Undefined for entities that were not asked about.
   */
  longestStepOf(ref: string): { ref: string; seconds: number } | undefined {
    const { graph, componentOf, members, memberOffsets } = this.#condensation;
    const node = graph.nodeOf(ref);
    const c = node === -1 ? -1 : componentOf[node];
    if (c === -1) return undefined;
    const longest = this.#longestSteps()[c];
    return {
      ref: graph.refOf(members[memberOffsets[longest]]),
      seconds: this.#own[longest],
    };
  }

  /** What is needed has the smaller number, so one pass is enough, however long the paths are. */
  #longestSteps(): Int32Array {
    if (this.#longest) return this.#longest;
    const longest = new Int32Array(this.#condensation.count);
    for (let c = 0; c < longest.length; c++) {
      const slowest = this.#slowestNeed(c);
      const before = slowest === -1 ? -1 : longest[slowest];
      const isBefore = before !== -1 && this.#own[before] >= this.#own[c];
      longest[c] = isBefore ? before : c;
    }
    this.#longest = longest;
    return longest;
  }

  /** The refs on which the time rests and whose own time is unknown, in the order of refs; the entity itself may be among them. */
  unknownOf(ref: string): string[] {
    const { graph, links, componentOf } = this.#condensation;
    const node = graph.nodeOf(ref);
    if (node === -1 || componentOf[node] === -1) return [];
    const { nodes } = Reach.from(graph, {
      starts: [node],
      links,
      direction: 'needs',
    });
    return Array.from(nodes)
      .filter(
        other =>
          componentOf[other] !== -1 && Number.isNaN(this.#columns.own[other]),
      )
      .sort((a, b) => graph.rankOf(a) - graph.rankOf(b))
      .map(other => graph.refOf(other));
  }

  #step(c: number): CriticalStep {
    const { graph, members, memberOffsets } = this.#condensation;
    const nodes = Array.from(
      members.subarray(memberOffsets[c], memberOffsets[c + 1]),
    );
    return {
      refs: nodes.map(node => graph.refOf(node)),
      ownSeconds: this.#own[c],
      unknown: nodes
        .filter(node => Number.isNaN(this.#columns.own[node]))
        .map(node => graph.refOf(node)),
      readySeconds: this.#ready[c],
    };
  }

  /** Of what a component needs, the one that is back last; -1 where it waits for nothing. */
  #slowestNeed(c: number): number {
    const { graph, members, memberOffsets, needs, needsOffsets } =
      this.#condensation;
    let slowest = -1;
    let slowestRank = Infinity;
    for (let at = needsOffsets[c]; at < needsOffsets[c + 1]; at++) {
      const needed = needs[at];
      const ready = this.#ready[needed];
      if (ready === 0) continue;
      const rank = graph.rankOf(members[memberOffsets[needed]]);
      const longest = slowest === -1 ? 0 : this.#ready[slowest];
      if (ready > longest || (ready === longest && rank < slowestRank)) {
        slowest = needed;
        slowestRank = rank;
      }
    }
    return slowest;
  }
}

/**
 * The expected recovery time of some entities, if all that they need is down; without refs, of everything.
 *
 * @public
 */
export function expectedRecovery(
  graph: DependencyGraph,
  columns: RecoveryColumns,
  options: { refs?: Iterable<string>; outageSeconds?: number } = {},
): ExpectedRecovery {
  const links = graph.links(options.outageSeconds);
  const nodes =
    options.refs &&
    Reach.from(graph, {
      starts: nodesOf(graph, options.refs).nodes,
      links,
      direction: 'needs',
    }).nodes;
  return ExpectedRecovery.ofCondensation(
    condense(graph, links, nodes),
    columns,
  );
}
