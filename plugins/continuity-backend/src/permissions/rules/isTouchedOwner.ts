import { createPermissionRule } from '@backstage/plugin-permission-node';
import {
  continuityChangeResourceRef,
  holdsForChange,
} from '../resources/continuityChangeResourceRef';
import { claimsParams } from './claimsParams';

const role = 'touched-owner' as const;

/** Allows changes of whose touched entities the claims own or recover every one, also through a group above their own. */
export const isTouchedOwner = createPermissionRule({
  name: 'IS_TOUCHED_OWNER',
  description:
    'Allow changes of whose touched entities the claims own or recover every one',
  resourceRef: continuityChangeResourceRef,
  paramsSchema: claimsParams,
  apply: (resource, { claims }) => holdsForChange(resource, { role, claims }),
  toQuery: ({ claims }) => ({ role, claims }),
});
