import type { z } from 'zod';
import type { ContinuityPolicy } from '../policy/policy';
import type { AgreementInput } from '../profile/agreement';
import type {
  CoverageList,
  CoverageQuery,
  CoverageSummary,
  coverageGroupKeys,
} from '../coverage/coverage';
import type { EntityContinuity } from './entityContinuity';
import type { AnalysisApi } from './AnalysisApi';
import type { CoverageApi } from './CoverageApi';
import type { AuditApi } from './AuditApi';
import type { ExemptionApi } from './ExemptionApi';
import type { ImportApi } from './ImportApi';
import type { PlanApi } from './PlanApi';
import type { TestApi } from './TestApi';
import type { ChangeApi } from './ChangeApi';
import type {
  ClassifyDependenciesRequest,
  ClassifyDependenciesResponse,
} from './dependencyClassification';
import type {
  ConcentrationList,
  DependencyEdgeList,
  DependencyEdgesQuery,
  DependencyListQuery,
  TargetConflictList,
  TargetConflictsQuery,
  UnresolvedList,
} from './dependencyOverview';
import type {
  EntityDependencies,
  EntityDependenciesQuery,
} from './entityDependencies';
import type { RunSheet, WhatIfAnswer } from './lossAnswers';
import type { RunSheetRequest, WhatIfRequest } from './lossRequests';
import type {
  BulkProfileRequest,
  BulkProfileResponse,
  CarryOver,
  History,
  ProfileUpdateRequest,
  SweepStatus,
  carryOverDecisionSchema,
  carryOverListSchema,
  policyResponseSchema,
} from './requests';

/** Answer of `GET /policy`, with the policy typed. @public */
export type PolicyResponse = Omit<
  z.infer<typeof policyResponseSchema>,
  'policy'
> & { policy: ContinuityPolicy };

/** @public */
export type CarryOverList = z.infer<typeof carryOverListSchema>;

/** @public */
export type CarryOverDecision = z.infer<typeof carryOverDecisionSchema>;

/** Filters of the coverage summary: those of the list, without sort and pages. @public */
export type CoverageSummaryQuery = Omit<
  CoverageQuery,
  'sort' | 'limit' | 'cursor'
> & { groupBy?: (typeof coverageGroupKeys)[number] };

/**
 * The calls of `/api/continuity`. Entity refs are full refs, `component:default/checkout`.
 *
 * Each call rejects with the `ResponseError` of `@backstage/errors` when the server refuses; its `body` is the server's answer. See
 * {@link readProfileConflict} for a stale edit (409) and {@link readFieldIssues} for wrong fields (400).
 *
 * @public
 */
export interface ContinuityApi {
  /** The calls about plans. */
  readonly plans: PlanApi;

  /** The calls about business impact analyses and risk assessments. */
  readonly analyses: AnalysisApi;

  /** The calls about tests and findings. */
  readonly tests: TestApi;

  /** The calls about exemptions. */
  readonly exemptions: ExemptionApi;

  /** Trend, programme, export, saved views and questions to owners. */
  readonly coverage: CoverageApi;

  /** What companies already have, from CSV. */
  readonly imports: ImportApi;

  /** The calls about changes and what they ask of plans. */
  readonly changes: ChangeApi;

  /** The calls for those who answer for continuity as a whole. */
  readonly audit: AuditApi;

  getPolicy(): Promise<PolicyResponse>;

  /** All that the tab shows. */
  getEntity(entityRef: string): Promise<EntityContinuity>;

  /** Sets or clears (`null`) portal values. `revision` is the one that the edit started from. */
  updateProfile(
    entityRef: string,
    update: ProfileUpdateRequest,
    options: { revision: number },
  ): Promise<EntityContinuity>;

  /** What was decided about an entity, newest first. */
  getHistory(
    entityRef: string,
    page?: { limit?: number; cursor?: string },
  ): Promise<History>;

  recordAgreement(
    entityRef: string,
    agreement: AgreementInput,
  ): Promise<EntityContinuity>;

  /** As the second person, lets a looser agreement come into force. */
  confirmAgreement(
    entityRef: string,
    agreementId: string,
    decision?: { reason?: string },
  ): Promise<EntityContinuity>;

  /** As the second person, declines a looser agreement: the earlier one goes on. */
  rejectAgreement(
    entityRef: string,
    agreementId: string,
    decision?: { reason?: string },
  ): Promise<EntityContinuity>;

  listCoverage(query?: CoverageQuery): Promise<CoverageList>;

  getCoverageSummary(query?: CoverageSummaryQuery): Promise<CoverageSummary>;

  /** The same values for many entities; each is answered for itself. */
  updateProfiles(request: BulkProfileRequest): Promise<BulkProfileResponse>;

  getSweep(): Promise<SweepStatus>;

  /** Asks for a sweep now; it runs in the background. */
  runSweep(): Promise<void>;

  /** Lets a held sweep archive what is gone. */
  releaseSweep(): Promise<void>;

  listCarryOvers(): Promise<CarryOverList>;

  decideCarryOver(id: string, decision: CarryOverDecision): Promise<CarryOver>;

  /** What an entity needs and who needs it, with paths, conflicts and its expected recovery. */
  getDependencies(
    entityRef: string,
    query?: EntityDependenciesQuery,
  ): Promise<EntityDependencies>;

  /** What happens if some entities are lost. */
  whatIf(request: WhatIfRequest): Promise<WhatIfAnswer>;

  /** An ordered recovery sheet. */
  makeRunSheet(request: RunSheetRequest): Promise<RunSheet>;

  /** The same as text, to be saved to a file. */
  exportRunSheet(
    request: RunSheetRequest,
    options: { format: 'csv' | 'markdown'; bom?: boolean },
  ): Promise<string>;

  listConcentration(query?: DependencyListQuery): Promise<ConcentrationList>;

  listTargetConflicts(
    query?: TargetConflictsQuery,
  ): Promise<TargetConflictList>;

  listUnresolvedDependencies(
    query?: DependencyListQuery,
  ): Promise<UnresolvedList>;

  /** Dependencies that nobody has classified, or those of another class. */
  listDependencyEdges(
    query?: DependencyEdgesQuery,
  ): Promise<DependencyEdgeList>;

  /** Says which dependencies are hard or soft; each is answered for itself. */
  classifyDependencies(
    request: ClassifyDependenciesRequest,
  ): Promise<ClassifyDependenciesResponse>;
}
