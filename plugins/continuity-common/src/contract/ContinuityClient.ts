import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { HttpCall, HttpCaller } from './HttpCaller';
import type { AgreementInput } from '../profile/agreement';
import type {
  CoverageList,
  CoverageQuery,
  CoverageSummary,
} from '../coverage/coverage';
import type {
  CarryOverDecision,
  CarryOverList,
  ContinuityApi,
  CoverageSummaryQuery,
  PolicyResponse,
} from './ContinuityApi';
import type { EntityContinuity } from './entityContinuity';
import type { ExemptionApi } from './ExemptionApi';
import { ExemptionClient } from './ExemptionClient';
import type { PlanApi } from './PlanApi';
import type { AnalysisApi } from './AnalysisApi';
import { AnalysisClient } from './AnalysisClient';
import type { AuditApi } from './AuditApi';
import { AuditClient } from './AuditClient';
import { PlanClient } from './PlanClient';
import type { TestApi } from './TestApi';
import { TestClient } from './TestClient';
import type { CoverageApi } from './CoverageApi';
import { CoverageClient } from './CoverageClient';
import type { ImportApi } from './ImportApi';
import { ImportClient } from './ImportClient';
import type { ChangeApi } from './ChangeApi';
import { ChangeClient } from './ChangeClient';
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
} from './requests';

/**
 * Calls `/api/continuity` over HTTP, in a browser or in Node.
 *
 * Answers are typed by the contract's schemas and not checked again: the server checks what it sends.
 *
 * @public
 */
export class ContinuityClient implements ContinuityApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };
  readonly #caller: HttpCaller = {
    json: (path, call) => this.#call(path, call),
    raw: (path, query) => this.#fetch(path, { query }),
  };
  readonly plans: PlanApi = new PlanClient(this.#caller);
  readonly analyses: AnalysisApi = new AnalysisClient(this.#caller.json);
  readonly exemptions: ExemptionApi = new ExemptionClient(this.#caller.json);
  readonly tests: TestApi = new TestClient(this.#caller);
  readonly coverage: CoverageApi = new CoverageClient(this.#caller);
  readonly imports: ImportApi = new ImportClient(this.#caller.json);
  readonly changes: ChangeApi = new ChangeClient(this.#caller.json);
  readonly audit: AuditApi = new AuditClient(this.#caller);

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async getPolicy(): Promise<PolicyResponse> {
    return this.#call('/policy');
  }

  async getEntity(entityRef: string): Promise<EntityContinuity> {
    return this.#call(entityPath(entityRef));
  }

  async updateProfile(
    entityRef: string,
    update: ProfileUpdateRequest,
    options: { revision: number },
  ): Promise<EntityContinuity> {
    return this.#call(`${entityPath(entityRef)}/profile`, {
      method: 'PATCH',
      body: update,
      headers: { 'If-Match': String(options.revision) },
    });
  }

  async getHistory(
    entityRef: string,
    page: { limit?: number; cursor?: string } = {},
  ): Promise<History> {
    return this.#call(`${entityPath(entityRef)}/history`, { query: page });
  }

  async recordAgreement(
    entityRef: string,
    agreement: AgreementInput,
  ): Promise<EntityContinuity> {
    return this.#call(`${entityPath(entityRef)}/agreement`, {
      method: 'PUT',
      body: agreement,
    });
  }

  async confirmAgreement(
    entityRef: string,
    agreementId: string,
    decision: { reason?: string } = {},
  ): Promise<EntityContinuity> {
    return this.#decideAgreement(entityRef, agreementId, 'confirm', decision);
  }

  async rejectAgreement(
    entityRef: string,
    agreementId: string,
    decision: { reason?: string } = {},
  ): Promise<EntityContinuity> {
    return this.#decideAgreement(entityRef, agreementId, 'reject', decision);
  }

  async listCoverage(query: CoverageQuery = {}): Promise<CoverageList> {
    return this.#call('/coverage', { query });
  }

  async getCoverageSummary(
    query: CoverageSummaryQuery = {},
  ): Promise<CoverageSummary> {
    return this.#call('/coverage/summary', { query });
  }

  async updateProfiles(
    request: BulkProfileRequest,
  ): Promise<BulkProfileResponse> {
    return this.#call('/profiles/bulk', { method: 'POST', body: request });
  }

  async getSweep(): Promise<SweepStatus> {
    return this.#call('/sweep');
  }

  async runSweep(): Promise<void> {
    await this.#call('/sweep/run', { method: 'POST' });
  }

  async releaseSweep(): Promise<void> {
    await this.#call('/sweep/release', { method: 'POST' });
  }

  async listCarryOvers(): Promise<CarryOverList> {
    return this.#call('/carry-overs');
  }

  async decideCarryOver(
    id: string,
    decision: CarryOverDecision,
  ): Promise<CarryOver> {
    return this.#call(`/carry-overs/${encodeURIComponent(id)}/decide`, {
      method: 'POST',
      body: decision,
    });
  }

  async getDependencies(
    entityRef: string,
    query: EntityDependenciesQuery = {},
  ): Promise<EntityDependencies> {
    return this.#call(`/dependencies${entityPath(entityRef, '/by-name')}`, {
      query,
    });
  }

  async whatIf(request: WhatIfRequest): Promise<WhatIfAnswer> {
    return this.#call('/dependencies/what-if', {
      method: 'POST',
      body: request,
    });
  }

  async makeRunSheet(request: RunSheetRequest): Promise<RunSheet> {
    return this.#call('/dependencies/run-sheet', {
      method: 'POST',
      body: request,
    });
  }

  async exportRunSheet(
    request: RunSheetRequest,
    options: { format: 'csv' | 'markdown'; bom?: boolean },
  ): Promise<string> {
    const text = await this.#callForText('/dependencies/run-sheet', {
      method: 'POST',
      body: request,
      query: options,
    });
    // Reading an answer as text takes the byte order mark off
    return options.bom && !text.startsWith('\uFEFF') ? `\uFEFF${text}` : text;
  }

  async listConcentration(
    query: DependencyListQuery = {},
  ): Promise<ConcentrationList> {
    return this.#call('/dependencies/concentration', { query });
  }

  async listTargetConflicts(
    query: TargetConflictsQuery = {},
  ): Promise<TargetConflictList> {
    return this.#call('/dependencies/conflicts', { query });
  }

  async listUnresolvedDependencies(
    query: DependencyListQuery = {},
  ): Promise<UnresolvedList> {
    return this.#call('/dependencies/unresolved', { query });
  }

  async listDependencyEdges(
    query: DependencyEdgesQuery = {},
  ): Promise<DependencyEdgeList> {
    return this.#call('/dependencies/unclassified', { query });
  }

  async classifyDependencies(
    request: ClassifyDependenciesRequest,
  ): Promise<ClassifyDependenciesResponse> {
    return this.#call('/dependencies/classifications', {
      method: 'POST',
      body: request,
    });
  }

  async #decideAgreement(
    entityRef: string,
    agreementId: string,
    decision: 'confirm' | 'reject',
    body: { reason?: string },
  ): Promise<EntityContinuity> {
    const id = encodeURIComponent(agreementId);
    return this.#call(`${entityPath(entityRef)}/agreement/${id}/${decision}`, {
      method: 'POST',
      body,
    });
  }

  async #call<T>(path: string, call: HttpCall = {}): Promise<T> {
    const text = await this.#callForText(path, call);
    return (text ? JSON.parse(text) : undefined) as T;
  }

  async #callForText(path: string, call: HttpCall): Promise<string> {
    return (await this.#fetch(path, call)).text();
  }

  async #fetch(path: string, call: HttpCall): Promise<Response> {
    const { method = 'GET', query = {}, body, headers = {} } = call;
    const baseUrl = await this.#discoveryApi.getBaseUrl('continuity');
    const response = await this.#fetchApi.fetch(
      `${baseUrl}${path}${queryString(query)}`,
      {
        method,
        headers: {
          ...headers,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
    );
    if (!response.ok) throw await responseError(response);
    return response;
  }
}

function entityPath(entityRef: string, below = '/entities/by-name'): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const parts = [kind, namespace, name].map(part =>
    encodeURIComponent(part.toLocaleLowerCase('en-US')),
  );
  return `${below}/${parts.join('/')}`;
}

/** Lists become repeated parameters; what is undefined is left out, `false` and `0` are not. */
function queryString(query: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined) params.append(key, String(item));
    }
  }
  const text = params.toString();
  return text && `?${text}`;
}

/**
 * `ResponseError` keeps a body only where it has a `response` member; answers with more than an error (the newer state of a stale edit)
 * must reach the caller whichever middleware wrote them.
 */
async function responseError(response: Response): Promise<ResponseError> {
  const text = await response.text();
  return ResponseError.fromResponse({
    ok: response.ok,
    status: response.status,
    statusText: response.statusText,
    headers: response.headers,
    redirected: response.redirected,
    type: response.type,
    url: response.url,
    text: async () => withResponseMember(text, response.status),
  });
}

function withResponseMember(text: string, statusCode: number): string {
  try {
    const body = JSON.parse(text);
    return JSON.stringify({ response: { statusCode }, ...body });
  } catch {
    return text;
  }
}
