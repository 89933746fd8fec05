import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { StatusUpkeep } from '../record/StatusUpkeep';
import type { ClassificationStore } from './ClassificationStore';
import { GraphKeeper } from './GraphKeeper';
import type { GraphLog } from './GraphLog';
import { GraphRows } from './GraphRows';
import type { PlanCoverageReader } from './PlanCoverageReader';
import { StandingUpkeep } from './StandingUpkeep';

/** Makes what holds the graph and what keeps assessments informed of it. */
export function createGraph(options: {
  database: Knex;
  log: GraphLog;
  classifications: ClassificationStore;
  engine: StatusUpkeep;
  plans: PlanCoverageReader;
  policy: ContinuityPolicy;
  logger: LoggerService;
  clock: () => Date;
}) {
  const graph = GraphKeeper.create({
    ...options,
    rows: GraphRows.create(options),
  });
  return {
    graph,
    planCoverage: options.plans,
    standings: StandingUpkeep.create({ ...options, keeper: graph }),
  };
}
