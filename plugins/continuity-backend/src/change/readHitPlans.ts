import type { Knex } from 'knex';
import { inList, whereInList } from '../database/whereInList';

/** A plan that holds something of a set of entities in its scope. */
export interface PlanInSight {
  planId: string;
  title: string;
  kind: string;
  ownerRef: string;
  inForceVersion: number | null;
  openState: 'draft' | 'in-review' | null;
  /** Of the set: what the version in force holds, or the open one where none is; sorted. */
  entityRefs: string[];
  /** What the recovery steps of that version name. */
  stepEntityRefs: string[];
  stale: boolean;
  reviewDueAt: string | null;
  openRequestId: string | null;
}

interface ScopeRow {
  plan_id: string;
  version: number;
  entity_ref: string;
}

interface PlanRow {
  id: string;
  title: string;
  kind: string;
  owner_ref: string;
  in_force_version: number | null;
  open_version: number | null;
  open_state: 'draft' | 'in-review' | null;
  fallback_due_at: string | null;
  request_id: string | null;
}

/**
 * The plans that hold any of some entities in their scope, in a fixed number of statements, sorted by id. What is archived holds nothing.
 *
 * @param among - the entities; with `includes` the scopes of all plans are read instead, for sets too large to ask for
 */
export async function readHitPlans(
  knex: Knex,
  among: { refs: string[] } | { includes: (entityRef: string) => boolean },
): Promise<PlanInSight[]> {
  const scopes = await readScopes(knex, among);
  const planIds = [...new Set(scopes.map(row => row.plan_id))];
  if (planIds.length === 0) return [];
  const plans: PlanRow[] = await whereInList(
    knex('plans as p')
      .leftJoin('plan_change_requests as r', join =>
        join.on('r.plan_id', 'p.id').onVal('r.state', 'open'),
      )
      .whereNull('p.archived_at')
      .orderBy('p.id')
      .select(
        'p.id',
        'p.title',
        'p.kind',
        'p.owner_ref',
        'p.in_force_version',
        'p.open_version',
        'p.open_state',
        'p.fallback_due_at',
        { request_id: 'r.id' },
      ),
    'p.id',
    planIds,
  );
  const steps: ScopeRow[] = await whereInList(
    knex('plan_scope as s')
      .where('s.has_step', true)
      .whereIn('s.standing', ['in-force', 'open'])
      .orderBy('s.entity_ref')
      .select('s.plan_id', 's.version', 's.entity_ref'),
    's.plan_id',
    planIds,
  );
  const standings = await readTallies(knex, planIds);
  const ofPlan = groups(scopes);
  const stepsOfPlan = groups(steps);
  return plans.flatMap(plan => {
    const version = plan.in_force_version ?? plan.open_version;
    const refsIn = (rows: ScopeRow[] | undefined) =>
      [
        ...new Set(
          rows
            ?.filter(row => row.version === version)
            .map(row => row.entity_ref),
        ),
      ].sort();
    const entityRefs = refsIn(ofPlan.get(plan.id));
    if (entityRefs.length === 0) return [];
    const tally = standings.get(plan.id);
    return [
      {
        planId: plan.id,
        title: plan.title,
        kind: plan.kind,
        ownerRef: plan.owner_ref,
        inForceVersion: plan.in_force_version,
        openState: plan.open_state,
        entityRefs,
        stepEntityRefs: refsIn(stepsOfPlan.get(plan.id)),
        stale: (tally?.stale ?? 0) > 0,
        reviewDueAt: tally?.due ?? plan.fallback_due_at,
        openRequestId: plan.request_id,
      },
    ];
  });
}

async function readScopes(
  knex: Knex,
  among: Parameters<typeof readHitPlans>[1],
): Promise<ScopeRow[]> {
  const living = () =>
    knex('plan_scope as s')
      .where('s.in_scope', true)
      .whereIn('s.standing', ['in-force', 'open']);
  const named = living().select('s.plan_id', 's.version', 's.entity_ref');
  // a system with its parts follows the catalog
  const parts = living()
    .where('s.with_parts', true)
    .join('mirror_entities as m', 'm.system_ref', 's.entity_ref')
    .whereNull('m.archived_at')
    .select('s.plan_id', 's.version', 'm.entity_ref');
  if ('includes' in among) {
    const rows: ScopeRow[] = await named.unionAll(parts);
    return rows.filter(row => among.includes(row.entity_ref));
  }
  if (among.refs.length === 0) return [];
  return named
    .whereRaw(...inList(knex.client, 's.entity_ref', among.refs))
    .unionAll(
      parts.whereRaw(...inList(knex.client, 'm.entity_ref', among.refs)),
    );
}

async function readTallies(knex: Knex, planIds: string[]) {
  const rows = await whereInList(
    knex('plan_standings as s')
      .join('plans as p', join =>
        join.on('p.id', 's.plan_id').on('p.in_force_version', 's.version'),
      )
      .groupBy('s.plan_id')
      .select('s.plan_id')
      .min({ due: 's.review_due_at' })
      .select(
        knex.raw(`sum(case when s.reasons <> '[]' then 1 else 0 end) as stale`),
      ),
    's.plan_id',
    planIds,
  );
  return new Map<string, { due: string | null; stale: number }>(
    rows.map((row: any) => [
      row.plan_id,
      { due: row.due, stale: Number(row.stale) },
    ]),
  );
}

function groups(rows: ScopeRow[]): Map<string, ScopeRow[]> {
  const found = new Map<string, ScopeRow[]>();
  for (const row of rows) {
    const list = found.get(row.plan_id);
    if (list) list.push(row);
    else found.set(row.plan_id, [row]);
  }
  return found;
}
