import type { Entity } from '@backstage/catalog-model';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { CatalogTable } from '@backstage/plugin-catalog';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import {
  CatalogFilterLayout,
  DefaultFilters,
  EntityListProvider,
  catalogApiRef,
  entityRouteRef,
  starredEntitiesApiRef,
  MockStarredEntitiesApi,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  TestApiProvider,
  mockApis,
  renderInTestApp,
} from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ContinuityApi } from 'backstage-plugin-continuity-common';
import { aPolicyResponse } from '../../dev/fixtures/aPolicy';
import continuityPlugin from '../alpha';
import { continuityApiRef } from '../api';
import {
  ContinuityStatusPicker,
  ContinuityTierPicker,
  withContinuityColumns,
} from '.';

// Whole pages in jsdom, on a machine that does other things as well.
jest.setTimeout(90_000);
const soon = { timeout: 30_000 };

const labels = (status: string, tier?: string, lastTest?: string) => ({
  'continuity/status': status,
  ...(tier && { 'continuity/effective-tier': tier }),
  ...(lastTest && { 'continuity/last-test': lastTest }),
});

function aComponent(name: string, its?: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { namespace: 'default', name, ...(its && { labels: its }) },
    spec: { type: 'service', lifecycle: 'production', owner: 'team' },
  };
}

/** 25 exposed ones, so that a page of 20 does not hold them all, between others. */
const services = [
  ...Array.from({ length: 25 }, (_, n) =>
    aComponent(
      `exposed-${String(n).padStart(2, '0')}`,
      labels('exposed', n < 2 ? 'tier-1' : 'tier-2'),
    ),
  ),
  aComponent('met-1', labels('met', 'tier-1', 'passed')),
  aComponent('new-1', labels('unassessed')),
  aComponent('library'),
];

const continuity = {
  getPolicy: jest.fn(async () => aPolicyResponse),
} as unknown as jest.Mocked<ContinuityApi>;

function renderNewSystem(query: string, entities = services) {
  const catalog = catalogApiMock({ entities });
  const queryEntities = jest.spyOn(catalog, 'queryEntities');
  renderTestApp({
    features: [catalogPlugin, continuityPlugin],
    apis: [
      [continuityApiRef, continuity],
      [catalogApiRef, catalog],
    ],
    initialRouteEntries: [`/catalog${query}`],
  });
  return { user: userEvent.setup(), queryEntities };
}

async function renderLegacy(query: string, entities = services) {
  const catalog = catalogApiMock({ entities });
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [continuityApiRef, continuity],
        [catalogApiRef, catalog],
        [starredEntitiesApiRef, new MockStarredEntitiesApi()],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      <EntityListProvider pagination>
        <CatalogFilterLayout>
          <CatalogFilterLayout.Filters>
            <DefaultFilters initiallySelectedFilter="all" />
            <ContinuityStatusPicker />
            <ContinuityTierPicker />
          </CatalogFilterLayout.Filters>
          <CatalogFilterLayout.Content>
            <CatalogTable
              columns={withContinuityColumns(CatalogTable.defaultColumnsFunc)}
            />
          </CatalogFilterLayout.Content>
        </CatalogFilterLayout>
      </EntityListProvider>
    </TestApiProvider>,
    {
      routeEntries: [`/${query}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return userEvent.setup();
}

const rows = () =>
  within(screen.getAllByRole('table')[0])
    .getAllByRole('row')
    .slice(1)
    .map(row => within(row).queryAllByRole('link')[0]?.textContent)
    .filter(Boolean);

async function choose(
  user: ReturnType<typeof userEvent.setup>,
  label: string,
  option: string,
) {
  await user.click(
    await screen.findByLabelText(new RegExp(`^${label}`), {}, soon),
  );
  await user.click(await screen.findByRole('option', { name: option }));
  await user.keyboard('{Escape}');
}

const EXPOSED = '?filters[user]=all&filters[continuityStatus]=exposed';

describe('the catalog page of the new frontend system', () => {
  it('is filtered by the status of its address in the catalog, so that pages and counts are right', async () => {
    const { queryEntities } = renderNewSystem(EXPOSED);

    // counted by the catalog, not by the page
    expect(
      await screen.findByText('All Components (25)', {}, soon),
    ).toBeVisible();
    expect(queryEntities).toHaveBeenCalledWith(
      expect.objectContaining({
        filter: {
          kind: 'component',
          'metadata.labels.continuity/status': ['exposed'],
        },
        limit: 20,
      }),
    );
    await waitFor(() => expect(rows()).toHaveLength(20), soon);
    expect(screen.getByRole('button', { name: 'Next Page' })).toBeEnabled();
  });

  it('offers tiers by their titles, most critical first, and writes the choice into the address', async () => {
    const { user } = renderNewSystem('?filters[user]=all');
    await user.click(
      await screen.findByLabelText(/^Continuity tier/, {}, soon),
    );
    await waitFor(() =>
      expect(
        screen.getAllByRole('option').map(option => option.textContent),
      ).toEqual(['Mission critical', 'Business critical']),
    );
    await user.click(screen.getByRole('option', { name: 'Mission critical' }));

    await waitFor(
      () => expect(rows()).toEqual(['exposed-00', 'exposed-01', 'met-1']),
      soon,
    );
    expect(decodeURIComponent(window.location.search)).toContain(
      'filters[continuityTier]=tier-1',
    );
  });

  it('shows no filter where the catalog has none of the labels', async () => {
    renderNewSystem('?filters[user]=all', [aComponent('library')]);
    await screen.findByText('library', {}, soon);
    expect(screen.queryByText('Continuity status')).toBeNull();
    expect(screen.queryByText('Continuity tier')).toBeNull();
  });
});

describe('a catalog table of the legacy frontend system', () => {
  it('filters by several statuses and gives up the filter when nothing is chosen', async () => {
    const user = await renderLegacy('');
    await screen.findByText('exposed-00', {}, soon);

    await choose(user, 'Continuity status', 'Unassessed');
    await waitFor(() => expect(rows()).toEqual(['new-1']), soon);
    await choose(user, 'Continuity status', 'Met');
    await waitFor(() => expect(rows()).toEqual(['met-1', 'new-1']), soon);

    await choose(user, 'Continuity status', 'Unassessed');
    await choose(user, 'Continuity status', 'Met');
    await waitFor(() => expect(rows()).toHaveLength(20), soon);
  });

  it('keeps a choice of the address to give it up again, also where nothing has it any more', async () => {
    const user = await renderLegacy('?filters[continuityStatus]=exempt');
    await user.click(
      await screen.findByLabelText(/^Continuity status/, {}, soon),
    );
    expect(
      screen.getAllByRole('option').map(option => option.textContent),
    ).toEqual(['Exposed', 'Unassessed', 'Exempt', 'Met']);
    await user.click(screen.getByRole('option', { name: 'Exempt' }));
    expect(await screen.findByText('exposed-00', {}, soon)).toBeVisible();
  });

  it('has columns for tier, status and last test that read the policy once', async () => {
    continuity.getPolicy.mockClear();
    await renderLegacy('?filters[continuityTier]=tier-1');
    const row = (await screen.findByText('met-1', {}, soon)).closest('tr')!;

    expect(
      screen.getAllByRole('columnheader').map(each => each.textContent),
    ).toEqual(expect.arrayContaining(['Tier', 'Continuity', 'Last test']));
    await waitFor(() => expect(row).toHaveTextContent('Mission critical'));
    expect(row).toHaveTextContent('Passed');
    expect(
      within(row).getByRole('link', { name: 'Met: continuity of met-1' }),
    ).toHaveAttribute('href', '/catalog/default/component/met-1/continuity');
    expect(continuity.getPolicy.mock.calls.length).toBeLessThanOrEqual(1);
  });
});
