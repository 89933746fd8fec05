import { findStaleReasons } from '../../plan/findStaleReasons';
import type { PlanInForce } from '../../plan/planFacts';
import {
  staleReasonCodes,
  type StaleReason,
  type StaleReasonCode,
} from '../../plan/staleReason';
import type { EntityUnderChange, TouchedFacts } from '../changeFacts';
import { watchedOf } from '../watchedOf';
import type { ChangeRule, RuleContext, RuleFinding } from './ChangeRule';

/** The plans in force that hold a touched entity, before the change or with it. */
function plansOf({ before, after }: TouchedFacts): PlanInForce[] {
  const plans = new Map<string, PlanInForce>();
  for (const facts of [before, after]) {
    for (const plan of facts?.plans?.inForce ?? []) {
      if (!plans.has(plan.planId)) plans.set(plan.planId, plan);
    }
  }
  return [...plans.values()];
}

/** What of this a plan's staleness will say because of the change, and not because of what was before. */
function newReasons(
  plan: PlanInForce,
  change: { before: EntityUnderChange; after: EntityUnderChange },
  { policy }: RuleContext,
): StaleReason[] {
  const { before, after } = change;
  const joined = { joined: plan.through };
  const then = findStaleReasons(
    plan.watched,
    watchedOf(before, policy),
    joined,
  );
  const now = findStaleReasons(plan.watched, watchedOf(after, policy), joined);
  const known = new Set(then.map(({ key, after: value }) => `${key} ${value}`));
  return now.filter(({ key, after: value }) => !known.has(`${key} ${value}`));
}

/** That a plan's staleness will say something more; of a removed or new entity it can't be asked. */
function ofWatched(
  plan: PlanInForce,
  { entityRef, before, after }: Omit<TouchedFacts, 'action' | 'content'>,
  context: RuleContext,
  codes: readonly StaleReasonCode[] = staleReasonCodes,
): RuleFinding[] {
  if (!before || !after || before === after) return [];
  const reasons = newReasons(plan, { before, after }, context).filter(each =>
    codes.includes(each.code),
  );
  if (reasons.length === 0) return [];
  const [{ code, subject, before: was, after: is }] = reasons;
  const params: RuleFinding['params'] = {
    plan: plan.title,
    version: plan.version,
    entity: entityRef,
    reason: 'watched',
    code,
    subject,
    more: reasons.length - 1,
  };
  if (was !== null) params.before = was;
  if (is !== null) params.after = is;
  return [
    {
      entityRef,
      planId: plan.planId,
      ask: context.askAboutPlan(plan.planId, entityRef),
      params,
    },
  ];
}

function ofTouched(touched: TouchedFacts, context: RuleContext): RuleFinding[] {
  const { facts } = context;
  const { entityRef, content } = touched;
  const material = context.materialOf(touched);
  // whatever its document says: who plans it says that it is
  const isMajor = facts.change.major === true;
  const isQuestion = isMajor || content === 'unknown';
  return plansOf(touched).flatMap(plan => {
    if (material.length === 0) {
      // it may stay as it is, and others provide what it uses
      const watched = ofWatched(plan, touched, context, ['provider-changed']);
      if (watched.length > 0 || !isQuestion) return watched;
    }
    const params: RuleFinding['params'] = {
      plan: plan.title,
      version: plan.version,
      entity: entityRef,
    };
    if (material.length > 0) {
      const [{ aspect, before, after }] = material;
      params.reason = 'material';
      params.aspect = aspect;
      if (before !== null) params.before = before;
      if (after !== null) params.after = after;
      params.more = material.length - 1;
    } else {
      params.reason = isMajor ? 'major' : 'unknown';
    }
    return {
      entityRef,
      planId: plan.planId,
      ...(params.reason === 'unknown' && { severity: 'information' as const }),
      ask: context.askAboutPlan(plan.planId, entityRef),
      params,
    };
  });
}

const aspectNames: Record<string, string> = {
  dependencies: 'the dependencies',
  owner: 'the owner',
  lifecycle: 'the lifecycle',
  type: 'the type',
  system: 'the system',
  targets: 'the targets',
};

type Params = RuleFinding['params'];

const targetNames: Record<string, string> = {
  rto: 'RTO',
  rpo: 'RPO',
  mtpd: 'MTPD',
  mbco: 'minimum service level',
};

function materialText({ entity, aspect, before, after, more }: Params): string {
  if (aspect === 'addition') return `The change adds ${entity}`;
  if (aspect === 'removal') return `The change removes ${entity}`;
  const others = Number(more) > 0 ? `, and ${more} more` : '';
  return `The change alters ${aspectNames[String(aspect)]} of ${entity} (${
    before ?? 'none'
  } → ${after ?? 'none'}${others})`;
}

function providerText({ subject, before, after }: Params): string {
  if (after === 'missing') return `uses ${subject}, which leaves the catalog`;
  if (before === 'missing') {
    return `uses ${subject}, which comes into the catalog`;
  }
  const whoever = (ref: typeof after) => (ref === subject ? undefined : ref);
  return `uses ${subject}, which others provide (${
    whoever(before) ?? 'nobody'
  } → ${whoever(after) ?? 'nobody'})`;
}

/** What a plan's staleness will say, by the code of its reason. */
function watchedText({ code, subject, before, after }: Params): string {
  const change = `${before ?? 'not set'} → ${after ?? 'not set'}`;
  switch (code) {
    case 'dependency-added':
      return `comes to depend on ${after}`;
    case 'dependency-removed':
      return `ceases to depend on ${before}`;
    case 'provider-changed':
      return providerText({ subject, before, after });
    case 'owner-changed':
      return `gets another owner (${change})`;
    case 'target-stricter':
      return `gets a stricter ${targetNames[String(subject)]} (${change})`;
    default:
      return `is not the same any more (${change})`;
  }
}

/**
 * A material change to what a plan covers. Params: `plan`, `version`, `entity`, `reason` (`material` with `aspect`, `before`, `after`, `more`;
 * `watched` with `code`, `subject`, `before`, `after`, `more`; `major`; `unknown`).
 */
export const planReviewNeeded: ChangeRule = {
  id: 'plan-review-needed',
  title: 'A plan needs review',
  severity: 'warning',
  find(context) {
    const { touched, around } = context.facts;
    const own = new Set(touched.map(({ entityRef }) => entityRef));
    return [
      ...touched.flatMap(each => ofTouched(each, context)),
      ...around
        .map(each => ({ entityRef: each.before.entity.entityRef, ...each }))
        .filter(({ entityRef }) => !own.has(entityRef))
        .flatMap(each =>
          (each.before.plans?.inForce ?? []).flatMap(plan =>
            ofWatched(plan, each, context),
          ),
        ),
    ];
  },
  why(params) {
    const { plan, version, entity, reason } = params;
    const covered = `which the plan “${plan}” (version ${version}) covers`;
    const doubt = 'its steps may not bring it back any more';
    switch (reason) {
      case 'material':
        return `${materialText(params)}, ${covered}: ${doubt}.`;
      case 'major':
        return `The change is declared major and touches ${entity}, ${covered}: ${doubt}.`;
      case 'watched':
        return `With the change ${entity}, ${covered}, ${watchedText(params)}.`;
      default:
        return `The change touches ${entity}, ${covered}; what changes in it is not known.`;
    }
  },
  what({ reason }) {
    return reason === 'unknown'
      ? 'Have a look whether its recovery steps still hold; if they do, nothing is to be done.'
      : 'Have the plan reviewed. Once the change is approved, its owner is asked for a version that names the change.';
  },
};
