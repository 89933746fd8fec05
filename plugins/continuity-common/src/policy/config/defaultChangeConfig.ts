import { materialAspects } from '../../terms/changeTerms';

/** The section `continuity.changes` as it is shipped: it warns, and blocks nothing. @public */
export const defaultChangeConfig = {
  material: [...materialAspects],
  enforcement: {
    'plan-review-needed': 'warn',
    'retest-needed': 'warn',
    'new-entity-without-continuity': 'warn',
    'removes-recovery-dependency': 'warn',
    'introduces-target-conflict': 'warn',
    'weakens-requirement': 'warn',
    'overlaps-planned-test': 'warn',
    'plan-invoked': 'warn',
  },
  alreadyThere: {
    'plan-missing': 'off',
    'plan-stale': 'off',
    'plan-review-overdue': 'off',
    'test-overdue': 'off',
    'test-failed': 'off',
    'owner-unresolved': 'off',
  },
  emergencyReview: 'P5D',
  requestDue: 'P30D',
  standardModels: [] as Array<{
    id: string;
    title: string;
    description?: string;
  }>,
  rootEntityTakesRest: false,
} as const;
