/**
 * Entities that something is said of: how many, and the first of them in the order of refs.
 *
 * @public
 */
export interface NamedEntities {
  total: number;
  /** At most 5. */
  refs: string[];
}

/**
 * What the dependency graph says of one entity, for its assessment (DOMAIN.md §3, §6, §8). What is left out is not so. It depends on edges,
 * targets, tiers and plans, never on a status, so that working it out anew after an assessment changes nothing.
 *
 * All times in seconds.
 *
 * @public
 */
export interface DependencyStanding {
  /** What depends on it and may take less time than it: the conflict, at its root. */
  slower?: Partial<
    Record<
      'rto' | 'rpo',
      {
        seconds: number;
        neededSeconds: number;
        /** How many have a shorter target than it. */
        neededBy: number;
        /** From the nearest of those that demand most to this one; the shortest. Of more than 30 steps only the ends, with `…` between. */
        path: string[];
      }
    >
  >;
  /** It waits for something that may take longer than it: information, the gap is there. */
  waitsFor?: Partial<
    Record<
      'rto' | 'rpo',
      { seconds: number; slowestSeconds: number; slowest: string }
    >
  >;
  /** Its expected recovery is beyond its RTO. */
  beyondRto?: {
    rtoSeconds: number;
    expectedSeconds: number;
    /** A lower bound. */
    atLeast: boolean;
    /** The step of the critical path that takes longest. */
    longestStep: string;
    longestSeconds: number;
  };
  /** Direct hard dependencies whose own tier requires a plan, without one in force. */
  unprotected?: NamedEntities;
  /** Direct hard dependencies in scope that have no tier: nobody has said whether they need a plan. */
  tierless?: NamedEntities;
  unresolved?: NamedEntities;
  /** Nobody has said whether they are hard or soft, so that they count as hard. That a System needs its parts is no question. */
  unclassified?: NamedEntities;
}
