import {
  addCadence,
  parseCadence,
  renamePlanEntities,
  watchedNow,
  type ContinuityPolicy,
  type PlanContents,
  type PlanVersion,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { PlanChangeRequests } from '../change/PlanChangeRequests';
import type { AssessmentEngine } from './AssessmentEngine';
import { whereInList } from '../database/whereInList';
import { planRenamesOf } from '../plan/PlanRenames';
import { missingStanding } from '../plan/PlanStandingKeeper';
import type { PlanStore, StoredPlan } from '../plan/PlanStore';
import { formOf, partiesIn, scopeRefs } from '../plan/PlanWriter';

/** When a plan must be reviewed that no tier gives a cadence for: plans are looked through once a year (ISO 22301, 9.1). */
const USUAL_REVIEW = 'P1Y';

interface Options {
  planStore: PlanStore;
  planChangeRequests: PlanChangeRequests;
  engine: AssessmentEngine;
  policy: ContinuityPolicy;
}

/** Puts versions into force: the one before steps back, and what is true of the scope is remembered. */
export class PlanApproval {
  readonly #options: Options;

  static create(options: Options) {
    return new PlanApproval(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @returns the plan with the version in force, and the entities of the scope before and after */
  async putIntoForce(
    trx: Knex.Transaction,
    plan: StoredPlan,
    options: {
      version: PlanVersion;
      by: string;
      onBehalfOf: string | null;
      at: string;
    },
  ): Promise<{ plan: StoredPlan; dirty: string[] }> {
    const { planStore } = this.#options;
    const { version, by, onBehalfOf, at } = options;
    const before = await this.#supersede(trx, plan, at);
    const approved: PlanVersion = {
      ...version,
      state: 'approved',
      approvedAt: at,
      approvedBy: by,
      approvedFor: onBehalfOf,
    };
    const { contents } = approved;
    await planStore.saveVersion(trx, plan.id, approved);
    await planStore.indexVersion(trx, plan.id, approved, 'in-force');
    await planStore.namePeople(trx, plan.id, partiesIn(contents));
    await this.#remember(trx, { planId: plan.id, version: approved, at });
    await this.#options.planChangeRequests.settle(
      trx,
      {
        planId: plan.id,
        version: version.version,
        changeReference: contents.changeReference,
      },
      { by, at },
    );
    return {
      plan: {
        ...plan,
        title: contents.title,
        inForceVersion: version.version,
        openVersion: null,
        openState: null,
        form: formOf(contents, version.source),
        approvedAt: at,
        approvedBy: by,
        reviewedAt: null,
        fallbackDueAt: this.usualReviewAfter(at),
        contacts: partiesIn(contents),
      },
      dirty: [...before, ...scopeRefs(await currentContents(trx, approved))],
    };
  }

  usualReviewAfter(at: string): string {
    const cadence = parseCadence(USUAL_REVIEW);
    if (!cadence.ok) throw new RangeError(cadence.message);
    return addCadence(at, cadence.cadence, this.#options.policy.timeZone);
  }

  async #supersede(
    trx: Knex.Transaction,
    plan: StoredPlan,
    at: string,
  ): Promise<string[]> {
    const { planStore } = this.#options;
    if (plan.inForceVersion === null) return [];
    const old = await planStore.version(plan.id, plan.inForceVersion, trx);
    if (!old) return [];
    await planStore.saveVersion(trx, plan.id, {
      ...old,
      state: 'superseded',
      supersededAt: at,
    });
    await planStore.indexVersion(trx, plan.id, old, 'past');
    return scopeRefs(await currentContents(trx, old));
  }

  async #remember(
    trx: Knex.Transaction,
    options: { planId: string; version: PlanVersion; at: string },
  ): Promise<void> {
    const { planStore, engine, policy } = this.#options;
    const { planId, version, at } = options;
    const contents = await currentContents(trx, version);
    const primary = await planStore.watchesOf(planId, trx);
    await planStore.clearWatches(trx, planId);
    const named = scopeRefs(contents);
    const parts = await partsOf(
      trx,
      contents.scope.filter(entry => entry.parts).map(entry => entry.entityRef),
    );
    const refs = [...new Set([...named, ...parts])];
    const facts = await engine.factsOf(trx, refs);
    await planStore.saveWatches(
      trx,
      [...facts].map(([entityRef, known]) => ({
        planId,
        entityRef,
        version: version.version,
        facts: watchedNow(known, policy),
        isPrimary: primary.get(entityRef)?.isPrimary ?? false,
      })),
    );
    await planStore.saveStandings(
      trx,
      named
        .filter(ref => !facts.has(ref))
        .map(entityRef =>
          missingStanding({
            planId,
            entityRef,
            version: version.version,
            at,
          }),
        ),
    );
  }
}

/** By the names that entities have now. */
async function currentContents(
  trx: Knex.Transaction,
  { contents }: PlanVersion,
): Promise<PlanContents> {
  return renamePlanEntities(
    contents,
    await planRenamesOf(trx, scopeRefs(contents)),
  );
}

async function partsOf(
  trx: Knex.Transaction,
  systems: string[],
): Promise<string[]> {
  if (systems.length === 0) return [];
  const rows: Array<{ entity_ref: string }> = await whereInList(
    trx('mirror_entities').whereNull('archived_at').select('entity_ref'),
    'system_ref',
    systems,
  );
  return rows.map(row => row.entity_ref);
}
