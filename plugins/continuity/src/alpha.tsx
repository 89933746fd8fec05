import {
  ApiBlueprint,
  PageBlueprint,
  SubPageBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  CatalogFilterBlueprint,
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { ContinuityClient } from 'backstage-plugin-continuity-common';
import { continuityApiRef } from './api';
import { ContinuityIcon } from './pages/ContinuityIcon';
import { SubPageContent } from './pages/SubPageContent';
import {
  changesRouteRef,
  coverageRouteRef,
  dependenciesRouteRef,
  exemptionsRouteRef,
  insightsRouteRef,
  plansRouteRef,
  policyRouteRef,
  rootRouteRef,
  testsRouteRef,
} from './routes';

const continuityKinds = {
  kind: { $in: ['component', 'system', 'resource'] },
};

const continuityApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: continuityApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new ContinuityClient(deps),
    }),
});

const continuityPage = PageBlueprint.make({
  params: {
    path: '/continuity',
    routeRef: rootRouteRef,
    title: 'Continuity',
    icon: <ContinuityIcon fontSize="inherit" />,
  },
});

const coveragePage = SubPageBlueprint.make({
  name: 'coverage',
  params: {
    path: 'coverage',
    title: 'Coverage',
    loader: () =>
      import('./coverage/CoveragePage').then(m => (
        <SubPageContent>
          <m.CoveragePage />
        </SubPageContent>
      )),
  },
});

const testsPage = SubPageBlueprint.make({
  name: 'tests',
  params: {
    path: 'tests',
    title: 'Tests',
    loader: () =>
      import('./testing/TestsRoutes').then(m => (
        <SubPageContent>
          <m.TestsRoutes />
        </SubPageContent>
      )),
  },
});

const plansPage = SubPageBlueprint.make({
  name: 'plans',
  params: {
    path: 'plans',
    title: 'Plans',
    loader: () =>
      import('./plan/PlansPage').then(m => (
        <SubPageContent>
          <m.PlansPage />
        </SubPageContent>
      )),
  },
});

const changesPage = SubPageBlueprint.make({
  name: 'changes',
  params: {
    path: 'changes',
    title: 'Changes',
    loader: () =>
      import('./change/ChangesRoutes').then(m => (
        <SubPageContent>
          <m.ChangesRoutes />
        </SubPageContent>
      )),
  },
});

const dependenciesPage = SubPageBlueprint.make({
  name: 'dependencies',
  params: {
    path: 'dependencies',
    title: 'Dependencies',
    loader: () =>
      import('./pages/DependenciesPage').then(m => (
        <SubPageContent>
          <m.DependenciesPage />
        </SubPageContent>
      )),
  },
});

const insightsPage = SubPageBlueprint.make({
  name: 'insights',
  params: {
    path: 'insights',
    title: 'Insights',
    loader: () =>
      import('./coverage/insights/InsightsRoutes').then(m => (
        <SubPageContent>
          <m.InsightsRoutes />
        </SubPageContent>
      )),
  },
});

const exemptionsPage = SubPageBlueprint.make({
  name: 'exemptions',
  params: {
    path: 'exemptions',
    title: 'Exemptions',
    loader: () =>
      import('./exemption/ExemptionsRoutes').then(m => (
        <SubPageContent>
          <m.ExemptionsRoutes />
        </SubPageContent>
      )),
  },
});

const policyPage = SubPageBlueprint.make({
  name: 'policy',
  params: {
    path: 'policy',
    title: 'Policy',
    loader: () =>
      import('./pages/PolicyPage').then(m => (
        <SubPageContent>
          <m.PolicyPage />
        </SubPageContent>
      )),
  },
});

const entityContinuityContent = EntityContentBlueprint.make({
  params: {
    path: '/continuity',
    title: 'Continuity',
    group: 'operation',
    filter: continuityKinds,
    loader: () =>
      import('./assessment/EntityContinuityContent').then(m => (
        <m.EntityContinuityContent />
      )),
  },
});

const entityContinuityCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: continuityKinds,
    loader: () =>
      import('./assessment/EntityContinuityCard').then(m => (
        <m.EntityContinuityCard />
      )),
  },
});

const statusCatalogFilter = CatalogFilterBlueprint.make({
  name: 'status',
  params: {
    loader: () =>
      import('./catalogTable').then(m => <m.ContinuityStatusPicker />),
  },
});

const tierCatalogFilter = CatalogFilterBlueprint.make({
  name: 'tier',
  params: {
    loader: () =>
      import('./catalogTable').then(m => <m.ContinuityTierPicker />),
  },
});

/**
 * The plugin for apps on the new frontend system: the pages under /continuity, the tab and the card of entity pages, the filters of the
 * catalog page, and the API.
 *
 * @alpha
 */
export default createFrontendPlugin({
  pluginId: 'continuity',
  title: 'Continuity',
  icon: <ContinuityIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    changes: changesRouteRef,
    coverage: coverageRouteRef,
    dependencies: dependenciesRouteRef,
    exemptions: exemptionsRouteRef,
    insights: insightsRouteRef,
    plans: plansRouteRef,
    policy: policyRouteRef,
    tests: testsRouteRef,
  },
  extensions: [
    continuityApi,
    continuityPage,
    coveragePage,
    testsPage,
    plansPage,
    changesPage,
    dependenciesPage,
    exemptionsPage,
    insightsPage,
    policyPage,
    entityContinuityContent,
    entityContinuityCard,
    statusCatalogFilter,
    tierCatalogFilter,
  ],
});
