import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';

const signInPage = SignInPageBlueprint.make({
  params: {
    loader: () => import('./SignInPage').then(module => module.SignInPage),
  },
});

/** Puts the portal's own sign-in page in the place of the default one. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [signInPage],
});
