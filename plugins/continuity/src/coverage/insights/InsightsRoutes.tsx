import { Progress } from '@backstage/core-components';
import { Suspense, lazy } from 'react';
import { Route, Routes } from 'react-router-dom';
import { InsightsPage } from './InsightsPage';

const ReportPage = lazy(() =>
  import('./ReportPage').then(m => ({ default: m.ReportPage })),
);

/** The figures, and the report that is made of them. */
export const InsightsRoutes = () => (
  <Suspense fallback={<Progress />}>
    <Routes>
      <Route index element={<InsightsPage />} />
      <Route path="report" element={<ReportPage />} />
    </Routes>
  </Suspense>
);
