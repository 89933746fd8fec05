import type { ApiFacts } from '../catalog/apiFacts';
import type { EntityFacts, PeopleFacts } from '../catalog/entityFacts';
import type { DependencyGraph } from '../dependency/graph/DependencyGraph';
import type { RecoveryColumns } from '../dependency/recovery/RecoveryColumns';
import type { AnalysisFacts } from '../plan/analysis/effectiveAnalysis';
import type { PlanFacts } from '../plan/planFacts';
import type { Agreement } from '../profile/agreement';
import type { PortalProfile } from '../profile/profileValues';
import type { GapCode, Severity } from '../terms/gapCode';
import type { ChangeType, TouchAction } from '../terms/changeTerms';
import type { Impact } from './Impact';

/** The system of an entity; `SystemFacts` of an assessment fits as it is. @public */
export interface SystemUnderChange {
  entity: EntityFacts;
  portal?: PortalProfile;
  agreements?: Agreement[];
  analyses?: AnalysisFacts;
}

/**
 * What the rules ask of one entity; `AssessmentFacts` fits as it is. `plans` are those in force whose scope holds it (readPlanFacts).
 *
 * @public
 */
export interface EntityUnderChange {
  entity: EntityFacts;
  portal?: PortalProfile;
  system?: SystemUnderChange;
  agreements?: Agreement[];
  analyses?: AnalysisFacts;
  plans?: PlanFacts;
  softInPortal?: string[];
  apis?: Record<string, ApiFacts>;
}

/** @public */
export interface TouchedFacts {
  entityRef: string;
  action: TouchAction;
  /**
   * `known`: by a proposed document, or because it is added or removed (without a document: that, and no more). `unknown`: a plain `modify` or a
   * touched file, also beside a document, which tells only what it says itself. `none`: a proposed document says what the catalog has already, and nothing else touches it.
   */
  content: 'known' | 'unknown' | 'none';
  /** As it is now; null: the catalog doesn't have it. */
  before: EntityUnderChange | null;
  /** With the proposal (`withProposal`); null: removed. Without a proposal the same object as `before`. */
  after: EntityUnderChange | null;
}

/** The graph with the targets of its entities. @public */
export interface GraphUnderChange {
  graph: DependencyGraph;
  columns: RecoveryColumns;
}

/**
 * A gap of an impacted entity, out of its stored assessment, of one of the codes in `standingGapCodes`; exempted ones may be left out.
 *
 * @public
 */
export interface StandingGap {
  entityRef: string;
  code: GapCode;
  requirement: string;
  /** Left out: that of the rule. */
  severity?: Severity;
  late: boolean;
  /** Of the gap: `planId` and `plan` are read. */
  params?: Record<string, string | number>;
}

/** A plan that holds something impacted in its scope, in whatever state. @public */
export interface PlanUnderChange {
  planId: string;
  title: string;
  /** Null: none in force. */
  version: number | null;
  owner: string | null;
  /** Of impacted, touched and `around`: what the version in force has in its scope, systems with their parts spread out. */
  entityRefs: string[];
  /** What the recovery steps of the version in force name, as written (a system stands for itself). */
  stepEntityRefs: string[];
  /** An open plan change request, of whichever change. */
  openRequestId: string | null;
}

/** A test that is planned or in progress and has something impacted among its entities. @public */
export interface TestUnderChange {
  testId: string;
  title: string;
  state: 'planned' | 'in-progress';
  /** Origin `invocation`: a plan was invoked in earnest. */
  isInvocation: boolean;
  startsAt: string;
  endsAt: string;
  /** All of its entities. */
  entityRefs: string[];
  /** The plans whose versions are under test. */
  planIds: string[];
  /** Its facilitator first. */
  people: string[];
}

/**
 * Everything that the rules know of a change. The backend loads it in bulk: who is touched, then the graph before and after
 * (`draftProposal`, `dependencyChangesOf`), then `findImpacted`, then the rest for what is impacted.
 *
 * @public
 */
export interface ChangeFacts {
  change: {
    /** The id of the tool, for texts. */
    id?: string;
    title?: string;
    /** Default: normal. */
    type?: ChangeType;
    model?: string;
    major?: boolean;
    plannedStart?: string;
    plannedEnd?: string;
  };
  touched: TouchedFacts[];
  /**
   * Not touched, but not the same with the proposal: the other ends of its relations (`proposal.concerned`), the parts of proposed systems, which may
   * take over their values, and whoever uses an API that others would provide (`proposal.apis`) and has a plan. Those of which nothing changed do no harm.
   */
  around: Array<{ before: EntityUnderChange; after: EntityUnderChange }>;
  /** `after` is the same object as `before` where nothing was proposed, added or removed. */
  graphs: { before: GraphUnderChange; after: GraphUnderChange };
  impact: Impact;
  standing: StandingGap[];
  plans: PlanUnderChange[];
  tests: TestUnderChange[];
  people: PeopleFacts;
  /** The effective tier (after the change) of anything impacted or compared with it; null: none. */
  tierOf(entityRef: string): string | null;
  /** Whom to ask about an entity: its recovery owner, then its owner. */
  askAbout(entityRef: string): string[];
}
