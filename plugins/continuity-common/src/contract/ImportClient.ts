import type {
  ImportAnswer,
  ImportDryRunRequest,
  ImportRequest,
} from '../coverage/import/importAnswer';
import type { ImportKind } from '../coverage/import/importKind';
import type { ImportApi } from './ImportApi';
import type { HttpCaller } from './HttpCaller';

/** The calls that import, over HTTP. */
export class ImportClient implements ImportApi {
  readonly #call: HttpCaller['json'];

  constructor(call: HttpCaller['json']) {
    this.#call = call;
  }

  async dryRun(
    kind: ImportKind,
    request: ImportDryRunRequest,
  ): Promise<ImportAnswer> {
    return this.#call(`/imports/${kind}/dry-run`, {
      method: 'POST',
      body: request,
    });
  }

  async run(kind: ImportKind, request: ImportRequest): Promise<ImportAnswer> {
    return this.#call(`/imports/${kind}`, { method: 'POST', body: request });
  }
}
