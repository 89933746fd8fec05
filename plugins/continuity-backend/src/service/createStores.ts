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
import { CarryOverStore } from '../catalog/CarryOverStore';
import { DatabaseMirrorStore } from '../catalog/DatabaseMirrorStore';
import { migrateDatabase } from '../migrateDatabase';
import { enterPolicy } from '../assessment/enterPolicy';
import { PolicyVersionStore } from '../policy/PolicyVersionStore';
import { DatabaseProfileStore } from '../profile/DatabaseProfileStore';
import { DatabaseRecordStore } from '../record/DatabaseRecordStore';
import { SeedService } from '../seed/SeedService';

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
}) {
  const { logger, policy, operations, clock } = options;
  const database = await options.database.getClient();
  if (!options.database.migrations?.skip) await migrateDatabase(database);

  const mirror = DatabaseMirrorStore.create({ database });
  const profiles = DatabaseProfileStore.create({ database });
  const records = DatabaseRecordStore.create({ database });
  const versions = PolicyVersionStore.create({ database });
  const labels = LabelStore.create({ knex: database });
  const engineUnder = (ruling: ContinuityPolicy) =>
    DatabaseAssessmentEngine.create({
      database,
      mirror,
      profiles,
      policy: ruling,
      logger,
      clock,
      onChanged: (trx, changes) =>
        labels.apply(
          trx,
          changes.map(({ entityRef, assessment }) => ({
            entityRef,
            labels: assessment && labelsOf(assessment),
          })),
        ),
    });

  const now = clock().toISOString();
  const { engine, inForce } = await enterPolicy({
    versions,
    policy,
    now,
    engineUnder,
  });
  if (operations.seed && process.env.NODE_ENV === 'development') {
    await SeedService.create({
      database,
      policy,
      profiles,
      records,
      engine,
      logger,
      clock,
    }).seed(operations.seed.file);
  }
  return {
    database,
    mirror,
    profiles,
    records,
    versions,
    inForce,
    labels,
    engine,
    carryOvers: CarryOverStore.create({ database }),
  };
}
