import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphSnapshot } from './GraphSnapshot';

/** An answer, and the state of the graph it is of. */
export interface Analysed<T> {
  snapshot: GraphSnapshot;
  value: T;
}

/** The newest answer there is to a question that takes long. */
export class LatestAnalysis<T> {
  readonly #patience: number;
  readonly #work: (snapshot: GraphSnapshot) => Promise<T>;
  #known: Analysed<T> | undefined;
  #underWay: Promise<void> | undefined;

  constructor(patience: number, work: (snapshot: GraphSnapshot) => Promise<T>) {
    this.#patience = patience;
    this.#work = work;
  }

  async of(snapshot: GraphSnapshot): Promise<Analysed<T>> {
    const isCurrent = () =>
      this.#known && this.#known.snapshot.revision >= snapshot.revision;
    if (isCurrent()) return this.#known!;
    const bringUpToDate = this.#bringUpTo(snapshot);
    if (!this.#known) {
      await bringUpToDate;
    } else {
      // Whoever does not wait for it does not hear of its failure either: the next one asks again
      bringUpToDate.catch(() => {});
      const giveUp = new AbortController();
      await Promise.race([
        bringUpToDate.catch(() => {}),
        sleep(this.#patience, undefined, { signal: giveUp.signal }).catch(
          () => {},
        ),
      ]);
      giveUp.abort();
    }
    return this.#known!;
  }

  /** Never works on two states at once. */
  async #bringUpTo(snapshot: GraphSnapshot): Promise<void> {
    while (!this.#known || this.#known.snapshot.revision < snapshot.revision) {
      this.#underWay ??= this.#work(snapshot)
        .then(value => {
          this.#known = { snapshot, value };
        })
        .finally(() => {
          this.#underWay = undefined;
        });
      await this.#underWay;
    }
  }
}
