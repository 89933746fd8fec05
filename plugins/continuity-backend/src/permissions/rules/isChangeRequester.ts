import { createPermissionRule } from '@backstage/plugin-permission-node';
import {
  continuityChangeResourceRef,
  holdsForChange,
} from '../resources/continuityChangeResourceRef';
import { claimsParams } from './claimsParams';

const role = 'requester' as const;

/** Allows changes that one of the claims asked for. */
export const isChangeRequester = createPermissionRule({
  name: 'IS_CHANGE_REQUESTER',
  description: 'Allow changes that one of the claims asked for',
  resourceRef: continuityChangeResourceRef,
  paramsSchema: claimsParams,
  apply: (resource, { claims }) => holdsForChange(resource, { role, claims }),
  toQuery: ({ claims }) => ({ role, claims }),
});
