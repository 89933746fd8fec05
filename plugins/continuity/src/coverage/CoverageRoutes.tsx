import { Progress } from '@backstage/core-components';
import { Suspense, lazy } from 'react';
import { Route, Routes } from 'react-router-dom';
import { CoveragePage } from './CoveragePage';

const ImportPage = lazy(() =>
  import('./import/ImportPage').then(m => ({ default: m.ImportPage })),
);

/** The list of services, and the import of what a company has of them. */
export const CoverageRoutes = () => (
  <Suspense fallback={<Progress />}>
    <Routes>
      <Route index element={<CoveragePage />} />
      <Route path="import" element={<ImportPage />} />
    </Routes>
  </Suspense>
);
