import { Progress } from '@backstage/core-components';
import { Suspense, lazy } from 'react';
import { Route, Routes } from 'react-router-dom';
import { InsightsPage } from './InsightsPage';

const EvidencePage = lazy(() =>
  import('./EvidencePage').then(m => ({ default: m.EvidencePage })),
);
const ReportPage = lazy(() =>
  import('./ReportPage').then(m => ({ default: m.ReportPage })),
);

/** The figures, the report that is made of them, and evidence for auditors. */
export const InsightsRoutes = () => (
  <Suspense fallback={<Progress />}>
    <Routes>
      <Route index element={<InsightsPage />} />
      <Route path="evidence" element={<EvidencePage />} />
      <Route path="report" element={<ReportPage />} />
    </Routes>
  </Suspense>
);
