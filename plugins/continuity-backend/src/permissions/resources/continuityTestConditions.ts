import { createConditionExports } from '@backstage/plugin-permission-node';
import { continuityTestResourceRef } from './continuityTestResourceRef';
import { continuityTestRules } from '../rules';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: continuityTestResourceRef,
  rules: continuityTestRules,
});

/**
 * Conditions on tests for permission policies: `isTestFacilitator({ claims })`, `isTestEntityOwner({ claims })` and
 * `isTestRecoveryOwner({ claims })`.
 *
 * @public
 */
export const continuityTestConditions = conditions;

/**
 * Makes a permission policy's conditional decision about a permission on tests.
 *
 * @public
 */
export const createContinuityTestConditionalDecision =
  createConditionalDecision;
