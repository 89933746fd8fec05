import { identityApiRef } from '@backstage/core-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import type { ContinuityApi } from 'backstage-plugin-continuity-common';
import { Route, Routes } from 'react-router-dom';
import { aFinding } from '../../../dev/fixtures/aFinding';
import { aPolicyResponse } from '../../../dev/fixtures/aPolicy';
import { aTestDetail } from '../../../dev/fixtures/aTest';
import { FakeRunApi } from '../../../dev/fixtures/FakeRunApi';
import { ContinuityPage, rootRouteRef } from '../..';
import continuityPlugin from '../../alpha';
import { continuityApiRef } from '../../api';

// A whole app in jsdom, on a machine that does other things as well.
jest.setTimeout(120_000);

const api = {
  tests: new FakeRunApi([aTestDetail()], { findings: [aFinding()] }),
  getPolicy: async () => aPolicyResponse,
} as unknown as ContinuityApi;
const identity = mockApis.identity({ userEntityRef: 'user:default/mira' });

async function legacy(path: string) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [continuityApiRef, api],
        [identityApiRef, identity],
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
      [catalogApiRef, catalogApiMock({ entities: [] })],
    ],
    initialRouteEntries: [path],
  });
}

describe.each([
  ['the legacy frontend system', legacy],
  ['the new frontend system', newSystem],
])('in an app on %s', (_name, renderAt) => {
  it('a test has an address of its own', async () => {
    await renderAt('/continuity/tests/test-1');
    expect(
      await screen.findByRole(
        'heading',
        { name: 'Restore of the orders database' },
        { timeout: 40_000 },
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Start the test' }),
    ).toBeEnabled();
  });

  it('a finding has an address of its own', async () => {
    await renderAt('/continuity/tests/findings/finding-1');
    expect(
      await screen.findByRole(
        'heading',
        { name: 'The standby has too few connections' },
        { timeout: 40_000 },
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All findings' })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/tests\/findings$/),
    );
  });
});
