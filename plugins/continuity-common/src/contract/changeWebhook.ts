import { z } from 'zod';
import { changeStateSchema, changeVerdictSchema } from '../terms/changeTerms';
import { continuityChangeCreatePermission } from '../changePermissions';
import { defineRoute } from './ContinuityRoute';

/** What an ITSM tool is answered when it tells of a change. @public */
export const changeWebhookAnswerSchema = z.object({
  changeId: z.string(),
  externalId: z.string(),
  state: changeStateSchema,
  verdict: changeVerdictSchema,
  headline: z.string(),
  caused: z.number().int(),
  /** The same message was taken before. */
  duplicate: z.boolean(),
});

/** @public */
export type ChangeWebhookAnswer = z.infer<typeof changeWebhookAnswerSchema>;

/** The call that ITSM tools make; part of {@link continuityRoutes}. @public */
export const changeWebhookRoutes = {
  takeChangeWebhook: defineRoute({
    method: 'post',
    path: '/changes/webhook/:source',
    summary: 'Takes what an ITSM tool tells of a change',
    description:
      'Signed with the secret of the source (`x-continuity-signature: t=<seconds>,v1=<hex of HMAC-SHA256 over "<t>.<body>">`, or `x-hub-signature-256`). ' +
      'The message is read by the paths that app-config gives for the source; each delivery counts once.',
    permission: continuityChangeCreatePermission,
    signed: true,
    params: z.object({ source: z.string().min(1).max(64) }),
    body: z.record(z.string(), z.unknown()),
    status: 200,
    response: changeWebhookAnswerSchema,
    errors: [400, 401, 403, 409, 503],
    auditEvent: 'change-webhook',
  }),
};
