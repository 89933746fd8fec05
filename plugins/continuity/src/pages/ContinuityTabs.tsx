import {
  BreadcrumbEntry,
  PageLayout,
  pluginHeaderActionsApiRef,
  useApi,
  type IconElement,
} from '@backstage/frontend-plugin-api';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { usePageAddress } from '../policy/usePageAddress';
import { useShowsMine } from '../mine/useShowsMine';
import { rootRouteRef } from '../routes';

/** One page under /continuity, as its extension describes it. */
export interface ContinuityTab {
  path: string;
  title: string;
  element: JSX.Element;
}

const MINE = 'mine';
/** What everybody begins with. */
const START = 'coverage';

/** The pages under /continuity with their header and tabs, in the new frontend system. */
export const ContinuityTabs = (props: {
  title: string;
  icon: IconElement;
  pages: ContinuityTab[];
}) => {
  const { title, icon, pages } = props;
  const { search } = useLocation();
  const showsMine = useShowsMine();
  const headerActions = useApi(pluginHeaderActionsApiRef);
  const shown = pages.filter(({ path }) => path !== MINE || showsMine);
  const start = pages.find(({ path }) => path === START) ?? shown[0];
  return (
    <PageLayout
      title={title}
      icon={icon}
      titleLink={usePageAddress(rootRouteRef)}
      headerActions={headerActions.getPluginHeaderActions('continuity')}
      tabs={shown.map(({ path, title: label }) => ({
        id: path,
        label,
        href: path,
      }))}
    >
      <Routes>
        {start && (
          <Route
            index
            element={<Navigate to={`${start.path}${search}`} replace />}
          />
        )}
        {pages.map(({ path, title: label, element }) => (
          <Route
            key={path}
            path={`${path}/*`}
            element={
              <BreadcrumbEntry entry={{ label, href: path }}>
                {element}
              </BreadcrumbEntry>
            }
          />
        ))}
      </Routes>
    </PageLayout>
  );
};
