import type { PlanRename } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { whereInList } from '../database/whereInList';
import type { RecordArchive } from '../record/RecordArchive';
import type { RecordStore } from '../record/RecordStore';
import { planRecordRef } from './PlanWriter';

interface ScopeRow {
  plan_id: string;
  version: number;
  entity_ref: string;
  in_scope: boolean | number;
  with_parts: boolean | number;
  has_step: boolean | number;
}

/**
 * The names of now of entities that plans name. No version is changed by a new name: what finds plans by their entities is, and what was true of
 * the entity at approval goes on counting for it.
 */
export class PlanRenames implements RecordArchive {
  readonly #records: RecordStore;

  static create(options: { records: RecordStore }): PlanRenames {
    return new PlanRenames(options.records);
  }

  private constructor(records: RecordStore) {
    this.#records = records;
  }

  /** Nothing: a plan stays in force, and says what is missing. */
  async archive(): Promise<void> {}

  /** None: what comes back under its own name is found by its plans. */
  async withArchived(): Promise<Set<string>> {
    return new Set();
  }

  /** Never in the way: several plans may name an entity. */
  async hasLiving(): Promise<boolean> {
    return false;
  }

  /** Lets plans in force and in work cover the entity under its new name; null where none named or remembered it. */
  async revive(
    trx: Knex.Transaction,
    options: Parameters<RecordArchive['revive']>[1],
  ) {
    const { fromRef, toRef, decision } = options;
    if (fromRef === toRef || !decision) return null;
    const rows: ScopeRow[] = await trx('plan_scope')
      .where('entity_ref', fromRef)
      .whereIn('standing', ['in-force', 'open']);
    if (rows.length === 0) {
      // others need it, or a plan holds it through its system
      const touched = await renameWatched(trx, { fromRef, toRef });
      return touched.length === 0
        ? null
        : { values: null, agreements: [], touched };
    }
    await rename(trx, { fromRef, toRef, at: decision.at });
    for (const row of rows) await renameInScope(trx, row, toRef);
    const touched = await renameWatched(trx, { fromRef, toRef });
    await trx('plan_standings').where('entity_ref', fromRef).delete();
    const plans = [...new Set(rows.map(row => row.plan_id))].sort();
    await this.#records.append(
      trx,
      plans.map(planId => ({
        entityRef: planRecordRef(planId),
        type: 'plan',
        action: 'entity-renamed',
        ...decision,
        before: { entityRef: fromRef },
        after: { entityRef: toRef },
      })),
    );
    return { values: null, agreements: [], plans, touched };
  }
}

/** The new names of those among the refs that have one, and that no entity of the catalog bears again. */
export async function planRenamesOf(
  knex: Knex,
  entityRefs: Iterable<string>,
): Promise<PlanRename[]> {
  const refs = [...new Set(entityRefs)];
  if (refs.length === 0) return [];
  const rows: Array<{ from_ref: string; to_ref: string }> = await whereInList(
    knex('plan_renames as r')
      .leftJoin('mirror_entities as m', join =>
        join.on('m.entity_ref', 'r.from_ref').andOnNull('m.archived_at'),
      )
      .whereNull('m.entity_ref')
      .orderBy('r.from_ref')
      .select('r.from_ref', 'r.to_ref'),
    'r.from_ref',
    refs,
  );
  return rows.map(({ from_ref, to_ref }) => ({ from: from_ref, to: to_ref }));
}

/** Whoever was renamed before, and again now, has the newest name. */
async function rename(
  trx: Knex.Transaction,
  { fromRef, toRef, at }: { fromRef: string; toRef: string; at: string },
): Promise<void> {
  await trx('plan_renames').where('to_ref', fromRef).update({ to_ref: toRef });
  // a name that is given back is none of before any more
  await trx('plan_renames').where('from_ref', toRef).delete();
  await trx('plan_renames')
    .insert({ from_ref: fromRef, to_ref: toRef, at })
    .onConflict('from_ref')
    .merge();
}

async function renameInScope(
  trx: Knex.Transaction,
  row: ScopeRow,
  toRef: string,
): Promise<void> {
  const { plan_id, version } = row;
  const old = { plan_id, version, entity_ref: row.entity_ref };
  const now = { plan_id, version, entity_ref: toRef };
  const known: ScopeRow | undefined = await trx('plan_scope')
    .where(now)
    .first();
  if (!known) {
    await trx('plan_scope').where(old).update({ entity_ref: toRef });
    return;
  }
  await trx('plan_scope')
    .where(now)
    .update({
      in_scope: Boolean(known.in_scope || row.in_scope),
      with_parts: Boolean(known.with_parts || row.with_parts),
      has_step: Boolean(known.has_step || row.has_step),
    });
  await trx('plan_scope').where(old).delete();
}

/** Also where others depend on it: a new name is no new dependency. Returns who these are. */
async function renameWatched(
  trx: Knex.Transaction,
  { fromRef, toRef }: { fromRef: string; toRef: string },
): Promise<string[]> {
  const known = trx('plan_watched').where('entity_ref', toRef);
  const own = await trx('plan_watched')
    .where('entity_ref', fromRef)
    .whereNotIn('plan_id', known.select('plan_id'))
    .update({ entity_ref: toRef });
  await trx('plan_watched').where('entity_ref', fromRef).delete();
  const quoted = JSON.stringify(fromRef);
  const rows: Array<{ plan_id: string; entity_ref: string; facts: string }> =
    await trx('plan_watched')
      .whereRaw(`facts like ? escape '\\'`, [
        `%${quoted.replace(/[\\%_]/g, '\\$&')}%`,
      ])
      .select('plan_id', 'entity_ref', 'facts');
  for (const { plan_id, entity_ref, facts } of rows) {
    await trx('plan_watched')
      .where({ plan_id, entity_ref })
      .update({ facts: facts.split(quoted).join(JSON.stringify(toRef)) });
  }
  const others = rows.map(row => row.entity_ref);
  return [...new Set(own > 0 ? [toRef, ...others] : others)];
}
