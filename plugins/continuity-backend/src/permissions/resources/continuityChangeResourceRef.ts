import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_CONTINUITY_CHANGE } from 'backstage-plugin-continuity-common';

/** What the rules are asked about: who asked for a change, and who answers for what it touches. @public */
export interface ContinuityChangeResource {
  changeId: string;
  requester: string;
  /** For each touched entity: the owners in the catalog, the recovery owner and the alternates. One that is not in the catalog has none. */
  touchedParties: string[][];
  /** The claims, and all groups above them. */
  expandClaims(claims: string[]): Set<string>;
}

/** The same question, for many changes at once. @public */
export interface ContinuityChangeFilter {
  role: 'requester' | 'touched-owner';
  claims: string[];
}

/** Resource type `continuity-change`; the resource ref is the change's id. */
export const continuityChangeResourceRef = createPermissionResourceRef<
  ContinuityChangeResource,
  ContinuityChangeFilter
>().with({
  pluginId: 'continuity',
  resourceType: RESOURCE_TYPE_CONTINUITY_CHANGE,
});

/** Whether a filter holds for a change. */
export function holdsForChange(
  resource: ContinuityChangeResource,
  { role, claims }: ContinuityChangeFilter,
): boolean {
  // a group that somebody belongs to asked for nothing
  if (role === 'requester') return claims.includes(resource.requester);
  const held = resource.expandClaims(claims);
  const { touchedParties } = resource;
  // all of it: who owns one of many entities must not decide for the others
  return (
    touchedParties.length > 0 &&
    touchedParties.every(parties => parties.some(party => held.has(party)))
  );
}
