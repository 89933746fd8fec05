import { RouteHandlers } from '../../contract/RouteHandlers';
import { EmergencyCopyService } from './EmergencyCopyService';
import { PlanDecisions } from './PlanDecisions';
import { PlanListService } from './PlanListService';
import { PlanNotesService } from './PlanNotesService';
import { PlanReadService } from './PlanReadService';
import { PlanService } from './PlanService';
import { PlanUpkeepService } from './PlanUpkeepService';

/** Binds the calls about plans to the services that answer them. */
export function createPlanHandlers(services: {
  plans: PlanService;
  planDecisions: PlanDecisions;
  planUpkeep: PlanUpkeepService;
  planNotes: PlanNotesService;
  planList: PlanListService;
  planReads: PlanReadService;
  emergencyCopy: EmergencyCopyService;
}) {
  const { planDecisions, planNotes } = services;
  const { plans, planUpkeep, planList, planReads, emergencyCopy } = services;
  return {
    listPlans: ({ query, credentials }) =>
      planList.list(query, { credentials }),
    createPlan: ({ body, credentials }) => plans.create(body, { credentials }),
    getPlanTemplates: async ({ query }) => planList.templates(query),
    suggestPlan: ({ query, credentials }) =>
      planList.suggest(query.entity, { credentials }),
    getEmergencyCopy: ({ credentials }) => emergencyCopy.make({ credentials }),
    bulkConfirmPlans: ({ body, credentials }) =>
      planUpkeep.bulkConfirm({ ...body, credentials }),
    getPlan: ({ params, credentials }) => plans.get(params.id, { credentials }),
    savePlanDraft: ({ params, body, revision, credentials }) =>
      plans.saveDraft(params.id, { ...body, revision }, { credentials }),
    discardPlanDraft: ({ params, body, credentials }) =>
      plans.discard(params.id, { ...body, credentials }),
    submitPlan: ({ params, body, credentials }) =>
      plans.submit(params.id, { ...body, credentials }),
    returnPlan: ({ params, body, credentials }) =>
      planDecisions.returnToDraft(params.id, { ...body, credentials }),
    approvePlan: ({ params, body, credentials }) =>
      planDecisions.approve(params.id, { ...body, credentials }),
    archivePlan: ({ params, body, credentials }) =>
      planDecisions.archive(params.id, { ...body, credentials }),
    confirmPlan: ({ params, body, credentials }) =>
      planUpkeep.confirm(params.id, { ...body, credentials }),
    setPrimaryPlan: ({ params, body, credentials }) =>
      planUpkeep.setPrimary(params.id, { ...body, credentials }),
    clonePlan: ({ params, body, credentials }) =>
      plans.clone(params.id, body, { credentials }),
    comparePlanVersions: ({ params, query, credentials }) =>
      planReads.compare(params.id, query, { credentials }),
    acknowledgePlan: ({ params, body, credentials }) =>
      planNotes.acknowledge(params.id, { ...body, credentials }),
    touchPlanDraft: ({ params, body, credentials }) =>
      planNotes.touchDraft(params.id, { ...body, credentials }),
    getPlanContacts: ({ params, credentials }) =>
      planNotes.getContacts(params.id, { credentials }),
    savePlanContacts: ({ params, body, credentials }) =>
      planNotes.saveContacts(params.id, { ...body, credentials }),
    getPlanHistory: ({ params, query, credentials }) =>
      planReads.history(params.id, query, { credentials }),
    getPlanVersion: ({ params, credentials }) =>
      planReads.version(params.id, Number(params.n), { credentials }),
    exportPlanVersion: ({ params, credentials }) =>
      planReads.markdown(params.id, Number(params.n), { credentials }),
  } satisfies Partial<RouteHandlers>;
}
