import type { ContinuityPolicy } from '../../policy/policy';
import type { ChangePolicy } from '../../policy/changePolicy';
import type { ChangeRuleId } from '../../terms/changeTerms';
import type { EffectiveProfile } from '../../profile/effectiveProfile';
import type { ResolvedProfile } from '../../profile/resolveProfile';
import type {
  ChangeFacts,
  EntityUnderChange,
  PlanUnderChange,
  TouchedFacts,
} from '../changeFacts';
import type { ChangeFinding } from '../changeFinding';
import type { MaterialChange } from '../materialChange';

type Params = ChangeFinding['params'];

/** What a rule finds, before severity, words and enforcement are put to it. */
export interface RuleFinding {
  entityRef: string;
  planId?: string;
  testId?: string;
  /** Without it, the way from the entity to what was touched. */
  path?: string[];
  /** Where this case has another severity than the rule. */
  severity?: ChangeFinding['severity'];
  ask: string[];
  params: Params;
}

/** What the rules may ask besides the facts; worked out once. */
export interface RuleContext {
  facts: ChangeFacts;
  policy: ContinuityPolicy;
  changes: ChangePolicy;
  now: string;
  /** What is known to be material of what was touched. */
  materialOf(touched: TouchedFacts): MaterialChange[];
  /** Touched and around, each with what it is before and after. */
  changed: Array<{
    entityRef: string;
    before: EntityUnderChange;
    after: EntityUnderChange;
  }>;
  resolvedOf(facts: EntityUnderChange): ResolvedProfile;
  profileOf(facts: EntityUnderChange): EffectiveProfile;
  plan(planId: string): PlanUnderChange | undefined;
  /** Whom to ask about a plan: its owner, else who answers for the entity. */
  askAboutPlan(planId: string, entityRef: string): string[];
}

/** One rule of DOMAIN.md §7. */
export interface ChangeRule {
  id: ChangeRuleId;
  /** A line: what the rule says. */
  title: string;
  severity: ChangeFinding['severity'];
  find(context: RuleContext): RuleFinding[];
  /** A sentence: why it matters here. */
  why(params: Params): string;
  /** A sentence: what to do. */
  what(params: Params): string;
}
