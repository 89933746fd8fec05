import { screen, waitFor, within } from '@testing-library/react';
import { aCoverageList, aCoverageSummary } from '../../dev/fixtures/aCoverage';
import {
  aTrendMove,
  aTrendPoint,
  FakeCoverageApi,
} from '../../dev/fixtures/FakeCoverageApi';
import {
  address,
  anApi,
  inFile,
  renderCoveragePage,
  shop,
} from '../../dev/fixtures/renderCoveragePage';

// A whole page in jsdom, on a machine that does other things as well.
jest.setTimeout(60_000);

const then = {
  day: '2026-03-31',
  policyVersion: 'v1',
  timeZone: 'Europe/Berlin',
  tiers: [{ id: 'tier-2', title: 'Business critical of old' }],
};

describe('the past', () => {
  it('is said plainly, named by the policy of then, and has a way back', async () => {
    const api = anApi();
    api.listCoverage.mockResolvedValue(
      aCoverageList([shop], {
        asOf: '2026-03-31T21:59:59.999Z',
        then,
        allowedActions: [],
      }),
    );
    const user = renderCoveragePage(api, '?asOf=2026-03-31&late=true');
    const banner = await screen.findByText(
      'You see the past: as of March 31, 2026, end of the day (Europe/Berlin).',
    );
    expect(banner).toBeInTheDocument();
    expect(
      await screen.findByRole('group', { name: 'Business critical of old' }),
    ).toBeInTheDocument();
    expect(screen.getByText(/as of then/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Set tiers' })).toBeNull();
    expect(api.listCoverage).toHaveBeenCalledWith(
      expect.objectContaining({ asOf: '2026-03-31', late: true }),
    );
    expect(api.getCoverageSummary).toHaveBeenCalledWith(
      expect.objectContaining({ asOf: '2026-03-31' }),
    );
    await user.click(screen.getByRole('button', { name: 'Back to now' }));
    expect(address()).toBe('/continuity/coverage?late=true');
  });

  it('is chosen by a day', async () => {
    const user = renderCoveragePage(anApi());
    const field = await screen.findByLabelText('As of');
    await user.type(field, '2026-03-31');
    await waitFor(() =>
      expect(address()).toBe('/continuity/coverage?asOf=2026-03-31'),
    );
    expect(screen.getByText(/You see the past/)).toBeInTheDocument();
  });

  it('refuses days that are not over before anybody is asked', async () => {
    const user = renderCoveragePage(anApi());
    await user.type(await screen.findByLabelText('As of'), '2999-01-01');
    expect(screen.getByText('Only days that are over')).toBeInTheDocument();
    expect(address()).toBe('/continuity/coverage');
  });
});

describe('groups', () => {
  it('count what stands behind each cause, by name, and open it as a filter', async () => {
    const api = anApi();
    const key = 'dependency-unprotected resource:default/db';
    api.getCoverageSummary.mockImplementation(async query =>
      query?.groupBy === 'cause'
        ? aCoverageSummary(
            {
              'owner-unresolved group:default/gone': { exposed: 1 },
              [key]: { exposed: 30, 'at-risk': 10 },
            },
            {
              groupBy: 'cause',
              names: { 'resource:default/db': 'Orders database' },
            },
          )
        : aCoverageSummary({ 'tier-1': { met: 3 } }),
    );
    const user = renderCoveragePage(api, '?group=cause');
    const table = await screen.findByRole('table', { name: /Groups/ });
    const [, first] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('Orders database: ');
    expect(
      within(first)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual([
      'Orders database: Needs something without a plan',
      '40',
      '10',
      '30',
      '0',
    ]);
    await user.click(within(first).getByRole('button'));
    expect(new URLSearchParams(address()!.split('?')[1]).get('cause')).toBe(
      key,
    );
    expect(
      await screen.findByRole('table', { name: /Services/ }),
    ).toBeInTheDocument();
  });

  it('are chosen beside the list', async () => {
    const user = renderCoveragePage(anApi());
    await user.click(await screen.findByLabelText(/Group by/));
    await user.click(await screen.findByRole('option', { name: 'Owner' }));
    expect(address()).toBe('/continuity/coverage?group=owner');
  });
});

describe('columns', () => {
  it('are chosen, and stand in the address', async () => {
    const user = renderCoveragePage(anApi());
    await screen.findByRole('table', { name: /Services/ });
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(
      await screen.findByRole('menuitemcheckbox', { name: 'System' }),
    );
    expect(address()).toContain('column=system');
    expect(
      screen.getByRole('columnheader', { name: 'System', hidden: true }),
    ).toBeInTheDocument();
  });
});

describe('export', () => {
  it('saves what the filters match, as of what is shown', async () => {
    const save = jest.fn();
    Object.assign(URL, {
      createObjectURL: () => 'blob:x',
      revokeObjectURL: save,
    });
    const coverage = new FakeCoverageApi();
    const user = renderCoveragePage(
      { ...anApi(), coverage },
      '?late=true&asOf=2026-03-31&sort=rto');
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: /Excel/ }));
    await waitFor(() => expect(save).toHaveBeenCalled());
    expect(coverage.exported).toEqual([
      { late: true, asOf: '2026-03-31', format: 'csv', bom: true },
    ]);
  });
});

describe('asking the owners', () => {
  it('is offered to who may, for services whose tier the file sets, too', async () => {
    const api = anApi();
    api.listCoverage.mockResolvedValue(
      aCoverageList([inFile], { allowedActions: ['coverage.ask'] }),
    );
    const user = renderCoveragePage(api);
    await user.click(
      await screen.findByRole('button', { name: 'Ask the owners' }),
    );
    expect(
      screen.getByRole('checkbox', { name: 'Select in-file' }),
    ).toBeEnabled();
    expect(screen.getByRole('button', { name: 'Ask…' })).toBeDisabled();
  });

  it('is not offered to who may not', async () => {
    renderCoveragePage(anApi());
    await screen.findByRole('table', { name: /Services/ });
    expect(screen.queryByRole('button', { name: 'Ask the owners' })).toBeNull();
  });
});

describe('the programme', () => {
  it('says what is due when, and that nothing is late', async () => {
    const coverage = new FakeCoverageApi({
      programme: {
        timeZone: 'Europe/Berlin',
        items: [
          {
            code: 'plan-missing',
            dueOn: '2026-06-30',
            late: false,
            entities: 1080,
          },
        ],
        more: 0,
        asOf: null,
      },
    });
    const user = renderCoveragePage({ ...anApi(), coverage });
    expect(await screen.findByText('Nothing is late.')).toBeInTheDocument();
    expect(screen.getByText('By June 30, 2026')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /1,080 services/ }));
    expect(address()).toBe('/continuity/coverage?gap=plan-missing');
  });

  it('says so where it could not be loaded', async () => {
    const coverage = new FakeCoverageApi();
    coverage.getProgramme = jest.fn().mockRejectedValue(new Error('away'));
    renderCoveragePage({ ...anApi(), coverage });
    expect(
      await screen.findByText('What is due when could not be loaded.'),
    ).toBeInTheDocument();
  });
});

describe('the trend', () => {
  it('tells what was fixed from what was only counted otherwise, in words and as a table', async () => {
    const coverage = new FakeCoverageApi({
      trend: {
        step: 'week',
        timeZone: 'Europe/Berlin',
        points: [
          aTrendPoint('2026-05-24', { met: 20, exposed: 80 }, 9),
          aTrendPoint('2026-05-31', { met: 45, exposed: 55 }, 4),
        ],
        moves: [
          aTrendMove({
            work: { better: 12, worse: 2, same: 0 },
            tier: { better: 10, worse: 0, same: 5 },
            exemption: { better: 0, worse: 1, same: 0 },
          }),
        ],
      },
    });
    const user = renderCoveragePage({ ...anApi(), coverage });
    expect(
      await screen.findByText(
        'Met: from 20% to 45%. 12 fixed, 2 became worse.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Only counted otherwise: 15 by another tier, 1 by an exemption.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', {
        name: 'Services per status at 2 points in time',
      }),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show as a table' }));
    const [, latest] = within(
      screen.getByRole('table', { name: 'Steps of the trend' }),
    ).getAllByRole('row');
    expect(
      within(latest)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual([
      'May 31',
      '45%',
      '4',
      '12',
      '2',
      '15 by another tier, 1 by an exemption',
    ]);
  });

  it('says where there is no history yet', async () => {
    const coverage = new FakeCoverageApi({
      trend: {
        step: 'day',
        timeZone: 'UTC',
        points: [aTrendPoint('2026-05-31', { met: 1 })],
        moves: [],
      },
    });
    renderCoveragePage({ ...anApi(), coverage });
    expect(
      await screen.findByText(/There is no history yet/),
    ).toBeInTheDocument();
  });
});
