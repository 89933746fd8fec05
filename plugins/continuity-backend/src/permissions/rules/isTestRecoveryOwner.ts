import { createPermissionRule } from '@backstage/plugin-permission-node';
import {
  continuityTestResourceRef,
  holdsForTest,
} from '../resources/continuityTestResourceRef';
import { claimsParams } from './claimsParams';

const role = 'recovery-party' as const;

/** Allows tests of whose entities the claims recover every one, as recovery owner or as alternate, also through a group above their own. */
export const isTestRecoveryOwner = createPermissionRule({
  name: 'IS_RECOVERY_OWNER',
  description: 'Allow tests of whose entities the claims recover every one',
  resourceRef: continuityTestResourceRef,
  paramsSchema: claimsParams,
  apply: (resource, { claims }) => holdsForTest(resource, { role, claims }),
  toQuery: ({ claims }) => ({ role, claims }),
});
