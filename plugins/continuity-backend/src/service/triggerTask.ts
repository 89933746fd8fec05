import type { SchedulerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';

/** Has a task run now. Where it runs already, here or in another replica, it will come to what waits. */
export async function triggerTask(
  scheduler: SchedulerService,
  taskId: string,
): Promise<void> {
  try {
    await scheduler.triggerTask(taskId);
  } catch (error) {
    if (!isError(error) || !/Conflict|NotFound/.test(error.name)) throw error;
  }
}
