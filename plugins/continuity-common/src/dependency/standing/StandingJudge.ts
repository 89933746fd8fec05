import { affectedStandings } from './affectedStandings';
import {
  judgeNodes,
  type JudgedGraph,
  type StandingJudgement,
} from './dependencyStandings';

/** More than this share of the entities is no less work than all of them. */
const MOST_AFFECTED = 0.5;

/** What a round of judging was about. @public */
export interface JudgedRound {
  /** True where every entity was judged; else only those that a change can have affected. */
  isComplete: boolean;
  judged: number;
}

/**
 * Says what the graph says of entities, and remembers the graph it was about: after a change only those are judged again of whom something
 * else may have to be said.
 */
export class StandingJudge {
  #last:
    | (Pick<JudgedGraph, 'graph' | 'columns'> & { revision: number })
    | null = null;

  /**
   * Judges in batches, with pauses (`undefined`) in between. Of an entity that is no longer in the graph nothing is said.
   *
   * @param options - `since`: the revision whose standings are known, and every entity noted as changed after it; used where this judge was asked for
   *   that revision last
   */
  *judge(
    judged: JudgedGraph & { revision: number },
    options: { since?: { revision: number; changed: readonly string[] } } = {},
  ): Generator<StandingJudgement[] | undefined, JudgedRound> {
    const { graph, columns, revision } = judged;
    const last = this.#last;
    const { since } = options;
    this.#last = null;
    let only: Set<number> | undefined;
    if (since && last?.revision === since.revision) {
      const refs = affectedStandings(last, judged, since.changed);
      yield undefined;
      const gone: StandingJudgement[] = [];
      only = new Set();
      for (const ref of refs) {
        const node = graph.nodeOf(ref);
        if (node === -1) gone.push([ref, null]);
        else only.add(node);
      }
      if (only.size > graph.size * MOST_AFFECTED) only = undefined;
      else yield gone;
    }
    yield* judgeNodes(judged, { only });
    this.#last = { graph, columns, revision };
    return { isComplete: !only, judged: only?.size ?? graph.size };
  }

  /** Forgets what was judged last: its outcome was not kept. */
  forget(): void {
    this.#last = null;
  }
}
