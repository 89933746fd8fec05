import {
  effectiveProfileOf,
  standingGapCodes,
  type changeDescriptionSchema,
  type ChangeFacts,
  type ContinuityPolicy,
  type Gap,
  type ImpactedRef,
  type StandingGap,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { z } from 'zod';
import { PeopleDirectory } from '../catalog/PeopleDirectory';
import { readHitPlans, type PlanInSight } from '../change/readHitPlans';
import { readHitTests } from '../change/readHitTests';
import { whereInList } from '../database/whereInList';
import type { PlanCoverageReader } from '../dependency/PlanCoverageReader';
import type { GraphSnapshot } from '../dependency/GraphSnapshot';
import type { ChangeDraft } from './ChangeDrafter';

/** Up to so many entities the database is asked about each; beyond, it is read as a whole. */
const MOST_ASKED = 1_000;

/** What is known of the entities that a change hits. */
export interface HitFacts {
  facts: ChangeFacts;
  plans: PlanInSight[];
  /** Which of the impacted a plan in force covers that satisfies "requires a plan". */
  isCovered: (entityRef: string) => boolean;
  statusOf: (entityRef: string) => string | null;
}

interface Options {
  database: Knex;
  policy: ContinuityPolicy;
  planCoverage: PlanCoverageReader;
  clock: () => Date;
}

/** Reads in bulk what the rules must know of what a change hits: a fixed number of statements, however much that is. */
export class ChangeFactsReader {
  readonly #options: Options;
  readonly #people: PeopleDirectory;

  static create(options: Options) {
    return new ChangeFactsReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#people = PeopleDirectory.create(options);
  }

  /** @param about - `nearest`: the impacted whose gaps are looked at one by one */
  async read(
    draft: ChangeDraft,
    about: {
      change: z.output<typeof changeDescriptionSchema>;
      snapshot: GraphSnapshot;
      nearest: ImpactedRef[];
    },
  ): Promise<HitFacts> {
    const { database, clock } = this.#options;
    const { change, snapshot, nearest } = about;
    const { impact, touched, around } = draft;
    const isLarge = impact.size > MOST_ASKED;
    const close = new Set([
      ...touched.map(({ entityRef }) => entityRef),
      ...around.map(({ before }) => before.entity.entityRef),
      ...nearest.map(({ entityRef }) => entityRef),
    ]);
    const concerned = new Set(close);
    if (!isLarge) impact.forEach(ref => concerned.add(ref));
    const plans = await readHitPlans(
      database,
      isLarge
        ? {
            includes: ref =>
              impact.effectOn(ref) !== undefined || close.has(ref),
          }
        : { refs: [...concerned] },
    );
    const { gaps, statuses, owners } = await this.#assessed([...close]);
    const tests = await readHitTests(database, {
      window: windowOf(change),
      now: clock().toISOString(),
      includes: ref => impact.effectOn(ref) !== undefined,
    });
    const tiers = this.#tiersAfter(draft);
    return {
      plans,
      isCovered: await this.#coverage([...concerned], isLarge),
      statusOf: ref => statuses.get(ref) ?? null,
      facts: {
        change,
        touched,
        around,
        graphs: draft.graphs,
        impact,
        standing: gaps,
        plans: plans.map(plan => ({
          planId: plan.planId,
          title: plan.title,
          version: plan.inForceVersion,
          owner: plan.ownerRef,
          entityRefs: plan.inForceVersion === null ? [] : plan.entityRefs,
          stepEntityRefs:
            plan.inForceVersion === null ? [] : plan.stepEntityRefs,
          openRequestId: plan.openRequestId,
        })),
        tests,
        people: await this.#people.committed(),
        tierOf: ref =>
          tiers.has(ref)
            ? tiers.get(ref)!
            : snapshot.entities.get(ref)?.facts?.tier ?? null,
        askAbout: ref => [
          ...new Set(
            [
              snapshot.entities.get(ref)?.facts?.owner_ref,
              owners.get(ref),
            ].flatMap(party => party ?? []),
          ),
        ],
      },
    };
  }

  #tiersAfter({ touched, around }: ChangeDraft): Map<string, string | null> {
    const { policy } = this.#options;
    const changed = [
      ...touched,
      ...around.map(one => ({
        ...one,
        entityRef: one.before.entity.entityRef,
      })),
    ].filter(({ before, after }) => before !== after);
    return new Map(
      changed.flatMap(({ entityRef, after }) =>
        after
          ? [[entityRef, effectiveProfileOf(after, policy).tier.value]]
          : [],
      ),
    );
  }

  async #coverage(
    refs: string[],
    isLarge: boolean,
  ): Promise<(entityRef: string) => boolean> {
    const { database, policy, planCoverage } = this.#options;
    if (!isLarge) {
      const covered = await planCoverage.coveredBy(refs);
      return ref => covered.has(ref);
    }
    const covered: string[] = await database('plan_standings as s')
      .join('plans as p', join =>
        join.on('p.id', 's.plan_id').on('p.in_force_version', 's.version'),
      )
      .where('s.covers', true)
      .whereNull('p.archived_at')
      .whereIn('p.kind', policy.plans.satisfyingKinds)
      .whereNot('s.role', 'other')
      .distinct('s.entity_ref')
      .pluck('s.entity_ref');
    const found = new Set(covered);
    return ref => found.has(ref);
  }

  /** Of the current assessments only those texts are read that hold a gap of interest. */
  async #assessed(refs: string[]) {
    const codes = [...standingGapCodes];
    const hasGap = codes.map(() => `a.gap_codes like ?`).join(' or ');
    const rows: Array<{
      entity_ref: string;
      owner_ref: string | null;
      status: string | null;
      detail: string | null;
    }> = await whereInList(
      this.#options
        .database('mirror_entities as m')
        .leftJoin('assessments as a', join =>
          join.on('a.entity_ref', 'm.entity_ref').andOnNull('a.valid_to'),
        )
        .whereNull('m.archived_at')
        .orderBy('m.entity_ref')
        .select('m.entity_ref', 'm.owner_ref', 'a.status')
        .select(
          this.#options.database.raw(
            `case when ${hasGap} then a.detail end as detail`,
            codes.map(code => `%|${code}|%`),
          ),
        ),
      'm.entity_ref',
      refs,
    );
    const wanted = new Set<string>(codes);
    const gaps = rows.flatMap(({ entity_ref: entityRef, detail }) => {
      if (detail === null) return [];
      const found: Gap[] = JSON.parse(detail).gaps;
      return found
        .filter(({ code }) => wanted.has(code))
        .map(
          ({ code, requirement, late, params }): StandingGap => ({
            entityRef,
            code,
            requirement,
            late,
            ...(params && { params }),
          }),
        );
    });
    return {
      gaps,
      statuses: new Map(rows.map(row => [row.entity_ref, row.status])),
      owners: new Map(rows.map(row => [row.entity_ref, row.owner_ref])),
    };
  }
}

/** A change with only a beginning or an end has no window. */
export function windowOf({
  plannedStart,
  plannedEnd,
}: {
  plannedStart?: string | null;
  plannedEnd?: string | null;
}): { start: string; end: string } | undefined {
  return plannedStart && plannedEnd
    ? { start: plannedStart, end: plannedEnd }
    : undefined;
}
