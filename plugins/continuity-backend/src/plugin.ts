import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  type ContinuityRoute,
  continuityRoutes,
  parseContinuityConfig,
} from 'backstage-plugin-continuity-common';
import packageJson from '../package.json';
import { registerActions } from './actions/registerActions';
import { createContractRouter } from './contract/createContractRouter';
import { registerPermissions } from './permissions/registerPermissions';
import { createChangeCallbacks } from './service/change/createChangeCallbacks';
import { createCatalogWork } from './service/profile/createCatalogWork';
import {
  createPlanSeed,
  createPlanSources,
} from './service/plan/createPlanSources';
import { createReminders } from './service/reminder/createReminders';
import { createSeedHistory } from './service/createSeedHistory';
import { createServices } from './service/createServices';
import { createStores } from './service/createStores';
import { createPolicyDryRunner } from './service/coverage/createPolicyDryRunner';
import { createChangeSeed } from './service/change/createChangeSeed';
import { createTestSeed } from './service/testing/createTestSeed';
import { createRetention } from './service/record/createRetention';
import { scheduleWork } from './service/scheduleWork';

/**
 * The backend of Continuity: storage, API and assessment.
 *
 * @public
 */
export const continuityPlugin = createBackendPlugin({
  pluginId: 'continuity',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init(core) {
        const config = parseContinuityConfig(
          core.config.getOptional('continuity'),
        );
        const history = createSeedHistory(config);
        const clock = history?.clock ?? (() => new Date());
        const shared = { ...core, ...config, clock, history };
        const stores = await createStores(shared);
        const resources = registerPermissions({ ...core, stores });
        const work = createCatalogWork({ ...shared, stores });
        const { handlers, checkWhole } = createServices({
          ...shared,
          ...work,
          stores,
          resources,
          version: packageJson.version,
        });
        core.httpRouter.use(
          createContractRouter({
            ...core,
            handlers,
            strictAnswers: process.env.NODE_ENV !== 'production',
          }),
        );
        for (const {
          feedToken,
          signed,
          path,
        } of Object.values<ContinuityRoute>(continuityRoutes)) {
          if (feedToken || signed) {
            core.httpRouter.addAuthPolicy({
              path: path.replace(/\/:.*$/, ''),
              allow: 'unauthenticated',
            });
          }
        }
        registerActions({ ...core, handlers });
        await scheduleWork({
          ...shared,
          ...work,
          ...stores,
          planSeed: createPlanSeed({ ...shared, stores }),
          testSeed: createTestSeed({ ...shared, stores }),
          changeSeed: createChangeSeed({ ...shared, checkWhole, stores }),
          planSources: createPlanSources({ ...shared, stores }),
          reminders: createReminders({ ...shared, stores }),
          retention: createRetention({ ...shared, ...stores }),
          changeCallbacks: createChangeCallbacks({ ...shared, stores }),
          policyDryRunner: createPolicyDryRunner({ ...shared, stores }),
        });
      },
    });
  },
});
