/**
 * The server says its findings in English, so English needs no words of its own here. Other languages have the values of the sentences (`params`) to
 * make theirs of; a rule that has several cases has a text for each.
 */
const asSaid = {
  title: '{{title}}',
  why: '{{why}}',
  what: '{{what}}',
} as const;

export const saidMessages = {
  headline: {
    standard: '{{headline}}',
    emergency: '{{headline}}',
    block: '{{headline}}',
    warn: '{{headline}}',
    pass: '{{headline}}',
  },
  nothing: 'nothing',
  withoutLimit: 'without limit',
  lacks: {
    tier: 'a tier',
    rto: 'an RTO',
    rpo: 'an RPO',
    owner: 'a recovery owner who can be reached',
    plan: 'a recovery plan',
    bia: 'a business impact analysis',
    risk: 'a risk assessment',
    agreement: 'an agreement with the business',
  },
  rule: {
    'plan-review-needed': asSaid,
    'plan-review-added': asSaid,
    'plan-review-removed': asSaid,
    'plan-review-watched': asSaid,
    'plan-review-provider': asSaid,
    'plan-review-api-left': asSaid,
    'plan-review-api-came': asSaid,
    'plan-review-major': asSaid,
    'plan-review-unknown': asSaid,
    'retest-needed': asSaid,
    'new-entity-without-continuity': asSaid,
    'new-entity-without-document': asSaid,
    'new-entity-without-tier': asSaid,
    'removes-recovery-dependency': asSaid,
    'removes-step': asSaid,
    'removes-edge': asSaid,
    'introduces-target-conflict': asSaid,
    'introduces-rpo-conflict': asSaid,
    'weakens-requirement': asSaid,
    'weakens-scope': asSaid,
    'weakens-edge': asSaid,
    'overlaps-planned-test': asSaid,
    'plan-invoked': asSaid,
    'plan-missing': asSaid,
    'plan-stale': asSaid,
    'plan-review-overdue': asSaid,
    'test-overdue': asSaid,
    'test-failed': asSaid,
    'owner-unresolved': asSaid,
  },
} as const;
