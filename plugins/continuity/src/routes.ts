import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The pages under /continuity. Both frontend systems resolve the same refs. @public */
export const rootRouteRef = createRouteRef({ id: 'continuity' });

/** @public */
export const mineRouteRef = createSubRouteRef({
  id: 'continuity:mine',
  parent: rootRouteRef,
  path: '/mine',
});

/** @public */
export const coverageRouteRef = createSubRouteRef({
  id: 'continuity:coverage',
  parent: rootRouteRef,
  path: '/coverage',
});

/** @public */
export const plansRouteRef = createSubRouteRef({
  id: 'continuity:plans',
  parent: rootRouteRef,
  path: '/plans',
});

/** @public */
export const testsRouteRef = createSubRouteRef({
  id: 'continuity:tests',
  parent: rootRouteRef,
  path: '/tests',
});

/** @public */
export const changesRouteRef = createSubRouteRef({
  id: 'continuity:changes',
  parent: rootRouteRef,
  path: '/changes',
});

/** @public */
export const insightsRouteRef = createSubRouteRef({
  id: 'continuity:insights',
  parent: rootRouteRef,
  path: '/insights',
});

/** @public */
export const exemptionsRouteRef = createSubRouteRef({
  id: 'continuity:exemptions',
  parent: rootRouteRef,
  path: '/exemptions',
});

/** @public */
export const policyRouteRef = createSubRouteRef({
  id: 'continuity:policy',
  parent: rootRouteRef,
  path: '/policy',
});

/** @public */
export const dependenciesRouteRef = createSubRouteRef({
  id: 'continuity:dependencies',
  parent: rootRouteRef,
  path: '/dependencies',
});
