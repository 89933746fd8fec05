import type { FindingDetail } from '../testing/finding/findingDetail';
import type {
  FindingAcceptRequest,
  FindingCreateRequest,
  FindingList,
  FindingQuery,
  FindingResolveRequest,
  FindingUpdateRequest,
  FindingVerifyRequest,
} from '../testing/finding/findingRequests';
import type { FindingApi } from './TestApi';
import type { HttpCaller } from './HttpCaller';

/** The calls about findings over HTTP. */
export class FindingClient implements FindingApi {
  readonly #caller: HttpCaller;

  constructor(caller: HttpCaller) {
    this.#caller = caller;
  }

  async list(query: FindingQuery = {}): Promise<FindingList> {
    return this.#caller.json('/findings', { query });
  }

  async get(findingId: string): Promise<FindingDetail> {
    return this.#caller.json(findingPath(findingId));
  }

  async create(request: FindingCreateRequest): Promise<FindingDetail> {
    return this.#caller.json('/findings', { method: 'POST', body: request });
  }

  async update(
    findingId: string,
    request: FindingUpdateRequest,
    options: { revision: number },
  ): Promise<FindingDetail> {
    return this.#caller.json(findingPath(findingId), {
      method: 'PATCH',
      body: request,
      headers: { 'If-Match': String(options.revision) },
    });
  }

  async start(
    findingId: string,
    request: { note?: string } = {},
  ): Promise<FindingDetail> {
    return this.#post(findingId, '/start', request);
  }

  async resolve(
    findingId: string,
    request: FindingResolveRequest,
  ): Promise<FindingDetail> {
    return this.#post(findingId, '/resolve', request);
  }

  async verify(
    findingId: string,
    request: FindingVerifyRequest,
  ): Promise<FindingDetail> {
    return this.#post(findingId, '/verify', request);
  }

  async accept(
    findingId: string,
    request: FindingAcceptRequest,
  ): Promise<FindingDetail> {
    return this.#post(findingId, '/accept', request);
  }

  async reopen(findingId: string, reason: string): Promise<FindingDetail> {
    return this.#post(findingId, '/reopen', { reason });
  }

  async #post<T>(findingId: string, path: string, body: unknown): Promise<T> {
    return this.#caller.json(findingPath(findingId, path), {
      method: 'POST',
      body,
    });
  }
}

function findingPath(findingId: string, rest: string = ''): string {
  return `/findings/${encodeURIComponent(findingId)}${rest}`;
}
