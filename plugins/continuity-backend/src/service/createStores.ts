import type {
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  labelsOf,
  type ContinuityOperations,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import { DatabaseAssessmentEngine } from '../assessment/DatabaseAssessmentEngine';
import { LabelStore } from '../assessment/LabelStore';
import { DatabaseChangeStore } from '../change/DatabaseChangeStore';
import { PlanChangeRequests } from '../change/PlanChangeRequests';
import { CarryOverStore } from '../catalog/CarryOverStore';
import { DatabaseMirrorStore } from '../catalog/DatabaseMirrorStore';
import { ClassificationStore } from '../dependency/ClassificationStore';
import { createGraph } from '../dependency/createGraph';
import { GraphLog } from '../dependency/GraphLog';
import { RecoveryFactsStore } from '../dependency/RecoveryFactsStore';
import { migrateDatabase } from '../migrateDatabase';
import { enterPolicy } from '../assessment/enterPolicy';
import { DatabasePlanCoverageReader } from '../plan/DatabasePlanCoverageReader';
import { DatabasePlanStore } from '../plan/DatabasePlanStore';
import { PlanStandingKeeper } from '../plan/PlanStandingKeeper';
import { DatabaseExemptionStore } from '../exemption/DatabaseExemptionStore';
import { DatabaseTestStore } from '../testing/DatabaseTestStore';
import { TestRequirementKeeper } from '../testing/TestRequirementKeeper';
import { PolicyVersionStore } from '../policy/PolicyVersionStore';
import { DatabaseAnalysisStore } from '../plan/DatabaseAnalysisStore';
import { DatabaseProfileStore } from '../profile/DatabaseProfileStore';
import { DatabaseRecordStore } from '../record/DatabaseRecordStore';
import type { SeedHistory } from '../seed/SeedHistory';
import { SeedService } from '../seed/SeedService';
import { fillRecoveryFacts } from './profile/fillRecoveryFacts';
import { recoveryFactsOf } from './profile/recoveryFactsOf';

/** What is kept, and keeps it true. */
export type Stores = Awaited<ReturnType<typeof createStores>>;

/** Opens the database: brings it up to date, says which policy rules, and fills an empty one in development. */
export async function createStores(options: {
  database: DatabaseService;
  catalog: CatalogService;
  logger: LoggerService;
  policy: ContinuityPolicy;
  operations: ContinuityOperations;
  clock: () => Date;
  history?: SeedHistory;
}) {
  const { logger, policy, operations, clock, history } = options;
  const database = await options.database.getClient();
  if (!options.database.migrations?.skip) await migrateDatabase(database);

  const mirror = DatabaseMirrorStore.create({ database });
  const profiles = DatabaseProfileStore.create({ database });
  await history?.open({ database, profiles, logger });
  const analyses = DatabaseAnalysisStore.create({ database });
  const records = DatabaseRecordStore.create({ database });
  const versions = PolicyVersionStore.create({ database });
  const labels = LabelStore.create({ knex: database });
  const graphLog = GraphLog.create({ database });
  const recoveryFacts = RecoveryFactsStore.create({ log: graphLog });
  const classifications = ClassificationStore.create({ database });
  const plans = DatabasePlanStore.create({ database });
  const planStandings = PlanStandingKeeper.create({ store: plans });
  const testRequirements = TestRequirementKeeper.create();
  const engineUnder = (ruling: ContinuityPolicy) =>
    DatabaseAssessmentEngine.create({
      database,
      mirror,
      profiles,
      policy: ruling,
      logger,
      clock,
      onChanged: async (trx, changes) => {
        await labels.apply(
          trx,
          changes.map(({ entityRef, assessment }) => ({
            entityRef,
            labels: assessment && labelsOf(assessment),
          })),
        );
        const at = clock().toISOString();
        await graphLog.note(
          trx,
          await planStandings.apply(trx, changes, at),
          at,
        );
        await testRequirements.apply(trx, changes, clock().toISOString());
        await recoveryFacts.apply(
          trx,
          changes.map(({ entityRef, assessment }) => ({
            entityRef,
            facts: assessment && recoveryFactsOf(entityRef, assessment, ruling),
          })),
          clock().toISOString(),
        );
      },
      onMarked: (trx, refs, at) => graphLog.note(trx, refs, at),
    });

  const now = clock().toISOString();
  await fillRecoveryFacts({ database, facts: recoveryFacts, policy, at: now });
  const { engine, inForce } = await enterPolicy({
    versions,
    policy,
    now,
    engineUnder,
  });
  const profileSeed = SeedService.create({
    database,
    policy,
    profiles,
    analyses,
    classifications,
    records,
    engine,
    logger,
    clock,
  });
  if (
    operations.seed &&
    process.env.NODE_ENV === 'development' &&
    !history?.isOpen
  ) {
    await profileSeed.seed(operations.seed.file);
  }
  return {
    database,
    mirror,
    profiles,
    analyses,
    records,
    versions,
    inForce,
    labels,
    engine,
    profileSeed,
    classifications,
    planStore: plans,
    changeStore: DatabaseChangeStore.create({ database }),
    planChangeRequests: PlanChangeRequests.create({ database, records }),
    testStore: DatabaseTestStore.create({ database }),
    exemptionStore: DatabaseExemptionStore.create({ database }),
    ...createGraph({
      database,
      log: graphLog,
      classifications,
      engine,
      policy,
      plans: DatabasePlanCoverageReader.create({
        database,
        satisfyingKinds: policy.plans.satisfyingKinds,
      }),
      logger,
      clock,
    }),
    carryOvers: CarryOverStore.create({ database }),
  };
}
