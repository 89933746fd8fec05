import type {
  WorkshopPiece,
  WorkshopResult,
  WorkshopTask,
} from 'backstage-plugin-continuity-common';

/** The result of a task. */
export type ResultOf<T extends WorkshopTask> = Extract<
  WorkshopResult,
  { kind: T['kind'] }
>;

/** Somewhere long work on a graph can be done without keeping others waiting. */
export interface WorkshopPlace {
  /** Whether the refs of a graph built as this base have to be sent along. */
  knows(base: number): boolean;

  /**
   * Does a task.
   *
   * @param take - is given the pieces of the result as they come
   */
  run<T extends WorkshopTask>(
    task: T,
    take?: (piece: WorkshopPiece) => void,
  ): Promise<ResultOf<T>>;
}
