import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ContinuityOperations,
  ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { AssessmentEngine } from '../assessment/AssessmentEngine';
import type { CatalogSweep } from '../catalog/CatalogSweep';
import { KpiDays } from '../coverage/KpiDays';
import type { StandingUpkeep } from '../dependency/StandingUpkeep';
import type { ChangeSeed } from '../seed/ChangeSeed';
import type { PlanSeed } from '../seed/PlanSeed';
import type { SeedCatalog } from '../seed/SeedCatalog';
import type { SeedHistory } from '../seed/SeedHistory';
import type { SeedService } from '../seed/SeedService';
import type { TestSeed } from '../seed/TestSeed';

/** Lets what the seed file tells happen again, each at its moment. */
export async function playSeedHistory(options: {
  history: SeedHistory;
  operations: ContinuityOperations;
  policy: ContinuityPolicy;
  database: Knex;
  engine: AssessmentEngine;
  standings: StandingUpkeep;
  sweep: Pick<CatalogSweep, 'run'>;
  seedCatalog?: SeedCatalog;
  profileSeed: SeedService;
  planSeed?: PlanSeed;
  testSeed?: TestSeed;
  changeSeed?: ChangeSeed;
  logger: LoggerService;
  clock: () => Date;
}): Promise<void> {
  const { history, operations, policy, profileSeed, sweep } = options;
  const seeds = [options.planSeed, options.testSeed, options.changeSeed];
  await history.play({
    ...options,
    kpiDays: KpiDays.create({ ...options, timeZone: policy.timeZone }),
    acts: [
      async timeline => options.seedCatalog?.acts(timeline, sweep) ?? [],
      async timeline => profileSeed.acts(operations.seed!.file, timeline),
      ...seeds.flatMap(seed =>
        seed
          ? [(timeline: Parameters<typeof seed.acts>[0]) => seed.acts(timeline)]
          : [],
      ),
    ],
  });
}
