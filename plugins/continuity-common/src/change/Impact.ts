import type { DependencyGraph } from '../dependency/graph/DependencyGraph';
import { degradedBy } from '../dependency/reach/degradedBy';
import { listOf } from '../dependency/graph/packedLists';
import type { Reach } from '../dependency/reach/Reach';
import { isSystemRef } from '../dependency/graph/relationWay';
import type { ImpactEffect } from './impactEffect';

/** An impacted entity with the way that explains it. @public */
export interface ImpactedRef {
  entityRef: string;
  effect: ImpactEffect;
  /** From it to the nearest touched entity, both included; itself alone where it was touched. */
  path: string[];
}

/** What one graph says of an impact. */
export interface ImpactWalk {
  graph: DependencyGraph;
  /** From what was touched to those who need it. */
  reach: Reach;
  softConsumers: ReadonlyArray<readonly [consumer: number, api: number]>;
  /** The systems of touched APIs that the walk did not come to, by node, with the first such API. */
  systemsOfApis: ReadonlyMap<number, string>;
}

const order: ImpactEffect[] = ['touched', 'affected', 'system', 'degraded'];

function isBefore(one: string[], other: string[]): boolean {
  if (one.length !== other.length) return one.length < other.length;
  for (let at = 0; at < one.length; at++) {
    if (one[at] !== other[at]) return one[at] < other[at];
  }
  return false;
}

/** The impacted set of one graph; paths are looked for when they are asked for. */
class GraphImpact {
  readonly #walk: ImpactWalk;
  /** Each degraded node with the node that it softly needs. */
  readonly degraded: ReadonlyMap<number, number>;

  constructor(walk: ImpactWalk) {
    this.#walk = walk;
    const { graph, reach, softConsumers, systemsOfApis } = walk;
    const degraded = degradedBy(graph, { reach, softConsumers });
    for (const node of systemsOfApis.keys()) degraded.delete(node);
    this.degraded = degraded;
  }

  get graph(): DependencyGraph {
    return this.#walk.graph;
  }

  /** Touched, affected and impacted systems that the walk came to. */
  get hit(): Int32Array {
    return this.#walk.reach.nodes;
  }

  get systemsOfApis(): ReadonlyMap<number, string> {
    return this.#walk.systemsOfApis;
  }

  /** Touched, affected, or an impacted system; not only degraded. */
  isHit(node: number): boolean {
    const { graph, reach, systemsOfApis } = this.#walk;
    return (
      node < graph.size && (reach.includes(node) || systemsOfApis.has(node))
    );
  }

  effectOf(node: number): ImpactEffect | undefined {
    const { graph, reach, systemsOfApis } = this.#walk;
    if (node >= graph.size) return undefined;
    if (reach.includes(node)) {
      if (reach.distanceTo(node) === 0) return 'touched';
      return this.#hasHitPart(node) ? 'system' : 'affected';
    }
    if (systemsOfApis.has(node)) return 'system';
    return this.degraded.has(node) ? 'degraded' : undefined;
  }

  pathOf(node: number): string[] | undefined {
    const { graph, reach, systemsOfApis } = this.#walk;
    if (node >= graph.size) return undefined;
    if (reach.includes(node)) return reach.pathOfNode(node);
    const api = systemsOfApis.get(node);
    if (api !== undefined) return [graph.refOf(node), api];
    const through = this.degraded.get(node);
    if (through === undefined) return undefined;
    return [graph.refOf(node), ...reach.pathOfNode(through)!];
  }

  distanceOf(node: number): number {
    const { graph, reach, systemsOfApis } = this.#walk;
    if (node >= graph.size) return Infinity;
    if (reach.includes(node)) return reach.distanceTo(node);
    if (systemsOfApis.has(node)) return 1;
    const through = this.degraded.get(node);
    return through === undefined ? Infinity : reach.distanceTo(through) + 1;
  }

  #hasHitPart(node: number): boolean {
    const { graph, reach } = this.#walk;
    if (!isSystemRef(graph.refOf(node))) return false;
    for (const item of listOf(graph.packed.ways.parts.forward, node)) {
      if (reach.includes(item >> 2)) return true;
    }
    return false;
  }
}

/**
 * The impacted set of a change (DOMAIN.md §7). Made of the graph as it is and, where something is proposed, the graph as it would be: who is
 * impacted in either is impacted.
 *
 * @public
 */
export class Impact {
  readonly #before: GraphImpact;
  readonly #after: GraphImpact | undefined;
  /** Touched and in neither graph: new to the catalog, or unknown. */
  readonly #apart: string[];
  #size: number | undefined;

  /** @internal See `findImpacted`. */
  constructor(found: {
    before: ImpactWalk;
    after?: ImpactWalk;
    apart: string[];
  }) {
    this.#before = new GraphImpact(found.before);
    this.#after = found.after && new GraphImpact(found.after);
    this.#apart = found.apart;
  }

  /** Touched refs that neither graph has, sorted. */
  get unknown(): readonly string[] {
    return this.#apart;
  }

  /** How many are impacted, the touched ones included. */
  get size(): number {
    if (this.#size === undefined) {
      let count = this.#apart.length;
      this.#forEachNode(() => {
        count += 1;
      });
      this.#size = count;
    }
    return this.#size;
  }

  /** Undefined: not impacted. */
  effectOn(entityRef: string): ImpactEffect | undefined {
    const ref = entityRef.toLowerCase();
    if (this.#apart.includes(ref)) return 'touched';
    const node = this.#latest.graph.numberOf(ref);
    return node === -1 ? undefined : this.#effectOf(node);
  }

  /** The shortest path from it to something touched; ties by ref. Undefined: not impacted. */
  pathOf(entityRef: string): string[] | undefined {
    const ref = entityRef.toLowerCase();
    if (this.#apart.includes(ref)) return [ref];
    const node = this.#latest.graph.numberOf(ref);
    return node === -1 ? undefined : this.#pathOf(node);
  }

  /** Each impacted ref, in no order; makes no list. */
  forEach(visit: (entityRef: string, effect: ImpactEffect) => void): void {
    const { graph } = this.#latest;
    this.#forEachNode(node => visit(graph.refOf(node), this.#effectOf(node)!));
    for (const ref of this.#apart) visit(ref, 'touched');
  }

  /**
   * The impacted entities: touched ones first, then by how near they are and what hits them, then in the order of refs. Degraded ones last.
   *
   * @param options - `limit`: how many; `includes`: which, such as those that a caller may see
   */
  list(
    options: { limit?: number; includes?: (entityRef: string) => boolean } = {},
  ): ImpactedRef[] {
    const { limit = Infinity, includes } = options;
    const { graph } = this.#latest;
    const listed: ImpactedRef[] = [];
    const offer = (entityRef: string, node: number) => {
      if (includes && !includes(entityRef)) return;
      if (listed.length >= limit) return;
      listed.push({
        entityRef,
        effect: node === -1 ? 'touched' : this.#effectOf(node)!,
        path: node === -1 ? [entityRef] : this.#pathOf(node)!,
      });
    };
    for (const nodes of this.#nearestFirst()) {
      if (listed.length >= limit) break;
      const isFirst = this.#distance(nodes[0]) === 0;
      const apart = isFirst ? [...this.#apart] : [];
      for (const node of this.#sorted(nodes)) {
        if (listed.length >= limit) break;
        const ref = graph.refOf(node);
        while (apart.length > 0 && apart[0] < ref) offer(apart.shift()!, -1);
        offer(ref, node);
      }
      for (const ref of apart) offer(ref, -1);
    }
    if (!this.#touchesNode) for (const ref of this.#apart) offer(ref, -1);
    return listed;
  }

  /**
   * Each impacted node, by its number in the graph with the proposal laid over, in no order; what is `unknown` has none. Allocates nothing: there may
   * be a hundred thousand.
   */
  forEachNode(visit: (node: number) => void): void {
    this.#forEachNode(visit);
  }

  get #touchesNode(): boolean {
    return [this.#before, this.#after].some(
      impact => impact !== undefined && impact.hit.length > 0,
    );
  }

  /** The nodes by how far they are, the degraded ones after all others; as far as somebody reads. */
  #nearestFirst(): Iterable<number[]> {
    return this.#after ? this.#levels() : this.#levelsOf(this.#before);
  }

  /** Of one graph, whose walk came to the nearest first. */
  *#levelsOf(impact: GraphImpact): Generator<number[]> {
    const { hit } = impact;
    const apis = [...impact.systemsOfApis.keys()];
    let at = 0;
    for (
      let distance = 0;
      at < hit.length || (distance <= 1 && apis.length > 0);
      distance++
    ) {
      const from = at;
      while (at < hit.length && impact.distanceOf(hit[at]) === distance) at++;
      const level = Array.from(hit.subarray(from, at));
      if (distance === 1) level.push(...apis);
      if (level.length > 0) yield level;
    }
    const degraded: number[][] = [];
    for (const node of impact.degraded.keys()) {
      (degraded[impact.distanceOf(node)] ??= []).push(node);
    }
    yield* degraded.filter(level => level !== undefined);
  }

  /** The nodes by how far they are, the degraded ones after all others. */
  #levels(): number[][] {
    const hit: number[][] = [];
    const degraded: number[][] = [];
    this.#forEachNode(node => {
      const isHit = this.#before.isHit(node) || this.#after?.isHit(node);
      const levels = isHit ? hit : degraded;
      (levels[this.#distance(node)] ??= []).push(node);
    });
    return [...hit, ...degraded].filter(level => level !== undefined);
  }

  /** The nodes of one level: by what hits them, then in the order of refs. As numbers, since a level may be half of the catalog. */
  #sorted(nodes: readonly number[]): Uint32Array {
    const { graph } = this.#latest;
    const keys = Float64Array.from(nodes, node => {
      const effect = order.indexOf(this.#effectOf(node)!);
      return effect * graph.size + graph.rankOf(node);
    }).sort();
    return Uint32Array.from(keys, key => graph.nodeAt(key % graph.size));
  }

  /** The graph that has a number for every node of both. */
  get #latest(): GraphImpact {
    return this.#after ?? this.#before;
  }

  #effectOf(node: number): ImpactEffect | undefined {
    const one = this.#before.effectOf(node);
    const other = this.#after?.effectOf(node);
    if (!one || !other) return one ?? other;
    return order.indexOf(one) <= order.indexOf(other) ? one : other;
  }

  /** As long as the path: a degraded way is no shorter one for what is hit in the other graph. */
  #distance(node: number): number {
    const one = this.#before;
    const other = this.#after;
    if (!other || (one.isHit(node) && !other.isHit(node))) {
      return one.distanceOf(node);
    }
    if (other.isHit(node) && !one.isHit(node)) return other.distanceOf(node);
    return Math.min(one.distanceOf(node), other.distanceOf(node));
  }

  /** A degraded way explains nothing of what is hit hard in the other graph. */
  #pathOf(node: number): string[] | undefined {
    const effect = this.#effectOf(node);
    const paths = [this.#before, this.#after].flatMap(impact => {
      const found = impact?.effectOf(node);
      const isHard = found !== undefined && found !== 'degraded';
      if (effect !== 'degraded' && !isHard) return [];
      const path = impact?.pathOf(node);
      return path ? [path] : [];
    });
    if (paths.length < 2) return paths[0];
    return isBefore(paths[1], paths[0]) ? paths[1] : paths[0];
  }

  #forEachNode(visit: (node: number) => void): void {
    const of = (impact: GraphImpact, isNew: (node: number) => boolean) => {
      for (const node of impact.hit) if (isNew(node)) visit(node);
      for (const node of impact.systemsOfApis.keys()) {
        if (isNew(node)) visit(node);
      }
      for (const node of impact.degraded.keys()) if (isNew(node)) visit(node);
    };
    of(this.#before, () => true);
    if (this.#after) {
      of(this.#after, node => this.#before.effectOf(node) === undefined);
    }
  }
}
