import type { GapRule } from '../assessmentContext';

/** A tier that requires a plan has none: no plan is known to this version. */
export const planGaps: GapRule = ({ requirements, tier }) => {
  const requirement = requirements.get('plan');
  if (!requirement) return [];
  const params = { tier: tier!.id };
  const { dueBy } = requirement;
  return [{ code: 'plan-missing', requirement: 'plan', params, dueBy }];
};
