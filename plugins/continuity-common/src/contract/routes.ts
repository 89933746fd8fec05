import { z } from 'zod';
import { labelsPageSchema } from '../assessment/labels';
import {
  continuityAgreementApprovePermission,
  continuityAgreementCreatePermission,
  continuityCatalogManagePermission,
  continuityPolicyReadPermission,
  continuityProfileUpdatePermission,
  continuityReadPermission,
} from '../permissions';
import { agreementInputSchema } from '../profile/agreement';
import { entityContinuitySchema } from './entityContinuity';
import { defineRoute } from './ContinuityRoute';
import { analysisRoutes } from './analysisRoutes';
import { planRoutes } from './planRoutes';
import { evidencePackRoutes } from './evidencePackRoutes';
import { policyDryRunRoutes } from './policyDryRunRoutes';
import { insightsRoutes } from './insightsRoutes';
import { recordRoutes } from './recordRoutes';
import { calendarRoutes } from './calendarRoutes';
import { coverageRoutes } from './coverageRoutes';
import { changeRoutes } from './changeRoutes';
import { changeWebhookRoutes } from './changeWebhook';
import { dependencyRoutes } from './dependencyRoutes';
import { entityParams } from './entityParams';
import { evidenceRoutes } from './evidenceRoutes';
import { exemptionRoutes } from './exemptionRoutes';
import { findingRoutes } from './findingRoutes';
import { importRoutes } from './importRoutes';
import { mineRoutes } from './mineRoutes';
import { testAidRoutes } from './testAidRoutes';
import { testRoutes } from './testRoutes';
import {
  agreementDecisionRequestSchema,
  bulkProfileRequestSchema,
  bulkProfileResponseSchema,
  carryOverDecisionSchema,
  carryOverListSchema,
  carryOverSchema,
  historySchema,
  policyResponseSchema,
  profileUpdateRequestSchema,
  sweepStatusSchema,
} from './requests';

const agreementParams = entityParams.extend({ id: z.string().min(1).max(64) });
const idParams = z.object({ id: z.string().min(1).max(64) });

const ENTITY = '/entities/by-name/:kind/:namespace/:name';

const groundRoutes = {
  getPolicy: defineRoute({
    method: 'get',
    path: '/policy',
    summary: 'The effective policy, its versions, and the state of the sweep',
    permission: continuityPolicyReadPermission,
    status: 200,
    response: policyResponseSchema,
    errors: [401, 403],
  }),
  getLabels: defineRoute({
    method: 'get',
    path: '/entities/labels',
    summary:
      'Labels for the catalog that changed after a revision, oldest change first',
    description:
      'Services get the labels of everything; a user gets those of entities they may read in the catalog.',
    permission: continuityReadPermission,
    query: z
      .object({ sinceRevision: z.number().int().min(0).optional() })
      .strict(),
    status: 200,
    response: labelsPageSchema,
    errors: [400, 401, 403],
  }),
  getEntity: defineRoute({
    method: 'get',
    path: ENTITY,
    summary: 'All that the continuity tab of an entity shows',
    description:
      'The entity is read again from the catalog first. An entity that the caller may not read in the catalog answers as one that does not exist. ' +
      'Refs of other entities that the caller may not see are replaced.',
    permission: continuityReadPermission,
    params: entityParams,
    status: 200,
    response: entityContinuitySchema,
    errors: [401, 403, 404, 503],
  }),
  updateProfile: defineRoute({
    method: 'patch',
    path: `${ENTITY}/profile`,
    summary: 'Sets or clears portal values',
    description:
      'A value sets the field, null clears it, a missing field is left alone. `If-Match` is the revision the edit started from; a stale one is ' +
      'answered with 409, the newer state, and what changed since.',
    permission: continuityProfileUpdatePermission,
    params: entityParams,
    ifMatch: true,
    body: profileUpdateRequestSchema,
    status: 200,
    response: entityContinuitySchema,
    errors: [400, 401, 403, 404, 409, 503],
    auditEvent: 'profile-update',
  }),
  getHistory: defineRoute({
    method: 'get',
    path: `${ENTITY}/history`,
    summary: 'What was decided about an entity, newest first',
    permission: continuityReadPermission,
    params: entityParams,
    query: z
      .object({
        limit: z.number().int().min(1).max(500).optional(),
        cursor: z.string().max(200).optional(),
      })
      .strict(),
    status: 200,
    response: historySchema,
    errors: [400, 401, 403, 404, 503],
  }),
  recordAgreement: defineRoute({
    method: 'put',
    path: `${ENTITY}/agreement`,
    summary: 'Records what was agreed with the business',
    description:
      'An agreement that is looser than the one in force waits until a second person confirms it; until then the earlier one holds.',
    permission: continuityAgreementCreatePermission,
    params: entityParams,
    body: agreementInputSchema,
    status: 200,
    response: entityContinuitySchema,
    errors: [400, 401, 403, 404, 409, 503],
    auditEvent: 'agreement-record',
  }),
  confirmAgreement: defineRoute({
    method: 'post',
    path: `${ENTITY}/agreement/:id/confirm`,
    summary: 'As the second person, lets a looser agreement come into force',
    description: 'For people only, and never for the one who recorded it.',
    permission: continuityAgreementApprovePermission,
    usersOnly: true,
    params: agreementParams,
    body: agreementDecisionRequestSchema,
    status: 200,
    response: entityContinuitySchema,
    errors: [400, 401, 403, 404, 409, 503],
    auditEvent: 'agreement-confirm',
  }),
  rejectAgreement: defineRoute({
    method: 'post',
    path: `${ENTITY}/agreement/:id/reject`,
    summary: 'Declines a looser agreement: the earlier one goes on',
    description: 'For people only.',
    permission: continuityAgreementApprovePermission,
    usersOnly: true,
    params: agreementParams,
    body: agreementDecisionRequestSchema,
    status: 200,
    response: entityContinuitySchema,
    errors: [400, 401, 403, 404, 409, 503],
    auditEvent: 'agreement-reject',
  }),
  updateProfiles: defineRoute({
    method: 'post',
    path: '/profiles/bulk',
    summary: 'The same values for many entities; each is answered for itself',
    permission: continuityProfileUpdatePermission,
    body: bulkProfileRequestSchema,
    status: 200,
    response: bulkProfileResponseSchema,
    errors: [400, 401, 403, 503],
    auditEvent: 'profile-bulk-update',
  }),
  getSweep: defineRoute({
    method: 'get',
    path: '/sweep',
    summary: 'State of the catalog sweep',
    permission: continuityPolicyReadPermission,
    status: 200,
    response: sweepStatusSchema,
    errors: [401, 403],
  }),
  runSweep: defineRoute({
    method: 'post',
    path: '/sweep/run',
    summary: 'Asks for a sweep now; it runs in the background',
    permission: continuityCatalogManagePermission,
    status: 202,
    response: sweepStatusSchema,
    errors: [401, 403],
    auditEvent: 'sweep-run',
  }),
  releaseSweep: defineRoute({
    method: 'post',
    path: '/sweep/release',
    summary: 'Lets a held sweep archive what is gone',
    permission: continuityCatalogManagePermission,
    usersOnly: true,
    status: 202,
    response: sweepStatusSchema,
    errors: [401, 403, 409],
    auditEvent: 'sweep-release',
  }),
  listCarryOvers: defineRoute({
    method: 'get',
    path: '/carry-overs',
    summary:
      'Probable renames and late returns that wait for a person, oldest first',
    permission: continuityReadPermission,
    status: 200,
    response: carryOverListSchema,
    errors: [401, 403, 503],
  }),
  decideCarryOver: defineRoute({
    method: 'post',
    path: '/carry-overs/:id/decide',
    summary: 'Carries old records over to an entity, or not',
    description: 'For people only.',
    permission: continuityCatalogManagePermission,
    usersOnly: true,
    params: idParams,
    body: carryOverDecisionSchema,
    status: 200,
    response: carryOverSchema,
    errors: [400, 401, 403, 404, 409, 503],
    auditEvent: 'carry-over-decide',
  }),
};

const documentRoutes = {
  getOpenApi: defineRoute({
    method: 'get',
    path: '/openapi.json',
    summary: 'This document',
    permission: continuityReadPermission,
    status: 200,
    response: z.record(z.string(), z.unknown()),
    errors: [401, 403],
  }),
};

/** All tables of calls. The types are named, since written out they would be too long for the compiler. @public */
export type ContinuityRouteTable = typeof groundRoutes &
  typeof coverageRoutes &
  typeof importRoutes &
  typeof mineRoutes &
  typeof dependencyRoutes &
  typeof planRoutes &
  typeof analysisRoutes &
  typeof calendarRoutes &
  typeof evidenceRoutes &
  typeof testAidRoutes &
  typeof testRoutes &
  typeof findingRoutes &
  typeof exemptionRoutes &
  typeof recordRoutes &
  typeof changeRoutes &
  typeof changeWebhookRoutes &
  typeof insightsRoutes &
  typeof evidencePackRoutes &
  typeof policyDryRunRoutes &
  typeof documentRoutes;

/**
 * Every call of `/api/continuity`, once: what the server checks in and out, what it authorises, and the OpenAPI document are made
 * from this table.
 *
 * @public
 */
export const continuityRoutes: ContinuityRouteTable = {
  ...groundRoutes,
  ...coverageRoutes,
  ...importRoutes,
  ...mineRoutes,
  ...dependencyRoutes,
  ...planRoutes,
  ...analysisRoutes,
  // before what has an id in its place
  ...calendarRoutes,
  ...evidenceRoutes,
  ...testAidRoutes,
  ...testRoutes,
  ...findingRoutes,
  ...exemptionRoutes,
  ...recordRoutes,
  ...changeRoutes,
  ...changeWebhookRoutes,
  ...insightsRoutes,
  ...evidencePackRoutes,
  ...policyDryRunRoutes,
  ...documentRoutes,
};

/** The ids of all calls, as in the OpenAPI document. @public */
export type ContinuityRouteId = keyof typeof continuityRoutes;
