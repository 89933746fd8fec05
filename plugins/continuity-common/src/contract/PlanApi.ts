import type { PlanDetail } from '../plan/planDetail';
import type {
  PlanApproveRequest,
  PlanBulkConfirmRequest,
  PlanBulkConfirmResponse,
  PlanCloneRequest,
  PlanComparison,
  PlanConfirmRequest,
  PlanCreateRequest,
  PlanDraftRequest,
  PlanList,
  PlanPresence,
  PlanPrimaryRequest,
  PlanPrivateContacts,
  PlanQuery,
  PlanSubmitRequest,
  PlanSuggestion,
  PlanTemplate,
  PlanVersionAnswer,
} from '../plan/planRequests';
import type { History } from './requests';
import type { LanguageQuery } from '../terms/textLanguage';

/**
 * The calls about plans, as `ContinuityApi.plans`. Each rejects as the others do; see {@link readPlanConflict} for a stale save (409).
 *
 * @public
 */
export interface PlanApi {
  list(query?: PlanQuery): Promise<PlanList>;

  get(planId: string): Promise<PlanDetail>;

  create(request: PlanCreateRequest): Promise<PlanDetail>;

  /** What each kind of plan is for, with prompts. */
  /** In the language, if they are at hand in it. */
  templates(query?: LanguageQuery): Promise<{ items: PlanTemplate[] }>;

  /** A scope to begin a plan for an entity with, and what it needs. */
  suggest(entityRef: string): Promise<PlanSuggestion>;

  /** Saves the draft; `revision` is the plan's, from which the edit started. */
  saveDraft(
    planId: string,
    draft: PlanDraftRequest,
    options: { revision: number },
  ): Promise<PlanDetail>;

  /** Throws the draft away; the plan must have an earlier version. */
  discardDraft(planId: string, reason: string): Promise<PlanDetail>;

  submit(planId: string, request?: PlanSubmitRequest): Promise<PlanDetail>;

  /** Returns the version in review to its writers. */
  returnToDraft(planId: string, reason: string): Promise<PlanDetail>;

  approve(planId: string, request: PlanApproveRequest): Promise<PlanDetail>;

  archive(planId: string, reason: string): Promise<PlanDetail>;

  /** "Still valid because …", reason by reason, or the whole plan as reviewed. */
  confirm(planId: string, request: PlanConfirmRequest): Promise<PlanDetail>;

  bulkConfirm(
    request: PlanBulkConfirmRequest,
  ): Promise<PlanBulkConfirmResponse>;

  /** Lets this plan decide where several of its kind cover an entity. */
  setPrimary(planId: string, request: PlanPrimaryRequest): Promise<PlanDetail>;

  clone(planId: string, request: PlanCloneRequest): Promise<PlanDetail>;

  compare(
    planId: string,
    versions: { from: number; to: number },
  ): Promise<PlanComparison>;

  /** "I have read this", for the version in force. */
  acknowledge(planId: string, version: number): Promise<PlanDetail>;

  /** The heartbeat of an open editor, every 20 seconds; `editing: false` when it closes. */
  touchDraft(planId: string, editing: boolean): Promise<PlanPresence>;

  getContacts(planId: string): Promise<PlanPrivateContacts>;

  /** Who is left out is erased. */
  saveContacts(
    planId: string,
    contacts: PlanPrivateContacts,
  ): Promise<PlanPrivateContacts>;

  getHistory(
    planId: string,
    page?: { limit?: number; cursor?: string },
  ): Promise<History>;

  getVersion(planId: string, version: number): Promise<PlanVersionAnswer>;

  /** The version as Markdown. */
  exportVersion(planId: string, version: number): Promise<string>;

  /** All plans in force as a ZIP of pages. */
  getEmergencyCopy(): Promise<Blob>;
}
