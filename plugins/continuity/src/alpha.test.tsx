import {
  createExtensionTester,
  mockApis,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { cleanup, screen, waitFor } from '@testing-library/react';
import type { ContinuityApi } from 'backstage-plugin-continuity-common';
import {
  aCoverageItem,
  aCoverageList,
  aCoverageSummary,
} from '../dev/fixtures/aCoverage';
import { aMine } from '../dev/fixtures/aMine';
import { aSweep } from '../dev/fixtures/aSweep';
import { aTestDetail } from '../dev/fixtures/aTest';
import { FakeAuditApi } from '../dev/fixtures/FakeAuditApi';
import { FakeChangeApi } from '../dev/fixtures/FakeChangeApi';
import { FakeCoverageApi } from '../dev/fixtures/FakeCoverageApi';
import { FakeTestApi } from '../dev/fixtures/FakeTestApi';
import { aPolicy } from '../dev/fixtures/aPolicy';
import continuityPlugin from './alpha';
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

function renderAt(path: string, said: Partial<ContinuityApi> = {}) {
  renderTestApp({
    features: [catalogPlugin, continuityPlugin],
    apis: [
      [continuityApiRef, { ...api, ...said }],
      [catalogApiRef, catalogApiMock({ entities: [] })],
      [permissionApiRef, mockApis.permission()],
    ],
    initialRouteEntries: [path],
  });
}

describe('in an app on the new frontend system', () => {
  it('opens with the coverage page, and has an item in the sidebar', async () => {
    renderAt('/continuity');
    expect(
      await screen.findByRole(
        'heading',
        { name: 'Coverage' },
        { timeout: 20_000 },
      ),
    ).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: 'shop' })).toHaveAttribute(
      'href',
      '/catalog/default/component/shop/continuity',
    );
    const items = screen.getAllByRole('link', { name: /Continuity/ });
    expect(items.map(item => item.getAttribute('href'))).toContain(
      '/continuity',
    );
  });

  it('has a tab for what is one’s own first, and only for who owns something', async () => {
    const mine = aMine({}, { total: 1 });
    renderAt('/continuity', { coverage: new FakeCoverageApi({ mine }) });
    const heading = { name: 'Coverage' };
    await screen.findByRole('heading', heading, { timeout: 20_000 });
    const tabs = screen.getAllByRole('tab');
    expect(tabs[0]).toHaveTextContent('My continuity');
    cleanup();

    renderAt('/continuity');
    await screen.findByRole('heading', heading, { timeout: 20_000 });
    await waitFor(() =>
      expect(
        screen.queryByRole('tab', { name: 'My continuity' }),
      ).not.toBeInTheDocument(),
    );
    cleanup();

    renderAt('/continuity/mine');
    expect(
      await screen.findByText('Nothing waits for you'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('tab', { name: 'My continuity' }),
    ).toBeInTheDocument();
  });

  it('opens the tests by their own address', async () => {
    renderAt('/continuity/tests?view=list');
    expect(
      await screen.findByRole(
        'link',
        { name: 'Restore of the orders database' },
        { timeout: 20_000 },
      ),
    ).toHaveAttribute('href', '/continuity/tests/test-1');
  });

  it('opens the insights page by its own address', async () => {
    renderAt('/continuity/insights');
    expect(
      await screen.findByText('Requirements met', {}, { timeout: 20_000 }),
    ).toBeInTheDocument();
  });

  it('opens the policy page by its own address', async () => {
    renderAt('/continuity/policy');
    expect(
      await screen.findByRole(
        'heading',
        { name: 'Policy' },
        { timeout: 20_000 },
      ),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('table', { name: 'Tiers' }),
    ).toBeInTheDocument();
  });

  it('adds a tab to the operation group of components, systems and resources', () => {
    const tab = createExtensionTester(
      continuityPlugin.getExtension('entity-content:continuity'),
    );
    const { title, group, filterFunction } = EntityContentBlueprint.dataRefs;
    expect(tab.get(title)).toBe('Continuity');
    expect(tab.get(group)).toBe('operation');
    const kindsWithTab = [
      'Component',
      'System',
      'Resource',
      'API',
      'User',
    ].filter(kind =>
      tab.get(filterFunction)!({
        apiVersion: 'backstage.io/v1alpha1',
        kind,
        metadata: { name: 'x' },
      }),
    );
    expect(kindsWithTab).toEqual(['Component', 'System', 'Resource']);
  });

  it('adds a card of type info to the overview', () => {
    const card = createExtensionTester(
      continuityPlugin.getExtension('entity-card:continuity'),
    );
    expect(card.get(EntityCardBlueprint.dataRefs.type)).toBe('info');
  });
});
