import { setImmediate as yieldToOthers } from 'node:timers/promises';
import {
  assessChangeImpact,
  tierById,
  type ChangeAssessment,
  type ChangeFacts,
  type ChangeJudgement,
  type ContinuityPolicy,
  type ImpactedRef,
  type TierSummary,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { AssessmentEngine } from '../../assessment/AssessmentEngine';
import type { CatalogRefresh } from '../../catalog/CatalogRefresh';
import { readTitles } from '../../catalog/readTitles';
import { hideInAssessment } from '../../permissions/hideInAssessment';
import type { GraphKeeper } from '../../dependency/GraphKeeper';
import type { GraphSnapshot } from '../../dependency/GraphSnapshot';
import type { Access } from '../../permissions/CallerAccess';
import { collectEntityRefs } from '../../permissions/entityRefsIn';
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
import { SweepStatusReader } from '../profile/SweepStatusReader';
import { tierSummaryOf } from '../profile/tierSummaryOf';

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
  nearest: ImpactedRef[];
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
      ? this.#compose(found, { limit: MOST_KEPT, mostFindings: Infinity })
      : undefined;
    const shown = await this.#show(found, { access, limit });
    return { shown: await this.#named(shown, found.hit), whole };
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
      nearest,
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
      return this.#compose(found, { limit });
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
    how: {
      limit: number;
      mostFindings?: number;
      isShown?: (ref: string) => boolean;
    },
  ): ChangeAssessment {
    const { read, draft, nearest, judged, hit, snapshot, at, dataAge } = found;
    const { limit, mostFindings = MOST_FINDINGS, isShown } = how;
    const { impact } = draft;
    const { findings } = judged;
    const { total, byTier, withoutPlan } = isShown
      ? this.#countShown(found, isShown)
      : this.#countAll(found);
    const impacted =
      isShown || limit > nearest.length
        ? impact.list({ limit, includes: isShown })
        : nearest.slice(0, limit);
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
      byTier,
      plans: this.#plans(hit, impact, at),
      withoutPlan,
      findings: findings.slice(0, mostFindings),
      counts: judged.counts,
      mapped: read.mapped.slice(0, MOST_MAPPED),
      unmapped: read.unmapped.slice(0, MOST_UNMAPPED),
      problems: [...read.problems, ...draft.problems],
      names: {},
      graphRevision: snapshot.revision,
      dataAge,
      truncated: {
        impacted: total - impacted.length,
        findings:
          Math.max(0, findings.length - mostFindings) +
          hit.countUnseen(isShown),
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

  /** Without a look at each: an answer about a hundred thousand is to take no longer than one about ten. */
  #countAll({ draft, judged, hit }: Found) {
    const { policy } = this.#options;
    const requiresPlan = (tier: string | null) =>
      tier !== null && tierById(policy, tier)?.requires.plan !== undefined;
    const { impact, graphs } = draft;
    const { tiers, tier } = graphs.after.columns;
    let withoutPlan = judged.byTier
      .filter(each => requiresPlan(each.tier))
      .reduce((sum, { impacted }) => sum + impacted, 0);
    for (const ref of hit.covered) {
      if (impact.effectOn(ref) === undefined) continue;
      const at = tier[graphs.after.graph.numberOf(ref)] ?? -1;
      if (requiresPlan(tiers[at] ?? null)) withoutPlan -= 1;
    }
    return {
      total: impact.size,
      byTier: judged.byTier.map(each => ({
        ...each,
        tier: this.#tier(each.tier),
      })),
      withoutPlan,
    };
  }

  #countShown(
    { draft, hit, snapshot }: Found,
    isShown: (ref: string) => boolean,
  ) {
    let total = 0;
    let withoutPlan = 0;
    const tiers = new Map<string | null, number>();
    draft.impact.forEach(ref => {
      if (!isShown(ref)) return;
      total += 1;
      const tier = hit.facts.tierOf(ref);
      tiers.set(tier, (tiers.get(tier) ?? 0) + 1);
      const facts = snapshot.entities.get(ref)?.facts;
      const isRequired = facts?.in_scope === true && facts.requires_plan;
      if (isRequired && !hit.covered.has(ref)) withoutPlan += 1;
    });
    return { total, byTier: this.#byTier(tiers), withoutPlan };
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

  /** Refs stand by themselves nearly everywhere; only what is caused and material is looked through for more. */
  async #named(
    answer: ChangeAssessment,
    { titleOf }: HitFacts,
  ): Promise<ChangeAssessment> {
    const caused = answer.findings.filter(({ origin }) => origin === 'caused');
    const refs = collectEntityRefs([answer.material, caused]);
    const add = (ref: string | null) => ref !== null && refs.add(ref);
    for (const { entityRef, path } of answer.impacted) {
      refs.add(entityRef);
      path.forEach(add);
    }
    for (const { entityRef, path, ask } of answer.findings) {
      add(entityRef);
      path.forEach(add);
      ask.forEach(add);
    }
    for (const { owner, entityRefs } of answer.plans) {
      add(owner);
      entityRefs.forEach(add);
    }
    answer.touched.forEach(({ entityRef }) => refs.add(entityRef));
    for (const { entityRefs } of answer.mapped) entityRefs.forEach(add);
    const unknown = [...refs].filter(ref => titleOf(ref) === undefined);
    const titles = await readTitles(this.#options.database, unknown);
    for (const ref of refs) {
      const title = titleOf(ref);
      if (title !== undefined) titles.set(ref, title);
    }
    return {
      ...answer,
      names: Object.fromEntries(
        [...titles].sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    };
  }
}
