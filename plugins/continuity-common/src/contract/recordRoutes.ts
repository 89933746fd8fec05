import { continuityAuditReadPermission } from '../permissions';
import {
  recordIntegritySchema,
  recordVerificationSchema,
  recordVerifyQuerySchema,
} from '../record/recordSeal';
import { retentionListSchema } from '../record/retention';
import { defineRoute } from './ContinuityRoute';

/** The calls about the history as a whole; part of {@link continuityRoutes}. @public */
export const recordRoutes = {
  getRecordIntegrity: defineRoute({
    method: 'get',
    path: '/records/integrity',
    summary: 'How far the history is sealed',
    permission: continuityAuditReadPermission,
    status: 200,
    response: recordIntegritySchema,
    errors: [401, 403],
  }),
  verifyRecords: defineRoute({
    method: 'get',
    path: '/records/verify',
    summary:
      'Whether the chain over the history holds, and where it first breaks',
    description:
      'Reads the chain seal by seal and compares each record with it. An answer checks at most `limit` seals (100,000 where it is left out); with ' +
      '`nextAfter` in the answer there are more. Note the position and hash of `sealed` outside the database: with both as `notedPosition` and ' +
      '`notedSha256` a later answer says whether the chain up to there is still that chain, even if somebody made all of it anew.',
    permission: continuityAuditReadPermission,
    query: recordVerifyQuerySchema,
    status: 200,
    response: recordVerificationSchema,
    errors: [400, 401, 403],
  }),
  getRetention: defineRoute({
    method: 'get',
    path: '/records/retention',
    summary: 'What the next daily run deletes, since its retention is over',
    description:
      'Nothing that is in force is in it, nor what something kept refers to. The history itself is never deleted; each deletion is an entry of it.',
    permission: continuityAuditReadPermission,
    status: 200,
    response: retentionListSchema,
    errors: [401, 403],
  }),
};
