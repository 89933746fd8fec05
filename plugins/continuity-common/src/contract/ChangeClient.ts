import type {
  ChangeApi,
  ChangeApproveRequest,
  ChangeImplementRequest,
  ChangeReviewRequest,
  ChangeUpdateRequest,
  PlanChangeRequestApi,
} from './ChangeApi';
import type { ChangeAssessRequest } from './changeAssessRequest';
import type { ChangeAssessment } from './changeAssessment';
import type { ChangeIntegrationsAnswer } from './changeIntegrationsAnswer';
import type {
  ChangeDetail,
  ChangeList,
  ChangeQuery,
  PlanChangeRequestList,
  PlanChangeRequestQuery,
} from './changeRecord';
import type { PlanChangeRequest } from '../plan/planChangeRequest';
import type { HttpCaller } from './HttpCaller';

class PlanChangeRequestClient implements PlanChangeRequestApi {
  readonly #call: HttpCaller['json'];

  constructor(call: HttpCaller['json']) {
    this.#call = call;
  }

  async list(
    query: PlanChangeRequestQuery = {},
  ): Promise<PlanChangeRequestList> {
    return this.#call('/plan-change-requests', { query });
  }

  async decline(requestId: string, reason: string): Promise<PlanChangeRequest> {
    const id = encodeURIComponent(requestId);
    return this.#call(`/plan-change-requests/${id}/decline`, {
      method: 'POST',
      body: { reason },
    });
  }
}

function changePath(changeId: string, rest: string = ''): string {
  return `/changes/${encodeURIComponent(changeId)}${rest}`;
}

/** The calls about changes over HTTP. */
export class ChangeClient implements ChangeApi {
  readonly #call: HttpCaller['json'];
  readonly requests: PlanChangeRequestApi;

  constructor(call: HttpCaller['json']) {
    this.#call = call;
    this.requests = new PlanChangeRequestClient(call);
  }

  async assess(request: ChangeAssessRequest): Promise<ChangeAssessment> {
    return this.#call('/changes/assess', { method: 'POST', body: request });
  }

  async list(query: ChangeQuery = {}): Promise<ChangeList> {
    return this.#call('/changes', { query });
  }

  async get(changeId: string): Promise<ChangeDetail> {
    return this.#call(changePath(changeId));
  }

  async update(
    changeId: string,
    request: ChangeUpdateRequest,
    options: { revision: number },
  ): Promise<ChangeDetail> {
    return this.#call(changePath(changeId), {
      method: 'PATCH',
      body: request,
      headers: { 'If-Match': String(options.revision) },
    });
  }

  async assessAgain(changeId: string): Promise<ChangeDetail> {
    return this.#post(changeId, '/assess', {});
  }

  async approve(
    changeId: string,
    request: ChangeApproveRequest = {},
  ): Promise<ChangeDetail> {
    return this.#post(changeId, '/approve', request);
  }

  async implement(
    changeId: string,
    request: ChangeImplementRequest = {},
  ): Promise<ChangeDetail> {
    return this.#post(changeId, '/implement', request);
  }

  async withdraw(changeId: string, reason: string): Promise<ChangeDetail> {
    return this.#post(changeId, '/withdraw', { reason });
  }

  async review(
    changeId: string,
    request: ChangeReviewRequest,
  ): Promise<ChangeDetail> {
    return this.#post(changeId, '/review', request);
  }

  async getIntegrations(): Promise<ChangeIntegrationsAnswer> {
    return this.#call('/change-integrations');
  }

  async #post<T>(changeId: string, path: string, body: unknown): Promise<T> {
    return this.#call(changePath(changeId, path), { method: 'POST', body });
  }
}
