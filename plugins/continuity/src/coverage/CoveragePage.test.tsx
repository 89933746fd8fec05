import { screen, waitFor, within } from '@testing-library/react';
import { aCoverageSummary } from '../../dev/fixtures/aCoverage';
import {
  address,
  anApi,
  renderCoveragePage,
} from '../../dev/fixtures/renderCoveragePage';

// A whole page in jsdom, on a machine that does other things as well.
jest.setTimeout(60_000);

// Only the clock: everything that waits goes on as usual.
beforeEach(() => {
  jest.useFakeTimers({
    now: new Date('2026-06-01T12:00:40Z'),
    doNotFake: [
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'setImmediate',
      'clearImmediate',
      'queueMicrotask',
      'nextTick',
      'performance',
      'requestAnimationFrame',
      'cancelAnimationFrame',
    ],
  });
});
afterEach(() => jest.useRealTimers());

describe('CoveragePage', () => {
  it('says how many services are shown, of how many, and how old that is', async () => {
    renderCoveragePage(anApi());
    expect(
      await screen.findByText(/3 of 4,180 services, as of now, catalog read/),
    ).toHaveTextContent('catalog read 40 seconds ago');
  });

  it('shows each service with what is effective, keeping 0, none and unset apart', async () => {
    renderCoveragePage(anApi());
    const table = await screen.findByRole('table', { name: /Services/ });
    const [, first, second] = within(table).getAllByRole('row');
    expect(
      within(first)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual([
      '',
      'shopComponent · service',
      'Exposed',
      'tier-2Business critical',
      '4 h',
      'holds no data',
      'not set',
      'shop-team',
      'No plan in force +1 morelate since May 2',
    ]);
    expect(second).toHaveTextContent('0 (no interruption)0 (no loss)');
    expect(within(first).getByRole('link', { name: 'shop' })).toHaveAttribute(
      'href',
      '/catalog/default/component/shop/continuity',
    );
  });

  it('shows all gaps of a service on demand', async () => {
    const user = renderCoveragePage(anApi());
    await user.click(
      await screen.findByRole('button', { name: 'Show details of shop' }),
    );
    const gaps = screen.getByRole('list', { name: 'Gaps' });
    expect(within(gaps).getAllByRole('listitem')).toHaveLength(2);
    expect(within(gaps).getByText(/due Jun 30/)).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Hide details of shop' }),
    ).toHaveAttribute('aria-expanded', 'true');
  });

  it('asks for what the address says', async () => {
    const api = anApi();
    renderCoveragePage(
      api,
      '?status=exposed&tier=tier-1&owner=group:default/a&late=true&search=db&sort=-rto&limit=25',
    );
    await screen.findByRole('table', { name: /Services/ });
    expect(api.listCoverage).toHaveBeenCalledTimes(1);
    expect(api.listCoverage).toHaveBeenCalledWith({
      status: ['exposed'],
      tier: ['tier-1'],
      owner: ['group:default/a'],
      late: true,
      search: 'db',
      sort: '-rto',
      limit: 25,
    });
    // The bars show all statuses of all tiers, within the other filters.
    expect(api.getCoverageSummary).toHaveBeenCalledWith({
      owner: ['group:default/a'],
      late: true,
      search: 'db',
      groupBy: 'tier',
    });
  });

  it('draws the tiers in the order of the policy, with shares that an exemption does not improve', async () => {
    renderCoveragePage(anApi());
    const first = await screen.findByRole('group', {
      name: 'Mission critical',
    });
    const tiers = within(first.parentElement!).getAllByRole('group');
    expect(tiers.map(tier => tier.getAttribute('aria-label'))).toEqual([
      'Mission critical',
      'Business critical',
      'No tier yet',
    ]);
    expect(tiers[0]).toHaveTextContent('3 services · 100% met');
    expect(tiers[1]).toHaveTextContent('4 services · 25% met');
    expect(tiers[2]).not.toHaveTextContent('%');
  });

  it('filters by a number of the bars, and takes the filter away by the same number', async () => {
    const user = renderCoveragePage(anApi());
    const number = { name: '2 Exposed of Business critical: show them' };
    await user.click(await screen.findByRole('button', number));
    expect(address()).toBe('/continuity/coverage?status=exposed&tier=tier-2');
    expect(screen.getByRole('button', number)).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await user.click(screen.getByRole('button', number));
    expect(address()).toBe('/continuity/coverage');
  });

  it('offers the owners there are once somebody opens the filter', async () => {
    const api = anApi();
    const user = renderCoveragePage(api, '?status=met');
    await screen.findByRole('table', { name: /Services/ });
    expect(api.getCoverageSummary).toHaveBeenCalledTimes(1);
    api.getCoverageSummary.mockResolvedValue(
      aCoverageSummary({ 'group:default/a-team': { met: 2 } }),
    );
    await user.click(screen.getByRole('textbox', { name: 'Owner' }));
    await user.click(await screen.findByRole('option', { name: /a-team/ }));
    expect(api.getCoverageSummary).toHaveBeenCalledWith({
      status: ['met'],
      groupBy: 'owner',
    });
    expect(address()).toBe(
      '/continuity/coverage?status=met&owner=group%3Adefault%2Fa-team',
    );
  });

  it('asks for a search when the typing pauses, not for each letter', async () => {
    const api = anApi();
    const user = renderCoveragePage(api);
    await user.type(await screen.findByRole('searchbox'), 'ledger');
    await waitFor(() =>
      expect(address()).toBe('/continuity/coverage?search=ledger'),
    );
    expect(api.listCoverage.mock.calls.map(([query]) => query?.search)).toEqual(
      [undefined, 'ledger'],
    );
  });

  it('sorts by a column, then the other way round, then worst first again', async () => {
    const user = renderCoveragePage(anApi());
    const sort = async () =>
      user.click(await screen.findByRole('button', { name: 'RTO' }));
    await sort();
    expect(address()).toBe('/continuity/coverage?sort=rto');
    await sort();
    expect(address()).toBe('/continuity/coverage?sort=-rto');
    expect(screen.getByRole('columnheader', { name: 'RTO' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await sort();
    expect(address()).toBe('/continuity/coverage');
  });
});
