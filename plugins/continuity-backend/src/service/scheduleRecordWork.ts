import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { KpiDays } from '../coverage/KpiDays';
import { RecordChain } from '../record/RecordChain';
import { RecordSealer } from '../record/RecordSealer';

/** Starts what looks after the history: sealing what was written, and looking whether all of it is as it was sealed. */
export async function scheduleRecordWork(options: {
  scheduler: SchedulerService;
  logger: LoggerService;
  database: Knex;
  policy: ContinuityPolicy;
  clock: () => Date;
}): Promise<void> {
  const { scheduler, logger } = options;
  const sealer = RecordSealer.create(options);
  const recordChain = RecordChain.create(options);
  const kpiDays = KpiDays.create({
    ...options,
    timeZone: options.policy.timeZone,
  });
  await scheduler.scheduleTask({
    id: 'continuity-seal',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 45 },
    scope: 'global',
    fn: async signal => {
      await sealer.run({ signal });
    },
  });
  await scheduler.scheduleTask({
    id: 'continuity-figures',
    frequency: { hours: 1 },
    timeout: { minutes: 30 },
    // after the first sweep: a restart of a full database has days to catch up with
    initialDelay: { minutes: 3 },
    scope: 'global',
    fn: async signal => {
      await kpiDays.fill({ signal });
    },
  });
  await scheduler.scheduleTask({
    id: 'continuity-verify',
    frequency: { hours: 24 },
    timeout: { hours: 1 },
    initialDelay: { minutes: 15 },
    scope: 'global',
    fn: async () => {
      const { firstBreak, breaks } = await recordChain.check();
      if (firstBreak) {
        logger.error(
          `The history was changed behind the software: ${breaks} links of its chain are broken, the first at position ${firstBreak.position} (${firstBreak.what}). GET /api/continuity/records/verify says more.`,
        );
      }
    },
  });
}
