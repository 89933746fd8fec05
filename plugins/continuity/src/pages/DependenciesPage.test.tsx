import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  defaultPolicy,
  type ClassifyDependenciesRequest,
  type ContinuityApi,
  type DependencyEdgeList,
} from 'backstage-plugin-continuity-common';
import { useLocation } from 'react-router-dom';
import { NOW } from '../../dev/fixtures/aContinuity';
import {
  HOUR,
  aNode,
  anEdge,
  dependencyData,
} from '../../dev/fixtures/aDependency';
import { aRunSheet, aWhatIfAnswer } from '../../dev/fixtures/aLoss';
import { catalogEntities } from '../../dev/fixtures/catalogEntities';
import { aResponseError } from '../../dev/fixtures/FakeContinuityApi';
import { stopTheClock } from '../../dev/fixtures/stopTheClock';
import { continuityApiRef } from '../api';
import { rootRouteRef } from '../routes';
import { DependenciesPage } from './DependenciesPage';

stopTheClock(NOW);

const list = <T,>(items: T[], rest = {}) => ({
  ...dependencyData,
  items,
  totalItems: items.length,
  redacted: 0,
  pageInfo: {},
  ...rest,
});
const telemetry = aNode('telemetry');
const edgeOf = (name: string, edge = {}) => ({
  from: aNode(name),
  to: telemetry,
  edge: anEdge(`component:default/${name}`, telemetry.entityRef, {
    class: 'unclassified',
    ...edge,
  }),
});

function open(query: string = '', others: Record<string, unknown> = {}) {
  const api = {
    getPolicy: jest.fn().mockResolvedValue({ policy: defaultPolicy }),
    getCoverageSummary: jest.fn().mockResolvedValue({ groups: [] }),
    listConcentration: jest.fn().mockResolvedValue(
      list(
        [
          {
            ...aNode('ledger-db', {
              rtoSeconds: 24 * HOUR,
              demandedRtoSeconds: HOUR,
            }),
            rank: 1,
            total: 14,
            byTier: { 'tier-1': 4, 'tier-2': 10 },
            planInForce: false,
          },
        ],
        {
          tiers: [
            { id: 'tier-1', title: 'Mission critical', rank: 0 },
            { id: 'tier-2', title: 'Business critical', rank: 1 },
          ],
          totals: { 'tier-1': 9, 'tier-2': 40 },
          redacted: 2,
        },
      ),
    ),
    listTargetConflicts: jest.fn().mockResolvedValue(
      list(
        [
          {
            ...aNode('ledger-db'),
            target: 'rto',
            seconds: 24 * HOUR,
            demandedSeconds: HOUR,
            demandedBy: 'component:default/checkout',
            demandedByTitle: 'Checkout',
            path: [
              'component:default/checkout',
              'component:default/payments',
              'component:default/ledger-db',
            ],
            demandedByCount: 3,
            neededFasterBy: 7,
          },
        ],
        { titles: {} },
      ),
    ),
    listUnresolvedDependencies: jest.fn().mockResolvedValue(
      list([
        {
          ref: 'component:default/paymnets',
          namedBy: [
            { entityRef: 'component:default/checkout', title: 'Checkout' },
          ],
          namedByTotal: 4,
          redacted: 1,
        },
      ]),
    ),
    listDependencyEdges: jest.fn().mockResolvedValue(
      list(
        [
          edgeOf('checkout'),
          edgeOf('payments'),
          edgeOf('basket', { locked: true, mayClassify: false }),
        ],
        {
          targets: [
            { ref: telemetry.entityRef, title: 'telemetry', total: 40 },
          ],
        },
      ) as DependencyEdgeList,
    ),
    whatIf: jest.fn().mockResolvedValue(aWhatIfAnswer()),
    makeRunSheet: jest.fn().mockResolvedValue(aRunSheet()),
    exportRunSheet: jest.fn().mockResolvedValue('wave,step'),
    ...others,
  };
  renderInTestApp(
    <>
      <DependenciesPage />
      <Address />
    </>,
    {
      apis: [
        [continuityApiRef, api as unknown as ContinuityApi],
        [catalogApiRef, catalogApiMock({ entities: catalogEntities })],
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef as never,
        '/continuity': rootRouteRef as never,
      },
      initialRouteEntries: [`/continuity/dependencies${query}`],
    },
  );
  return { api, user: userEvent.setup() };
}

const Address = () => {
  const { pathname, search } = useLocation();
  return <div data-testid="address">{pathname + search}</div>;
};
const address = () => screen.getByTestId('address').textContent;

describe('DependenciesPage', () => {
  it('begins with the concentration: how many of each tier can’t do without, and what that asks of it', async () => {
    open();
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
    const { api, user } = open('?tier=tier-1');
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
    open('?view=conflicts');
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
      list(
        [{ ...aNode('a'), rank: 1, total: 1, byTier: {}, planInForce: true }],
        {
          tiers: [],
          totals: {},
          totalItems: 120,
          pageInfo: { nextCursor: 'two' },
        },
      ),
    );
    const { user } = open('', { listConcentration });
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
    open('?view=unresolved');
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
          .mockResolvedValue(list([], { tiers: [], totals: {} })),
      },
    ],
    [
      '?view=conflicts',
      'All targets fit',
      {
        listTargetConflicts: jest
          .fn()
          .mockResolvedValue(list([], { titles: {} })),
      },
    ],
    [
      '?view=conflicts&owner=group:default/x',
      'Nothing matches',
      {
        listTargetConflicts: jest
          .fn()
          .mockResolvedValue(list([], { titles: {} })),
      },
    ],
    [
      '?view=unresolved',
      'Everything is there',
      { listUnresolvedDependencies: jest.fn().mockResolvedValue(list([])) },
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
    open(query, others);
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
    const { user, api } = open('?view=unclassified', { classifyDependencies });
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
    const { api } = open(lost);
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
    open(lost);
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
    open(lost);
    expect(await screen.findByText('Who must be called')).toBeVisible();
    expect(
      screen.getAllByRole('link', { name: 'Payments on-call' })[0],
    ).toHaveAttribute('href', '/catalog/default/group/payments-oncall');
    expect(screen.getByText('For one nobody is named.')).toBeVisible();
    expect(screen.getByText('One goes on with a workaround')).toBeVisible();
    expect(screen.getByText('One has no plan in force')).toBeVisible();
  });

  it('asks nothing before something is chosen, and then puts the question into the address', async () => {
    const { api, user } = open('?view=what-if');
    await user.click(
      await screen.findByRole('button', { name: 'What happens?' }),
    );
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Choose at least one entity, or a filter.',
    );
    expect(api.whatIf).not.toHaveBeenCalled();

    await user.type(screen.getByLabelText('Entities'), 'check');
    expect(screen.getByLabelText('Entities')).toHaveValue('check');
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
    const { api, user } = open('?view=what-if');
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
    const { api, user } = open('?view=what-if&lose=component:default/x');
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
    const { api, user } = open(lost);
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
