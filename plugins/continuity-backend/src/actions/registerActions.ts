import type { ActionOptions } from './ActionOptions';
import { registerCheckChange } from './registerCheckChange';
import { registerGetDependencies } from './registerGetDependencies';
import { registerGetEntityContinuity } from './registerGetEntityContinuity';
import { registerListDueTests } from './registerListDueTests';
import { registerListOwnerGaps } from './registerListOwnerGaps';
import { registerPlanTest } from './registerPlanTest';
import { registerWhatIfLost } from './registerWhatIfLost';

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
