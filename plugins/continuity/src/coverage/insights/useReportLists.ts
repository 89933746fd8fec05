import { useApi } from '@backstage/core-plugin-api';
import type {
  CoverageList,
  CoverageTrend,
  FindingList,
  Insights,
} from 'backstage-plugin-continuity-common';
import useAsync from 'react-use/esm/useAsync';
import { continuityApiRef } from '../../api';

/** How many of the worst are named. */
const WORST = 10;

/** What the report names besides the figures; each part for itself, so that one that fails takes nothing else with it. */
export interface ReportLists {
  moves: { value?: CoverageTrend; error?: Error };
  risks: { value?: CoverageList; error?: Error };
  findings: { value?: FindingList; error?: Error };
  /** Everything has come, or failed. */
  isComplete: boolean;
}

/** Reads what changed in the period, and the worst that is open. */
export function useReportLists(insights: Insights): ReportLists {
  const api = useApi(continuityApiRef);
  const { from, to } = insights.period;
  const begins = insights.historySince?.slice(0, 10) ?? to;
  const moves = useAsync(
    () =>
      api.coverage.getTrend({
        from: from < begins ? begins : from,
        to,
        step: 'month',
      }),
    [api, from, to, begins],
  );
  const risks = useAsync(
    () =>
      api.listCoverage({
        status: ['exposed', 'at-risk'],
        sort: 'urgency',
        limit: WORST,
      }),
    [api],
  );
  const findings = useAsync(
    () =>
      api.tests.findings.list({
        severity: ['high'],
        sort: 'due',
        limit: WORST,
      }),
    [api],
  );
  return {
    moves,
    risks,
    findings,
    isComplete: ![moves, risks, findings].some(({ loading }) => loading),
  };
}
