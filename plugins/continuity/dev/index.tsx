import '@backstage/cli/asset-types';
// This entry is an app, whatever the package around it is.
// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend
import '@backstage/ui/css/styles.css';
import ReactDOM from 'react-dom/client';
import { useEffect } from 'react';
import { UserIdentity } from '@backstage/core-components';
import { createApp } from '@backstage/frontend-defaults';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { continuityApiRef } from '../src/api';
import continuityPlugin from '../src/alpha';
import { catalogEntities } from './fixtures/catalogEntities';
import { FakeContinuityApi } from './fixtures/FakeContinuityApi';
import { FakePlanApi } from './fixtures/FakePlanApi';
import { showcasePlans } from './fixtures/showcasePlans';
import { FakeExemptionApi } from './fixtures/FakeExemptionApi';
import {
  reportsExemption,
  savedMeanwhile,
  showcase,
  showcaseHistory,
} from './fixtures/showcase';

// The tab and the card in an entity page of the new frontend system, one entity for each state:
// open /catalog/default/component/checkout/continuity and the others of fixtures/showcase.ts.
const signInPage = SignInPageBlueprint.make({
  params: {
    loader:
      async () =>
      ({ onSignInSuccess }) => {
        useEffect(() => {
          onSignInSuccess(UserIdentity.createGuest());
        }, [onSignInSuccess]);
        return null;
      },
  },
});

const app = createApp({
  features: [
    catalogPlugin,
    continuityPlugin,
    createFrontendModule({ pluginId: 'app', extensions: [signInPage] }),
    createFrontendModule({
      pluginId: 'continuity',
      extensions: [
        ApiBlueprint.make({
          params: define =>
            define({
              api: continuityApiRef,
              deps: {},
              factory: () =>
                Object.assign(
                  new FakeContinuityApi(
                    showcase,
                    showcaseHistory,
                    savedMeanwhile,
                  ),
                  {
                    plans: new FakePlanApi(showcasePlans()),
                    exemptions: new FakeExemptionApi([reportsExemption]),
                  },
                ) as never,
            }),
        }),
      ],
    }),
    createFrontendModule({
      pluginId: 'catalog',
      extensions: [
        ApiBlueprint.make({
          params: define =>
            define({
              api: catalogApiRef,
              deps: {},
              factory: () => catalogApiMock({ entities: catalogEntities }),
            }),
        }),
      ],
    }),
  ],
});

ReactDOM.createRoot(document.getElementById('root')!).render(app.createRoot());
