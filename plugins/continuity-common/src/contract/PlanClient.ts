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
import type { HttpCaller } from './HttpCaller';
import type { PlanApi } from './PlanApi';
import type { History } from './requests';
import type { LanguageQuery } from '../terms/textLanguage';

/** The calls about plans over HTTP. */
export class PlanClient implements PlanApi {
  readonly #caller: HttpCaller;

  constructor(caller: HttpCaller) {
    this.#caller = caller;
  }

  async list(query: PlanQuery = {}): Promise<PlanList> {
    return this.#caller.json('/plans', { query });
  }

  async get(planId: string): Promise<PlanDetail> {
    return this.#caller.json(planPath(planId));
  }

  async create(request: PlanCreateRequest): Promise<PlanDetail> {
    return this.#caller.json('/plans', { method: 'POST', body: request });
  }

  async templates(
    query: LanguageQuery = {},
  ): Promise<{ items: PlanTemplate[] }> {
    return this.#caller.json('/plans/templates', { query });
  }

  async suggest(entityRef: string): Promise<PlanSuggestion> {
    return this.#caller.json('/plans/suggestions', {
      query: { entity: entityRef },
    });
  }

  async saveDraft(
    planId: string,
    draft: PlanDraftRequest,
    options: { revision: number },
  ): Promise<PlanDetail> {
    return this.#caller.json(planPath(planId, '/draft'), {
      method: 'PUT',
      body: draft,
      headers: { 'If-Match': String(options.revision) },
    });
  }

  async discardDraft(planId: string, reason: string): Promise<PlanDetail> {
    return this.#post(planId, '/discard', { reason });
  }

  async submit(
    planId: string,
    request: PlanSubmitRequest = {},
  ): Promise<PlanDetail> {
    return this.#post(planId, '/submit', request);
  }

  async returnToDraft(planId: string, reason: string): Promise<PlanDetail> {
    return this.#post(planId, '/return', { reason });
  }

  async approve(
    planId: string,
    request: PlanApproveRequest,
  ): Promise<PlanDetail> {
    return this.#post(planId, '/approve', request);
  }

  async archive(planId: string, reason: string): Promise<PlanDetail> {
    return this.#post(planId, '/archive', { reason });
  }

  async confirm(
    planId: string,
    request: PlanConfirmRequest,
  ): Promise<PlanDetail> {
    return this.#post(planId, '/confirm', request);
  }

  async bulkConfirm(
    request: PlanBulkConfirmRequest,
  ): Promise<PlanBulkConfirmResponse> {
    return this.#caller.json('/plans/bulk-confirm', {
      method: 'POST',
      body: request,
    });
  }

  async setPrimary(
    planId: string,
    request: PlanPrimaryRequest,
  ): Promise<PlanDetail> {
    return this.#post(planId, '/primary', request);
  }

  async clone(planId: string, request: PlanCloneRequest): Promise<PlanDetail> {
    return this.#post(planId, '/clone', request);
  }

  async compare(
    planId: string,
    versions: { from: number; to: number },
  ): Promise<PlanComparison> {
    return this.#caller.json(planPath(planId, '/compare'), { query: versions });
  }

  async acknowledge(planId: string, version: number): Promise<PlanDetail> {
    return this.#post(planId, '/acknowledge', { version });
  }

  async touchDraft(planId: string, editing: boolean): Promise<PlanPresence> {
    return this.#post(planId, '/presence', { editing });
  }

  async getContacts(planId: string): Promise<PlanPrivateContacts> {
    return this.#caller.json(planPath(planId, '/contacts'));
  }

  async saveContacts(
    planId: string,
    contacts: PlanPrivateContacts,
  ): Promise<PlanPrivateContacts> {
    return this.#caller.json(planPath(planId, '/contacts'), {
      method: 'PUT',
      body: contacts,
    });
  }

  async getHistory(
    planId: string,
    page: { limit?: number; cursor?: string } = {},
  ): Promise<History> {
    return this.#caller.json(planPath(planId, '/history'), { query: page });
  }

  async getVersion(
    planId: string,
    version: number,
  ): Promise<PlanVersionAnswer> {
    return this.#caller.json(planPath(planId, `/versions/${version}`));
  }

  async exportVersion(planId: string, version: number): Promise<string> {
    const response = await this.#caller.raw(
      planPath(planId, `/versions/${version}/export`),
    );
    return response.text();
  }

  async getEmergencyCopy(): Promise<Blob> {
    return (await this.#caller.raw('/plans/emergency-copy')).blob();
  }

  async #post<T>(planId: string, path: string, body: unknown): Promise<T> {
    return this.#caller.json(planPath(planId, path), { method: 'POST', body });
  }
}

function planPath(planId: string, rest: string = ''): string {
  return `/plans/${encodeURIComponent(planId)}${rest}`;
}
