import type { AuditorService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { RouteHandlers } from '../contract/RouteHandlers';
import { registerCheckChange } from './registerCheckChange';
import { registerGetDependencies } from './registerGetDependencies';
import { registerGetEntityContinuity } from './registerGetEntityContinuity';
import { registerListDueTests } from './registerListDueTests';
import { registerListOwnerGaps } from './registerListOwnerGaps';
import { registerPlanTest } from './registerPlanTest';
import { registerWhatIfLost } from './registerWhatIfLost';

/** What an action is made of: it answers by the calls of the HTTP API, with the caller's credentials. */
export interface ActionOptions {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  handlers: RouteHandlers;
}

const actions: Array<(options: ActionOptions) => void> = [
  registerGetEntityContinuity,
  registerListOwnerGaps,
  registerGetDependencies,
  registerWhatIfLost,
  registerCheckChange,
  registerListDueTests,
  registerPlanTest,
];

/** Offers what assistants may do, over MCP and to other plugins. */
export function registerActions(options: ActionOptions): void {
  for (const register of actions) register(options);
}
