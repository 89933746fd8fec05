import type { ChangePolicy } from '../policy/changePolicy';
import {
  causedRuleIds,
  type CausedRuleId,
  type ChangeRuleId,
  type ChangeType,
  type Enforcement,
  type StandingRuleId,
} from '../terms/changeTerms';
import type { ChangeFinding } from './changeFinding';

/** Whether a rule finds what the change causes. */
export function isCaused(rule: ChangeRuleId): rule is CausedRuleId {
  return (causedRuleIds as readonly string[]).includes(rule);
}

/**
 * What is made of a finding (DOMAIN.md §7): informations move nothing; what was there before may warn; what the change causes is judged by rule and
 * tier. A standard change passes with its findings kept, and an emergency is warned at most.
 */
export function judgeEnforcement(
  finding: {
    rule: ChangeRuleId;
    severity: ChangeFinding['severity'];
    /** Null: the rule's default. */
    tier: string | null;
  },
  options: { changes: ChangePolicy; treatedAs: ChangeType },
): Enforcement {
  const { rule, severity, tier } = finding;
  const { changes, treatedAs } = options;
  if (severity === 'information' || treatedAs === 'standard') return 'off';
  if (!isCaused(rule)) return changes.alreadyThere[rule as StandingRuleId];
  const { default: usual, tiers } = changes.enforcement[rule];
  const judged =
    tier !== null && Object.hasOwn(tiers, tier) ? tiers[tier] : usual;
  return judged === 'block' && treatedAs === 'emergency' ? 'warn' : judged;
}
