import {
  Header,
  Page,
  Progress,
  TabbedLayout,
} from '@backstage/core-components';
import { Suspense, lazy, type ReactNode } from 'react';
import { Navigate, useLocation, useParams } from 'react-router-dom';
import { useShowsMine } from '../mine/useShowsMine';
import { useTranslation } from '../translation';

const CoverageRoutes = lazy(() =>
  import('../coverage/CoverageRoutes').then(m => ({
    default: m.CoverageRoutes,
  })),
);
const DependenciesPage = lazy(() =>
  import('./DependenciesPage').then(m => ({ default: m.DependenciesPage })),
);
const InsightsRoutes = lazy(() =>
  import('../coverage/insights/InsightsRoutes').then(m => ({
    default: m.InsightsRoutes,
  })),
);
const MinePage = lazy(() =>
  import('../mine/MinePage').then(m => ({ default: m.MinePage })),
);
const PlansPage = lazy(() =>
  import('../plan/PlansPage').then(m => ({ default: m.PlansPage })),
);
const ChangesRoutes = lazy(() =>
  import('../change/ChangesRoutes').then(m => ({ default: m.ChangesRoutes })),
);
const TestsRoutes = lazy(() =>
  import('../testing/TestsRoutes').then(m => ({ default: m.TestsRoutes })),
);
const ExemptionsRoutes = lazy(() =>
  import('../exemption/ExemptionsRoutes').then(m => ({
    default: m.ExemptionsRoutes,
  })),
);
const PolicyRoutes = lazy(() =>
  import('./PolicyRoutes').then(m => ({ default: m.PolicyRoutes })),
);

/** A card fills the height of what it is in. In here that is as high as it needs, and not as high as the page. */
const PageBody = (props: { children: ReactNode }) => (
  <div>
    <Suspense fallback={<Progress />}>{props.children}</Suspense>
  </div>
);

/** The pages under /continuity with a header of their own, for apps on the legacy frontend system. */
export const ContinuityPage = () => {
  const { t } = useTranslation();
  const { search } = useLocation();
  const { '*': place = '' } = useParams();
  const showsMine = useShowsMine();
  // the first tab is for those who own something; everybody begins with the coverage
  if (place === '') return <Navigate to={`coverage${search}`} replace />;
  return (
    <Page themeId="tool">
      <Header title={t('pages.title')} subtitle={t('pages.subtitle')} />
      <TabbedLayout>
        {showsMine && (
          <TabbedLayout.Route path="/mine" title={t('mine.title')}>
            <PageBody>
              <MinePage />
            </PageBody>
          </TabbedLayout.Route>
        )}
        <TabbedLayout.Route path="/coverage" title={t('coverage.title')}>
          <PageBody>
            <CoverageRoutes />
          </PageBody>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/tests" title={t('testing.title')}>
          <PageBody>
            <TestsRoutes />
          </PageBody>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/plans" title={t('plan.title')}>
          <PageBody>
            <PlansPage />
          </PageBody>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/changes" title={t('change.title')}>
          <PageBody>
            <ChangesRoutes />
          </PageBody>
        </TabbedLayout.Route>
        <TabbedLayout.Route
          path="/dependencies"
          title={t('dependency.overview.title')}
        >
          <PageBody>
            <DependenciesPage />
          </PageBody>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/exemptions" title={t('exemption.title')}>
          <PageBody>
            <ExemptionsRoutes />
          </PageBody>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/insights" title={t('insights.title')}>
          <PageBody>
            <InsightsRoutes />
          </PageBody>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/policy" title={t('policy.title')}>
          <PageBody>
            <PolicyRoutes />
          </PageBody>
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
};
