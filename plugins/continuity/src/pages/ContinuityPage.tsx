import {
  Header,
  Page,
  Progress,
  TabbedLayout,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Suspense, lazy } from 'react';
import { continuityTranslationRef } from '../translation';

const CoveragePage = lazy(() =>
  import('../coverage/CoveragePage').then(m => ({ default: m.CoveragePage })),
);
const PolicyPage = lazy(() =>
  import('./PolicyPage').then(m => ({ default: m.PolicyPage })),
);

/** The pages under /continuity with a header of their own, for apps on the legacy frontend system. */
export const ContinuityPage = () => {
  const { t } = useTranslationRef(continuityTranslationRef);
  return (
    <Page themeId="tool">
      <Header title={t('pages.title')} subtitle={t('pages.subtitle')} />
      <TabbedLayout>
        <TabbedLayout.Route path="/coverage" title={t('coverage.title')}>
          <Suspense fallback={<Progress />}>
            <CoveragePage />
          </Suspense>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/policy" title={t('policy.title')}>
          <Suspense fallback={<Progress />}>
            <PolicyPage />
          </Suspense>
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
};
