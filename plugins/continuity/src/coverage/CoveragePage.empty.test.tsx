import { screen, within } from '@testing-library/react';
import { aCoverageList, aCoverageSummary } from '../../dev/fixtures/aCoverage';
import {
  address,
  anApi,
  renderCoveragePage,
  shop,
} from '../../dev/fixtures/renderCoveragePage';

// A whole page in jsdom, on a machine that does other things as well.
jest.setTimeout(30_000);

describe('when there is little to show', () => {
  it('teaches how services get a tier while none has one', async () => {
    const api = anApi();
    api.getCoverageSummary.mockResolvedValue(
      aCoverageSummary({ none: { unassessed: 2 } }, { anyTier: false }),
    );
    const user = renderCoveragePage(api);
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
    const user = renderCoveragePage(api, '?search=nothing&sort=name');
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
    renderCoveragePage(
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
    renderCoveragePage({ ...anApi({ listCoverage }), getSweep } as never);
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
    renderCoveragePage(api);
    expect(
      await screen.findByText(/holds no users and groups/),
    ).toBeInTheDocument();
  });

  it('says that it shows the last known state when the catalog is away', async () => {
    renderCoveragePage(
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
    renderCoveragePage(
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
    const user = renderCoveragePage(anApi({ listCoverage }));
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: 'shop' }),
    ).toBeInTheDocument();
  });

  it('shows the list also to those who may not read the policy', async () => {
    renderCoveragePage(
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
