import { useMemo } from 'react';
import {
  BreadcrumbEntry,
  PageLayout,
  pluginHeaderActionsApiRef,
  useApi,
  type IconElement,
} from '@backstage/frontend-plugin-api';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { usePageAddress } from '../screen/usePageAddress';
import { useShowsMine } from '../mine/useShowsMine';
import { rootRouteRef } from '../routes';
import { usePageTitle } from './usePageTitle';

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
  const { title, icon } = props;
  const titleOf = usePageTitle();
  const pages = useMemo(
    () => props.pages.map(page => ({ ...page, title: titleOf(page) })),
    [props.pages, titleOf],
  );
  const { search } = useLocation();
  const showsMine = useShowsMine();
  const headerActions = useApi(pluginHeaderActionsApiRef);
  const address = usePageAddress(rootRouteRef);
  // Backstage makes a new component of the layout at each rendering: what is inside of it would be built anew with each letter in a filter, so the
  // pages stand beside it, and it is rendered only when the tabs change.
  const header = useMemo(
    () => (
      <PageLayout
        title={title}
        icon={icon}
        titleLink={address}
        headerActions={headerActions.getPluginHeaderActions('continuity')}
        tabs={pages
          .filter(({ path }) => path !== MINE || showsMine)
          .map(({ path, title: label }) => ({
            id: path,
            label,
            href: path,
          }))}
      >
        {null}
      </PageLayout>
    ),
    [title, icon, address, headerActions, pages, showsMine],
  );
  const start = pages.find(({ path }) => path === START) ?? pages[0];
  return (
    <>
      {header}
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
    </>
  );
};
