import { RouteHandlers } from '../../../contract/RouteHandlers';
import { FindingListService } from './FindingListService';
import { FindingService } from './FindingService';

/** Binds the calls about findings to the services that answer them. */
export function createFindingHandlers(services: {
  findings: FindingService;
  findingList: FindingListService;
}) {
  const { findings, findingList } = services;
  return {
    listFindings: ({ query, credentials }) =>
      findingList.list(query, { credentials }),
    createFinding: ({ body, credentials }) =>
      findings.create(body, { credentials }),
    getFinding: ({ params, credentials }) =>
      findings.get(params.id, { credentials }),
    updateFinding: ({ params, body, revision, credentials }) =>
      findings.update(params.id, { ...body, revision }, { credentials }),
    startFinding: ({ params, body, credentials }) =>
      findings.start(params.id, { ...body, credentials }),
    resolveFinding: ({ params, body, credentials }) =>
      findings.resolve(params.id, { ...body, credentials }),
    verifyFinding: ({ params, body, credentials }) =>
      findings.verify(params.id, { ...body, credentials }),
    acceptFinding: ({ params, body, credentials }) =>
      findings.accept(params.id, { ...body, credentials }),
    reopenFinding: ({ params, body, credentials }) =>
      findings.reopen(params.id, { ...body, credentials }),
  } satisfies Partial<RouteHandlers>;
}
