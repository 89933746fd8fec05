import { createConditionExports } from '@backstage/plugin-permission-node';
import { continuityFindingResourceRef } from './continuityFindingResourceRef';
import { continuityFindingRules } from '../rules';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: continuityFindingResourceRef,
  rules: continuityFindingRules,
});

/**
 * Conditions on findings for permission policies: `isFindingOwner({ claims })` and `isAffectedOwner({ claims })`.
 *
 * @public
 */
export const continuityFindingConditions = conditions;

/**
 * Makes a permission policy's conditional decision about a permission on findings.
 *
 * @public
 */
export const createContinuityFindingConditionalDecision =
  createConditionalDecision;
