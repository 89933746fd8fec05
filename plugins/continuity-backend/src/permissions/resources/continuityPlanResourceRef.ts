import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_CONTINUITY_PLAN } from 'backstage-plugin-continuity-common';

/** What the rules are asked about: who owns a plan, and who answers for what it covers. @public */
export interface ContinuityPlanResource {
  planId: string;
  owner: string;
  /**
   * For each entity in the scope of the version that is worked on, else of the one in force: its owners in the catalog, its recovery owner and
   * alternates. One that left the catalog has none.
   */
  scopeParties: string[][];
  /** The claims, and all groups above them. */
  expandClaims(claims: string[]): Set<string>;
}

/** The same question, for many plans at once. @public */
export interface ContinuityPlanFilter {
  role: 'plan-owner' | 'scope-owner';
  claims: string[];
}

/** Resource type `continuity-plan`; the resource ref is the plan's id. */
export const continuityPlanResourceRef = createPermissionResourceRef<
  ContinuityPlanResource,
  ContinuityPlanFilter
>().with({
  pluginId: 'continuity',
  resourceType: RESOURCE_TYPE_CONTINUITY_PLAN,
});

/** Whether a filter holds for a plan: what the rules apply, and what lists are filtered by. */
export function holdsForPlan(
  resource: ContinuityPlanResource,
  { role, claims }: ContinuityPlanFilter,
): boolean {
  const held = resource.expandClaims(claims);
  if (role === 'plan-owner') return held.has(resource.owner);
  const { scopeParties } = resource;
  // all of it: who owns one of many entities must not approve for the others
  return (
    scopeParties.length > 0 &&
    scopeParties.every(parties => parties.some(party => held.has(party)))
  );
}
