import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_CONTINUITY_TEST } from 'backstage-plugin-continuity-common';

/** What the rules are asked about: who facilitates a test, and who answers for its entities. @public */
export interface ContinuityTestResource {
  testId: string;
  /** Null for what a machine reported, or a supplier attests. */
  facilitator: string | null;
  /** For each entity: its owners in the catalog. One that left the catalog has none. */
  entityOwners: string[][];
  /** For each entity: its recovery owner and alternates. */
  recoveryParties: string[][];
  /** The claims, and all groups above them. */
  expandClaims(claims: string[]): Set<string>;
}

/** The same question, for many tests at once. @public */
export interface ContinuityTestFilter {
  role: 'facilitator' | 'entity-owner' | 'recovery-party';
  claims: string[];
}

/** Resource type `continuity-test`; the resource ref is the test's id. */
export const continuityTestResourceRef = createPermissionResourceRef<
  ContinuityTestResource,
  ContinuityTestFilter
>().with({
  pluginId: 'continuity',
  resourceType: RESOURCE_TYPE_CONTINUITY_TEST,
});

/** Whether a filter holds for a test: what the rules apply, and what lists are filtered by. */
export function holdsForTest(
  resource: ContinuityTestResource,
  { role, claims }: ContinuityTestFilter,
): boolean {
  const held = resource.expandClaims(claims);
  const { facilitator, entityOwners, recoveryParties } = resource;
  if (role === 'facilitator') {
    return facilitator !== null && held.has(facilitator);
  }
  const parties = role === 'entity-owner' ? entityOwners : recoveryParties;
  // all of them: who owns one of many entities must not decide for the others
  return (
    parties.length > 0 &&
    parties.every(named => named.some(party => held.has(party)))
  );
}
