import type { Knex } from 'knex';
import { whereInList } from '../../database/whereInList';
import { ContinuityEntityResources } from './ContinuityEntityResources';
import type { ContinuityPlanResource } from './continuityPlanResourceRef';

/** Answers permission rules about plans, for one or many in a fixed number of queries. */
export class ContinuityPlanResources {
  readonly #database: Knex;
  readonly #entities: ContinuityEntityResources;

  static create(options: {
    database: Knex;
    entities: ContinuityEntityResources;
  }) {
    return new ContinuityPlanResources(options);
  }

  private constructor(options: {
    database: Knex;
    entities: ContinuityEntityResources;
  }) {
    this.#database = options.database;
    this.#entities = options.entities;
  }

  /** One resource for each id, undefined for what is no plan. */
  async load(
    planIds: string[],
  ): Promise<Array<ContinuityPlanResource | undefined>> {
    const owners: Array<{ id: string; owner_ref: string }> = await whereInList(
      this.#database('plans').select('id', 'owner_ref'),
      'id',
      planIds,
    );
    const scopes: Array<{ plan_id: string; entity_ref: string }> =
      await whereInList(
        this.#database('plan_scope as s')
          .join('plans as p', 'p.id', 's.plan_id')
          .where('s.in_scope', true)
          .whereRaw(
            's.version = coalesce(p.open_version, p.in_force_version, p.last_version)',
          )
          .select('s.plan_id', 's.entity_ref'),
        's.plan_id',
        planIds,
      );
    const scopeOf = new Map<string, string[]>();
    for (const { plan_id, entity_ref } of scopes) {
      const list = scopeOf.get(plan_id);
      if (list) list.push(entity_ref);
      else scopeOf.set(plan_id, [entity_ref]);
    }
    const found = await this.of(
      owners.map(({ id, owner_ref }) => ({
        planId: id,
        owner: owner_ref,
        scope: scopeOf.get(id) ?? [],
      })),
    );
    const byId = new Map(found.map(resource => [resource.planId, resource]));
    return planIds.map(planId => byId.get(planId));
  }

  /** Also for plans that are not stored yet. */
  async of(
    plans: Array<
      Pick<ContinuityPlanResource, 'planId' | 'owner'> & { scope: string[] }
    >,
  ): Promise<ContinuityPlanResource[]> {
    const refs = [...new Set(plans.flatMap(({ scope }) => scope))];
    const parties = await this.#entities.partiesOf(refs);
    const expandClaims = await this.#entities.claimExpander();
    return plans.map(({ planId, owner, scope }) => ({
      planId,
      owner,
      scopeParties: scope.map(ref => parties.get(ref) ?? []),
      expandClaims,
    }));
  }
}
