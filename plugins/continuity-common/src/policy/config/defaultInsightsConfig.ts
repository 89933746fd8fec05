import type { InsightsPolicy } from '../insightsPolicy';

/** The section `continuity.insights` as it is shipped. @public */
export const defaultInsightsConfig: InsightsPolicy = {
  factors: [
    {
      id: 'recoverable',
      title: 'Services can be recovered in time',
      kpis: ['coverage', 'test-objectives-met', 'rta-to-rto'],
    },
    {
      id: 'proven',
      title: 'Recovery is proven regularly',
      kpis: ['tests-held'],
    },
    {
      id: 'current',
      title: 'Plans keep up with change',
      kpis: [
        'plan-reviews-overdue',
        'plans-stale',
        'changes-assessed',
        'change-requests-on-time',
      ],
    },
    {
      id: 'improving',
      title: 'What tests show is put right',
      kpis: ['findings-open', 'findings-overdue', 'findings-days-to-close'],
    },
  ],
  targets: {
    coverage: 0.95,
    'tests-held': 0.95,
    'test-objectives-met': 0.9,
    'rta-to-rto': 0.8,
    'plan-reviews-overdue': 0,
    'plans-stale': 0,
    'findings-overdue': 0,
    'findings-days-to-close': 45,
    'changes-assessed': 1,
    'change-requests-on-time': 0.95,
  },
  reviewEvery: 'P1Y',
};
