import {
  declareInCatalog,
  declareInPortal,
  DECLARATION_SIZE,
  forgetCatalog,
  forgetPortal,
  noDeclaration,
  packDeclarations,
  type DependencyDeclaration,
} from './declaration';
import { declaredInCatalog } from './declaredInCatalog';
import type {
  DependencyClassification,
  DependencyFacts,
} from './dependencyFacts';
import type { NodeOverlay } from './NodeOverlay';
import type { PackedDependencyGraph } from './packedDependencyGraph';
import { layOverLists, listOf, type PackedLists } from './packedLists';

/** What is declared of dependencies, with what changes take back and add. */
export class DeclarationOverlay {
  readonly #packed: PackedDependencyGraph;
  readonly #nodes: NodeOverlay;
  /** By ref of the source, then of what is named: the declarations of the sources that changed. */
  readonly #bySource = new Map<string, Map<string, DependencyDeclaration>>();

  constructor(packed: PackedDependencyGraph, nodes: NodeOverlay) {
    this.#packed = packed;
    this.#nodes = nodes;
  }

  forgetCatalog(ref: string): void {
    for (const declaration of this.#of(ref).values()) {
      forgetCatalog(declaration);
    }
  }

  declareInCatalog(facts: DependencyFacts): void {
    for (const { said, to } of declaredInCatalog(facts)) {
      declareInCatalog(this.#declaration(facts.entityRef, to), said);
    }
  }

  forgetPortal(from: string, to: string): void {
    forgetPortal(this.#declaration(from, to));
  }

  declareInPortal(classification: DependencyClassification): void {
    const { from, to } = classification;
    declareInPortal(this.#declaration(from, to), classification);
  }

  /** The declarations from now on, and the nodes for which they are others; after the nodes are finished. */
  finish(): {
    declared: PackedLists;
    dormant: DependencyDeclaration[];
    changed: number[];
  } {
    // What named no node may name one now
    for (const { from, to } of this.#packed.dormant) {
      if (this.#nodes.find(from) !== -1 && this.#nodes.find(to) !== -1) {
        this.#of(from);
      }
    }
    const dormant = this.#packed.dormant.filter(
      ({ from }) => !this.#bySource.has(from),
    );
    const changes = new Map<number, number[]>();
    for (const [from, declarations] of this.#bySource) {
      const source = this.#nodes.find(from);
      const own: DependencyDeclaration[] = [];
      for (const declaration of declarations.values()) {
        if (declaration.code === 0) continue;
        const isKnown =
          source !== -1 && this.#nodes.find(declaration.to) !== -1;
        (isKnown ? own : dormant).push(declaration);
      }
      if (source === -1) continue;
      changes.set(
        source,
        packDeclarations(own, ref => this.#nodes.find(ref)),
      );
    }
    return {
      declared: layOverLists(this.#packed.declared, this.#nodes.size, changes),
      dormant,
      changed: [...changes.keys()],
    };
  }

  #declaration(from: string, to: string): DependencyDeclaration {
    const own = this.#of(from);
    const lower = to.toLowerCase();
    let declaration = own.get(lower);
    if (!declaration) {
      declaration = noDeclaration(from.toLowerCase(), lower);
      own.set(lower, declaration);
    }
    return declaration;
  }

  /** The declarations of a source, copied to be changed. */
  #of(ref: string): Map<string, DependencyDeclaration> {
    const from = ref.toLowerCase();
    const known = this.#bySource.get(from);
    if (known) return known;
    const own = new Map<string, DependencyDeclaration>();
    const { declared, refs, dormant } = this.#packed;
    const source = this.#nodes.find(from);
    if (source !== -1 && source < declared.starts.length) {
      const list = listOf(declared, source);
      for (let at = 0; at < list.length; at += DECLARATION_SIZE) {
        const to = refs[list[at]];
        own.set(to, { from, to, code: list[at + 1], endurable: list[at + 2] });
      }
    }
    for (const declaration of dormant) {
      if (declaration.from === from) {
        own.set(declaration.to, { ...declaration });
      }
    }
    this.#bySource.set(from, own);
    return own;
  }
}
