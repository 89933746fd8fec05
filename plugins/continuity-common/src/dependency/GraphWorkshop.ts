import type { CountedTargetConflict } from './targets/countTargetDemands';
import type { DependencyClassification } from './graph/dependencyFacts';
import { DependencyGraph } from './graph/DependencyGraph';
import { DependencyGraphBuilder } from './graph/DependencyGraphBuilder';
import type { StandingJudgement } from './standing/dependencyStandings';
import type { PackedDependencyGraph } from './graph/packedDependencyGraph';
import {
  rankConcentration,
  rankConflicts,
  surveyGraph,
  type GraphSurvey,
  type RankedConcentration,
} from './graphAnalyses';
import {
  RecoveryColumns,
  type PackedRecoveryColumns,
} from './recovery/RecoveryColumns';
import { StandingJudge, type JudgedRound } from './standing/StandingJudge';

/** The refs of a graph as it was built; of those laid over it only what came later has to be sent. */
interface BaseRefs {
  base: number;
  refs: string[];
}

/**
 * A graph on its way to a workshop. The refs stay behind where the workshop knows them: they are the only part that costs time to send.
 *
 * @public
 */
export interface SentGraph {
  base: number;
  /** All refs of the base, if the workshop may not know them. */
  baseRefs?: string[];
  /** How many refs the base has; the graph's others follow in `laterRefs`. */
  baseSize: number;
  laterRefs: string[];
  packed: Omit<PackedDependencyGraph, 'refs'>;
  columns: PackedRecoveryColumns;
}

/** Work on a graph that takes longer than others may be kept waiting. @public */
export type WorkshopTask =
  /** Takes over some rows of the catalog: what was read of each as JSON text. */
  | { kind: 'read'; base: number; refs: string[]; texts: string[] }
  /** Builds the graph of all rows that were read. */
  | {
      kind: 'build';
      base: number;
      classifications: DependencyClassification[];
    }
  | {
      kind: 'judge';
      graph: SentGraph;
      protection: Uint8Array;
      revision: number;
      since?: { revision: number; changed: string[] };
    }
  | { kind: 'survey'; graph: SentGraph }
  | { kind: 'concentration'; graph: SentGraph }
  | { kind: 'conflicts'; graph: SentGraph };

/** What a workshop gives back, piece by piece. @public */
export type WorkshopPiece =
  | { kind: 'judgements'; judgements: StandingJudgement[] }
  | { kind: 'conflicts'; conflicts: CountedTargetConflict[] };

/** What a workshop gives back in the end. @public */
export type WorkshopResult =
  | { kind: 'read' }
  | { kind: 'build'; packed: PackedDependencyGraph }
  | { kind: 'judge'; round: JudgedRound }
  | { kind: 'survey'; survey: GraphSurvey }
  | { kind: 'concentration'; ranked: RankedConcentration }
  | { kind: 'conflicts' };

/** Bases whose refs are remembered: the one in use, and the one that follows. */
const REMEMBERED = 2;

/**
 * Does the long work on a graph step by step. It knows nothing of threads: whoever runs it decides what happens between two steps.
 *
 * @public
 */
export class GraphWorkshop {
  readonly #builders = new Map<number, DependencyGraphBuilder>();
  readonly #judge = new StandingJudge();
  readonly #shared: boolean;
  #bases: BaseRefs[] = [];

  /** @param options - `shared`: whether graphs are built into memory that threads can share, so that sending them copies nothing */
  constructor(options: { shared: boolean }) {
    this.#shared = options.shared;
  }

  /** Does a task; gives a piece where there is one, else `undefined` for a pause. */
  *take(
    task: WorkshopTask,
  ): Generator<WorkshopPiece | undefined, WorkshopResult> {
    switch (task.kind) {
      case 'read':
        this.#read(task);
        return { kind: 'read' };
      case 'build':
        return { kind: 'build', packed: this.#build(task) };
      case 'judge':
        return { kind: 'judge', round: yield* this.#judgeAll(task) };
      case 'survey':
        return {
          kind: 'survey',
          survey: yield* surveyGraph(...this.#open(task.graph)),
        };
      case 'concentration':
        return {
          kind: 'concentration',
          ranked: yield* rankConcentration(...this.#open(task.graph)),
        };
      default:
        for (const conflicts of rankConflicts(...this.#open(task.graph))) {
          yield conflicts && { kind: 'conflicts', conflicts };
        }
        return { kind: 'conflicts' };
    }
  }

  #read({ base, refs, texts }: WorkshopTask & { kind: 'read' }): void {
    const builder = this.#builders.get(base) ?? new DependencyGraphBuilder();
    this.#builders.set(base, builder);
    // Whoever gives up reading says nothing
    const [oldest] = this.#builders.keys();
    if (this.#builders.size > REMEMBERED) this.#builders.delete(oldest);
    refs.forEach((entityRef, at) => {
      const { metadata, relations } = JSON.parse(texts[at]);
      builder.addEntity({ entityRef, metadata, relations });
    });
  }

  #build(task: WorkshopTask & { kind: 'build' }): PackedDependencyGraph {
    const { base, classifications } = task;
    const builder = this.#builders.get(base) ?? new DependencyGraphBuilder();
    this.#builders.delete(base);
    for (const one of classifications) builder.addClassification(one);
    const built = builder.build().packed;
    const packed = this.#shared ? shareArrays(built) : built;
    this.#remember({ base, refs: packed.refs });
    return packed;
  }

  *#judgeAll(
    task: WorkshopTask & { kind: 'judge' },
  ): Generator<WorkshopPiece | undefined, JudgedRound> {
    const { protection, revision, since } = task;
    const [graph, columns] = this.#open(task.graph);
    const judging = this.#judge.judge(
      { graph, columns, protection, revision },
      { since },
    );
    for (;;) {
      const { done, value } = judging.next();
      if (done) return value;
      yield value && { kind: 'judgements', judgements: value };
    }
  }

  #open(sent: SentGraph): [DependencyGraph, RecoveryColumns] {
    const { base, baseRefs, baseSize, laterRefs, packed, columns } = sent;
    if (baseRefs) this.#remember({ base, refs: baseRefs });
    const known = this.#bases.find(one => one.base === base);
    if (known?.refs.length !== baseSize) {
      throw new Error(`Nothing is known of the graph ${base}`);
    }
    const refs = laterRefs.length ? known.refs.concat(laterRefs) : known.refs;
    return [
      DependencyGraph.fromPacked({ ...packed, refs }),
      RecoveryColumns.fromPacked(columns),
    ];
  }

  #remember(base: BaseRefs): void {
    this.#bases = [
      base,
      ...this.#bases.filter(one => one.base !== base.base),
    ].slice(0, REMEMBERED);
  }
}

/** The same graph in memory that threads can share. */
function shareArrays(packed: PackedDependencyGraph): PackedDependencyGraph {
  const shared = new Map<ArrayBufferLike, SharedArrayBuffer>();
  const share = (buffer: ArrayBufferLike) => {
    let copy = shared.get(buffer);
    if (!copy) {
      copy = new SharedArrayBuffer(buffer.byteLength);
      new Uint8Array(copy).set(new Uint8Array(buffer));
      shared.set(buffer, copy);
    }
    return copy;
  };
  const visit = (value: unknown): unknown => {
    if (value instanceof Int32Array) {
      const { buffer, byteOffset, length } = value;
      return new Int32Array(share(buffer), byteOffset, length);
    }
    if (value instanceof Uint8Array) {
      const { buffer, byteOffset, length } = value;
      return new Uint8Array(share(buffer), byteOffset, length);
    }
    if (Array.isArray(value) || typeof value !== 'object' || value === null) {
      return value;
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, visit(one)]),
    );
  };
  return visit(packed) as PackedDependencyGraph;
}
