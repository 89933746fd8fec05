import { RouteHandlers } from '../../contract/RouteHandlers';
import { AnalysisDecisions } from './AnalysisDecisions';
import { AnalysisService } from './AnalysisService';
import { entityRefOf } from '../profile/EntityContinuityService';

/** Binds the calls about business impact analyses and risk assessments. */
export function analysisHandlers(services: {
  analyses: AnalysisService;
  analysisDecisions: AnalysisDecisions;
}): Pick<
  RouteHandlers,
  | 'getBia'
  | 'recordBia'
  | 'confirmBia'
  | 'rejectBia'
  | 'discardBia'
  | 'getRiskAssessment'
  | 'recordRiskAssessment'
  | 'discardRiskAssessment'
> {
  const { analyses, analysisDecisions: decisions } = services;
  return {
    getBia: ({ params, credentials }) =>
      analyses.getBia(entityRefOf(params), { credentials }),
    recordBia: ({ params, body, revision, credentials }) =>
      analyses.recordBia(entityRefOf(params), body, { revision, credentials }),
    confirmBia: ({ params, body, credentials }) =>
      decisions.confirm(entityRefOf(params), params.id, {
        ...body,
        credentials,
      }),
    rejectBia: ({ params, body, credentials }) =>
      decisions.reject(entityRefOf(params), params.id, {
        ...body,
        credentials,
      }),
    discardBia: ({ params, body, credentials }) =>
      decisions.discard(entityRefOf(params), params.id, {
        ...body,
        credentials,
        sort: 'bia',
      }),
    getRiskAssessment: ({ params, credentials }) =>
      analyses.getRiskAssessment(entityRefOf(params), { credentials }),
    recordRiskAssessment: ({ params, body, revision, credentials }) =>
      analyses.recordRiskAssessment(entityRefOf(params), body, {
        revision,
        credentials,
      }),
    discardRiskAssessment: ({ params, body, credentials }) =>
      decisions.discard(entityRefOf(params), params.id, {
        ...body,
        credentials,
        sort: 'risk',
      }),
  };
}
