import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { createDemoAuthenticator } from './createDemoAuthenticator';
import { readDemoPeople } from './readDemoPeople';
import { signInOnceIngested } from './signInOnceIngested';

const PROVIDER_ID = 'demo';

/**
 * Signs in whoever the header `x-demo-user` names, without a password: for
 * trying the portal on one's own machine. The backend doesn't start with it
 * anywhere but in development.
 */
export const demoAuth = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-provider',
  register(reg) {
    reg.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
      },
      async init({ providers, config, logger }) {
        if (!config.has(`auth.providers.${PROVIDER_ID}`)) {
          return;
        }
        // Checked here and not in the factory: the auth plugin only warns
        // about a factory that throws.
        if (process.env.NODE_ENV !== 'development') {
          throw new Error(
            `The demo sign-in is configured, but NODE_ENV is '${
              process.env.NODE_ENV ?? ''
            }'. It lets everybody be anybody, so it runs only with NODE_ENV=development. ` +
              `Set auth.providers.${PROVIDER_ID} to null, as app-config.production.yaml does, and configure a real sign-in provider.`,
          );
        }
        const people = readDemoPeople(config);
        providers.registerProvider({
          providerId: PROVIDER_ID,
          factory: createProxyAuthProviderFactory({
            authenticator: createDemoAuthenticator({ people }),
            signInResolver: signInOnceIngested({ logger }),
          }),
        });
      },
    });
  },
});
