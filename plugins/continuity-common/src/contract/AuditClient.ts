import type { Insights, KpiQuery } from '../coverage/insights';
import type {
  RecordIntegrity,
  RecordVerification,
  RecordVerifyQuery,
} from '../record/recordSeal';
import type { AuditApi } from './AuditApi';
import type { TestCaller } from './TestClient';

/** The calls of {@link AuditApi} over HTTP. */
export class AuditClient implements AuditApi {
  readonly #caller: TestCaller;

  constructor(caller: TestCaller) {
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

  async getKpis(query: KpiQuery = {}): Promise<Insights> {
    return this.#caller.json('/kpis', { query });
  }

  async reviewInsights(note: string): Promise<Insights> {
    return this.#caller.json('/insights/review', {
      method: 'POST',
      body: { note },
    });
  }
}
