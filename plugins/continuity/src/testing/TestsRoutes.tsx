import { Progress } from '@backstage/core-components';
import { Suspense, lazy } from 'react';
import { Route, Routes } from 'react-router-dom';
import { SchedulePage } from './schedule/SchedulePage';

const TestFormPage = lazy(() =>
  import('./form/TestFormPage').then(m => ({ default: m.TestFormPage })),
);
const TestPage = lazy(() =>
  import('./page/TestPage').then(m => ({ default: m.TestPage })),
);
const FindingsPage = lazy(() =>
  import('./finding/FindingsPage').then(m => ({ default: m.FindingsPage })),
);

/** The tests: the schedule, the form that plans one, each test under its own address, and the findings. */
export const TestsRoutes = () => (
  <Suspense fallback={<Progress />}>
    <Routes>
      <Route index element={<SchedulePage />} />
      <Route path="new" element={<TestFormPage />} />
      <Route path="findings/*" element={<FindingsPage />} />
      <Route path=":testId/edit" element={<TestFormPage />} />
      <Route path=":testId/*" element={<TestPage />} />
    </Routes>
  </Suspense>
);
