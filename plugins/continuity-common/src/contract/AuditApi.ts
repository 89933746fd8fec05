import type {
  EvidencePack,
  EvidencePackList,
  EvidencePackRequest,
} from '../coverage/evidencePack';
import type {
  DryRunChangeList,
  DryRunChangesQuery,
  PolicyDryRun,
} from '../coverage/policyDryRun';
import type { Insights, KpiQuery } from '../coverage/insights';
import type { RetentionList } from '../record/retention';
import type {
  RecordIntegrity,
  RecordVerification,
  RecordVerifyQuery,
} from '../record/recordSeal';

/**
 * The calls for those who answer for continuity as a whole, as `ContinuityApi.audit`. All of them need the permission `continuity.audit.read`.
 *
 * @public
 */
export interface AuditApi {
  /** How far the history is sealed. */
  getIntegrity(): Promise<RecordIntegrity>;

  /** Whether the chain over the history holds; an answer with `nextAfter` checked a part. */
  verifyRecords(query?: RecordVerifyQuery): Promise<RecordVerification>;

  /** What the next daily run deletes. */
  getRetention(): Promise<RetentionList>;

  /** Figures of a period; the last 90 days if left out. */
  getKpis(query?: KpiQuery): Promise<Insights>;

  /** Records that critical success factors and targets were reviewed. */
  reviewInsights(note: string): Promise<Insights>;

  /** Asks for an evidence pack; it is made in the background. */
  createPack(request: EvidencePackRequest): Promise<EvidencePack>;

  /** One’s own packs, newest first. */
  listPacks(): Promise<EvidencePackList>;

  getPack(packId: string): Promise<EvidencePack>;

  /** The pack as a ZIP. */
  getPackFile(packId: string): Promise<Blob>;

  /** Asks who would change status under another policy, the text of a section `continuity:`; it is worked out in the background. */
  startDryRun(text: string): Promise<PolicyDryRun>;

  /** One’s own dry run; null where there is none. */
  latestDryRun(): Promise<PolicyDryRun | null>;

  getDryRun(runId: string): Promise<PolicyDryRun>;

  /** The entities for which a dry run found a change, worst first. */
  listDryRunChanges(
    runId: string,
    query?: DryRunChangesQuery,
  ): Promise<DryRunChangeList>;
}
