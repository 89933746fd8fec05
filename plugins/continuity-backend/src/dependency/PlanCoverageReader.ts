/** The plan in force that covers an entity. */
export interface PlanCoverage {
  planId: string;
  title: string;
  version: number;
}

/**
 * Says which entities a plan in force covers. A change of coverage is a change of the entities: whoever makes one marks them dirty
 * (`StatusUpkeep.markDirty`), by which the graph's readers hear of it, too.
 */
export interface PlanCoverageReader {
  /** Entities without a plan in force are left out. A fixed number of queries, however many refs. */
  coveredBy(entityRefs: string[]): Promise<Map<string, PlanCoverage>>;
}

/** Where no plans are kept, nothing is covered. */
export const noPlanCoverage: PlanCoverageReader = {
  async coveredBy() {
    return new Map();
  },
};
