import type {
  ExemptionAskRequest,
  ExemptionDetail,
  ExemptionList,
  ExemptionQuery,
} from '../exemption/exemptionRequests';
import type { ExemptionApi } from './ExemptionApi';
import type { HttpCaller } from './HttpCaller';

/** The calls about exemptions over HTTP. */
export class ExemptionClient implements ExemptionApi {
  readonly #call: HttpCaller['json'];

  constructor(call: HttpCaller['json']) {
    this.#call = call;
  }

  async list(query: ExemptionQuery = {}): Promise<ExemptionList> {
    return this.#call('/exemptions', { query });
  }

  async get(id: string): Promise<ExemptionDetail> {
    return this.#call(`/exemptions/${encodeURIComponent(id)}`);
  }

  async ask(request: ExemptionAskRequest): Promise<ExemptionDetail> {
    return this.#call('/exemptions', { method: 'POST', body: request });
  }

  async approve(id: string, note?: string): Promise<ExemptionDetail> {
    return this.#post(id, 'approve', note ? { note } : {});
  }

  async refuse(id: string, reason: string): Promise<ExemptionDetail> {
    return this.#post(id, 'refuse', { reason });
  }

  async withdraw(id: string, reason?: string): Promise<ExemptionDetail> {
    return this.#post(id, 'withdraw', reason ? { reason } : {});
  }

  async end(id: string, reason: string): Promise<ExemptionDetail> {
    return this.#post(id, 'end', { reason });
  }

  async #post(
    id: string,
    step: string,
    body: object,
  ): Promise<ExemptionDetail> {
    return this.#call(`/exemptions/${encodeURIComponent(id)}/${step}`, {
      method: 'POST',
      body,
    });
  }
}
