import { createPermissionRule } from '@backstage/plugin-permission-node';
import { continuityEntityResourceRef } from '../resources/continuityEntityResourceRef';
import { claimsParams } from './claimsParams';

/** Allows entities that the claims own in the catalog, also through a group above their own. */
export const isEntityOwner = createPermissionRule({
  name: 'IS_ENTITY_OWNER',
  description: 'Allow entities that one of the claims owns in the catalog',
  resourceRef: continuityEntityResourceRef,
  paramsSchema: claimsParams,
  apply: (resource, { claims }) => {
    const held = resource.expandClaims(claims);
    return resource.owners.some(owner => held.has(owner));
  },
  toQuery: ({ claims }) => ({ role: 'owner' as const, claims }),
});
