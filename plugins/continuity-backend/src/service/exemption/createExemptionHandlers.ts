import { RouteHandlers } from '../../contract/RouteHandlers';
import { ExemptionListService } from './ExemptionListService';
import { ExemptionService } from './ExemptionService';

/** Binds the calls about exemptions to the services that answer them. */
export function createExemptionHandlers(services: {
  exemptions: ExemptionService;
  exemptionList: ExemptionListService;
}) {
  const { exemptions, exemptionList } = services;
  return {
    listExemptions: ({ query, credentials }) =>
      exemptionList.list(query, { credentials }),
    askForExemption: ({ body, credentials }) =>
      exemptions.ask(body, { credentials }),
    getExemption: ({ params, credentials }) =>
      exemptions.get(params.id, { credentials }),
    approveExemption: ({ params, body, credentials }) =>
      exemptions.approve(params.id, { ...body, credentials }),
    refuseExemption: ({ params, body, credentials }) =>
      exemptions.refuse(params.id, { ...body, credentials }),
    withdrawExemption: ({ params, body, credentials }) =>
      exemptions.withdraw(params.id, { ...body, credentials }),
    endExemption: ({ params, body, credentials }) =>
      exemptions.end(params.id, { ...body, credentials }),
  } satisfies Partial<RouteHandlers>;
}
