import { Route, Routes } from 'react-router-dom';
import { PageTheme } from '../screen/PageTheme';
import { ChangesPage } from './ChangesPage';
import { ChangePage } from './page/ChangePage';

/** The changes: the check and the lists, and each change under its own address. */
export const ChangesRoutes = () => (
  <PageTheme>
    <Routes>
      <Route index element={<ChangesPage />} />
      <Route path=":changeId" element={<ChangePage />} />
    </Routes>
  </PageTheme>
);
