import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  testingPolicy,
  type ContinuityOperations,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import { ExemptionReminders } from '../../exemption/ExemptionReminders';
import { SweepStateStore } from '../../catalog/SweepStateStore';
import { ReminderPeople } from '../../testing/reminder/ReminderPeople';
import { ReminderReader } from '../../testing/reminder/ReminderReader';
import { ReminderStore } from '../../testing/reminder/ReminderStore';
import type { Stores } from '../createStores';
import { ReminderService } from './ReminderService';

/** Makes what reminds people. */
export function createReminders(options: {
  notifications: NotificationService;
  operations: ContinuityOperations;
  stores: Pick<Stores, 'database' | 'testStore'>;
  policy: ContinuityPolicy;
  logger: LoggerService;
  clock: () => Date;
}): ReminderService {
  const { operations, stores, policy } = options;
  const { database, testStore } = stores;
  const sweeps = SweepStateStore.create({ database });
  const isSeeded = operations.seed && process.env.NODE_ENV === 'development';
  return ReminderService.create({
    ...options,
    database,
    reminderReader: ReminderReader.create({
      database,
      policy,
      others: [ExemptionReminders.create({ database, policy })],
    }),
    reminderPeople: ReminderPeople.create({ database }),
    reminderStore: ReminderStore.create({ database }),
    language: testingPolicy(policy).reminders.language,
    isReady: async () => {
      const { firstFinishedAt } = await sweeps.read();
      if (firstFinishedAt === null) return false;
      // what the demo brings with it was there before, too
      return !isSeeded || !(await testStore.isEmpty());
    },
  });
}
