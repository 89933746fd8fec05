import { Route, Routes } from 'react-router-dom';
import { PlanListPage } from './list/PlanListPage';
import { PlanPage } from './page/PlanPage';

/** The plans: the list, and each plan under its own address. */
export const PlansPage = () => (
  <Routes>
    <Route index element={<PlanListPage />} />
    <Route path=":planId" element={<PlanPage />} />
  </Routes>
);
