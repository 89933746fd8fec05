/**
 * The kinds of plan that say how a service or its support comes back (DOMAIN.md §4): these can satisfy "requires a plan", where the policy
 * names them.
 *
 * @public
 */
export const recoveryPlanKinds = [
  'service-recovery',
  'accommodation-and-services',
  'computer-systems-and-network',
  'telecommunications',
  'security',
  'personnel',
  'finance-and-administration',
] as const;

/**
 * The kinds of plan that coordinate a response. They recover nothing by themselves, so they never satisfy "requires a plan".
 *
 * @public
 */
export const coordinationPlanKinds = [
  'emergency-response',
  'damage-assessment',
  'salvage',
  'vital-records',
  'crisis-management-and-public-relations',
] as const;
