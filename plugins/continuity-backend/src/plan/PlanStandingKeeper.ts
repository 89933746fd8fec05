import {
  staleReason,
  type Assessment,
  type StaleReason,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import { whereInList } from '../database/whereInList';
import type { PlanStore, StoredStanding } from './PlanStore';

/** Keeps what assessments found of plans where lists of plans find it, so that no page view works it out. */
export class PlanStandingKeeper {
  readonly #store: PlanStore;

  static create(options: { store: PlanStore }): PlanStandingKeeper {
    return new PlanStandingKeeper(options.store);
  }

  private constructor(store: PlanStore) {
    this.#store = store;
  }

  /**
   * In the transaction that changed the assessments. `assessment` null: the entity left the catalog.
   *
   * @returns the entities that plans cover otherwise than before, since that also says something of who depends on them
   */
  async apply(
    trx: Knex.Transaction,
    changes: Array<{ entityRef: string; assessment: Assessment | null }>,
    at: string,
  ): Promise<string[]> {
    const refs = changes.map(({ entityRef }) => entityRef);
    const before = await standingsBefore(trx, refs);
    const left = changes.filter(({ assessment }) => assessment === null);
    const missing = await namingPlans(
      trx,
      left.map(({ entityRef }) => entityRef),
    );
    const now = changes.flatMap(({ entityRef, assessment }) =>
      (assessment?.plans ?? []).map(
        (plan): StoredStanding => ({
          planId: plan.planId,
          entityRef,
          version: plan.version,
          covers: plan.covers,
          role: plan.role,
          reviewDueAt: plan.reviewDueAt,
          reasons: plan.staleReasons,
          since: sinceOf(before.get(`${plan.planId} ${entityRef}`), {
            version: plan.version,
            reasons: plan.staleReasons,
            at,
          }),
        }),
      ),
    );
    const gone = missing.map(
      ({ planId, entityRef, version }): StoredStanding =>
        missingStanding({ planId, entityRef, version, at }),
    );
    if (before.size > 0) {
      for (const chunk of inChunks(refs)) {
        await whereInList(trx('plan_standings'), 'entity_ref', chunk).delete();
      }
    }
    await this.#store.saveStandings(trx, [...now, ...gone]);
    const coveredBefore = coverOf(before.values());
    const coveredNow = coverOf([...now, ...gone]);
    return refs.filter(ref => coveredBefore.get(ref) !== coveredNow.get(ref));
  }
}

/** How a plan stands for an entity that it names and that is not in the catalog. */
export function missingStanding(options: {
  planId: string;
  entityRef: string;
  version: number;
  at: string;
}): StoredStanding {
  const { planId, entityRef, version, at } = options;
  return {
    planId,
    entityRef,
    version,
    covers: true,
    role: 'only',
    reviewDueAt: null,
    reasons: [staleReason('entity-missing', entityRef, { before: entityRef })],
    since: at,
  };
}

/** By entity, which plans count as covering it. */
function coverOf(
  standings: Iterable<
    Pick<StoredStanding, 'planId' | 'entityRef' | 'covers' | 'role'>
  >,
): Map<string, string> {
  const plans = new Map<string, string[]>();
  for (const { planId, entityRef, covers, role } of standings) {
    if (!covers || role === 'other') continue;
    plans.set(entityRef, [...(plans.get(entityRef) ?? []), planId]);
  }
  return new Map([...plans].map(([ref, ids]) => [ref, ids.sort().join()]));
}

interface Before
  extends Pick<StoredStanding, 'planId' | 'entityRef' | 'covers' | 'role'> {
  version: number;
  reason_count: number;
  since: string;
}

async function standingsBefore(
  trx: Knex.Transaction,
  refs: string[],
): Promise<Map<string, Before>> {
  const rows = await whereInList(
    trx('plan_standings'),
    'entity_ref',
    refs,
  ).select(
    'plan_id',
    'entity_ref',
    'version',
    'covers',
    'role',
    'reason_count',
    'since',
  );
  return new Map(
    rows.map(({ plan_id: planId, entity_ref: entityRef, covers, ...row }) => [
      `${planId} ${entityRef}`,
      { ...row, planId, entityRef, covers: Boolean(covers) },
    ]),
  );
}

/** Stale since the first of its reasons came; a plan that was fresh, or another version, begins anew. */
function sinceOf(
  before: Before | undefined,
  now: { version: number; reasons: StaleReason[]; at: string },
): string {
  return before && before.version === now.version && before.reason_count > 0
    ? before.since
    : now.at;
}

async function namingPlans(
  trx: Knex.Transaction,
  refs: string[],
): Promise<Array<{ planId: string; entityRef: string; version: number }>> {
  if (refs.length === 0) return [];
  const rows = await whereInList(
    trx('plan_scope')
      .where({ standing: 'in-force', in_scope: true })
      .select('plan_id', 'entity_ref', 'version'),
    'entity_ref',
    refs,
  );
  return rows.map((row: any) => ({
    planId: row.plan_id,
    entityRef: row.entity_ref,
    version: row.version,
  }));
}
