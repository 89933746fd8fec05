import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { RouteHandlers } from '../contract/RouteHandlers';
import { registerGetEntityContinuity } from './registerGetEntityContinuity';
import { registerListOwnerGaps } from './registerListOwnerGaps';

/** What an action is made of: it answers by the calls of the HTTP API, with the caller's credentials. */
export interface ActionOptions {
  actionsRegistry: ActionsRegistryService;
  handlers: RouteHandlers;
}

const actions: Array<(options: ActionOptions) => void> = [
  registerGetEntityContinuity,
  registerListOwnerGaps,
];

/** Offers what assistants may do, over MCP and to other plugins. */
export function registerActions(options: ActionOptions): void {
  for (const register of actions) register(options);
}
