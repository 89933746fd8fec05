import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type {
  ContinuityOperations,
  ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { AssessmentEngine } from '../assessment/AssessmentEngine';
import type { CatalogSweep } from '../catalog/CatalogSweep';
import type { StandingUpkeep } from '../dependency/StandingUpkeep';
import { refreshStatistics } from '../database/refreshStatistics';
import type { RecordRetention } from '../record/RecordRetention';
import type { PlanSources } from '../plan/PlanSources';
import type { RecordStore } from '../record/RecordStore';
import type { SeedCatalog } from '../seed/SeedCatalog';
import type { SeedHistory } from '../seed/SeedHistory';
import type { SeedService } from '../seed/SeedService';
import type { PlanSeed } from '../seed/PlanSeed';
import type { ChangeSeed } from '../seed/ChangeSeed';
import type { TestSeed } from '../seed/TestSeed';
import { SWEEP_TASK } from './profile/CatalogCareService';
import { ReminderService } from './reminder/ReminderService';
import { ChangeCallbackService } from './change/ChangeCallbackService';
import { scheduleChangeWork } from './change/scheduleChangeWork';
import { playSeedHistory } from './playSeedHistory';
import { scheduleRecordWork } from './record/scheduleRecordWork';
import { PolicyDryRunner } from './coverage/PolicyDryRunner';
import { DRY_RUN_TASK } from './coverage/PolicyDryRunService';

/** Starts what runs by itself: the sweep in one replica at a time, the assessment in each. */
export async function scheduleWork(options: {
  scheduler: SchedulerService;
  logger: LoggerService;
  operations: ContinuityOperations;
  policy: ContinuityPolicy;
  records: RecordStore;
  sweep: CatalogSweep;
  engine: AssessmentEngine;
  database: Knex;
  clock: () => Date;
  standings: StandingUpkeep;
  history?: SeedHistory;
  seedCatalog?: SeedCatalog;
  profileSeed: SeedService;
  planSeed?: PlanSeed;
  testSeed?: TestSeed;
  changeSeed?: ChangeSeed;
  planSources: PlanSources;
  retention: RecordRetention;
  reminders: ReminderService;
  changeCallbacks: ChangeCallbackService;
  policyDryRunner: PolicyDryRunner;
}): Promise<void> {
  const { scheduler, operations, sweep, engine, standings, database } = options;
  const { planSeed, testSeed, planSources, retention, reminders } = options;
  const { frequency, timeout, initialDelay } = operations.sweep;
  await scheduleRecordWork(options);
  await scheduleChangeWork(options);
  await scheduler.scheduleTask({
    id: DRY_RUN_TASK,
    frequency: { minutes: 1 },
    timeout: { minutes: 30 },
    initialDelay: { seconds: 55 },
    scope: 'global',
    fn: async signal => options.policyDryRunner.run({ signal }),
  });
  await scheduler.scheduleTask({
    id: SWEEP_TASK,
    frequency,
    timeout,
    initialDelay,
    scope: 'global',
    fn: async signal => {
      const { state, written } = await sweep.run({ signal });
      // a catalog that is still being filled would make the rest of it seem to have joined the plans later
      if (state === 'idle' && written === 0) {
        if (options.history?.isOpen) {
          await playSeedHistory({ ...options, history: options.history });
          await sweep.run({ signal });
        }
        await planSeed?.run();
        await testSeed?.run();
        await options.changeSeed?.run();
      }
      await planSources.run({ signal });
      if ((await standings.runAtEase()) > 0) await engine.drain();
      await refreshStatistics(database);
    },
  });
  await scheduler.scheduleTask({
    id: 'continuity-assess',
    frequency: { seconds: 15 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 5 },
    // several replicas share the work: each takes rows that no other one has
    scope: 'local',
    fn: async () => {
      await engine.settleDue();
      await engine.drain();
      if ((await standings.runAtEase()) > 0) await engine.drain();
    },
  });
  await scheduler.scheduleTask({
    id: 'continuity-reminders',
    frequency: { minutes: 15 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 2 },
    scope: 'global',
    fn: async signal => reminders.run({ signal }),
  });
  await scheduler.scheduleTask({
    id: 'continuity-retention',
    frequency: { hours: 24 },
    timeout: { minutes: 10 },
    // not while the first sweep fills everything
    initialDelay: { minutes: 10 },
    scope: 'global',
    fn: async signal => {
      await retention.run({ signal });
    },
  });
}
