import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_CONTINUITY_ENTITY } from 'backstage-plugin-continuity-common';

/** What the rules are asked about: who owns an entity, and who recovers it. @public */
export interface ContinuityEntityResource {
  entityRef: string;
  /** Targets of its `ownedBy` relations. */
  owners: string[];
  /** The effective recovery owner and the alternates. */
  recoveryParties: string[];
  /** The claims, and all groups above them. */
  expandClaims(claims: string[]): Set<string>;
}

/** The same question for the database: entities where a claim, or a group above it, is in the named role. @public */
export interface ContinuityEntityFilter {
  role: 'owner' | 'recovery-party';
  claims: string[];
}

/** Resource type `continuity-entity`; the resource ref is the normalised entity ref. */
export const continuityEntityResourceRef = createPermissionResourceRef<
  ContinuityEntityResource,
  ContinuityEntityFilter
>().with({
  pluginId: 'continuity',
  resourceType: RESOURCE_TYPE_CONTINUITY_ENTITY,
});
