import { Route, Routes } from 'react-router-dom';
import { PageTheme } from '../../screen/PageTheme';
import { FindingPage } from './FindingPage';
import { FindingsOverview } from './FindingsOverview';

/** The findings: list and board, and each under its own address. */
export const FindingsPage = () => (
  <PageTheme>
    <Routes>
      <Route index element={<FindingsOverview />} />
      <Route path=":findingId" element={<FindingPage />} />
    </Routes>
  </PageTheme>
);
