import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_CONTINUITY_FINDING } from 'backstage-plugin-continuity-common';

/** What the rules are asked about: who owns a finding, and who answers for what it is about. @public */
export interface ContinuityFindingResource {
  findingId: string;
  owner: string;
  /** For each of its entities: the owners in the catalog, the recovery owner and the alternates. One that left the catalog has none. */
  entityParties: string[][];
  /** The claims, and all groups above them. */
  expandClaims(claims: string[]): Set<string>;
}

/** The same question, for many findings at once. @public */
export interface ContinuityFindingFilter {
  role: 'finding-owner' | 'affected-owner';
  claims: string[];
}

/** Resource type `continuity-finding`; the resource ref is the finding's id. */
export const continuityFindingResourceRef = createPermissionResourceRef<
  ContinuityFindingResource,
  ContinuityFindingFilter
>().with({
  pluginId: 'continuity',
  resourceType: RESOURCE_TYPE_CONTINUITY_FINDING,
});

/** Whether a filter holds for a finding. */
export function holdsForFinding(
  resource: ContinuityFindingResource,
  { role, claims }: ContinuityFindingFilter,
): boolean {
  const held = resource.expandClaims(claims);
  if (role === 'finding-owner') return held.has(resource.owner);
  const { entityParties } = resource;
  // all of it: who owns one of many entities must not decide for the others
  return (
    entityParties.length > 0 &&
    entityParties.every(parties => parties.some(party => held.has(party)))
  );
}
