import type { ChangeAssessRequest } from './changeAssessRequest';
import type { ChangeAssessment } from './changeAssessment';
import type { ChangeIntegrationsAnswer } from './changeIntegrationsAnswer';
import type {
  ChangeDetail,
  ChangeList,
  ChangeQuery,
  PlanChangeRequestList,
  PlanChangeRequestQuery,
  changeApproveRequestSchema,
  changeImplementRequestSchema,
  changeReviewRequestSchema,
  changeUpdateRequestSchema,
} from './changeRecord';
import type { PlanChangeRequest } from '../plan/planChangeRequest';
import type { z } from 'zod';

/** @public */
export type ChangeUpdateRequest = z.input<typeof changeUpdateRequestSchema>;

/** @public */
export type ChangeApproveRequest = z.input<typeof changeApproveRequestSchema>;

/** @public */
export type ChangeImplementRequest = z.input<
  typeof changeImplementRequestSchema
>;

/** @public */
export type ChangeReviewRequest = z.input<typeof changeReviewRequestSchema>;

/**
 * The calls about what changes ask of plans, as `ContinuityApi.changes.requests`.
 *
 * @public
 */
export interface PlanChangeRequestApi {
  /** Without a state: open ones. */
  list(query?: PlanChangeRequestQuery): Promise<PlanChangeRequestList>;

  /** Says that the plan needs no new version after all, and why. */
  decline(requestId: string, reason: string): Promise<PlanChangeRequest>;
}

/**
 * The calls about changes, as `ContinuityApi.changes`. Each rejects as the others do; the body of a stale edit (409) has the newer change as
 * `current`.
 *
 * @public
 */
export interface ChangeApi {
  readonly requests: PlanChangeRequestApi;

  /** Checks a change for its impact on the plans; keeps it where `record` is true. */
  assess(request: ChangeAssessRequest): Promise<ChangeAssessment>;

  list(query?: ChangeQuery): Promise<ChangeList>;

  get(changeId: string): Promise<ChangeDetail>;

  /** `revision` is the one that the edit started from. */
  update(
    changeId: string,
    request: ChangeUpdateRequest,
    options: { revision: number },
  ): Promise<ChangeDetail>;

  /** Assesses it with what was asked before, by the catalog as it is now. */
  assessAgain(changeId: string): Promise<ChangeDetail>;

  /** As another person than who asked for it; plans that need review get a plan change request. */
  approve(
    changeId: string,
    request?: ChangeApproveRequest,
  ): Promise<ChangeDetail>;

  /** Says that it was done; now its plans are stale. */
  implement(
    changeId: string,
    request?: ChangeImplementRequest,
  ): Promise<ChangeDetail>;

  /** Takes back what was not implemented; it leaves no trace on plans. */
  withdraw(changeId: string, reason: string): Promise<ChangeDetail>;

  /** The review after the fact of an emergency change. */
  review(changeId: string, request: ChangeReviewRequest): Promise<ChangeDetail>;

  /** How machines and ITSM tools ask about changes. */
  getIntegrations(): Promise<ChangeIntegrationsAnswer>;
}
