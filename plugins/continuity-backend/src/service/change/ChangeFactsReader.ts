import {
  effectiveProfileOf,
  standingGapCodes,
  type changeDescriptionSchema,
  type ChangeFacts,
  type ContinuityPolicy,
  type ImpactedRef,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { z } from 'zod';
import { PeopleDirectory } from '../../catalog/PeopleDirectory';
import { readHitPlans, type PlanInSight } from '../../change/readHitPlans';
import { readHitTests } from '../../change/readHitTests';
import { whereInList } from '../../database/whereInList';
import type { PlanCoverageReader } from '../../dependency/PlanCoverageReader';
import type { GraphSnapshot } from '../../dependency/GraphSnapshot';
import type { ChangeDraft } from './ChangeDrafter';
import { StandingGaps } from '../profile/StandingGaps';

/** Up to so many entities the database is asked about each; beyond, it is read as a whole. */
const MOST_ASKED = 1_000;

/** Of so many of the nearest the gaps are told one by one: nobody reads more, and all are counted. */
const MOST_TOLD = 200;

/** What is known of the entities that a change hits. */
export interface HitFacts {
  facts: ChangeFacts;
  plans: PlanInSight[];
  /** Which of the impacted a plan in force covers that satisfies "requires a plan". */
  covered: ReadonlySet<string>;
  statusOf: (entityRef: string) => string | null;
  /** The impacted that have gaps of which no finding tells, since others are nearer. */
  unseen: ReadonlySet<string>;
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
  readonly #gaps: StandingGaps;

  static create(options: Options) {
    return new ChangeFactsReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#people = PeopleDirectory.create(options);
    this.#gaps = StandingGaps.create(options);
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
    const told = new Set([
      ...touched.map(({ entityRef }) => entityRef),
      ...nearest.slice(0, MOST_TOLD).map(({ entityRef }) => entityRef),
    ]);
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
    const { gaps, statuses, owners } = await this.#assessed([...close], told);
    const tests = await readHitTests(database, {
      window: windowOf(change),
      now: clock().toISOString(),
      includes: ref => impact.effectOn(ref) !== undefined,
    });
    const tiers = this.#tiersAfter(draft);
    return {
      plans,
      covered: await this.#coverage([...concerned], isLarge),
      statusOf: ref => statuses.get(ref) ?? null,
      unseen: await this.#unseen(draft, told),
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

  async #unseen(
    { impact }: ChangeDraft,
    told: ReadonlySet<string>,
  ): Promise<ReadonlySet<string>> {
    const unseen = new Set<string>();
    if (impact.size <= told.size) return unseen;
    const withGaps = await this.#gaps.refsWithGaps();
    impact.forEach(ref => {
      if (!told.has(ref) && withGaps.has(ref)) unseen.add(ref);
    });
    return unseen;
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
  ): Promise<ReadonlySet<string>> {
    const { database, policy, planCoverage } = this.#options;
    if (!isLarge) {
      return new Set((await planCoverage.coveredBy(refs)).keys());
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
    return new Set(covered);
  }

  /** Gaps are taken out of an assessment's text once, as long as it says the same. */
  async #assessed(refs: string[], told: ReadonlySet<string>) {
    const { database } = this.#options;
    const codes = [...standingGapCodes];
    const hasGap = codes.map(() => `a.gap_codes like ?`).join(' or ');
    const rows: Array<{
      entity_ref: string;
      owner_ref: string | null;
      status: string | null;
      hash: string | null;
    }> = await whereInList(
      database('mirror_entities as m')
        .leftJoin('assessments as a', join =>
          join.on('a.entity_ref', 'm.entity_ref').andOnNull('a.valid_to'),
        )
        .whereNull('m.archived_at')
        .orderBy('m.entity_ref')
        .select('m.entity_ref', 'm.owner_ref', 'a.status')
        .select(
          database.raw(
            `case when ${hasGap} then a.hash end as hash`,
            codes.map(code => `%|${code}|%`),
          ),
        ),
      'm.entity_ref',
      refs,
    );
    const known = await this.#gaps.of(
      rows.flatMap(({ entity_ref: entityRef, hash }) =>
        hash === null || !told.has(entityRef) ? [] : [{ entityRef, hash }],
      ),
    );
    return {
      gaps: known,
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
