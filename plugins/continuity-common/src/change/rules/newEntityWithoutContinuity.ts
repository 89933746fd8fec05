import { inScope } from '../../catalog/inScope';
import {
  effectiveBia,
  effectiveRisk,
} from '../../plan/analysis/effectiveAnalysis';
import { effectiveAgreement } from '../../profile/effectiveAgreement';
import { tierById } from '../../policy/tierById';
import type { EntityUnderChange, TouchedFacts } from '../changeFacts';
import type { ChangeRule, RuleContext, RuleFinding } from './ChangeRule';

function hasPlan(facts: EntityUnderChange, { policy }: RuleContext): boolean {
  const kinds = policy.plans.satisfyingKinds;
  return (facts.plans?.inForce ?? []).some(
    ({ kind, covers }) => covers && kinds.includes(kind),
  );
}

/** What its tier requires, and what the new entity lacks. Tests come later: what is not there can't be tested. */
function lacking(facts: EntityUnderChange, context: RuleContext): string[] {
  const { policy } = context;
  const profile = context.profileOf(facts);
  const tier = tierById(policy, profile.tier.value ?? '');
  if (!tier) return ['tier'];
  const { people } = context.facts;
  const owner = profile.recoveryOwner.value;
  const { plan, bia, risk, agreement } = tier.requires;
  const lacks: string[] = [];
  if (profile.rto.value === null) lacks.push('rto');
  if (profile.rpo.value === null) lacks.push('rpo');
  if (
    plan &&
    (owner === null || (people.known && people.stateOf(owner) !== 'ok'))
  ) {
    lacks.push('owner');
  }
  if (plan && !hasPlan(facts, context)) lacks.push('plan');
  if (bia && !effectiveBia(facts).current) lacks.push('bia');
  if (risk && !effectiveRisk(facts).current) lacks.push('risk');
  if (agreement && !isAgreed(facts, context)) lacks.push('agreement');
  return lacks;
}

function isAgreed(facts: EntityUnderChange, context: RuleContext): boolean {
  const { agreements = [], system } = facts;
  const found = effectiveAgreement(
    {
      agreements,
      ...(system && { system: { agreements: system.agreements ?? [] } }),
    },
    context.resolvedOf(facts),
    context.policy,
  );
  return found.current !== null;
}

function isNew({ action, before }: TouchedFacts): boolean {
  return before === null && action !== 'remove';
}

const names: Record<string, string> = {
  tier: 'a tier',
  rto: 'an RTO',
  rpo: 'an RPO',
  owner: 'a recovery owner who can be reached',
  plan: 'a recovery plan',
  bia: 'a business impact analysis',
  risk: 'a risk assessment',
  agreement: 'an agreement with the business',
};

function listed(lacks: string): string {
  const words = lacks.split(',').map(key => names[key] ?? key);
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/**
 * Continuity is a design input for new services. Params: `entity`, `lacks` (keys with commas; empty: no document says what it is), `tier`.
 */
export const newEntityWithoutContinuity: ChangeRule = {
  id: 'new-entity-without-continuity',
  title: 'A new service without continuity',
  severity: 'warning',
  find(context) {
    const { facts, policy } = context;
    return facts.touched
      .filter(isNew)
      .flatMap(({ entityRef, after }): RuleFinding[] => {
        const finding = { entityRef, ask: facts.askAbout(entityRef) };
        if (!after) {
          return [
            {
              ...finding,
              severity: 'information' as const,
              params: { entity: entityRef, lacks: '' },
            },
          ];
        }
        if (!inScope(policy, after.entity)) return [];
        const lacks = lacking(after, context);
        if (lacks.length === 0) return [];
        const tier = context.profileOf(after).tier.value;
        return [
          {
            ...finding,
            params: {
              entity: entityRef,
              lacks: lacks.join(','),
              ...(tier !== null && { tier }),
            },
          },
        ];
      });
  },
  why: ({ entity, lacks, tier }) => {
    if (lacks === '') {
      return `The change adds ${entity}, and no document says what it is: nobody can tell what it requires.`;
    }
    if (tier === undefined) {
      return `${entity} is new and has no tier, so nobody knows how fast it must come back.`;
    }
    return `${entity} is new and of ${tier}, and lacks ${listed(
      String(lacks),
    )}.`;
  },
  what: ({ lacks }) =>
    lacks === ''
      ? 'Send its catalog-info document along.'
      : `Give it ${listed(String(lacks))} before it goes live.`,
};
