import { identityApiRef } from '@backstage/core-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import type { ContinuityApi } from 'backstage-plugin-continuity-common';
import { Route, Routes } from 'react-router-dom';
import { aChangeDetail } from '../../dev/fixtures/aChange';
import { aPolicyResponse } from '../../dev/fixtures/aPolicy';
import { FakeChangeApi } from '../../dev/fixtures/FakeChangeApi';
import { ContinuityPage, rootRouteRef } from '..';
import continuityPlugin from '../alpha';
import { continuityApiRef } from '../api';

// A whole app in jsdom, on a machine that does other things as well.
jest.setTimeout(120_000);

const api = {
  changes: new FakeChangeApi([aChangeDetail()]),
  getPolicy: async () => aPolicyResponse,
} as unknown as ContinuityApi;
const identity = mockApis.identity({ userEntityRef: 'user:default/mira' });
const permission = mockApis.permission();

async function legacy(path: string) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [continuityApiRef, api],
        [identityApiRef, identity],
        [permissionApiRef, permission],
        [catalogApiRef, catalogApiMock({ entities: [] })],
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

async function newSystem(path: string) {
  renderTestApp({
    features: [catalogPlugin, continuityPlugin],
    apis: [
      [continuityApiRef, api],
      [identityApiRef, identity],
      [permissionApiRef, permission],
      [catalogApiRef, catalogApiMock({ entities: [] })],
    ],
    initialRouteEntries: [path],
  });
}

describe.each([
  ['the legacy frontend system', legacy],
  ['the new frontend system', newSystem],
])('in an app on %s', (_name, renderAt) => {
  it('a check can be linked to, with what is touched', async () => {
    await renderAt(
      '/continuity/changes?touched=resource:default/ledger-db&type=emergency',
    );
    expect(
      await screen.findByText(/one of them blocks/, {}, { timeout: 40_000 }),
    ).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Check a change' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('a change has an address of its own', async () => {
    await renderAt('/continuity/changes/change-1');
    expect(
      await screen.findByRole(
        'heading',
        { name: 'Move the ledger to a smaller database' },
        { timeout: 40_000 },
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All changes' })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/changes\?view=list$/),
    );
  });
});
