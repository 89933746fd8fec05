import { createConditionExports } from '@backstage/plugin-permission-node';
import { continuityEntityResourceRef } from './continuityEntityResourceRef';
import { continuityRules } from '../rules';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: continuityEntityResourceRef,
  rules: continuityRules,
});

/**
 * Conditions for permission policies: `isRecoveryOwner({ claims })` and `isEntityOwner({ claims })`.
 *
 * Claims are the user's `ownershipEntityRefs`; groups above them are found by the plugin itself.
 *
 * @public
 */
export const continuityConditions = conditions;

/**
 * Makes a permission policy's conditional decision about a resource permission of this plugin.
 *
 * @public
 */
export const createContinuityConditionalDecision = createConditionalDecision;
