import { z } from 'zod';
import { biaInputSchema } from '../plan/analysis/bia';
import { riskInputSchema } from '../plan/analysis/riskAssessment';
import {
  continuityAnalysisApprovePermission,
  continuityAnalysisUpdatePermission,
  continuityReadPermission,
} from '../permissions';
import { defineRoute } from './ContinuityRoute';
import { biaAnswerSchema, riskAnswerSchema } from './entityAnalyses';
import { entityContinuitySchema } from './entityContinuity';
import { entityParams } from './entityParams';
import { agreementDecisionRequestSchema } from './requests';

const ENTITY = '/entities/by-name/:kind/:namespace/:name';
const analysisParams = entityParams.extend({ id: z.string().min(1).max(64) });

const readErrors = [401, 403, 404, 503] as const;
const changeErrors = [400, 401, 403, 404, 409, 503] as const;

/** The calls about business impact analyses and risk assessments; part of {@link continuityRoutes}. @public */
export const analysisRoutes = {
  getBia: defineRoute({
    method: 'get',
    path: `${ENTITY}/bia`,
    summary:
      'The business impact analysis that counts, with all earlier ones of the entity',
    permission: continuityReadPermission,
    params: entityParams,
    status: 200,
    response: biaAnswerSchema,
    errors: [...readErrors],
  }),
  recordBia: defineRoute({
    method: 'put',
    path: `${ENTITY}/bia`,
    summary: 'Records a business impact analysis, as a draft or agreed',
    description:
      'Either `quick` (two questions) or `categories` (the full form). Impact that falls over time is refused. An agreed one that asks for less than ' +
      'the one before it (a longer MTPD or RPO, a less critical tier) waits until a second person confirms it; until then the earlier one holds.',
    permission: continuityAnalysisUpdatePermission,
    params: entityParams,
    ifMatch: true,
    body: biaInputSchema,
    status: 200,
    response: entityContinuitySchema,
    errors: [...changeErrors],
    auditEvent: 'bia-record',
  }),
  confirmBia: defineRoute({
    method: 'post',
    path: `${ENTITY}/bia/:id/confirm`,
    summary:
      'As the second person, lets an analysis that asks for less come into force',
    description: 'For people only, and never for the one who recorded it.',
    permission: continuityAnalysisApprovePermission,
    usersOnly: true,
    params: analysisParams,
    body: agreementDecisionRequestSchema,
    status: 200,
    response: entityContinuitySchema,
    errors: [...changeErrors],
    auditEvent: 'bia-confirm',
  }),
  rejectBia: defineRoute({
    method: 'post',
    path: `${ENTITY}/bia/:id/reject`,
    summary: 'Declines an analysis that asks for less: the earlier one goes on',
    description: 'For people only, and never for the one who recorded it.',
    permission: continuityAnalysisApprovePermission,
    usersOnly: true,
    params: analysisParams,
    body: agreementDecisionRequestSchema,
    status: 200,
    response: entityContinuitySchema,
    errors: [...changeErrors],
    auditEvent: 'bia-reject',
  }),
  discardBia: defineRoute({
    method: 'post',
    path: `${ENTITY}/bia/:id/discard`,
    summary: 'Puts a draft away; it stays in the history',
    permission: continuityAnalysisUpdatePermission,
    params: analysisParams,
    body: agreementDecisionRequestSchema,
    status: 200,
    response: entityContinuitySchema,
    errors: [...changeErrors],
    auditEvent: 'bia-discard',
  }),
  getRiskAssessment: defineRoute({
    method: 'get',
    path: `${ENTITY}/risk-assessment`,
    summary:
      'The risk assessment that counts, with all earlier ones of the entity',
    permission: continuityReadPermission,
    params: entityParams,
    status: 200,
    response: riskAnswerSchema,
    errors: [...readErrors],
  }),
  recordRiskAssessment: defineRoute({
    method: 'put',
    path: `${ENTITY}/risk-assessment`,
    summary: 'Records a risk assessment, as a draft or agreed',
    description:
      'An agreed one has decided about each of its threats: rated, with treatment, owner and a day, or not applicable.',
    permission: continuityAnalysisUpdatePermission,
    params: entityParams,
    ifMatch: true,
    body: riskInputSchema,
    status: 200,
    response: entityContinuitySchema,
    errors: [...changeErrors],
    auditEvent: 'risk-assessment-record',
  }),
  discardRiskAssessment: defineRoute({
    method: 'post',
    path: `${ENTITY}/risk-assessment/:id/discard`,
    summary: 'Puts a draft away; it stays in the history',
    permission: continuityAnalysisUpdatePermission,
    params: analysisParams,
    body: agreementDecisionRequestSchema,
    status: 200,
    response: entityContinuitySchema,
    errors: [...changeErrors],
    auditEvent: 'risk-assessment-discard',
  }),
};
