import { comparable } from './comparable';
import { componentsAlong } from './componentsAlong';
import type { Condensation } from './condense';
import { listOf } from './packedLists';

/** How many candidates are kept at most for a component; with more, the rare entity that needs them is looked up by itself. */
const CAPACITY = 8;
/** An entity is part of one System, rarely of two; those in more are looked up by themselves where it matters. */
const MOST_SYSTEMS = 2;

/**
 * Finds, for every entity at once, whose target is the extreme one among all that it is compared with: the smallest among what depends on it
 * (`demanded`), or the largest among what it needs (`slowest`).
 *
 * One candidate for each component would do, were it not that a System's target is not compared with its own parts'. So a component keeps
 * its best candidates, and drops one only if enough better ones remain for whoever it could be compared with.
 */
export class StrictestTargets {
  readonly #condensation: Condensation;
  readonly #values: Float64Array;
  readonly #looking: 'demanded' | 'slowest';
  /** Per component the candidates, best first; the component's own members are among them. */
  readonly #candidates: Int32Array;
  readonly #found: Uint8Array;
  /** 1 where a candidate was dropped for want of room. */
  readonly #cut: Uint8Array;
  /** How many Systems an entity is part of, at most; see {@link MOST_SYSTEMS}. */
  readonly #systemCount: number;

  /** @param values - the target of each node, NaN where there is none */
  constructor(
    condensation: Condensation,
    values: Float64Array,
    looking: 'demanded' | 'slowest',
  ) {
    this.#condensation = condensation;
    this.#values = values;
    this.#looking = looking;
    const { count, members, needs, needsOffsets } = condensation;
    this.#candidates = new Int32Array(count * CAPACITY);
    this.#found = new Uint8Array(count);
    this.#cut = new Uint8Array(count);
    let systemCount = 0;
    for (let i = 0; i < members.length; i++) {
      systemCount = Math.max(systemCount, this.#systemsOf(members[i]).length);
    }
    this.#systemCount = Math.min(systemCount, MOST_SYSTEMS);
    const isDemand = looking === 'demanded';
    for (let i = 0; i < count; i++) {
      const c = isDemand ? count - 1 - i : i;
      if (isDemand) this.#offerMembers(c);
      for (let at = needsOffsets[c]; at < needsOffsets[c + 1]; at++) {
        if (isDemand) this.#offerAll(c, needs[at]);
        else this.#offerAll(needs[at], c);
      }
      if (!isDemand) this.#offerMembers(c);
    }
  }

  /** The node with the extreme target (of equal ones the first in the order of refs), or -1 where there is none. */
  of(node: number): number {
    const { graph, componentOf } = this.#condensation;
    const c = componentOf[node];
    if (c === -1) return -1;
    const from = c * CAPACITY;
    const length = this.#found[c];
    let place = 0;
    while (
      place < length &&
      !comparable(graph, this.#candidates[from + place], node)
    ) {
      place++;
    }
    const mayMiss =
      place > 0 &&
      (this.#cut[c] === 1 || this.#systemsOf(node).length > this.#systemCount);
    if (mayMiss) return this.#lookUp(node);
    return place < length ? this.#candidates[from + place] : -1;
  }

  #systemsOf(node: number): Int32Array {
    return listOf(this.#condensation.graph.packed.ways.parts.backward, node);
  }

  /** Whether a candidate is of no use to an entity because it is the entity, or a part of it. */
  #isOrBelongsTo(candidate: number, node: number): boolean {
    const { starts, ends, items, extra } =
      this.#condensation.graph.packed.ways.parts.backward;
    if (candidate === node) return true;
    const start = starts[candidate];
    const list = start < 0 ? extra : items;
    for (let at = start < 0 ? ~start : start; at < ends[candidate]; at++) {
      if (list[at] >> 2 === node) return true;
    }
    return false;
  }

  /**
   * Whether anybody could need a candidate that has `better` better ones before it. Whoever it is of use to must find enough of those of use
   * already: one, after taking off the Systems that it is part of itself.
   */
  #isNeeded(candidate: number, from: number, better: number): boolean {
    const enough = this.#systemCount + 1;
    // All but the entity itself are of use to whoever is no System
    if (better <= enough) return true;
    const candidates = this.#candidates;
    for (let i = 0; i < better; i++) {
      const other = candidates[from + i];
      if (this.#leavesTooFew(other, candidate, from, better, enough)) {
        return true;
      }
      const systems = this.#systemsOf(other);
      for (let s = 0; s < systems.length; s++) {
        const system = systems[s] >> 2;
        if (this.#leavesTooFew(system, candidate, from, better, enough)) {
          return true;
        }
      }
    }
    return false;
  }

  #leavesTooFew(
    node: number,
    candidate: number,
    from: number,
    better: number,
    enough: number,
  ): boolean {
    if (this.#isOrBelongsTo(candidate, node)) return false;
    let ofUse = 0;
    for (let i = 0; i < better; i++) {
      if (!this.#isOrBelongsTo(this.#candidates[from + i], node)) ofUse++;
    }
    return ofUse < enough;
  }

  #isBetter(a: number, b: number): boolean {
    const difference = this.#values[a] - this.#values[b];
    if (difference === 0) {
      const { graph } = this.#condensation;
      return graph.rankOf(a) < graph.rankOf(b);
    }
    return this.#looking === 'demanded' ? difference < 0 : difference > 0;
  }

  #offerMembers(c: number): void {
    const { members, memberOffsets } = this.#condensation;
    for (let i = memberOffsets[c]; i < memberOffsets[c + 1]; i++) {
      if (!Number.isNaN(this.#values[members[i]])) this.#offer(members[i], c);
    }
  }

  #offerAll(source: number, target: number): void {
    if (this.#cut[source]) this.#cut[target] = 1;
    const from = source * CAPACITY;
    const length = this.#found[source];
    for (let i = 0; i < length; i++) {
      this.#offer(this.#candidates[from + i], target);
    }
  }

  /** Puts a candidate into the list of a component, if it is of use there. */
  #offer(candidate: number, c: number): void {
    const from = c * CAPACITY;
    const candidates = this.#candidates;
    const length = this.#found[c];
    let place = 0;
    while (place < length) {
      const other = candidates[from + place];
      if (other === candidate) return;
      if (this.#isBetter(candidate, other)) break;
      place++;
    }
    if (!this.#isNeeded(candidate, from, place)) return;
    if (place === CAPACITY) {
      this.#cut[c] = 1;
      return;
    }
    if (length === CAPACITY) {
      const last = candidates[from + length - 1];
      if (this.#isNeeded(last, from, length - 1)) this.#cut[c] = 1;
    } else {
      this.#found[c]++;
    }
    const end = Math.min(length, CAPACITY - 1);
    for (let i = end; i > place; i--) {
      candidates[from + i] = candidates[from + i - 1];
    }
    candidates[from + place] = candidate;
  }

  #lookUp(node: number): number {
    const { graph, componentOf, members } = this.#condensation;
    const along = componentsAlong(
      this.#condensation,
      componentOf[node],
      this.#looking === 'demanded' ? 'needed-by' : 'needs',
    );
    let best = -1;
    for (const other of members) {
      if (along[componentOf[other]] === 0) continue;
      if (Number.isNaN(this.#values[other])) continue;
      if (!comparable(graph, other, node)) continue;
      if (best === -1 || this.#isBetter(other, best)) best = other;
    }
    return best;
  }
}
