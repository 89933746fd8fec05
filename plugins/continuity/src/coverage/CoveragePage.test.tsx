import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  defaultPolicy,
  type ContinuityApi,
  type PolicyResponse,
} from 'backstage-plugin-continuity-common';
import { useLocation } from 'react-router-dom';
import {
  aCoverageItem,
  aCoverageList,
  aCoverageSummary,
  aGap,
} from '../../dev/fixtures/aCoverage';
import { continuityApiRef } from '../api';
import { rootRouteRef } from '../routes';
import { CoveragePage } from './CoveragePage';

// A whole page in jsdom, on a machine that does other things as well.
jest.setTimeout(30_000);

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

const shop = aCoverageItem('shop', {
  status: 'exposed',
  gaps: [
    aGap({ late: true, dueBy: '2026-05-02T00:00:00.000Z' }),
    aGap({
      code: 'agreement-missing',
      severity: 'warning',
      requirement: 'agreement',
      message: 'Nobody agreed its targets with the business.',
    }),
  ],
  rpo: 'none',
  mtpd: null,
  late: true,
});
const ledger = aCoverageItem('ledger', { rto: 'PT0S', rpo: 'PT0S' });
const inFile = aCoverageItem('in-file', { tierSource: 'catalog' });

function anApi(api: Partial<jest.Mocked<ContinuityApi>> = {}) {
  return {
    listCoverage: jest
      .fn()
      .mockResolvedValue(
        aCoverageList([shop, ledger, inFile], { totalInScope: 4180 }),
      ),
    getCoverageSummary: jest.fn().mockResolvedValue(
      aCoverageSummary({
        none: { unassessed: 9 },
        'tier-2': { met: 1, exposed: 2, exempt: 1 },
        'tier-1': { met: 3 },
      }),
    ),
    getPolicy: jest
      .fn()
      .mockResolvedValue({ policy: defaultPolicy } as PolicyResponse),
    ...api,
  };
}

const Address = () => {
  const { pathname, search } = useLocation();
  return <div data-testid="address">{pathname + search}</div>;
};
const address = () => screen.getByTestId('address').textContent;

function renderPage(
  api: ReturnType<typeof anApi>,
  query: string = '',
): ReturnType<typeof userEvent.setup> {
  renderInTestApp(
    <>
      <CoveragePage />
      <Address />
    </>,
    {
      apis: [[continuityApiRef, api as unknown as ContinuityApi]],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef as never,
        '/continuity': rootRouteRef as never,
      },
      initialRouteEntries: [`/continuity/coverage${query}`],
    },
  );
  return userEvent.setup();
}

describe('CoveragePage', () => {
  it('says how many services are shown, of how many, and how old that is', async () => {
    renderPage(anApi());
    expect(
      await screen.findByText(/3 of 4,180 services, as of now, catalog read/),
    ).toHaveTextContent('catalog read 40 seconds ago');
  });

  it('shows each service with what is effective, keeping 0, none and unset apart', async () => {
    renderPage(anApi());
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
    const user = renderPage(anApi());
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
    renderPage(
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
    renderPage(anApi());
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
    const user = renderPage(anApi());
    const number = { name: 'Show Exposed of Business critical: 2' };
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
    const user = renderPage(api, '?status=met');
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
    const user = renderPage(api);
    await user.type(await screen.findByRole('searchbox'), 'ledger');
    await waitFor(() =>
      expect(address()).toBe('/continuity/coverage?search=ledger'),
    );
    expect(api.listCoverage.mock.calls.map(([query]) => query?.search)).toEqual(
      [undefined, 'ledger'],
    );
  });

  it('sorts by a column, then the other way round, then worst first again', async () => {
    const user = renderPage(anApi());
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

describe('paging', () => {
  const pages = () => {
    const api = anApi();
    api.listCoverage.mockImplementation(async query => {
      const page = Number(query?.cursor ?? 1);
      return aCoverageList([aCoverageItem(`service-${page}`)], {
        totalItems: 150,
        pageInfo: page < 3 ? { nextCursor: String(page + 1) } : {},
      });
    });
    return api;
  };
  const shown = (name: string) => screen.findByRole('link', { name });
  const next = () => screen.getByRole('button', { name: 'Next page' });
  const previous = () => screen.getByRole('button', { name: 'Previous page' });

  it('goes on by the cursor and back the way it came', async () => {
    const user = renderPage(pages());
    expect(await shown('service-1')).toBeInTheDocument();
    expect(previous()).toBeDisabled();
    await user.click(next());
    expect(await shown('service-2')).toBeInTheDocument();
    expect(address()).toBe('/continuity/coverage?cursor=2');
    await user.click(next());
    expect(await shown('service-3')).toBeInTheDocument();
    expect(next()).toBeDisabled();
    await user.click(previous());
    expect(await shown('service-2')).toBeInTheDocument();
    await user.click(previous());
    expect(await shown('service-1')).toBeInTheDocument();
    expect(address()).toBe('/continuity/coverage');
  });

  it('begins with the first page again when the order changes', async () => {
    const user = renderPage(pages());
    await shown('service-1');
    await user.click(next());
    await shown('service-2');
    await user.click(screen.getByRole('button', { name: 'Tier' }));
    expect(await shown('service-1')).toBeInTheDocument();
    expect(address()).toBe('/continuity/coverage?sort=tier');
  });

  it('does not pretend to know which page a copied link shows', async () => {
    const user = renderPage(pages(), '?cursor=2');
    expect(await screen.findByText('1 of 150')).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: 'Back to the first page' }),
    );
    expect(await shown('service-1')).toBeInTheDocument();
  });
});

describe('setting tiers in bulk', () => {
  const choose = async (user: ReturnType<typeof userEvent.setup>) => {
    await user.click(await screen.findByRole('button', { name: 'Set tiers' }));
    await user.click(
      screen.getByRole('checkbox', { name: 'Select all on this page' }),
    );
    await user.click(screen.getByRole('button', { name: 'Set tier…' }));
    return screen.findByRole('dialog');
  };

  it('is not offered to those who may not edit anything', async () => {
    const api = anApi();
    api.listCoverage.mockResolvedValue(
      aCoverageList([shop], { allowedActions: [] }),
    );
    renderPage(api);
    await screen.findByRole('table', { name: /Services/ });
    expect(screen.queryByRole('button', { name: 'Set tiers' })).toBeNull();
    expect(screen.queryByRole('checkbox', { name: /Select/ })).toBeNull();
  });

  it('leaves out what the catalog file sets, and says so', async () => {
    const user = renderPage(anApi());
    await user.click(await screen.findByRole('button', { name: 'Set tiers' }));
    const locked = screen.getByRole('checkbox', {
      name: 'The tier of in-file is set in its catalog file, so it can’t be set here.',
    });
    expect(locked).toBeDisabled();
    await user.click(
      screen.getByRole('checkbox', { name: 'Select all on this page' }),
    );
    expect(screen.getByText('2 services selected')).toBeInTheDocument();
  });

  it('asks for a tier and a reason before it sends anything', async () => {
    const api = { ...anApi(), updateProfiles: jest.fn() };
    const user = renderPage(api);
    await choose(user);
    await user.click(screen.getByRole('button', { name: 'Set tier' }));
    expect(screen.getByText('Choose a tier.')).toBeInTheDocument();
    expect(screen.getByText(/Say why/)).toBeInTheDocument();
    expect(api.updateProfiles).not.toHaveBeenCalled();
  });

  it('says of each service what became of it, and asks for the list again', async () => {
    const updateProfiles = jest.fn().mockResolvedValue({
      items: [
        { entityRef: shop.entityRef, result: 'changed' },
        {
          entityRef: ledger.entityRef,
          result: 'refused',
          message: 'Only its owner may edit it.',
        },
      ],
    });
    const api = anApi();
    const user = renderPage({ ...api, updateProfiles } as never);
    await choose(user);
    await user.click(screen.getByRole('radio', { name: /tier-1/ }));
    await user.type(screen.getByRole('textbox', { name: /Reason/ }), 'Audit');
    await user.click(screen.getByRole('button', { name: 'Set tier' }));

    expect(await screen.findByText('1 changed')).toBeInTheDocument();
    expect(screen.getByText('1 refused')).toBeInTheDocument();
    expect(screen.getByText(/Only its owner may edit it\./)).toHaveTextContent(
      'ledger',
    );
    expect(updateProfiles).toHaveBeenCalledWith({
      entityRefs: [shop.entityRef, ledger.entityRef],
      values: { tier: 'tier-1' },
      reason: 'Audit',
    });
    await waitFor(() => expect(api.listCoverage).toHaveBeenCalledTimes(2));
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByText(/selected/)).toBeNull();
  });

  it('takes the portal’s tier away with null', async () => {
    const updateProfiles = jest.fn().mockResolvedValue({ items: [] });
    const user = renderPage({ ...anApi(), updateProfiles } as never);
    await choose(user);
    await user.click(screen.getByRole('radio', { name: /Take away/ }));
    await user.type(screen.getByRole('textbox', { name: /Reason/ }), 'Mapped');
    await user.click(screen.getByRole('button', { name: 'Take it away' }));
    await waitFor(() =>
      expect(updateProfiles).toHaveBeenCalledWith(
        expect.objectContaining({ values: { tier: null } }),
      ),
    );
  });
});

describe('when there is little to show', () => {
  it('teaches how services get a tier while none has one', async () => {
    const api = anApi();
    api.getCoverageSummary.mockResolvedValue(
      aCoverageSummary({ none: { unassessed: 2 } }, { anyTier: false }),
    );
    const user = renderPage(api);
    expect(
      await screen.findByText('No service has a tier yet'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/annotation: example.com\/tier/),
    ).toHaveTextContent("'1': tier-1");
    expect(screen.getByRole('link', { name: /in the policy/ })).toHaveAttribute(
      'href',
      '/continuity/policy',
    );
    const [, inCard] = screen.getAllByRole('button', { name: 'Set tiers' });
    await user.click(inCard);
    expect(
      screen.getByRole('checkbox', { name: 'Select shop' }),
    ).toBeInTheDocument();
  });

  it('offers to clear the filters when nothing matches', async () => {
    const api = anApi();
    api.listCoverage.mockImplementation(async query =>
      query?.search
        ? aCoverageList([], { totalInScope: 3 })
        : aCoverageList([shop]),
    );
    const user = renderPage(api, '?search=nothing&sort=name');
    expect(await screen.findByText('No service matches')).toBeInTheDocument();
    await user.click(
      within(screen.getByRole('status')).getByRole('button', {
        name: 'Clear filters',
      }),
    );
    expect(address()).toBe('/continuity/coverage?sort=name');
    expect(
      await screen.findByRole('link', { name: 'shop' }),
    ).toBeInTheDocument();
  });

  it('points at the policy when nothing is in scope', async () => {
    renderPage(
      anApi({ listCoverage: jest.fn().mockResolvedValue(aCoverageList([])) }),
    );
    expect(
      await screen.findByText('No service is in scope'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('shows how far the first read is, and the list when it is over', async () => {
    const before = aCoverageList([], {
      dataAge: {
        catalogReadAt: null,
        seconds: null,
        lastKnownAt: null,
        problem: null,
      },
    });
    const listCoverage = jest
      .fn()
      .mockResolvedValueOnce(before)
      .mockResolvedValue(aCoverageList([shop]));
    const getSweep = jest
      .fn()
      .mockResolvedValueOnce({ state: 'running', read: 1200, finishedAt: null })
      .mockResolvedValue({ state: 'idle', read: 1300, finishedAt: 'now' });
    renderPage({ ...anApi({ listCoverage }), getSweep } as never);
    expect(
      await screen.findByText('1,200 entities read so far'),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'shop' }, { timeout: 4000 }),
    ).toBeInTheDocument();
  });

  it('says once that nobody can tell who exists', async () => {
    const api = anApi();
    api.getCoverageSummary.mockResolvedValue(
      aCoverageSummary({}, { peopleKnown: false }),
    );
    renderPage(api);
    expect(
      await screen.findByText(/holds no users and groups/),
    ).toBeInTheDocument();
  });

  it('says that it shows the last known state when the catalog is away', async () => {
    renderPage(
      anApi({
        listCoverage: jest.fn().mockResolvedValue(
          aCoverageList([shop], {
            dataAge: {
              catalogReadAt: '2026-06-01T11:00:00.000Z',
              seconds: 3640,
              lastKnownAt: '2026-06-01T11:00:00.000Z',
              problem: 'The catalog answered 503.',
            },
          }),
        ),
      }),
    );
    expect(
      await screen.findByText(/The catalog answered 503\./),
    ).toBeInTheDocument();
    expect(screen.queryByText(/as of now/)).toBeNull();
  });

  it('says whom to ask when reading is not allowed', async () => {
    const refusal = Object.assign(new Error('no'), { statusCode: 403 });
    renderPage(
      anApi({
        listCoverage: jest.fn().mockRejectedValue(refusal),
        getCoverageSummary: jest.fn().mockRejectedValue(refusal),
        getPolicy: jest.fn().mockRejectedValue(refusal),
      }),
    );
    expect(await screen.findByText(/continuity\.read/)).toBeInTheDocument();
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('offers another try after an error', async () => {
    const listCoverage = jest
      .fn()
      .mockRejectedValueOnce(new Error('Failed to fetch'))
      .mockResolvedValue(aCoverageList([shop]));
    const user = renderPage(anApi({ listCoverage }));
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: 'shop' }),
    ).toBeInTheDocument();
  });

  it('shows the list also to those who may not read the policy', async () => {
    renderPage(
      anApi({
        getPolicy: jest
          .fn()
          .mockRejectedValue(
            Object.assign(new Error('no'), { statusCode: 403 }),
          ),
      }),
    );
    expect(
      await screen.findByRole('link', { name: 'shop' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('group', { name: 'tier-2' }),
    ).toBeInTheDocument();
  });
});
