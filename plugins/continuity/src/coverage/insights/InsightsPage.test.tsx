import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ContinuityApi,
  KpiQuery,
} from 'backstage-plugin-continuity-common';
import {
  aCoverageItem,
  aCoverageList,
  aGap,
} from '../../../dev/fixtures/aCoverage';
import { FakeAuditApi } from '../../../dev/fixtures/FakeAuditApi';
import { aResponseError } from '../../../dev/fixtures/FakeContinuityApi';
import { someInsights } from '../../../dev/fixtures/someInsights';
import { continuityApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { InsightsRoutes } from './InsightsRoutes';

// A whole page in jsdom, on a machine that does other things as well.
jest.setTimeout(60_000);

const move = { better: 0, worse: 0, same: 0 };

function renderPage(
  options: { audit?: Partial<FakeAuditApi>; path?: string; api?: object } = {},
) {
  const audit = Object.assign(new FakeAuditApi(), options.audit);
  const api = {
    audit,
    coverage: {
      getTrend: async () => ({
        step: 'month',
        timeZone: 'UTC',
        points: [],
        moves: [
          {
            from: '',
            to: '',
            causes: {
              work: { ...move, better: 7, worse: 2 },
              tier: { ...move, better: 1, same: 3 },
            },
          },
        ],
      }),
    },
    listCoverage: async () =>
      aCoverageList([
        aCoverageItem('checkout', { status: 'exposed', gaps: [aGap()] }),
      ]),
    tests: { findings: { list: async () => ({ items: [] }) } },
    ...options.api,
  };
  renderInTestApp(<InsightsRoutes />, {
    apis: [[continuityApiRef, api as unknown as ContinuityApi]],
    initialRouteEntries: [options.path ?? '/'],
    mountedRoutes: {
      '/continuity': rootRouteRef as never,
      '/catalog/:namespace/:kind/:name': entityRouteRef as never,
    },
  });
  return userEvent.setup();
}

describe('InsightsPage', () => {
  it('shows figures by critical success factor, against target and the period before, with the way to what they count', async () => {
    renderPage();
    const factor = await screen.findByRole('region', {
      name: 'Services can be recovered in time',
    });
    expect(factor).toHaveTextContent('1 of 3 targets reached');
    expect(factor).toHaveTextContent('61% of 312');
    expect(factor).toHaveTextContent('Target missed');
    expect(factor).toHaveTextContent('Target: at least 95%');
    expect(factor).toHaveTextContent('before: 48%');
    expect(
      within(factor).getByRole('link', {
        name: 'Show the list behind “Requirements met”',
      }),
    ).toHaveAttribute('href', '/continuity/coverage?status=exposed');
    expect(
      within(factor).getByRole('img', {
        name: /Requirements met, week by week: 48% on Mar 9.*61% on Jun 1/,
      }),
    ).toBeInTheDocument();
    const tiers = within(factor).getByRole('table', { name: 'By tier' });
    expect(
      within(tiers).getByRole('link', { name: 'Mission critical' }),
    ).toHaveAttribute('href', '/continuity/coverage?tier=tier-1');
  });

  it('keeps what belongs to no factor apart, and says ratios and days in words', async () => {
    renderPage();
    const others = await screen.findByRole('region', { name: 'Other figures' });
    expect(others).toHaveTextContent('Exemptions in force');
    expect(others).toHaveTextContent('No target');
    expect(screen.getByText('0.74 × the objective')).toBeInTheDocument();
    expect(screen.getByText('21.4 days')).toBeInTheDocument();
  });

  it('asks for the period that is chosen, which is in the address', async () => {
    const getKpis = jest.fn(async (_query?: KpiQuery) => someInsights());
    const user = renderPage({ audit: { getKpis } });
    const first = await screen.findByLabelText('First day');
    await user.clear(first);
    await user.type(first, '2026-04-01');
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(getKpis).toHaveBeenLastCalledWith({
      from: '2026-04-01',
      to: '2026-05-31',
    });
    expect(screen.getByText('Management report').closest('a')).toHaveAttribute(
      'href',
      '/continuity/insights/report?from=2026-04-01&to=2026-05-31',
    );
  });

  it('warns that nobody reviewed the targets, and records that somebody did', async () => {
    let insights = someInsights({
      review: { last: null, every: 'P1Y', dueBy: null, overdue: true },
    });
    const reviewInsights = jest.fn(async () => {
      insights = someInsights();
      return insights;
    });
    const user = renderPage({
      audit: { getKpis: async () => insights, reviewInsights },
    });
    await user.click(
      await screen.findByRole('button', { name: 'Record a review' }),
    );
    await user.type(
      screen.getByLabelText('What was looked at and decided'),
      'Targets hold.',
    );
    await user.click(screen.getByRole('button', { name: 'Record' }));
    expect(
      await screen.findByText(/Targets hold for another year/),
    ).toBeInTheDocument();
    expect(reviewInsights).toHaveBeenCalledWith('Targets hold.');
    expect(screen.getByRole('link', { name: 'Claudia Vogt' })).toBeVisible();
  });

  it('says which permission it takes', async () => {
    renderPage({
      audit: {
        getKpis: async () => {
          throw Object.assign(aResponseError(403, {}), {
            name: 'NotAllowedError',
          });
        },
      },
    });
    expect(
      await screen.findByText(/It takes the permission continuity.audit.read/),
    ).toBeInTheDocument();
  });

  it('has nothing to count before the catalog was read', async () => {
    renderPage({
      audit: {
        getKpis: async () => someInsights({ historySince: null, items: [] }),
      },
    });
    expect(await screen.findByText('Nothing to count yet')).toBeInTheDocument();
  });
});

describe('the management report', () => {
  it('says figures, what was fixed and what only reclassified, and the worst open risks', async () => {
    renderPage({ path: '/report' });
    const figures = await screen.findByRole('table', { name: 'Figures' });
    expect(
      within(figures).getByRole('row', { name: /^Requirements met/ }),
    ).toHaveTextContent('61%48%at least 95%Target missed');
    expect(
      await screen.findByText('7 statuses became better by work'),
    ).toBeInTheDocument();
    expect(screen.getByText('2 statuses became worse')).toBeInTheDocument();
    expect(screen.getByText(/^4 were only reclassified/)).toBeInTheDocument();
    const risks = await screen.findByRole('table', {
      name: 'Worst open risks',
    });
    expect(risks).toHaveTextContent('checkout');
    expect(risks).toHaveTextContent('Exposed');
    expect(screen.getByRole('button', { name: 'Print' })).toBeEnabled();
  });

  it('says which part could not be read, and shows the rest', async () => {
    renderPage({
      path: '/report',
      api: {
        listCoverage: async () => {
          throw new Error('no connection');
        },
      },
    });
    expect(
      await screen.findByText('Couldn’t read this part: no connection'),
    ).toBeInTheDocument();
    expect(screen.getByRole('table', { name: 'Figures' })).toBeInTheDocument();
  });
});
