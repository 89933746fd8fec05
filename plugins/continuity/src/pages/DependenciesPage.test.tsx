import { screen, waitFor, within } from '@testing-library/react';
import type { ClassifyDependenciesRequest } from 'backstage-plugin-continuity-common';
import { NOW } from '../../dev/fixtures/aContinuity';
import { aNode } from '../../dev/fixtures/aDependency';
import { aResponseError } from '../../dev/fixtures/FakeContinuityApi';
import {
  aList,
  address,
  renderDependenciesPage,
} from '../../dev/fixtures/renderDependenciesPage';
import { stopTheClock } from '../../dev/fixtures/stopTheClock';

stopTheClock(NOW);

describe('DependenciesPage', () => {
  it('begins with the concentration: how many of each tier can’t do without, and what that asks of it', async () => {
    renderDependenciesPage();
    const table = within(
      await screen.findByRole('table', { name: 'Concentration' }),
    );
    expect(table.getByText('4 of 9 in tier-1')).toBeVisible();
    expect(table.getByText('10 of 40 in tier-2')).toBeVisible();
    expect(table.getByText('no plan in force')).toBeVisible();
    expect(table.getByText('needed in 1 h')).toBeVisible();
    expect(
      table.getByRole('button', { name: 'What if we lose ledger-db?' }),
    ).toHaveAttribute(
      'href',
      '/continuity/dependencies?view=what-if&lose=component%3Adefault%2Fledger-db',
    );
    expect(screen.getByText(/2 more that you may not see/)).toBeVisible();
  });

  it('keeps view and filters in the address', async () => {
    const { api, user } = renderDependenciesPage('?tier=tier-1');
    await user.click(await screen.findByRole('tab', { name: 'Conflicts' }));
    expect(address()).toBe(
      '/continuity/dependencies?view=conflicts&tier=tier-1',
    );
    expect(
      await screen.findByText('ledger-db may take 24 h and is needed in 1 h'),
    ).toBeVisible();
    expect(api.listTargetConflicts).toHaveBeenCalledWith({
      tier: ['tier-1'],
      limit: 50,
    });
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(address()).toBe('/continuity/dependencies?view=conflicts');
  });

  it('lists a conflict with its path and with how many need it', async () => {
    renderDependenciesPage('?view=conflicts');
    const path = await screen.findByRole('list', { name: 'Path to ledger-db' });
    expect(
      within(path)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual([
      'component:checkout',
      'component:payments',
      'component:ledger-db',
    ]);
    expect(
      screen.getByText(
        /by Checkout and 2 others · 7 have a shorter target, all told/,
      ),
    ).toBeVisible();
  });

  it('turns pages, and back again', async () => {
    const listConcentration = jest.fn().mockResolvedValue(
      aList(
        [{ ...aNode('a'), rank: 1, total: 1, byTier: {}, planInForce: true }],
        {
          tiers: [],
          totals: {},
          totalItems: 120,
          pageInfo: { nextCursor: 'two' },
        },
      ),
    );
    const { user } = renderDependenciesPage('', { listConcentration });
    await user.click(await screen.findByRole('button', { name: 'Next page' }));
    expect(address()).toContain('cursor=two');
    expect(listConcentration).toHaveBeenLastCalledWith({
      cursor: 'two',
      limit: 50,
    });
    await user.click(screen.getByRole('button', { name: 'Previous page' }));
    expect(address()).toBe('/continuity/dependencies');
  });

  it('names what is not in the catalog, and who names it', async () => {
    renderDependenciesPage('?view=unresolved');
    expect(await screen.findByText('component:default/paymnets')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Checkout' })).toBeVisible();
    expect(screen.getByText(/and 3 more/)).toBeVisible();
  });

  it.each([
    [
      '',
      'Nothing is needed by what has a tier',
      {
        listConcentration: jest
          .fn()
          .mockResolvedValue(aList([], { tiers: [], totals: {} })),
      },
    ],
    [
      '?view=conflicts',
      'All targets fit',
      {
        listTargetConflicts: jest
          .fn()
          .mockResolvedValue(aList([], { titles: {} })),
      },
    ],
    [
      '?view=conflicts&owner=group:default/x',
      'Nothing matches',
      {
        listTargetConflicts: jest
          .fn()
          .mockResolvedValue(aList([], { titles: {} })),
      },
    ],
    [
      '?view=unresolved',
      'Everything is there',
      { listUnresolvedDependencies: jest.fn().mockResolvedValue(aList([])) },
    ],
    [
      '',
      'You may not see this',
      {
        listConcentration: jest
          .fn()
          .mockRejectedValue(aResponseError(403, { error: {} })),
      },
    ],
    [
      '',
      'The list could not be loaded',
      { listConcentration: jest.fn().mockRejectedValue(new Error('away')) },
    ],
  ])('at "%s" says "%s"', async (query, title, others) => {
    renderDependenciesPage(query, others);
    expect((await screen.findAllByText(new RegExp(title)))[0]).toBeVisible();
  });

  it('classifies many at once and says of each what became of it; what the file classifies can’t be chosen', async () => {
    const classifyDependencies = jest.fn(
      async ({ items }: ClassifyDependenciesRequest) => ({
        items: items.map(({ from, to }, index) => ({
          from,
          to,
          result: index === 0 ? 'changed' : 'refused',
          refusal: index === 0 ? null : 'not-allowed',
          message: null,
          edge: null,
        })),
      }),
    );
    const { user, api } = renderDependenciesPage('?view=unclassified', {
      classifyDependencies,
    });
    const select = (from: string) =>
      screen.findByRole('checkbox', {
        name: `Choose the dependency of ${from} on telemetry`,
      });
    expect(await select('basket')).toBeDisabled();
    await user.click(
      screen.getByRole('checkbox', { name: 'Choose all on this page' }),
    );
    const bar = within(
      screen.getByRole('region', { name: 'Chosen dependencies' }),
    );
    expect(bar.getByText('2 chosen')).toBeVisible();
    await user.click(bar.getByRole('button', { name: 'Hard or soft?' }));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Classify 2 dependencies' }),
    );
    await user.type(
      dialog.getByRole('textbox', { name: /Why/ }),
      'It works without telemetry',
    );
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('One changed')).toBeVisible();
    expect(screen.getByText('One refused')).toBeVisible();
    expect(
      screen.getByText(/You may not classify the dependencies of this entity/),
    ).toBeVisible();
    expect(classifyDependencies.mock.calls[0][0].items).toHaveLength(2);
    await waitFor(() =>
      expect(api.listDependencyEdges).toHaveBeenCalledTimes(2),
    );
  });
});

describe('what if', () => {
  const lost = '?view=what-if&lose=resource:default/ledger-db&outage=4h';

  it('answers the question of a link, with the result as its first sentence', async () => {
    const { api } = renderDependenciesPage(lost);
    expect(
      await screen.findByText(
        '3 entities are lost or can’t work; 2 are back in time; one tier-1 entity misses its RTO by up to 3 h.',
      ),
    ).toBeVisible();
    expect(api.whatIf).toHaveBeenCalledWith({
      entities: ['resource:default/ledger-db'],
      outage: '4h',
      limit: 1000,
    });
    expect(
      screen.getByText(/2 more that you may not see are hit/),
    ).toBeVisible();
  });

  it('draws the waves against the targets, and says the same in a table', async () => {
    renderDependenciesPage(lost);
    expect(
      await screen.findByRole('img', {
        name: 'Order of recovery, 3 entities in 3 waves',
      }),
    ).toBeVisible();
    const table = within(
      screen.getByRole('table', { name: 'In which order they come back' }),
    );
    const rows = table.getAllByRole('row').slice(1);
    expect(
      rows.map(row => within(row).getAllByRole('cell')[0].textContent),
    ).toEqual(['1', '2', '3']);
    expect(within(rows[2]).getByText('misses its RTO by 3 h')).toBeVisible();
    expect(within(rows[2]).getByText('nobody named')).toBeVisible();
  });

  it('says who must be called, who goes on with a workaround, and who has no plan', async () => {
    renderDependenciesPage(lost);
    expect(await screen.findByText('Who must be called')).toBeVisible();
    expect(
      screen.getAllByRole('link', { name: 'Payments on-call' })[0],
    ).toHaveAttribute('href', '/catalog/default/group/payments-oncall');
    expect(screen.getByText('For one nobody is named.')).toBeVisible();
    expect(screen.getByText('One goes on with a workaround')).toBeVisible();
    expect(screen.getByText('One has no plan in force')).toBeVisible();
  });

  it('names what the address says is lost as the catalog does', async () => {
    renderDependenciesPage(
      '?view=what-if&lose=component:default/checkout&lose=component:default/unheard-of',
    );
    expect(
      await screen.findByRole('button', { name: 'Checkout' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'unheard-of' }),
    ).toBeInTheDocument();
  });

  it('asks nothing before something is chosen, and then puts the question into the address', async () => {
    const { api, user } = renderDependenciesPage('?view=what-if');
    await user.click(
      await screen.findByRole('button', { name: 'What happens?' }),
    );
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Choose at least one entity, or a filter.',
    );
    expect(api.whatIf).not.toHaveBeenCalled();

    await user.type(screen.getByRole('textbox', { name: 'Entities' }), 'check');
    expect(screen.getByRole('textbox', { name: 'Entities' })).toHaveValue(
      'check',
    );
    await user.click(
      await screen.findByRole('option', {
        name: /component:default\/checkout/,
      }),
    );
    await user.click(screen.getByRole('button', { name: 'What happens?' }));
    expect(address()).toBe(
      '/continuity/dependencies?view=what-if&lose=component%3Adefault%2Fcheckout',
    );
    await waitFor(() => expect(api.whatIf).toHaveBeenCalledTimes(1));
  });

  it('asks for everything with a label', async () => {
    const { api, user } = renderDependenciesPage('?view=what-if');
    await user.click(
      await screen.findByRole('button', { name: 'Everything that matches' }),
    );
    await user.type(
      screen.getByRole('textbox', { name: 'Labels' }),
      'region=eu-west-1',
    );
    await user.click(screen.getByRole('button', { name: 'What happens?' }));
    await waitFor(() =>
      expect(api.whatIf).toHaveBeenCalledWith({
        filter: { labels: { region: ['eu-west-1'] } },
        limit: 1000,
      }),
    );
  });

  it('refuses a length of the outage that is none, before asking', async () => {
    const { api, user } = renderDependenciesPage(
      '?view=what-if&lose=component:default/x',
    );
    await screen.findByTestId('loss-sentence');
    await user.type(
      screen.getByRole('textbox', { name: /Assumed length/ }),
      'two weeks',
    );
    expect(screen.getByText(/Write a duration/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'What happens?' }));
    expect(api.whatIf).toHaveBeenCalledTimes(1);
  });

  it('opens the run sheet, prints it, and saves it as CSV', async () => {
    const print = jest.spyOn(window, 'print').mockImplementation(() => {});
    URL.createObjectURL = jest.fn().mockReturnValue('blob:sheet');
    URL.revokeObjectURL = jest.fn();
    const { api, user } = renderDependenciesPage(lost);
    await user.click(await screen.findByRole('button', { name: 'Run sheet' }));
    const sheet = within(
      await screen.findByRole('dialog', {
        name: 'Recovery run sheet: loss of ledger-db',
      }),
    );
    const table = within(await sheet.findByRole('table'));
    expect(table.getByText('T+4 h')).toBeVisible();
    expect(table.getByText('3 h late')).toBeVisible();
    expect(api.makeRunSheet).toHaveBeenCalledWith({
      mode: 'loss',
      entities: ['resource:default/ledger-db'],
      outage: '4h',
      title: 'Recovery run sheet: loss of ledger-db',
    });
    await user.click(sheet.getByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalled();
    await user.click(sheet.getByRole('button', { name: 'Download CSV' }));
    await waitFor(() => expect(URL.createObjectURL).toHaveBeenCalled());
    expect(api.exportRunSheet).toHaveBeenCalledWith(
      expect.objectContaining({ mode: 'loss' }),
      { format: 'csv', bom: true },
    );
  });
});
