import type {
  CoverageAskRequest,
  CoverageAskResponse,
} from '../coverage/coverageAsk';
import type { CoverageExportQuery } from '../coverage/coverageExport';
import type { CoverageProgramme } from '../coverage/coverageProgramme';
import type {
  CoverageTrend,
  CoverageTrendQuery,
} from '../coverage/coverageTrend';
import type {
  CoverageViewList,
  CoverageViewRequest,
} from '../coverage/coverageView';
import type { Mine, MineQuery } from '../coverage/mine';
import type { CoverageSummaryQuery } from './ContinuityApi';
import type { CoverageApi } from './CoverageApi';
import type { HttpCaller } from './HttpCaller';

/** The calls about coverage over HTTP. */
export class CoverageClient implements CoverageApi {
  readonly #caller: HttpCaller;

  constructor(caller: HttpCaller) {
    this.#caller = caller;
  }

  async getProgramme(
    query: Omit<CoverageSummaryQuery, 'groupBy'> = {},
  ): Promise<CoverageProgramme> {
    return this.#caller.json('/coverage/programme', { query });
  }

  async getTrend(query: CoverageTrendQuery = {}): Promise<CoverageTrend> {
    return this.#caller.json('/coverage/trend', { query });
  }

  async exportFile(query: CoverageExportQuery): Promise<Blob> {
    return (await this.#caller.raw('/coverage/export', query)).blob();
  }

  async listViews(): Promise<CoverageViewList> {
    return this.#caller.json('/coverage/views');
  }

  async saveView(request: CoverageViewRequest): Promise<CoverageViewList> {
    return this.#caller.json('/coverage/views', {
      method: 'PUT',
      body: request,
    });
  }

  async deleteView(viewId: string): Promise<CoverageViewList> {
    return this.#caller.json(`/coverage/views/${encodeURIComponent(viewId)}`, {
      method: 'DELETE',
    });
  }

  async getMine(query: MineQuery = {}): Promise<Mine> {
    return this.#caller.json('/mine', { query });
  }

  async askOwners(request: CoverageAskRequest): Promise<CoverageAskResponse> {
    return this.#caller.json('/coverage/ask', {
      method: 'POST',
      body: request,
    });
  }
}
