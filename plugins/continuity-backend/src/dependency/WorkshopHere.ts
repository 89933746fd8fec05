import { setImmediate as yieldToOthers } from 'node:timers/promises';
import {
  GraphWorkshop,
  type WorkshopPiece,
  type WorkshopTask,
} from 'backstage-plugin-continuity-common';
import type { ResultOf, WorkshopPlace } from './WorkshopPlace';

/** Others wait no longer than for one step, or for as many short ones as fit into this time. */
const MILLISECONDS_AT_ONCE = 15;

/** Does long work between other work: for small catalogs, and where no thread can be started. */
export class WorkshopHere implements WorkshopPlace {
  readonly #workshop = new GraphWorkshop({ shared: false });

  knows(): boolean {
    // Sending costs nothing
    return false;
  }

  async run<T extends WorkshopTask>(
    task: T,
    take?: (piece: WorkshopPiece) => void,
  ): Promise<ResultOf<T>> {
    const steps = this.#workshop.take(task);
    let began = performance.now();
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value as ResultOf<T>;
      if (value) take?.(value);
      if (performance.now() - began > MILLISECONDS_AT_ONCE) {
        await yieldToOthers();
        began = performance.now();
      }
    }
  }
}
