import { findStaleReasons } from '../../plan/findStaleReasons';
import type { PlanInForce } from '../../plan/planFacts';
import type { StaleReason } from '../../plan/staleReason';
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

function ofTouched(touched: TouchedFacts, context: RuleContext): RuleFinding[] {
  const { facts } = context;
  const { entityRef, content } = touched;
  const material = context.materialOf(touched);
  const isMajor = facts.change.major === true && content !== 'none';
  if (material.length === 0 && !isMajor && content !== 'unknown') return [];
  return plansOf(touched).map(plan => {
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

function ofAround(
  change: RuleContext['changed'][number],
  context: RuleContext,
): RuleFinding[] {
  const { entityRef, before } = change;
  return (before.plans?.inForce ?? []).flatMap(plan => {
    const reasons = newReasons(plan, change, context);
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
  });
}

const aspectNames: Record<string, string> = {
  dependencies: 'what it depends on',
  owner: 'its owner',
  lifecycle: 'its lifecycle',
  type: 'its type',
  system: 'the system that it is part of',
  targets: 'its targets',
};

const watchedNames: Record<string, string> = {
  'dependency-added': 'comes to depend on',
  'dependency-removed': 'ceases to depend on',
  'owner-changed': 'gets another owner:',
  'target-stricter': 'gets a stricter target:',
};

function materialText({ entity, aspect, before, after, more }: Params): string {
  const others = Number(more) > 0 ? `, and ${more} more` : '';
  if (aspect === 'addition') return `The change adds ${entity}`;
  if (aspect === 'removal') return `The change removes ${entity}`;
  return `The change alters ${aspectNames[String(aspect)]} of ${entity} (${
    before ?? 'none'
  } → ${after ?? 'none'}${others})`.replace(/ its (\w+) of /, ' the $1 of ');
}

type Params = RuleFinding['params'];

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
        .flatMap(each => ofAround(each, context)),
    ];
  },
  why(params) {
    const { plan, version, entity, reason, code, subject, before, after } =
      params;
    const covers = `, which the plan “${plan}” (version ${version}) covers`;
    switch (reason) {
      case 'material':
        return `${materialText(
          params,
        )}${covers}: its steps may not bring it back any more.`;
      case 'major':
        return `The change to ${entity} is declared major${covers}: its steps may not bring it back any more.`;
      case 'watched':
        return `With the change, ${entity}${covers}, ${
          watchedNames[String(code)] ?? 'changes in'
        } ${
          code === 'dependency-added'
            ? after
            : code === 'dependency-removed'
            ? before
            : `${subject} ${before ?? 'not set'} → ${after ?? 'not set'}`
        }.`.replace(', , ', ', ');
      default:
        return `The change touches ${entity}${covers}; what changes in it is not known.`;
    }
  },
  what({ reason }) {
    return reason === 'unknown'
      ? 'Have a look whether its recovery steps still hold; if they do, nothing is to be done.'
      : 'Have the plan reviewed. Once the change is approved, its owner is asked for a version that names the change.';
  },
};
