import '@backstage/cli/asset-types';
// This is an app, if only for development.
// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend
import '@backstage/ui/css/styles.css';
import { createApp } from '@backstage/frontend-defaults';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { ContinuityApi } from 'backstage-plugin-continuity-common';
import { useEffect } from 'react';
import ReactDOM from 'react-dom/client';
import continuityPlugin from '../src/alpha';
import { continuityApiRef } from '../src/api';
import { PagesApi } from './PagesApi';

// The pages under /continuity with invented data and no backend:
//   yarn start --entrypoint dev/pages
// localStorage.scenario chooses what there is to see, such as `no-tier` or `held`.

const scenario = window.localStorage.getItem('scenario');

const signIn = SignInPageBlueprint.make({
  params: {
    loader: async () => props => {
      useEffect(() => {
        props.onSignInSuccess({
          getProfileInfo: async () => ({ displayName: 'Claudia Vogt' }),
          getBackstageIdentity: async () => ({
            type: 'user',
            userEntityRef: 'user:default/claudia.vogt',
            ownershipEntityRefs: ['user:default/claudia.vogt'],
          }),
          getCredentials: async () => ({}),
          signOut: async () => {},
        });
      }, [props]);
      return null;
    },
  },
});

const continuityApi = ApiBlueprint.make({
  params: define =>
    define({
      api: continuityApiRef,
      deps: {},
      factory: () => new PagesApi(scenario) as unknown as ContinuityApi,
    }),
});

const catalogApi = ApiBlueprint.make({
  params: define =>
    define({
      api: catalogApiRef,
      deps: {},
      factory: () => catalogApiMock({ entities: [] }),
    }),
});

const app = createApp({
  features: [
    catalogPlugin,
    continuityPlugin,
    createFrontendModule({ pluginId: 'app', extensions: [signIn] }),
    createFrontendModule({ pluginId: 'catalog', extensions: [catalogApi] }),
    createFrontendModule({
      pluginId: 'continuity',
      extensions: [continuityApi],
    }),
  ],
});

ReactDOM.createRoot(document.getElementById('root')!).render(app.createRoot());
