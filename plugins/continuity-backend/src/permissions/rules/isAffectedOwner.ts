import { createPermissionRule } from '@backstage/plugin-permission-node';
import {
  continuityFindingResourceRef,
  holdsForFinding,
} from '../resources/continuityFindingResourceRef';
import { claimsParams } from './claimsParams';

const role = 'affected-owner' as const;

/** Allows findings of whose entities the claims own or recover every one, also through a group above their own. */
export const isAffectedOwner = createPermissionRule({
  name: 'IS_AFFECTED_OWNER',
  description:
    'Allow findings of whose entities the claims own or recover every one',
  resourceRef: continuityFindingResourceRef,
  paramsSchema: claimsParams,
  apply: (resource, { claims }) => holdsForFinding(resource, { role, claims }),
  toQuery: ({ claims }) => ({ role, claims }),
});
