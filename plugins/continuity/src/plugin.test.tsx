import {
  mockApis,
  TestApiProvider,
  renderInTestApp,
} from '@backstage/test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen } from '@testing-library/react';
import type { ContinuityApi } from 'backstage-plugin-continuity-common';
import { Route, Routes } from 'react-router-dom';
import {
  aCoverageItem,
  aCoverageList,
  aCoverageSummary,
} from '../dev/fixtures/aCoverage';
import { aPolicy } from '../dev/fixtures/aPolicy';
import { aSweep } from '../dev/fixtures/aSweep';
import { aTestDetail } from '../dev/fixtures/aTest';
import { FakeAuditApi } from '../dev/fixtures/FakeAuditApi';
import { FakeChangeApi } from '../dev/fixtures/FakeChangeApi';
import { FakeCoverageApi } from '../dev/fixtures/FakeCoverageApi';
import { FakeTestApi } from '../dev/fixtures/FakeTestApi';
import {
  ContinuityPage,
  continuityPlugin,
  isContinuityAvailable,
  rootRouteRef,
} from '.';
import { continuityApiRef } from './api';

// A whole app in jsdom, on a machine that does other things as well.
jest.setTimeout(60_000);

const api = {
  listCoverage: async () => aCoverageList([aCoverageItem('shop')]),
  getCoverageSummary: async () => aCoverageSummary({ 'tier-2': { met: 1 } }),
  tests: new FakeTestApi([aTestDetail()]),
  coverage: new FakeCoverageApi(),
  audit: new FakeAuditApi(),
  changes: new FakeChangeApi(),
  getPolicy: async () => ({
    policy: aPolicy,
    version: 'abc',
    inForceSince: '2026-05-01T12:00:00.000Z',
    versions: [],
    sweep: aSweep(),
    peopleKnown: true,
  }),
  getSweep: async () => aSweep(),
  listCarryOvers: async () => ({ items: [], totalItems: 0 }),
} as unknown as ContinuityApi;

async function renderAt(path: string) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [continuityApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: [] })],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      <Routes>
        <Route path="/continuity/*" element={<ContinuityPage />} />
      </Routes>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/continuity': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}

describe('in an app on the legacy frontend system', () => {
  it('shows the coverage page under a header of its own', async () => {
    await renderAt('/continuity');
    expect(
      await screen.findByRole('link', { name: 'shop' }, { timeout: 20_000 }),
    ).toHaveAttribute('href', '/catalog/default/component/shop/continuity');
    expect(
      screen.getByRole('heading', { name: 'Continuity' }),
    ).toBeInTheDocument();
  });

  it('opens the tests by their own address', async () => {
    await renderAt('/continuity/tests?view=list');
    expect(
      await screen.findByRole(
        'link',
        { name: 'Restore of the orders database' },
        { timeout: 20_000 },
      ),
    ).toHaveAttribute('href', expect.stringMatching(/\/tests\/test-1$/));
  });

  it('opens the insights page by its own address', async () => {
    await renderAt('/continuity/insights');
    expect(
      await screen.findByText('Requirements met', {}, { timeout: 20_000 }),
    ).toBeInTheDocument();
  });

  it('opens the policy page by its own address', async () => {
    await renderAt('/continuity/policy');
    expect(
      await screen.findByRole('table', { name: 'Tiers' }, { timeout: 20_000 }),
    ).toBeInTheDocument();
  });

  it('brings its API', () => {
    expect([...continuityPlugin.getApis()].map(each => each.api.id)).toEqual([
      'plugin.continuity.service',
    ]);
  });

  it.each([
    ['Component', true],
    ['system', true],
    ['Resource', true],
    ['API', false],
    ['Group', false],
  ])('offers the tab for a %s: %s', (kind, available) => {
    expect(
      isContinuityAvailable({
        apiVersion: 'backstage.io/v1alpha1',
        kind,
        metadata: { name: 'x' },
      }),
    ).toBe(available);
  });
});
