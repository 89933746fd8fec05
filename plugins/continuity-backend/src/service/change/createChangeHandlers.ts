import { AuthenticationError } from '@backstage/errors';
import type { RouteHandlers } from '../../contract/RouteHandlers';
import type { createChangeServices } from './createChangeServices';

/** Binds each call about changes to the service that answers it. */
export function createChangeHandlers(
  services: ReturnType<typeof createChangeServices>,
) {
  const { changes, changeAssess, changeList, changeWebhook } = services;
  const { changeIntegrations, planChangeRequestService: requests } = services;
  return {
    assessChange: ({ body, credentials }) =>
      changeAssess.assess(body, { credentials }),
    listChanges: ({ query, credentials }) =>
      changeList.list(query, { credentials }),
    getChange: ({ params, credentials }) =>
      changes.get(params.id, { credentials }),
    updateChange: ({ params, body, revision, credentials }) =>
      changes.update(params.id, { ...body, revision, credentials }),
    assessChangeAgain: ({ params, credentials }) =>
      changeAssess.again(params.id, { credentials }),
    approveChange: ({ params, body, credentials }) =>
      changes.approve(params.id, { ...body, credentials }),
    implementChange: ({ params, body, credentials }) =>
      changes.implement(params.id, { ...body, credentials }),
    withdrawChange: ({ params, body, credentials }) =>
      changes.withdraw(params.id, { ...body, credentials }),
    reviewChange: ({ params, body, credentials }) =>
      changes.review(params.id, { ...body, credentials }),
    getChangeIntegrations: ({ credentials }) =>
      changeIntegrations.get({ credentials }),
    listPlanChangeRequests: ({ query, credentials }) =>
      requests.list(query, { credentials }),
    declinePlanChangeRequest: ({ params, body, credentials }) =>
      requests.decline(params.id, { ...body, credentials }),
    takeChangeWebhook: async ({ params, body, message }) => {
      if (!message) throw new AuthenticationError('Sign the message.');
      return changeWebhook.take(params.source, body, message);
    },
  } satisfies Partial<RouteHandlers>;
}
