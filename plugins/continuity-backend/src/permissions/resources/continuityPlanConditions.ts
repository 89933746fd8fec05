import { createConditionExports } from '@backstage/plugin-permission-node';
import { continuityPlanResourceRef } from './continuityPlanResourceRef';
import { continuityPlanRules } from '../rules';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: continuityPlanResourceRef,
  rules: continuityPlanRules,
});

/**
 * Conditions on plans for permission policies: `isPlanOwner({ claims })` and `isScopeOwner({ claims })`.
 *
 * @public
 */
export const continuityPlanConditions = conditions;

/**
 * Makes a permission policy's conditional decision about a permission on plans.
 *
 * @public
 */
export const createContinuityPlanConditionalDecision =
  createConditionalDecision;
