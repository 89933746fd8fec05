import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  SentGraph,
  WorkshopPiece,
  WorkshopTask,
} from 'backstage-plugin-continuity-common';
import type { GraphSnapshot } from './GraphSnapshot';
import { WorkshopHere } from './WorkshopHere';
import type { ResultOf, WorkshopPlace } from './WorkshopPlace';
import { WorkshopThread } from './WorkshopThread';

type OnGraph = Extract<WorkshopTask, { graph: SentGraph }>;

/** A task on a graph of this kind. */
type TaskOf<K extends OnGraph['kind']> = Extract<OnGraph, { kind: K }>;

/**
 * Where long work on graphs is done: that of small ones between other work, that of large ones in a thread; there, too, only if a thread can be
 * had.
 */
export class GraphWorkplace {
  readonly #logger: LoggerService;
  readonly #here: WorkshopPlace = new WorkshopHere();
  readonly #thread: WorkshopPlace & { stop?: () => Promise<void> };

  static create(options: {
    logger: LoggerService;
    thread?: WorkshopPlace;
  }): GraphWorkplace {
    return new GraphWorkplace(options);
  }

  private constructor(options: {
    logger: LoggerService;
    thread?: WorkshopPlace;
  }) {
    this.#logger = options.logger;
    this.#thread = options.thread ?? new WorkshopThread();
  }

  /** Does work that needs no graph yet, for one of this size. Where the thread fails it is tried again without. */
  async build<T>(
    isLarge: boolean,
    work: (place: WorkshopPlace) => Promise<T>,
  ): Promise<T> {
    if (!isLarge) return work(this.#here);
    try {
      return await work(this.#thread);
    } catch (error) {
      this.#warn(error);
      return work(this.#here);
    }
  }

  /** Does a task on a graph. */
  async run<K extends OnGraph['kind']>(
    snapshot: GraphSnapshot,
    kind: K,
    task: Omit<TaskOf<K>, 'kind' | 'graph'>,
    take?: (piece: WorkshopPiece) => void,
  ): Promise<ResultOf<TaskOf<K>>> {
    const on = async (place: WorkshopPlace) => {
      const graph = toSent(snapshot, !place.knows(snapshot.base.id));
      // Kept back until all is done: of a thread that fails half-way nothing may count
      const pieces: WorkshopPiece[] = [];
      const result = await place.run(
        { ...task, kind, graph } as TaskOf<K>,
        piece => pieces.push(piece),
      );
      if (take) pieces.forEach(take);
      return result;
    };
    if (!snapshot.base.isLarge) return on(this.#here);
    try {
      return await on(this.#thread);
    } catch (error) {
      this.#warn(error);
      return on(this.#here);
    }
  }

  /** Lets the thread go; it is started again when it is needed. */
  async stop(): Promise<void> {
    await this.#thread.stop?.();
  }

  #warn(error: unknown): void {
    this.#logger.warn(
      `The thread for dependency graphs failed; the work is done between other work: ${error}`,
    );
  }
}

function toSent(
  { graph, columns, base }: GraphSnapshot,
  withRefs: boolean,
): SentGraph {
  const { refs, ...packed } = graph.packed;
  return {
    base: base.id,
    ...(withRefs && { baseRefs: base.refs }),
    baseSize: base.refs.length,
    laterRefs: refs.slice(base.refs.length),
    packed,
    columns: columns.toPacked(),
  };
}
