import type { AuditorService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { RouteHandlers } from '../contract/RouteHandlers';

/** What an action is made of: it answers by the calls of the HTTP API, with the caller's credentials. */
export interface ActionOptions {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  handlers: RouteHandlers;
}
