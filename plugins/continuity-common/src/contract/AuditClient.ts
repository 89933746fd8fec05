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
import type { AuditApi } from './AuditApi';
import type { HttpCaller } from './HttpCaller';

/** The calls of {@link AuditApi} over HTTP. */
export class AuditClient implements AuditApi {
  readonly #caller: HttpCaller;

  constructor(caller: HttpCaller) {
    this.#caller = caller;
  }

  async getIntegrity(): Promise<RecordIntegrity> {
    return this.#caller.json('/records/integrity');
  }

  async verifyRecords(
    query: RecordVerifyQuery = {},
  ): Promise<RecordVerification> {
    return this.#caller.json('/records/verify', { query });
  }

  async getRetention(): Promise<RetentionList> {
    return this.#caller.json('/records/retention');
  }

  async getKpis(query: KpiQuery = {}): Promise<Insights> {
    return this.#caller.json('/kpis', { query });
  }

  async reviewInsights(note: string): Promise<Insights> {
    return this.#caller.json('/insights/review', {
      method: 'POST',
      body: { note },
    });
  }

  async createPack(request: EvidencePackRequest): Promise<EvidencePack> {
    return this.#caller.json('/evidence-packs', {
      method: 'POST',
      body: request,
    });
  }

  async listPacks(): Promise<EvidencePackList> {
    return this.#caller.json('/evidence-packs');
  }

  async getPack(packId: string): Promise<EvidencePack> {
    return this.#caller.json(`/evidence-packs/${encodeURIComponent(packId)}`);
  }

  async getPackFile(packId: string): Promise<Blob> {
    const id = encodeURIComponent(packId);
    return (await this.#caller.raw(`/evidence-packs/${id}/file`)).blob();
  }

  async startDryRun(text: string): Promise<PolicyDryRun> {
    return this.#caller.json('/policy/dry-run', {
      method: 'POST',
      body: { text },
    });
  }

  async latestDryRun(): Promise<PolicyDryRun | null> {
    const { run } = await this.#caller.json<{ run: PolicyDryRun | null }>(
      '/policy/dry-run',
    );
    return run;
  }

  async getDryRun(runId: string): Promise<PolicyDryRun> {
    return this.#caller.json(`/policy/dry-run/${encodeURIComponent(runId)}`);
  }

  async listDryRunChanges(
    runId: string,
    query: DryRunChangesQuery = {},
  ): Promise<DryRunChangeList> {
    const id = encodeURIComponent(runId);
    return this.#caller.json(`/policy/dry-run/${id}/changes`, { query });
  }
}
