import { condense } from '../reach/condense';
import type { DependencyGraph } from '../graph/DependencyGraph';
import type { RecoveryColumns } from './RecoveryColumns';
import {
  bitCount,
  walksOfDependents,
  type CountedDependent,
} from '../reach/walksOfDependents';

/**
 * How many entities can't be recovered without this one.
 *
 * @public
 */
export interface ConcentrationEntry {
  ref: string;
  /** Entities in scope that have a tier; the entity itself is not counted. */
  total: number;
  /** By tier id, every tier of the policy. */
  byTier: Record<string, number>;
}

/**
 * The concentration of a catalog (DOMAIN.md §6): for every entity how many in-scope entities with a tier, by tier, can't be recovered without
 * it.
 *
 * @public
 */
export class Concentration {
  readonly #graph: DependencyGraph;
  readonly #tiers: readonly string[];
  /** Per node, one number per tier. */
  readonly #counts: Int32Array;

  /** Counts for everything; seconds of work for 100,000 entities, so keep the result. */
  static of(
    graph: DependencyGraph,
    columns: RecoveryColumns,
    options: { outageSeconds?: number } = {},
  ): Concentration {
    const counting = Concentration.inSteps(graph, columns, options);
    for (;;) {
      const { done, value } = counting.next();
      if (done) return value;
    }
  }

  /** As {@link Concentration.of}, with pauses of which a server can make use: it is done when the generator returns. */
  static *inSteps(
    graph: DependencyGraph,
    columns: RecoveryColumns,
    options: { outageSeconds?: number } = {},
  ): Generator<undefined, Concentration> {
    columns.assertFor(graph);
    const condensation = condense(graph, graph.links(options.outageSeconds));
    const tierCount = columns.tiers.length;
    const byComponent = new Int32Array(condensation.count * tierCount);
    const dependents: CountedDependent[] = [];
    for (let node = 0; node < graph.size; node++) {
      const group = columns.tier[node];
      if (group !== -1) dependents.push({ node, group });
    }
    for (const found of walksOfDependents(condensation, dependents)) {
      const { words, stride, masks, group, weight } = found;
      for (let c = 0; c < condensation.count; c++) {
        for (let w = 0; w < words; w++) {
          const mask = masks[c * stride + w];
          if (mask !== 0) {
            byComponent[c * tierCount + group[w]] += weight[w] * bitCount(mask);
          }
        }
      }
      yield;
    }
    const counts = new Int32Array(graph.size * tierCount);
    for (let node = 0; node < graph.size; node++) {
      const from = condensation.componentOf[node] * tierCount;
      for (let tier = 0; tier < tierCount; tier++) {
        const own = columns.tier[node] === tier ? 1 : 0;
        counts[node * tierCount + tier] = byComponent[from + tier] - own;
      }
    }
    return new Concentration(graph, columns.tiers, counts);
  }

  private constructor(
    graph: DependencyGraph,
    tiers: readonly string[],
    counts: Int32Array,
  ) {
    this.#graph = graph;
    this.#tiers = tiers;
    this.#counts = counts;
  }

  /** How many can't be recovered without this one; undefined for a ref that the graph doesn't have. */
  entry(ref: string): ConcentrationEntry | undefined {
    const node = this.#graph.nodeOf(ref);
    return node === -1 ? undefined : this.#entryOf(node);
  }

  /**
   * The entities without which most can't be recovered: by the number in the most critical tier, then the next, then in the order of refs.
   * Entities that nobody counted needs are left out.
   */
  ranking(options: { limit?: number } = {}): ConcentrationEntry[] {
    return this.#rankedNodes()
      .slice(0, options.limit ?? Infinity)
      .map(node => this.#entryOf(node));
  }

  /** As {@link Concentration.ranking}, as numbers: the nodes, and for each as many counts as there are tiers. */
  ranked(): { nodes: Int32Array; counts: Int32Array } {
    const tierCount = this.#tiers.length;
    const nodes = Int32Array.from(this.#rankedNodes());
    const counts = new Int32Array(nodes.length * tierCount);
    nodes.forEach((node, at) => {
      const from = node * tierCount;
      counts.set(this.#counts.subarray(from, from + tierCount), at * tierCount);
    });
    return { nodes, counts };
  }

  #rankedNodes(): number[] {
    const tierCount = this.#tiers.length;
    const counts = this.#counts;
    const nodes: number[] = [];
    for (let node = 0; node < this.#graph.size; node++) {
      if (this.#total(node) > 0) nodes.push(node);
    }
    return nodes.sort((a, b) => {
      for (let tier = 0; tier < tierCount; tier++) {
        const more =
          counts[b * tierCount + tier] - counts[a * tierCount + tier];
        if (more !== 0) return more;
      }
      return this.#graph.rankOf(a) - this.#graph.rankOf(b);
    });
  }

  #total(node: number): number {
    let total = 0;
    for (let tier = 0; tier < this.#tiers.length; tier++) {
      total += this.#counts[node * this.#tiers.length + tier];
    }
    return total;
  }

  #entryOf(node: number): ConcentrationEntry {
    const byTier: Record<string, number> = {};
    this.#tiers.forEach((tier, index) => {
      byTier[tier] = this.#counts[node * this.#tiers.length + index];
    });
    return { ref: this.#graph.refOf(node), total: this.#total(node), byTier };
  }
}
