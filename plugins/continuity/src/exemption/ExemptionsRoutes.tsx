import { Route, Routes } from 'react-router-dom';
import { PageTheme } from '../screen/PageTheme';
import { ExemptionPage } from './ExemptionPage';
import { ExemptionsOverview } from './ExemptionsOverview';

/** The exemptions: the list, and each under its own address. */
export const ExemptionsRoutes = () => (
  <PageTheme>
    <Routes>
      <Route index element={<ExemptionsOverview />} />
      <Route path=":exemptionId" element={<ExemptionPage />} />
    </Routes>
  </PageTheme>
);
