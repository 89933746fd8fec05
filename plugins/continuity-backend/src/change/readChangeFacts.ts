import type {
  OwedChangeReview,
  PlanInForce,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { whereInList } from '../database/whereInList';

/** What assessments must know of changes. */
export interface ChangesOfEntities {
  /** By entity: when its last major change was implemented. */
  majorChangeAt: Map<string, string>;
  /** By entity, those due first first. */
  owedReviews: Map<string, OwedChangeReview[]>;
  /** By plan: its open request, where changes in it are implemented. */
  requested: Map<
    string,
    Pick<PlanInForce, 'changeRequest' | 'changeRequestedFor'>
  >;
}

/** Reads it for many entities and the plans that hold them, in two queries. */
export async function readChangeFacts(
  knex: Knex,
  options: { entityRefs: string[]; planIds: Iterable<string> },
): Promise<ChangesOfEntities> {
  const found: ChangesOfEntities = {
    majorChangeAt: new Map(),
    owedReviews: new Map(),
    requested: new Map(),
  };
  const { entityRefs } = options;
  const planIds = [...new Set(options.planIds)];
  if (entityRefs.length > 0) await readOwn(knex, entityRefs, found);
  if (planIds.length > 0) {
    const rows: Array<{
      id: string;
      plan_id: string;
      title: string;
      name: string | null;
    }> = await whereInList(
      knex('plan_change_requests as r')
        .join('plan_change_request_changes as x', 'x.request_id', 'r.id')
        .join('changes as c', 'c.id', 'x.change_id')
        .where('r.state', 'open')
        .where('c.state', 'implemented')
        .whereNull('x.settled_by_version')
        .orderBy(['c.implemented_at', 'c.id'])
        .select('r.id', 'r.plan_id', 'c.title', { name: 'c.external_id' }),
      'r.plan_id',
      planIds,
    );
    for (const { id, plan_id: planId, title, name } of rows) {
      const earlier = found.requested.get(planId)?.changeRequestedFor;
      const own = name ?? title;
      found.requested.set(planId, {
        changeRequest: id,
        changeRequestedFor: earlier ? `${earlier}, ${own}` : own,
      });
    }
  }
  return found;
}

async function readOwn(
  knex: Knex,
  entityRefs: string[],
  found: ChangesOfEntities,
): Promise<void> {
  const rows: Array<{
    entity_ref: string;
    id: string;
    title: string;
    type: string;
    major: boolean | number;
    state: string;
    implemented_at: string | null;
    review_due_at: string | null;
    review_done_at: string | null;
  }> = await whereInList(
    knex('change_entities as e')
      .join('changes as c', 'c.id', 'e.change_id')
      .where('e.effect', 'touched')
      .where(watched =>
        watched
          .where({ 'c.major': true, 'c.state': 'implemented' })
          .orWhere(owed =>
            owed
              .where('c.type', 'emergency')
              .whereNot('c.state', 'withdrawn')
              .whereNotNull('c.review_due_at')
              .whereNull('c.review_done_at'),
          ),
      )
      .orderBy(['c.review_due_at', 'c.id'])
      .select(
        'e.entity_ref',
        'c.id',
        'c.title',
        'c.type',
        'c.major',
        'c.state',
        'c.implemented_at',
        'c.review_due_at',
        'c.review_done_at',
      ),
    'e.entity_ref',
    entityRefs,
  );
  for (const row of rows) {
    const ref = row.entity_ref;
    if (row.major && row.state === 'implemented') {
      const known = found.majorChangeAt.get(ref) ?? '';
      if (row.implemented_at! > known) {
        found.majorChangeAt.set(ref, row.implemented_at!);
      }
    }
    if (row.type !== 'emergency' || row.review_due_at === null) continue;
    if (row.review_done_at !== null) continue;
    const list = found.owedReviews.get(ref) ?? [];
    list.push({
      changeId: row.id,
      title: row.title,
      dueAt: row.review_due_at,
    });
    found.owedReviews.set(ref, list);
  }
}
