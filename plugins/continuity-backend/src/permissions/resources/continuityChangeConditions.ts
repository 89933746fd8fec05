import { createConditionExports } from '@backstage/plugin-permission-node';
import { continuityChangeResourceRef } from './continuityChangeResourceRef';
import { continuityChangeRules } from '../rules';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: continuityChangeResourceRef,
  rules: continuityChangeRules,
});

/**
 * Conditions on changes for permission policies: `isChangeRequester({ claims })` and `isTouchedOwner({ claims })`.
 *
 * @public
 */
export const continuityChangeConditions = conditions;

/**
 * Makes a permission policy's conditional decision about a permission on changes.
 *
 * @public
 */
export const createContinuityChangeConditionalDecision =
  createConditionalDecision;
