import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  retentionPolicy,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { carryOverRetention } from '../../catalog/carryOverRetention';
import { evidenceRetention } from '../../coverage/evidence/evidenceRetention';
import {
  analysisRetention,
  planVersionRetention,
} from '../../plan/planRetentionRules';
import { agreementRetention } from '../../profile/agreementRetention';
import { RecordRetention } from '../../record/RecordRetention';
import type { RecordStore } from '../../record/RecordStore';
import {
  calendarFeedRetention,
  findingRetention,
  machineReportRetention,
  reminderRetention,
  testRetention,
} from '../../testing/testRetentionRules';

/** Makes what deletes records whose retention is over, by the policy. */
export function createRetention(options: {
  database: Knex;
  records: RecordStore;
  policy: ContinuityPolicy;
  logger: LoggerService;
  clock: () => Date;
}): RecordRetention {
  const kept = retentionPolicy(options.policy);
  return RecordRetention.create({
    ...options,
    timeZone: options.policy.timeZone,
    // what is referred to before what refers to it: a run deletes what was listed before it, and nothing that only the run itself sets free
    rules: [
      analysisRetention(kept.analyses),
      planVersionRetention(kept.planVersions),
      testRetention(kept.tests),
      findingRetention(kept.findings),
      agreementRetention(kept.agreements),
      carryOverRetention(kept.carryOvers),
      calendarFeedRetention(kept.calendarFeeds),
      machineReportRetention(kept.machineReports),
      reminderRetention(kept.reminders),
      evidenceRetention(kept.evidencePacks),
    ],
  });
}
