import type { KpiId } from 'backstage-plugin-continuity-common';

/** Where the portal lists what a figure counts, below its pages. */
export function kpiDrillDown(
  id: KpiId,
  period: { from: string; to: string },
): string {
  switch (id) {
    case 'coverage':
      return '/coverage?status=exposed&status=at-risk&status=unassessed';
    case 'tests-held':
      return '/tests?view=due&late=true';
    case 'test-objectives-met':
      return '/tests?view=list&when=past&outcome=failed';
    case 'rta-to-rto':
      return `/tests?view=list&when=past&date=${period.to}`;
    case 'plan-reviews-overdue':
      return '/coverage?gap=plan-review-overdue';
    case 'plans-stale':
      return '/coverage?gap=plan-stale';
    case 'findings-open':
      return '/tests/findings?state=open&state=in-progress&state=resolved';
    case 'findings-overdue':
      return '/tests/findings?overdue=true';
    case 'findings-days-to-close':
      return '/tests/findings?state=verified&state=accepted&sort=-updated';
    case 'changes-assessed':
    case 'change-requests-on-time':
      return '/changes';
    case 'exemptions-in-force':
      return '/exemptions?state=approved';
    default:
      return '/coverage';
  }
}
