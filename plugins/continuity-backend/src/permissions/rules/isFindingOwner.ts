import { createPermissionRule } from '@backstage/plugin-permission-node';
import {
  continuityFindingResourceRef,
  holdsForFinding,
} from '../resources/continuityFindingResourceRef';
import { claimsParams } from './claimsParams';

const role = 'finding-owner' as const;

/** Allows findings that one of the claims owns, also through a group above its own. */
export const isFindingOwner = createPermissionRule({
  name: 'IS_FINDING_OWNER',
  description: 'Allow findings that one of the claims owns',
  resourceRef: continuityFindingResourceRef,
  paramsSchema: claimsParams,
  apply: (resource, { claims }) => holdsForFinding(resource, { role, claims }),
  toQuery: ({ claims }) => ({ role, claims }),
});
