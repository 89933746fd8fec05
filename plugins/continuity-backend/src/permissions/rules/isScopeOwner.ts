import { createPermissionRule } from '@backstage/plugin-permission-node';
import {
  continuityPlanResourceRef,
  holdsForPlan,
} from '../resources/continuityPlanResourceRef';
import { claimsParams } from './claimsParams';

const role = 'scope-owner' as const;

/** Allows plans of whose scope the claims own or recover every entity, also through a group above their own. */
export const isScopeOwner = createPermissionRule({
  name: 'IS_SCOPE_OWNER',
  description:
    'Allow plans of whose scope the claims own or recover every entity',
  resourceRef: continuityPlanResourceRef,
  paramsSchema: claimsParams,
  apply: (resource, { claims }) => holdsForPlan(resource, { role, claims }),
  toQuery: ({ claims }) => ({ role, claims }),
});
