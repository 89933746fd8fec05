import { createPermissionRule } from '@backstage/plugin-permission-node';
import {
  continuityTestResourceRef,
  holdsForTest,
} from '../resources/continuityTestResourceRef';
import { claimsParams } from './claimsParams';

const role = 'facilitator' as const;

/** Allows tests that one of the claims facilitates, also through a group above its own. */
export const isTestFacilitator = createPermissionRule({
  name: 'IS_TEST_FACILITATOR',
  description: 'Allow tests that one of the claims facilitates',
  resourceRef: continuityTestResourceRef,
  paramsSchema: claimsParams,
  apply: (resource, { claims }) => holdsForTest(resource, { role, claims }),
  toQuery: ({ claims }) => ({ role, claims }),
});
