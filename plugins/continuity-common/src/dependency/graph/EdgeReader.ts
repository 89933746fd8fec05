import {
  classDeclared,
  DECLARED_HARD,
  UNDECLARED,
  UNLIMITED,
} from './declaration';
import type { IntList } from './IntList';
import type { PackedDependencyGraph } from './packedDependencyGraph';
import { lengthOfList, type PackedLists } from './packedLists';

/** Marks a way that leads through no API. */
export const NO_API = -1;

/** Targets and APIs are sorted as one number; a graph has fewer nodes than this. */
const KEY_BASE = 2 ** 26;

type Stated = Pick<
  PackedDependencyGraph,
  'ways' | 'declared' | 'rank' | 'byRank'
>;

/**
 * Makes the edges of one entity out of what the catalog states (DOMAIN.md §3): direct dependencies, APIs through their providers, a System's
 * parts. The one place that knows these rules; building, laying over and explaining all ask here.
 */
export class EdgeReader {
  readonly #stated: Stated;
  #keys = new Float64Array(64);
  #count = 0;

  constructor(stated: Stated) {
    this.#stated = stated;
  }

  /**
   * Finds every way from the source, self-dependencies included, sorted by target, then API.
   *
   * @returns how many there are; see {@link targetAt} and {@link apiAt}
   */
  read(source: number): number {
    const { direct, parts, uses } = this.#stated.ways;
    this.#count = 0;
    this.#addAll(direct.forward, source, NO_API);
    const sorted = this.#count;
    this.#addAll(parts.forward, source, NO_API);
    const { starts, ends, items, extra } = uses.forward;
    const start = starts[source];
    const from = start < 0 ? extra : items;
    for (let at = start < 0 ? ~start : start; at < ends[source]; at++) {
      this.#addApi(from[at] >> 2);
    }
    if (this.#count > sorted) this.#keys.subarray(0, this.#count).sort();
    return this.#count;
  }

  /** What the way at this place leads to. */
  targetAt(place: number): number {
    const rank = Math.floor(this.#keys[place] / KEY_BASE);
    return this.#stated.byRank ? this.#stated.byRank[rank] : rank;
  }

  /** The API through which the way at this place leads, or {@link NO_API}. */
  apiAt(place: number): number {
    const rank = (this.#keys[place] % KEY_BASE) - 1;
    if (rank < 0) return NO_API;
    return this.#stated.byRank ? this.#stated.byRank[rank] : rank;
  }

  /** The place after the last way that leads to the same target as the one at `place`. */
  endOfTarget(place: number): number {
    const limit = (Math.floor(this.#keys[place] / KEY_BASE) + 1) * KEY_BASE;
    let end = place + 1;
    while (end < this.#count && this.#keys[end] < limit) end++;
    return end;
  }

  /**
   * What is declared of one way. A ref names the relation that the entity has to it: a way through an API is named by the API, every other way
   * by its target. Where there are only ways through APIs, the target's name stands for all of them.
   */
  classOfWay(source: number, place: number, first: number): number {
    const { declared } = this.#stated;
    const target = this.targetAt(place);
    const api = this.apiAt(place);
    const hasOtherWay = this.apiAt(first) === NO_API;
    if (api === NO_API) return classDeclared(declared, source, target);
    const byApi = classDeclared(declared, source, api);
    if (hasOtherWay || api === target) return byApi;
    const byTarget = classDeclared(declared, source, target);
    if (byApi === DECLARED_HARD || byTarget === DECLARED_HARD) {
      return DECLARED_HARD;
    }
    if (byApi === UNDECLARED) return byTarget;
    return byTarget === UNDECLARED ? byApi : Math.min(byApi, byTarget);
  }

  /** The class of the edge made of the ways from place `first` up to `end`: soft only if every way is declared soft. */
  classOfEdge(source: number, first: number, end: number): number {
    let endurable = UNLIMITED;
    let undeclared = false;
    for (let place = first; place < end; place++) {
      const found = this.classOfWay(source, place, first);
      if (found === DECLARED_HARD) return DECLARED_HARD;
      if (found === UNDECLARED) undeclared = true;
      else if (found < endurable) endurable = found;
    }
    return undeclared ? UNDECLARED : endurable;
  }

  /** Appends the edges of the source: targets to `hard`, pairs of target and endurable seconds to `soft`. */
  appendEdges(source: number, hard: IntList, soft: IntList): void {
    const count = this.read(source);
    const anyDeclared = lengthOfList(this.#stated.declared, source) > 0;
    let end = 0;
    for (let first = 0; first < count; first = end) {
      end = this.endOfTarget(first);
      const target = this.targetAt(first);
      if (target === source) continue;
      const found = anyDeclared
        ? this.classOfEdge(source, first, end)
        : UNDECLARED;
      if (found < 0) {
        hard.push(target);
      } else {
        soft.push(target);
        soft.push(found);
      }
    }
  }

  #addAll(lists: PackedLists, node: number, api: number): void {
    const start = lists.starts[node];
    const from = start < 0 ? lists.extra : lists.items;
    for (let at = start < 0 ? ~start : start; at < lists.ends[node]; at++) {
      this.#add(from[at] >> 2, api);
    }
  }

  /**
   * Through an API one depends on all that provide it; without a provider, or where the API itself is said to depend on something, on the
   * API itself.
   */
  #addApi(api: number): void {
    const { direct, uses, provided } = this.#stated.ways;
    this.#addAll(provided.forward, api, api);
    if (
      lengthOfList(provided.forward, api) === 0 ||
      lengthOfList(direct.forward, api) > 0 ||
      lengthOfList(uses.forward, api) > 0
    ) {
      this.#add(api, api);
    }
  }

  #add(target: number, api: number): void {
    if (this.#count === this.#keys.length) {
      const larger = new Float64Array(this.#keys.length * 2);
      larger.set(this.#keys);
      this.#keys = larger;
    }
    const { rank } = this.#stated;
    const place = rank ? rank[target] : target;
    const apiPlace = rank && api !== NO_API ? rank[api] : api;
    this.#keys[this.#count++] = place * KEY_BASE + apiPlace + 1;
  }
}
