import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { DeliveryStore } from '../../change/DeliveryStore';
import { ChangeCallbackService } from './ChangeCallbackService';

/** Posts outcomes back to ITSM tools, and forgets messages that are too old to come again. */
export async function scheduleChangeWork(options: {
  scheduler: SchedulerService;
  database: Knex;
  changeCallbacks: ChangeCallbackService;
  clock: () => Date;
}): Promise<void> {
  const { scheduler, database, changeCallbacks, clock } = options;
  const deliveries = DeliveryStore.create({ database });
  await scheduler.scheduleTask({
    id: 'continuity-change-callbacks',
    frequency: { seconds: 30 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 20 },
    scope: 'global',
    fn: async () => {
      await changeCallbacks.run();
      await deliveries.forgetOld(clock());
    },
  });
}
