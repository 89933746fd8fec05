import type {
  Assessment,
  TestTargets,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { whereInList } from '../../database/whereInList';

/** Nothing is known of it. */
export const noTargets: TestTargets = {
  tier: null,
  rto: null,
  rpo: null,
  mbcoPercent: null,
  mbcoText: null,
};

/** The targets that an assessment found. */
export function targetsOf({
  profile,
}: Pick<Assessment, 'profile'>): TestTargets {
  return {
    tier: profile.tier.value,
    rto: profile.rto.value,
    rpo: profile.rpo.value,
    mbcoPercent: profile.mbco.value?.percent ?? null,
    mbcoText: profile.mbco.value?.text ?? null,
  };
}

/**
 * The targets of entities that were in force at a moment, in two queries. For a moment before an entity was known: those in force now, since nobody
 * can tell what was demanded then. An entity that was never assessed has none.
 */
export async function readTargetsAt(
  knex: Knex,
  entityRefs: string[],
  at: string,
): Promise<Map<string, TestTargets>> {
  const found = new Map<string, TestTargets>(
    entityRefs.map(ref => [ref, noTargets]),
  );
  const take = (rows: Row[]) => {
    for (const { entity_ref, detail } of rows) {
      found.set(entity_ref, targetsOf(JSON.parse(detail)));
    }
    return new Set(rows.map(row => row.entity_ref));
  };
  const then = take(
    await whereInList(
      knex('assessments')
        .where('valid_from', '<=', at)
        .where(open => open.whereNull('valid_to').orWhere('valid_to', '>', at))
        .select('entity_ref', 'detail'),
      'entity_ref',
      entityRefs,
    ),
  );
  const unknown = entityRefs.filter(ref => !then.has(ref));
  if (unknown.length === 0) return found;
  take(
    await whereInList(
      knex('assessments').whereNull('valid_to').select('entity_ref', 'detail'),
      'entity_ref',
      unknown,
    ),
  );
  return found;
}

interface Row {
  entity_ref: string;
  detail: string;
}
