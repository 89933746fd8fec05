import { setImmediate as yieldToOthers } from 'node:timers/promises';
import {
  assessChangeImpact,
  type ChangeAssessment,
  type ChangeFacts,
  type ChangeJudgement,
  type ContinuityPolicy,
  type ImpactedRef,
  type TierSummary,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { AssessmentEngine } from '../assessment/AssessmentEngine';
import type { CatalogRefresh } from '../catalog/CatalogRefresh';
import { hideInAssessment } from '../permissions/hideInAssessment';
import type { GraphKeeper } from '../dependency/GraphKeeper';
import type { GraphSnapshot } from '../dependency/GraphSnapshot';
import type { Access } from '../permissions/CallerAccess';
import { collectEntityRefs } from '../permissions/entityRefsIn';
import { readNames } from '../permissions/readNames';
import { ChangeDrafter, type ChangeDraft } from './ChangeDrafter';
import {
  ChangeFactsReader,
  windowOf,
  type HitFacts,
} from './ChangeFactsReader';
import {
  ChangeQuestionReader,
  type ChangeQuestion,
  type ReadQuestion,
} from './ChangeQuestionReader';
import { ChangeSight } from './ChangeSight';
import { SweepStatusReader } from './SweepStatusReader';
import { tierSummaryOf } from './tierSummaryOf';

const DEFAULT_LIMIT = 500;
/** Entities whose gaps are looked at one by one, those nearest to the change first. */
const MOST_LOOKED_AT = 500;
const MOST_KEPT = 5_000;
const MOST_FINDINGS = 1_000;
const MOST_MAPPED = 500;
const MOST_UNMAPPED = 1_000;
const MOST_PLAN_ENTITIES = 50;

interface Options {
  database: Knex;
  policy: ContinuityPolicy;
  refresh: CatalogRefresh;
  engine: AssessmentEngine;
  graph: GraphKeeper;
  changeQuestions: ChangeQuestionReader;
  changeDrafter: ChangeDrafter;
  changeFacts: ChangeFactsReader;
  changeSight: ChangeSight;
  sweep: SweepStatusReader;
  clock: () => Date;
}

/** All that a check found, before anybody is told. */
export interface CheckedChange {
  /** What the caller may be told. */
  shown: ChangeAssessment;
  /** As it is kept: nothing hidden. Only where it was asked for. */
  whole: ChangeAssessment | undefined;
}

interface Found {
  read: ReadQuestion;
  draft: ChangeDraft;
  hit: HitFacts;
  judged: ChangeJudgement;
  snapshot: GraphSnapshot;
  at: string;
  dataAge: ChangeAssessment['dataAge'];
}

/** Checks a change for its impact on the plans (DOMAIN.md §7): a fixed number of statements, the rest is in memory. */
export class ChangeCheckService {
  readonly #options: Options;

  static create(options: Options) {
    return new ChangeCheckService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @param how - `keep`: the whole of it is wanted, too, to be recorded */
  async check(
    question: ChangeQuestion,
    { access, keep }: { access: Access; keep: boolean },
  ): Promise<CheckedChange> {
    const found = await this.#find(question, access);
    const { limit = DEFAULT_LIMIT } = question;
    const whole = keep
      ? this.#compose(found, { limit: MOST_KEPT, isShown: () => true })
      : undefined;
    const shown = await this.#show(found, { access, limit });
    return { shown: await this.#named(shown), whole };
  }

  async #find(question: ChangeQuestion, access: Access): Promise<Found> {
    const { refresh, engine, graph, changeQuestions, policy } = this.#options;
    const read = await changeQuestions.read(question);
    const refs = [...read.touches.keys()];
    const { reached, problem } = await refresh.refresh(refs, {
      credentials: access.credentials,
    });
    await engine.settleDue();
    await engine.drain({ first: refs, limit: 0 });
    const snapshot = await graph.current();
    const { isVisible } = await this.#options.changeSight.among(refs, {
      access,
      snapshot,
    });
    const change = question.change ?? {};
    const window = windowOf(change);
    const draft = await this.#options.changeDrafter.draft(read, {
      snapshot,
      isVisible,
      windowSeconds:
        window && (Date.parse(window.end) - Date.parse(window.start)) / 1_000,
    });
    const nearest = draft.impact.list({ limit: MOST_LOOKED_AT });
    const hit = await this.#options.changeFacts.read(draft, {
      change,
      snapshot,
      nearest,
    });
    // fifty checks at once are to let others through between them
    await yieldToOthers();
    const at = this.#options.clock().toISOString();
    const dataAge = await this.#options.sweep.dataAge();
    return {
      read,
      draft,
      hit,
      judged: assessChangeImpact(hit.facts, policy, at),
      snapshot,
      at,
      dataAge: reached
        ? dataAge
        : { ...dataAge, problem: dataAge.problem ?? problem },
    };
  }

  async #show(
    found: Found,
    { access, limit }: { access: Access; limit: number },
  ): Promise<ChangeAssessment> {
    const { snapshot, draft } = found;
    if (this.#options.changeSight.seesAll(access)) {
      return this.#compose(found, { limit, isShown: () => true });
    }
    const refs = new Set<string>();
    draft.impact.forEach(ref => refs.add(ref));
    const about = { access, snapshot };
    const impacted = await this.#options.changeSight.among(refs, about);
    const answer = this.#compose(found, {
      limit,
      isShown: impacted.isShown,
    });
    // on the way to what is shown stand others: owners, members of paths, ends of relations
    const { isShown } = await this.#options.changeSight.among(
      collectEntityRefs(answer),
      about,
    );
    return hideInAssessment(answer, isShown);
  }

  #compose(
    found: Found,
    how: { limit: number; isShown: (ref: string) => boolean },
  ): ChangeAssessment {
    const { read, draft, judged, hit, snapshot, at, dataAge } = found;
    const { limit, isShown } = how;
    const { impact } = draft;
    const { findings } = judged;
    let total = 0;
    let withoutPlan = 0;
    const tiers = new Map<string | null, number>();
    impact.forEach(ref => {
      if (!isShown(ref)) return;
      total += 1;
      const tier = hit.facts.tierOf(ref);
      tiers.set(tier, (tiers.get(tier) ?? 0) + 1);
      const facts = snapshot.entities.get(ref)?.facts;
      const isRequired = facts?.in_scope === true && facts.requires_plan;
      if (isRequired && !hit.isCovered(ref)) withoutPlan += 1;
    });
    const impacted = impact.list({ limit, includes: isShown });
    return {
      verdict: judged.verdict,
      headline: judged.headline,
      treatedAs: judged.treatedAs,
      assessedAt: at,
      touched: draft.touched.map(({ entityRef, action, content }) => ({
        entityRef,
        action,
        content,
        by: draft.by.get(entityRef) ?? [],
      })),
      material: judged.material,
      impacted: this.#impacted(impacted, found),
      totalImpacted: total,
      byTier: this.#byTier(tiers),
      plans: this.#plans(hit, impact, at),
      withoutPlan,
      findings: findings.slice(0, MOST_FINDINGS),
      counts: judged.counts,
      mapped: read.mapped.slice(0, MOST_MAPPED),
      unmapped: read.unmapped.slice(0, MOST_UNMAPPED),
      problems: [...read.problems, ...draft.problems],
      names: {},
      graphRevision: snapshot.revision,
      dataAge,
      truncated: {
        impacted: total - impacted.length,
        findings: Math.max(0, findings.length - MOST_FINDINGS),
        mapped: Math.max(0, read.mapped.length - MOST_MAPPED),
        unmapped: Math.max(0, read.unmapped.length - MOST_UNMAPPED),
      },
      redacted: {
        touched: 0,
        impacted: impact.size - total,
        findings: 0,
        plans: 0,
      },
      reviewDueAt: judged.reviewDueAt,
    };
  }

  #impacted(
    items: ImpactedRef[],
    { draft, hit, snapshot }: Found,
  ): ChangeAssessment['impacted'] {
    const { before, after } = draft.graphs;
    const actions = new Map(
      draft.touched.map(({ entityRef, action }) => [entityRef, action]),
    );
    return items.map(({ entityRef, effect, path }) => ({
      entityRef,
      effect,
      action: (effect === 'touched' && actions.get(entityRef)) || null,
      path,
      tier: this.#tier(hit.facts.tierOf(entityRef)),
      status: hit.statusOf(
        entityRef,
      ) as ChangeAssessment['impacted'][number]['status'],
      resolved:
        snapshot.entities.has(entityRef) ||
        before.graph.isResolved(entityRef) ||
        after.graph.isResolved(entityRef),
    }));
  }

  #plans(
    { plans }: HitFacts,
    impact: ChangeFacts['impact'],
    now: string,
  ): ChangeAssessment['plans'] {
    return plans.flatMap(plan => {
      const entityRefs = plan.entityRefs.filter(
        ref => impact.effectOn(ref) !== undefined,
      );
      if (entityRefs.length === 0) return [];
      const isInForce = plan.inForceVersion !== null;
      return [
        {
          planId: plan.planId,
          title: plan.title,
          kind: plan.kind,
          version: plan.inForceVersion,
          state: isInForce
            ? ('in-force' as const)
            : plan.openState ?? ('draft' as const),
          stale: isInForce && plan.stale,
          reviewOverdue:
            isInForce && plan.reviewDueAt !== null && plan.reviewDueAt <= now,
          owner: plan.ownerRef,
          entityRefs: entityRefs.slice(0, MOST_PLAN_ENTITIES),
          totalEntities: entityRefs.length,
          openRequestId: plan.openRequestId,
        },
      ];
    });
  }

  #byTier(counts: Map<string | null, number>): ChangeAssessment['byTier'] {
    return [...counts]
      .map(([tier, impacted]) => ({ tier: this.#tier(tier), impacted }))
      .sort((a, b) => (a.tier?.rank ?? Infinity) - (b.tier?.rank ?? Infinity));
  }

  #tier(tierId: string | null): TierSummary | null {
    return tierSummaryOf(this.#options.policy, tierId);
  }

  async #named(answer: ChangeAssessment): Promise<ChangeAssessment> {
    const { database } = this.#options;
    return { ...answer, names: await readNames(database, answer) };
  }
}
