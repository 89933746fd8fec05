import { comparable } from './comparable';
import { componentsAlong } from '../reach/componentsAlong';
import type { Condensation } from '../reach/condense';
import { lengthOfList, listOf } from '../graph/packedLists';

/** How many candidates are kept at most for a component; with more, the rare entity that needs them is looked up by itself. */
const CAPACITY = 8;
/** An entity is part of one System, rarely of two; those in more are looked up by themselves where it matters. */
const MOST_SYSTEMS = 2;
/** Marks an entity that is part of no System, and one that is part of several. */
const NO_SYSTEM = -1;
const SEVERAL = -2;
const NO_LIMIT = 0x7fffffff;

/**
 * Finds, for every entity at once, whose target is the extreme one among all that it is compared with: the smallest among what depends on it
 * (`demanded`), or the largest among what it needs (`slowest`).
 *
 * One candidate for each component would do, were it not that a System's target is not compared with its own parts'. So a component keeps
 * its best candidates, and drops one only if enough better ones remain for whoever it could be compared with.
 */
export class StrictestTargets {
  readonly #condensation: Condensation;
  readonly #looking: 'demanded' | 'slowest';
  /** The nodes that have a target, best first; candidates are named by their place in it. */
  readonly #ordered: Int32Array;
  /** The System that each node is part of, {@link NO_SYSTEM} or {@link SEVERAL}. */
  readonly #systemOf: Int32Array;
  /** How many better candidates of use are enough: one, after taking off the Systems that an entity is part of. */
  readonly #enough: number;
  /** Per component the candidates, best first; the component's own members are among them. */
  readonly #candidates: Int32Array;
  readonly #found: Uint8Array;
  /** From this place on, no candidate is of use to the component. */
  readonly #limit: Int32Array;
  /** 1 where a candidate was dropped for want of room. */
  readonly #cut: Uint8Array;

  /** @param values - the target of each node, NaN where there is none */
  constructor(
    condensation: Condensation,
    values: Float64Array,
    looking: 'demanded' | 'slowest',
  ) {
    this.#condensation = condensation;
    this.#looking = looking;
    const { graph, count, members, needs, needsOffsets } = condensation;
    this.#ordered = this.#order(values);
    this.#candidates = new Int32Array(count * CAPACITY);
    this.#found = new Uint8Array(count);
    this.#limit = new Int32Array(count).fill(NO_LIMIT);
    this.#cut = new Uint8Array(count);
    this.#systemOf = new Int32Array(graph.size).fill(NO_SYSTEM);
    let mostSystems = 0;
    for (const node of members) {
      const systems = this.#systemCount(node);
      if (systems === 0) continue;
      this.#systemOf[node] =
        systems > 1
          ? SEVERAL
          : listOf(graph.packed.ways.parts.backward, node)[0] >> 2;
      if (systems > mostSystems) mostSystems = systems;
    }
    this.#enough = Math.min(mostSystems, MOST_SYSTEMS) + 1;

    const own = this.#membersByComponent();
    const isDemand = looking === 'demanded';
    for (let i = 0; i < count; i++) {
      const c = isDemand ? count - 1 - i : i;
      // Dependents have larger numbers, so whatever could be offered to c was: now it can hand on
      for (let at = own.offsets[c]; at < own.offsets[c + 1]; at++) {
        this.#offer(own.places[at], c);
      }
      for (let at = needsOffsets[c]; at < needsOffsets[c + 1]; at++) {
        if (isDemand) this.#offerAll(c, needs[at]);
        else this.#offerAll(needs[at], c);
      }
    }
  }

  /** The node with the extreme target (of equal ones the first in the order of refs), or -1 where there is none. */
  of(node: number): number {
    const { graph, componentOf } = this.#condensation;
    const c = componentOf[node];
    if (c === -1) return -1;
    const from = c * CAPACITY;
    const length = this.#found[c];
    let i = 0;
    while (
      i < length &&
      !comparable(graph, this.#ordered[this.#candidates[from + i]], node)
    ) {
      i++;
    }
    const mayMiss =
      i > 0 && (this.#cut[c] === 1 || this.#systemCount(node) >= this.#enough);
    if (mayMiss) return this.#lookUp(node);
    return i < length ? this.#ordered[this.#candidates[from + i]] : -1;
  }

  #systemCount(node: number): number {
    const { parts } = this.#condensation.graph.packed.ways;
    return lengthOfList(parts.backward, node);
  }

  /** The nodes that have a target, by target, then by ref. */
  #order(values: Float64Array): Int32Array {
    const { graph, members } = this.#condensation;
    const having = members.filter(node => !Number.isNaN(values[node]));
    const distinct = [...new Set(Array.from(having, node => values[node]))];
    distinct.sort((a, b) => (this.#looking === 'demanded' ? a - b : b - a));
    const placeOf = new Map(distinct.map((value, place) => [value, place]));
    const base = graph.size;
    const keys = new Float64Array(having.length);
    having.forEach((node, i) => {
      keys[i] = placeOf.get(values[node])! * base + graph.rankOf(node);
    });
    return Int32Array.from(keys.sort(), key => graph.nodeAt(key % base));
  }

  /** The places of the members of each component, best first. */
  #membersByComponent(): { offsets: Int32Array; places: Int32Array } {
    const { componentOf, count } = this.#condensation;
    const offsets = new Int32Array(count + 1);
    for (const node of this.#ordered) offsets[componentOf[node] + 1]++;
    for (let c = 0; c < count; c++) offsets[c + 1] += offsets[c];
    const next = offsets.slice(0, count);
    const places = new Int32Array(this.#ordered.length);
    for (let place = 0; place < places.length; place++) {
      places[next[componentOf[this.#ordered[place]]]++] = place;
    }
    return { offsets, places };
  }

  #offerAll(source: number, target: number): void {
    if (this.#cut[source]) this.#cut[target] = 1;
    const from = source * CAPACITY;
    const end = from + this.#found[source];
    const limit = this.#limit[target];
    for (let at = from; at < end; at++) {
      const place = this.#candidates[at];
      // Best first: where one is of no use, none after it is
      if (place >= limit) return;
      this.#offer(place, target);
    }
  }

  /** Puts a candidate into the list of a component, if it is of use there. */
  #offer(place: number, c: number): void {
    if (place >= this.#limit[c]) return;
    const from = c * CAPACITY;
    const candidates = this.#candidates;
    const length = this.#found[c];
    let better = 0;
    while (better < length && candidates[from + better] < place) better++;
    if (better < length && candidates[from + better] === place) return;
    if (!this.#isNeeded(place, from, better)) return;
    if (better === CAPACITY) {
      this.#cut[c] = 1;
      return;
    }
    if (length === CAPACITY) this.#cut[c] = 1;
    else this.#found[c]++;
    for (let i = Math.min(length, CAPACITY - 1); i > better; i--) {
      candidates[from + i] = candidates[from + i - 1];
    }
    candidates[from + better] = place;
    this.#close(c);
  }

  /** Finds out after how many candidates there is enough for everybody, and drops those that come later. */
  #close(c: number): void {
    const from = c * CAPACITY;
    for (let length = this.#enough + 1; length <= this.#found[c]; length++) {
      if (this.#isEnoughForAll(from, length)) {
        this.#found[c] = length;
        this.#limit[c] = this.#candidates[from + length - 1];
        return;
      }
    }
  }

  #isEnoughForAll(from: number, length: number): boolean {
    for (let i = 0; i < length; i++) {
      const node = this.#ordered[this.#candidates[from + i]];
      const system = this.#systemOf[node];
      if (system === SEVERAL) return false;
      if (this.#ofUseTo(node, from, length) < this.#enough) return false;
      if (
        system !== NO_SYSTEM &&
        this.#ofUseTo(system, from, length) < this.#enough
      ) {
        return false;
      }
    }
    return true;
  }

  /** How many of the first candidates are neither the node nor a part of it. */
  #ofUseTo(node: number, from: number, length: number): number {
    let count = 0;
    for (let i = 0; i < length; i++) {
      const other = this.#ordered[this.#candidates[from + i]];
      if (!this.#isOrBelongsTo(other, node)) count++;
    }
    return count;
  }

  #isOrBelongsTo(candidate: number, node: number): boolean {
    if (candidate === node) return true;
    const system = this.#systemOf[candidate];
    if (system !== SEVERAL) return system === node;
    return listOf(
      this.#condensation.graph.packed.ways.parts.backward,
      candidate,
    ).some(item => item >> 2 === node);
  }

  /**
   * Whether anybody could need a candidate that has so many better ones before it: somebody who is not it, whom it is no part of, and who
   * does not find enough of use among the better ones.
   */
  #isNeeded(place: number, from: number, better: number): boolean {
    if (better <= this.#enough) return true;
    const candidate = this.#ordered[place];
    const needs = (node: number) =>
      !this.#isOrBelongsTo(candidate, node) &&
      this.#ofUseTo(node, from, better) < this.#enough;
    for (let i = 0; i < better; i++) {
      const other = this.#ordered[this.#candidates[from + i]];
      if (needs(other)) return true;
      const system = this.#systemOf[other];
      if (system === SEVERAL) return true;
      if (system !== NO_SYSTEM && needs(system)) return true;
    }
    return false;
  }

  #lookUp(node: number): number {
    const { graph, componentOf } = this.#condensation;
    const along = componentsAlong(
      this.#condensation,
      componentOf[node],
      this.#looking === 'demanded' ? 'needed-by' : 'needs',
    );
    for (const other of this.#ordered) {
      if (along[componentOf[other]] === 1 && comparable(graph, other, node)) {
        return other;
      }
    }
    return -1;
  }
}
