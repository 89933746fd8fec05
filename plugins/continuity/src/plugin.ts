import type { Entity } from '@backstage/catalog-model';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import { ContinuityClient } from 'backstage-plugin-continuity-common';
import { continuityApiRef } from './api';
import { mineWidgetLayout } from './mine/mineWidgetLayout';
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

/** The plugin for apps on the legacy frontend system. @public */
export const continuityPlugin = createPlugin({
  id: 'continuity',
  apis: [
    createApiFactory({
      api: continuityApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new ContinuityClient(deps),
    }),
  ],
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
});

/** The pages under /continuity, for `<Route path="/continuity" element={<ContinuityPage />} />`. @public */
export const ContinuityPage = continuityPlugin.provide(
  createRoutableExtension({
    name: 'ContinuityPage',
    component: () =>
      import('./pages/ContinuityPage').then(m => m.ContinuityPage),
    mountPoint: rootRouteRef,
  }),
);

/** The continuity tab, for `<EntityLayout.Route path="/continuity" …>`. @public */
export const EntityContinuityContent = continuityPlugin.provide(
  createComponentExtension({
    name: 'EntityContinuityContent',
    component: {
      lazy: () =>
        import('./assessment/EntityContinuityContent').then(
          m => m.EntityContinuityContent,
        ),
    },
  }),
);

/** The continuity card for an entity's overview. @public */
export const EntityContinuityCard = continuityPlugin.provide(
  createComponentExtension({
    name: 'EntityContinuityCard',
    component: {
      lazy: () =>
        import('./assessment/EntityContinuityCard').then(
          m => m.EntityContinuityCard,
        ),
    },
  }),
);

/** What waits for the reader and their groups, as a card of the home page. @public */
export const HomePageMyContinuity = continuityPlugin.provide(
  createCardExtension({
    name: 'HomePageMyContinuity',
    title: 'My continuity',
    description: 'What waits for you and your groups, the most urgent first',
    components: () =>
      import('./mine/MineWidget').then(m => ({ Content: m.MineWidget })),
    layout: mineWidgetLayout,
  }),
);

/**
 * Whether an entity is of a kind that continuity is about: a Component, a System or a Resource. The policy decides which of them are
 * in scope; the tab says so for those that are not.
 *
 * @public
 */
export function isContinuityAvailable(entity: Entity): boolean {
  return ['component', 'system', 'resource'].includes(
    entity.kind.toLocaleLowerCase('en-US'),
  );
}
