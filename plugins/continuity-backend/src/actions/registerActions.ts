import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { RouteHandlers } from '../contract/RouteHandlers';
import { registerGetDependencies } from './registerGetDependencies';
import { registerGetEntityContinuity } from './registerGetEntityContinuity';
import { registerListOwnerGaps } from './registerListOwnerGaps';
import { registerWhatIfLost } from './registerWhatIfLost';

/** What an action is made of: it answers by the calls of the HTTP API, with the caller's credentials. */
export interface ActionOptions {
  actionsRegistry: ActionsRegistryService;
  handlers: RouteHandlers;
}

const actions: Array<(options: ActionOptions) => void> = [
  registerGetEntityContinuity,
  registerListOwnerGaps,
  registerGetDependencies,
  registerWhatIfLost,
];

/** Offers what assistants may do, over MCP and to other plugins. */
export function registerActions(options: ActionOptions): void {
  for (const register of actions) register(options);
}
