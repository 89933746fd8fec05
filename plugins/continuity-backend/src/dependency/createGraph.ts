import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { StatusUpkeep } from '../record/StatusUpkeep';
import type { ClassificationStore } from './ClassificationStore';
import { GraphAnalyst } from './GraphAnalyst';
import { GraphKeeper } from './GraphKeeper';
import type { GraphLog } from './GraphLog';
import { GraphRows } from './GraphRows';
import { GraphWorkplace } from './GraphWorkplace';
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
  /** Entities up to which no thread is used. */
  mostBuiltHere?: number;
  workplace?: GraphWorkplace;
}) {
  const workplace = options.workplace ?? GraphWorkplace.create(options);
  const graph = GraphKeeper.create({
    ...options,
    workplace,
    rows: GraphRows.create(options),
  });
  return {
    graph,
    analyst: GraphAnalyst.create({ workplace }),
    planCoverage: options.plans,
    standings: StandingUpkeep.create({ ...options, workplace, keeper: graph }),
    workplace,
  };
}
