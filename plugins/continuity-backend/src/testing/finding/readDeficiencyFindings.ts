import {
  deficiencyFindings,
  type ContinuityPolicy,
  type FindingDraft,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { whereInList } from '../../database/whereInList';
import type { StoredResult } from '../result/StoredResult';

/** Whose it is where neither the entity nor the test names anybody; see the import of plans. */
const NOBODY = 'group:default/unknown';

/** The findings that deficiencies of results become, beside those that were written down. Whoever recovers the entity owns them. */
export async function readDeficiencyFindings(
  knex: Knex,
  results: StoredResult[],
  options: {
    drafts: FindingDraft[];
    policy: ContinuityPolicy;
    facilitator: string | null;
    now: string;
  },
): Promise<FindingDraft[]> {
  const { drafts, policy, facilitator, now } = options;
  const deficient = results.filter(({ deficiencies }) => deficiencies !== '');
  if (deficient.length === 0) return [];
  const rows: Array<{ entity_ref: string; recovery_owner: string | null }> =
    await whereInList(
      knex('assessments')
        .whereNull('valid_to')
        .select('entity_ref', 'recovery_owner'),
      'entity_ref',
      deficient.map(({ entityRef }) => entityRef),
    );
  const owners = new Map(
    rows.map(row => [row.entity_ref, row.recovery_owner] as const),
  );
  const otherwise = facilitator ?? policy.continuityManager ?? NOBODY;
  return deficiencyFindings(
    deficient.map(result => ({
      ...result,
      owner: owners.get(result.entityRef) ?? otherwise,
    })),
    { drafts, policy, now },
  );
}
