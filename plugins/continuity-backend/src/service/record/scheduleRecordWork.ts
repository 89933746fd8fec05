import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { EvidencePackStore } from '../../coverage/evidence/EvidencePackStore';
import { KpiDays } from '../../coverage/KpiDays';
import { RecordChain } from '../../record/RecordChain';
import { RecordSealer } from '../../record/RecordSealer';
import type { RecordStore } from '../../record/RecordStore';
import type { StatusUpkeep } from '../../record/StatusUpkeep';
import { EvidencePacker } from '../coverage/EvidencePacker';
import { EVIDENCE_TASK } from '../coverage/EvidenceService';

/** Starts what looks after the history: sealing what was written, and looking whether all of it is as it was sealed. */
export async function scheduleRecordWork(options: {
  scheduler: SchedulerService;
  logger: LoggerService;
  database: Knex;
  records: RecordStore;
  engine: Pick<StatusUpkeep, 'settleDue'>;
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
  const packer = EvidencePacker.create({
    ...options,
    evidencePacks: EvidencePackStore.create(options),
  });
  await scheduler.scheduleTask({
    id: EVIDENCE_TASK,
    frequency: { minutes: 1 },
    timeout: { minutes: 30 },
    initialDelay: { seconds: 50 },
    scope: 'global',
    fn: async signal => {
      await packer.run({ signal });
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
      await options.engine.settleDue();
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
