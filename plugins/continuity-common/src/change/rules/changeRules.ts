import type { ChangeRuleId } from '../../terms/changeTerms';
import type { ChangeRule } from './ChangeRule';
import { introducesTargetConflict } from './introducesTargetConflict';
import { newEntityWithoutContinuity } from './newEntityWithoutContinuity';
import { overlapsPlannedTest } from './overlapsPlannedTest';
import { planInvoked } from './planInvoked';
import { planReviewNeeded } from './planReviewNeeded';
import { removesRecoveryDependency } from './removesRecoveryDependency';
import { retestNeeded } from './retestNeeded';
import { standingRules } from './standingRules';
import { weakensRequirement } from './weakensRequirement';

/** Every rule of DOMAIN.md §7: those about what a change causes first. */
export const changeRules: ChangeRule[] = [
  planReviewNeeded,
  retestNeeded,
  newEntityWithoutContinuity,
  removesRecoveryDependency,
  introducesTargetConflict,
  weakensRequirement,
  overlapsPlannedTest,
  planInvoked,
  ...standingRules,
];

const byId = new Map(changeRules.map(rule => [rule.id, rule]));

/** The rule with this id. */
export function changeRule(id: ChangeRuleId): ChangeRule {
  return byId.get(id)!;
}
