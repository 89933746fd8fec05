import { createPermissionRule } from '@backstage/plugin-permission-node';
import {
  continuityPlanResourceRef,
  holdsForPlan,
} from '../resources/continuityPlanResourceRef';
import { claimsParams } from './claimsParams';

const role = 'plan-owner' as const;

/** Allows plans that one of the claims owns, also through a group above its own. */
export const isPlanOwner = createPermissionRule({
  name: 'IS_PLAN_OWNER',
  description: 'Allow plans that one of the claims owns',
  resourceRef: continuityPlanResourceRef,
  paramsSchema: claimsParams,
  apply: (resource, { claims }) => holdsForPlan(resource, { role, claims }),
  toQuery: ({ claims }) => ({ role, claims }),
});
