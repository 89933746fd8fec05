import { createPermissionRule } from '@backstage/plugin-permission-node';
import {
  continuityTestResourceRef,
  holdsForTest,
} from '../resources/continuityTestResourceRef';
import { claimsParams } from './claimsParams';

const role = 'entity-owner' as const;

/** Allows tests of whose entities the claims own every one in the catalog, also through a group above their own. */
export const isTestEntityOwner = createPermissionRule({
  name: 'IS_ENTITY_OWNER',
  description:
    'Allow tests of whose entities the claims own every one in the catalog',
  resourceRef: continuityTestResourceRef,
  paramsSchema: claimsParams,
  apply: (resource, { claims }) => holdsForTest(resource, { role, claims }),
  toQuery: ({ claims }) => ({ role, claims }),
});
