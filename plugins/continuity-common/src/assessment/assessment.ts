import type { ApiFacts } from '../catalog/apiFacts';
import type { EntityFacts, PeopleFacts } from '../catalog/entityFacts';
import type { OwedChangeReview } from '../change/owedChangeReview';
import type { DependencyStanding } from '../dependency/standing/dependencyStanding';
import type { ExemptionFacts } from '../exemption/exemptionFacts';
import type { Agreement } from '../profile/agreement';
import type { EffectiveAgreement } from '../profile/effectiveAgreement';
import type { EffectiveProfile, PartyState } from '../profile/effectiveProfile';
import type { PortalProfile } from '../profile/profileValues';
import type { AnalysisFacts } from '../plan/analysis/effectiveAnalysis';
import type { PlanFacts } from '../plan/planFacts';
import type { PlanStanding } from '../plan/planStanding';
import type { TestStanding } from '../testing/standing/requirementStanding';
import type { TestFacts } from '../testing/standing/testFacts';
import type { Gap } from './gap';
import type { ContinuityStatus } from './status';

/**
 * What an assessment remembers from the one before it: since when something is so.
 *
 * Keys of `appliesSince` are requirements (`plan`, `agreement`, `bia`, `risk`, `test:<depth>`): when the requirement began to apply to the
 * entity. Keys of `gapSince` are `<code>|<requirement>`.
 *
 * @public
 */
export interface AssessmentMemory {
  appliesSince: Record<string, string>;
  gapSince: Record<string, string>;
}

/**
 * The system of an entity, for inheritance and for what its parts take over.
 *
 * @public
 */
export interface SystemFacts {
  entity: EntityFacts;
  portal?: PortalProfile;
  /** All agreement records of the system, newest first. */
  agreements: Agreement[];
  /** The analyses of the system. */
  analyses?: AnalysisFacts;
}

/**
 * Everything {@link assess} needs to know of one entity. Later rooms add optional members (plans, bia, risk, tests,
 * dependencies, exemptions); what is left out is not known and never counts as met.
 *
 * @public
 */
export interface AssessmentFacts {
  entity: EntityFacts;
  /** When the entity was first seen in the catalog (ISO, UTC). */
  appearedAt: string;
  portal?: PortalProfile;
  /** The system that the entity is part of, when it exists in the catalog. */
  system?: SystemFacts;
  /** All agreement records of the entity itself, newest first. */
  agreements: Agreement[];
  /** The entity's own business impact analyses and risk assessments. */
  analyses?: AnalysisFacts;
  people: PeopleFacts;
  /** The plans that scope it; absent where none does. */
  plans?: PlanFacts;
  /** Its tests and findings; absent where there are none: then it was never tested. */
  tests?: TestFacts;
  /** Its approved exemptions, those that are over too; absent where there is none. */
  exemptions?: ExemptionFacts[];
  /** The dependencies of it that somebody declared soft in the portal. */
  softInPortal?: string[];
  /** What the catalog says of the APIs that it uses; absent where it uses none, or no plan scopes it. */
  apis?: Record<string, ApiFacts>;
  /** Reviews of emergency changes that touched it, and that are not done; absent where none is owed. */
  changeReviews?: OwedChangeReview[];
  /** What the dependency graph says of it; absent where nothing is to be said, or nothing is known yet. */
  dependencies?: DependencyStanding;
}

/**
 * The result of {@link assess}.
 *
 * @public
 */
export interface Assessment {
  status: ContinuityStatus;
  /** The status as if there were no exemptions. */
  underlyingStatus: ContinuityStatus;
  gaps: Gap[];
  profile: EffectiveProfile;
  /** State of the recovery owner and of each alternate, by ref. */
  parties: Record<string, PartyState>;
  /** The agreement that holds for the entity: its own, or its system's where it takes that over. */
  agreement: EffectiveAgreement;
  /** MTPD minus RTO and WRT. */
  slack: Slack | null;
  /** How the plans in force that scope the entity stand for it, those that decide first. */
  plans: PlanStanding[];
  /** How each test that its tier requires stands, with its last and its next test. */
  tests: TestStanding;
  /** The entity's own recovery time in seconds, as its latest measuring test found it (DOMAIN.md §6); absent where none tells. */
  measuredOwnSeconds?: number;
  memory: AssessmentMemory;
  /**
   * The first moment after `now` at which time alone changes this answer (a gap turns late, a requirement falls due, something becomes due
   * soon); null if never.
   */
  nextChangeAt: string | null;
}

/**
 * How much of the tolerable period is left after recovery, in seconds; negative = beyond it.
 *
 * @public
 */
export interface Slack {
  seconds: number;
  /** False: the WRT is unset, so this is the slack "before work recovery". */
  includesWorkRecovery: boolean;
}
