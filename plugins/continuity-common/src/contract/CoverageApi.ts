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

/**
 * The calls about coverage besides the list and its counts.
 *
 * @public
 */
export interface CoverageApi {
  /** What has to be done by when. */
  getProgramme(
    query?: Omit<CoverageSummaryQuery, 'groupBy'>,
  ): Promise<CoverageProgramme>;

  getTrend(query?: CoverageTrendQuery): Promise<CoverageTrend>;

  /** Everything that the filters match, as a file. */
  exportFile(query: CoverageExportQuery): Promise<Blob>;

  listViews(): Promise<CoverageViewList>;

  /** Saves a new view, or changes the one with the id. */
  saveView(request: CoverageViewRequest): Promise<CoverageViewList>;

  deleteView(viewId: string): Promise<CoverageViewList>;

  /** What the caller and their groups answer for and have to do. */
  getMine(query?: MineQuery): Promise<Mine>;

  /** Asks those who answer for services. */
  askOwners(request: CoverageAskRequest): Promise<CoverageAskResponse>;
}
