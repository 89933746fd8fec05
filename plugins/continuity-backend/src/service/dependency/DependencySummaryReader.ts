import {
  compareWithTarget,
  expectedRecovery,
  explainTargets,
  type EntityContinuity,
} from 'backstage-plugin-continuity-common';
import type { GraphKeeper } from '../../dependency/GraphKeeper';
import type { GraphSnapshot } from '../../dependency/GraphSnapshot';

const MOST_EXAMPLES = 5;
/** Entities whose summary is kept for the next view, while nothing changes. */
const MOST_KEPT = 1_000;

/** What the tab says of an entity's dependencies, nothing hidden yet. */
export interface DependencySummary {
  /** Direct ones. */
  needs: string[];
  neededBy: string[];
  facts: Pick<
    EntityContinuity['dependencies'],
    'conflicts' | 'demandedRtoSeconds' | 'expected'
  >;
}

/** Reads from the graph what an entity's tab says of its dependencies: one query, the rest is in memory. */
export class DependencySummaryReader {
  readonly #graph: GraphKeeper;
  /** What half of everything needs takes tens of milliseconds to walk; columns never change, so that this holds for as long as they do. */
  readonly #known = new WeakMap<
    GraphSnapshot['columns'],
    Map<string, DependencySummary>
  >();

  static create(options: { graph: GraphKeeper }): DependencySummaryReader {
    return new DependencySummaryReader(options.graph);
  }

  private constructor(graph: GraphKeeper) {
    this.#graph = graph;
  }

  async of(entityRef: string): Promise<DependencySummary> {
    const snapshot = await this.#graph.current();
    const known = this.#knownOf(snapshot);
    const summary = known.get(entityRef) ?? summaryOf(entityRef, snapshot);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(entityRef, summary);
    return summary;
  }

  #knownOf({ columns }: GraphSnapshot): Map<string, DependencySummary> {
    const known = this.#known.get(columns) ?? new Map();
    this.#known.set(columns, known);
    return known;
  }
}

function summaryOf(
  entityRef: string,
  snapshot: GraphSnapshot,
): DependencySummary {
  const { graph } = snapshot;
  return {
    needs: graph.needsOf(entityRef).map(({ to }) => to),
    neededBy: graph.neededByOf(entityRef).map(({ from }) => from),
    facts: factsOf(entityRef, snapshot),
  };
}

function factsOf(
  entityRef: string,
  { graph, columns }: GraphSnapshot,
): DependencySummary['facts'] {
  const [rto, rpo] = (['rto', 'rpo'] as const).map(target =>
    explainTargets(graph, columns, { ref: entityRef, target, limit: 0 }),
  );
  const node = graph.nodeOf(entityRef);
  const time = expectedRecovery(graph, columns, { refs: [entityRef] }).of(
    entityRef,
  );
  const target = (value: number) => (Number.isNaN(value) ? undefined : value);
  return {
    conflicts: {
      neededFasterBy:
        (rto?.neededFasterBy.total ?? 0) + (rpo?.neededFasterBy.total ?? 0),
      waitsFor: (rto?.waitsFor.total ?? 0) + (rpo?.waitsFor.total ?? 0),
    },
    demandedRtoSeconds: rto?.demanded?.seconds ?? null,
    expected: time
      ? {
          ...time,
          againstRto: compareWithTarget(time, target(columns.rto[node])),
          againstMtpd: compareWithTarget(time, target(columns.mtpd[node])),
        }
      : null,
  };
}

/** The summary as the caller may see it. */
export function showDependencySummary(
  { needs, neededBy, facts }: DependencySummary,
  hidden: ReadonlySet<string>,
): EntityContinuity['dependencies'] {
  const isVisible = (ref: string) => !hidden.has(ref);
  const visibleNeededBy = neededBy.filter(isVisible);
  return {
    needs: needs.filter(isVisible).length,
    neededBy: visibleNeededBy.length,
    neededByExamples: visibleNeededBy.slice(0, MOST_EXAMPLES),
    redacted: new Set([...needs, ...neededBy].filter(ref => hidden.has(ref)))
      .size,
    ...facts,
  };
}
