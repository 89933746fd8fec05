import type { DependencyGraph } from '../graph/DependencyGraph';
import type { DependencyStanding, NamedEntities } from './dependencyStanding';
import { UNDECLARED } from '../graph/declaration';
import { describeEdge } from '../graph/describeEdge';
import { EdgeReader, NO_API } from '../graph/EdgeReader';
import { lengthOfList, listOf } from '../graph/packedLists';
import type { PlanProtection } from './protectionCodes';

const MOST_NAMED = 5;

type Listed = 'unprotected' | 'tierless' | 'unresolved' | 'unclassified';

/**
 * Says what is wrong with the direct needs of entities, one after the other. For a whole catalog it looks at every edge there is, so edges are
 * only put into words where something was classified.
 */
export class StandingOfNeeds {
  readonly #graph: DependencyGraph;
  readonly #protectionOf: (node: number) => PlanProtection;
  readonly #reader: EdgeReader;
  #found: Partial<Record<Listed, NamedEntities>> = {};

  constructor(
    graph: DependencyGraph,
    protectionOf: (node: number) => PlanProtection,
  ) {
    this.#graph = graph;
    this.#protectionOf = protectionOf;
    this.#reader = new EdgeReader(graph.packed);
  }

  of(source: number): DependencyStanding {
    const { declared, resolved } = this.#graph.packed;
    const reader = this.#reader;
    const anyDeclared = lengthOfList(declared, source) > 0;
    const count = reader.read(source);
    this.#found = {};
    let end = 0;
    for (let first = 0; first < count; first = end) {
      end = reader.endOfTarget(first);
      const target = reader.targetAt(first);
      if (target === source) continue;
      const found = anyDeclared
        ? reader.classOfEdge(source, first, end)
        : UNDECLARED;
      if (resolved[target] === 0) this.#name('unresolved', target);
      if (
        found === UNDECLARED &&
        this.#isQuestion(source, { first, end, anyDeclared })
      ) {
        this.#name('unclassified', target);
      }
      if (found >= 0 || resolved[target] === 0) continue;
      const protection = this.#protectionOf(target);
      if (protection === 'missing') this.#name('unprotected', target);
      if (protection === 'tierless') this.#name('tierless', target);
    }
    const { unprotected, tierless, unresolved, unclassified } = this.#found;
    return {
      ...(unprotected && { unprotected }),
      ...(tierless && { tierless }),
      ...(unresolved && { unresolved }),
      ...(unclassified && { unclassified }),
    };
  }

  /** Whether a way on the edge waits for somebody's word. That a System needs its parts is no question. */
  #isQuestion(
    source: number,
    edge: { first: number; end: number; anyDeclared: boolean },
  ): boolean {
    const { first, end, anyDeclared } = edge;
    if (anyDeclared) {
      const { ways } = describeEdge(this.#graph, this.#reader, {
        source,
        first,
        end,
      });
      return ways.some(
        way => way.kind !== 'part' && way.class === 'unclassified',
      );
    }
    // Ways are sorted: those through no API come first
    if (this.#reader.apiAt(end - 1) !== NO_API) return true;
    const { direct, parts } = this.#graph.packed.ways;
    if (lengthOfList(parts.forward, source) === 0) return true;
    const target = this.#reader.targetAt(first);
    return listOf(direct.forward, source).some(item => item >> 2 === target);
  }

  #name(list: Listed, target: number): void {
    const own = (this.#found[list] ??= { total: 0, refs: [] });
    own.total++;
    if (own.refs.length < MOST_NAMED) own.refs.push(this.#graph.refOf(target));
  }
}
