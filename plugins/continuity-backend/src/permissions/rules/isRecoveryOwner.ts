import { createPermissionRule } from '@backstage/plugin-permission-node';
import { continuityEntityResourceRef } from '../resources/continuityEntityResourceRef';
import { claimsParams } from './claimsParams';

/** Allows entities whose effective recovery owner or alternate is among the claims, also through a group above their own. */
export const isRecoveryOwner = createPermissionRule({
  name: 'IS_RECOVERY_OWNER',
  description:
    'Allow entities that one of the claims recovers, as recovery owner or as alternate',
  resourceRef: continuityEntityResourceRef,
  paramsSchema: claimsParams,
  apply: (resource, { claims }) => {
    const held = resource.expandClaims(claims);
    return resource.recoveryParties.some(party => held.has(party));
  },
  toQuery: ({ claims }) => ({ role: 'recovery-party' as const, claims }),
});
