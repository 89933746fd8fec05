import { Progress } from '@backstage/core-components';
import { Suspense, lazy } from 'react';
import { Route, Routes } from 'react-router-dom';
import { PolicyPage } from './PolicyPage';

const DryRunPage = lazy(() =>
  import('../coverage/dryRun/DryRunPage').then(m => ({
    default: m.DryRunPage,
  })),
);

/** The policy, and a page on which a changed one is tried. */
export const PolicyRoutes = () => (
  <Suspense fallback={<Progress />}>
    <Routes>
      <Route index element={<PolicyPage />} />
      <Route path="try" element={<DryRunPage />} />
    </Routes>
  </Suspense>
);
