import type { ContinuityPolicy, Tier } from '../policy/policy';
import type { EffectiveAgreement } from '../profile/effectiveAgreement';
import type { PartyState } from '../profile/effectiveProfile';
import type { ResolvedProfile } from '../profile/resolveProfile';
import type { Bia } from '../plan/analysis/bia';
import type { EffectiveAnalysis } from '../plan/analysis/effectiveAnalysis';
import type { PlanStanding } from '../plan/planStanding';
import type { RiskAssessment } from '../plan/analysis/riskAssessment';
import type { AppliedRequirement, RequirementKey } from './requirements';
import type { AssessmentFacts, Slack } from './assessment';
import type { EntityTestPhases } from './entityTestPhases';
import type { GapFinding } from './gapFinding';

/** What the rules of all rooms may ask about an entity in scope. It holds no clock: see {@link GapFinding}. */
export interface AssessmentContext {
  facts: AssessmentFacts;
  policy: ContinuityPolicy;
  resolved: ResolvedProfile;
  /** The effective tier; null where there is none. */
  tier: Tier | null;
  requirements: Map<RequirementKey, AppliedRequirement>;
  agreement: EffectiveAgreement;
  bia: EffectiveAnalysis<Bia>;
  risk: EffectiveAnalysis<RiskAssessment>;
  slack: Slack | null;
  /** The plans in force that scope the entity, those that decide first. */
  plans: PlanStanding[];
  tests: EntityTestPhases;
  parties: Record<string, PartyState>;
}

/** A rule of one room: which gaps an entity has. */
export type GapRule = (context: AssessmentContext) => GapFinding[];
