import {
  effectiveProfileOf,
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
  /** Of those nearest, without asking for it again. */
  titleOf: (entityRef: string) => string | undefined;
  /** How many of the impacted have gaps of which no finding tells, since others are nearer; of those that may be named. */
  countUnseen: (isShown?: (entityRef: string) => boolean) => number;
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
    // none needs another's answer: where there are several connections, they are asked at once
    const [plans, standing, tests, covered, marks, people] = await Promise.all([
      readHitPlans(
        database,
        isLarge
          ? {
              includes: ref =>
                impact.effectOn(ref) !== undefined || close.has(ref),
            }
          : { refs: [...concerned] },
      ),
      this.#gaps.of([...close]),
      readHitTests(database, {
        window: windowOf(change),
        now: clock().toISOString(),
        includes: ref => impact.effectOn(ref) !== undefined,
      }),
      this.#coverage([...concerned], isLarge),
      impact.size <= told.size ? undefined : this.#gaps.marks(snapshot.graph),
      this.#people.committed(),
    ]);
    const tiers = this.#tiersAfter(draft);
    return {
      plans,
      covered,
      statusOf: ref => standing.get(ref)?.status ?? null,
      titleOf: ref => standing.get(ref)?.title,
      countUnseen: isShown =>
        marks ? countUnseen(draft, { marks, told, isShown }) : 0,
      facts: {
        change,
        touched,
        around,
        graphs: draft.graphs,
        impact,
        standing: [...told].flatMap(ref => standing.get(ref)?.gaps ?? []),
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
        people,
        tierOf: ref =>
          tiers.has(ref)
            ? tiers.get(ref)!
            : snapshot.entities.get(ref)?.facts?.tier ?? null,
        askAbout: ref => [
          ...new Set(
            [
              snapshot.entities.get(ref)?.facts?.owner_ref,
              standing.get(ref)?.ownerRef,
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
}

/** By their marks, not by ref: half of the catalog may be impacted. */
function countUnseen(
  { impact, graphs }: ChangeDraft,
  options: {
    marks: Uint8Array;
    told: ReadonlySet<string>;
    isShown: ((entityRef: string) => boolean) | undefined;
  },
): number {
  const { marks, told, isShown } = options;
  const { graph } = graphs.after;
  const nodes = new Set(Array.from(told, ref => graph.numberOf(ref)));
  let count = 0;
  impact.forEachNode(node => {
    if (marks[node] !== 1 || nodes.has(node)) return;
    if (!isShown || isShown(graph.refOf(node))) count += 1;
  });
  return count;
}

/** A change with only a beginning or an end has a moment as its window. */
export function windowOf({
  plannedStart,
  plannedEnd,
}: {
  plannedStart?: string | null;
  plannedEnd?: string | null;
}): { start: string; end: string } | undefined {
  const start = plannedStart ?? plannedEnd;
  return start ? { start, end: plannedEnd ?? start } : undefined;
}
