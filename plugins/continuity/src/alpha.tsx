import {
  ApiBlueprint,
  PageBlueprint,
  SubPageBlueprint,
  coreExtensionData,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  CatalogFilterBlueprint,
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { ContinuityClient } from 'backstage-plugin-continuity-common';
import { continuityApiRef } from './api';
import { mineWidgetLayout } from './mine/mineWidgetLayout';
import { ContinuityIcon } from './pages/ContinuityIcon';
import { SubPageContent } from './pages/SubPageContent';
import {
  changesRouteRef,
  coverageRouteRef,
  dependenciesRouteRef,
  exemptionsRouteRef,
  insightsRouteRef,
  mineRouteRef,
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

const continuityPage = PageBlueprint.makeWithOverrides({
  factory(originalFactory, { config, inputs }) {
    const title = config.title ?? 'Continuity';
    const icon = <ContinuityIcon fontSize="inherit" />;
    const pages = inputs.pages.map(page => {
      const path = page.get(coreExtensionData.routePath);
      return {
        path,
        title: page.get(coreExtensionData.title) ?? path,
        element: page.get(coreExtensionData.reactElement),
      };
    });
    return originalFactory({
      path: '/continuity',
      routeRef: rootRouteRef,
      title,
      icon,
      // the tabs are drawn in it: one of them is not for everybody
      noHeader: true,
      loader: () =>
        import('./pages/ContinuityTabs').then(m => (
          <m.ContinuityTabs title={title} icon={icon} pages={pages} />
        )),
    });
  },
});

const minePage = SubPageBlueprint.make({
  name: 'mine',
  params: {
    path: 'mine',
    title: 'My continuity',
    loader: () =>
      import('./mine/MinePage').then(m => (
        <SubPageContent>
          <m.MinePage />
        </SubPageContent>
      )),
  },
});

const coveragePage = SubPageBlueprint.make({
  name: 'coverage',
  params: {
    path: 'coverage',
    title: 'Coverage',
    loader: () =>
      import('./coverage/CoverageRoutes').then(m => (
        <SubPageContent>
          <m.CoverageRoutes />
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
      import('./pages/PolicyRoutes').then(m => (
        <SubPageContent>
          <m.PolicyRoutes />
        </SubPageContent>
      )),
  },
});

const mineWidget = HomePageWidgetBlueprint.make({
  name: 'mine',
  params: {
    name: 'HomePageMyContinuity',
    title: 'My continuity',
    description: 'What waits for you and your groups, the most urgent first',
    components: () =>
      import('./mine/MineWidget').then(m => ({ Content: m.MineWidget })),
    layout: mineWidgetLayout,
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
    mine: mineRouteRef,
    plans: plansRouteRef,
    policy: policyRouteRef,
    tests: testsRouteRef,
  },
  extensions: [
    continuityApi,
    continuityPage,
    minePage,
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
    mineWidget,
    statusCatalogFilter,
    tierCatalogFilter,
  ],
});
