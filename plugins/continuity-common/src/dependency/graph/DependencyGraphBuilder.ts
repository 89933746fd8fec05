import {
  declareInCatalog,
  declareInPortal,
  noDeclaration,
  type DependencyDeclaration,
} from './declaration';
import { declaredInCatalog } from './declaredInCatalog';
import type {
  DependencyClassification,
  DependencyFacts,
} from './dependencyFacts';
import { DependencyGraph } from './DependencyGraph';
import { IntList } from './IntList';
import { STATED_BY_FROM, STATED_BY_TO } from './packedDependencyGraph';
import { packGraph, type FoundWays } from './packGraph';
import { mayBeWay, relationWay, type WayKind } from './relationWay';

/**
 * Builds the dependency graph row by row, so that a catalog can be streamed into it. The result does not depend on the order.
 *
 * @public
 */
export class DependencyGraphBuilder {
  readonly #nodes = new Map<string, number>();
  readonly #refs: string[] = [];
  readonly #resolved = new IntList();
  readonly #ways: Record<WayKind, FoundWays> = {
    direct: { from: new IntList(), to: new IntList() },
    uses: { from: new IntList(), to: new IntList() },
    provided: { from: new IntList(), to: new IntList() },
    parts: { from: new IntList(), to: new IntList() },
  };
  readonly #declarations = new Map<string, DependencyDeclaration>();

  /** Adds an entity that the catalog has. */
  addEntity(facts: DependencyFacts): this {
    const ref = facts.entityRef.toLowerCase();
    const self = this.#node(ref);
    this.#resolved.push(self);
    for (const { type, targetRef } of facts.relations) {
      if (!mayBeWay(type)) continue;
      // Most refs are lower case already, and known: that is found out by looking them up
      const known = this.#nodes.get(targetRef);
      const otherRef =
        known === undefined ? targetRef.toLowerCase() : targetRef;
      const way = relationWay(ref, type, otherRef);
      if (!way) continue;
      const other = known ?? this.#node(otherRef);
      const found = this.#ways[way.kind];
      if (way.reversed) {
        found.from.push(other);
        found.to.push((self << 2) | STATED_BY_TO);
      } else {
        found.from.push(self);
        found.to.push((other << 2) | STATED_BY_FROM);
      }
    }
    for (const { said, to } of declaredInCatalog(facts)) {
      declareInCatalog(this.#declaration(ref, to), said);
    }
    return this;
  }

  /** Adds what somebody said in the portal of one dependency. */
  addClassification(classification: DependencyClassification): this {
    const from = classification.from.toLowerCase();
    const to = classification.to.toLowerCase();
    declareInPortal(this.#declaration(from, to), classification);
    return this;
  }

  /** The graph of all that was added. */
  build(): DependencyGraph {
    const resolved = new Uint8Array(this.#refs.length);
    for (const node of this.#resolved.view()) resolved[node] = 1;
    return DependencyGraph.fromPacked(
      packGraph({
        refs: this.#refs,
        numberOf: ref => this.#nodes.get(ref),
        resolved,
        ways: this.#ways,
        declarations: this.#declarations.values(),
      }),
    );
  }

  #node(ref: string): number {
    let node = this.#nodes.get(ref);
    if (node === undefined) {
      node = this.#refs.length;
      this.#nodes.set(ref, node);
      this.#refs.push(ref);
    }
    return node;
  }

  #declaration(from: string, to: string): DependencyDeclaration {
    const key = `${from}\n${to}`;
    let declaration = this.#declarations.get(key);
    if (!declaration) {
      declaration = noDeclaration(from, to);
      this.#declarations.set(key, declaration);
    }
    return declaration;
  }
}
