import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { ContinuityLabelProcessor } from './ContinuityLabelProcessor';
import { ContinuityLabelRefresher } from './ContinuityLabelRefresher';
import { EffectiveLabels } from './EffectiveLabels';
import { readLabelsOverHttp } from './readLabelsOverHttp';

/**
 * Shows continuity values on catalog entities as the labels `continuity/effective-tier`, `continuity/status` and
 * `continuity/last-test`, so that catalog filters, columns and search can use them.
 *
 * @public
 */
export const catalogModuleContinuity = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'continuity',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, catalog, discovery, logger, processing, scheduler }) {
        const labels = EffectiveLabels.create({
          read: readLabelsOverHttp({ auth, discovery }),
        });
        const refresher = ContinuityLabelRefresher.create({
          labels,
          logger,
          streamEntities: async function* stream() {
            yield* catalog.streamEntities(
              {
                fields: [
                  'kind',
                  'metadata.namespace',
                  'metadata.name',
                  'metadata.labels',
                ],
              },
              { credentials: await auth.getOwnServiceCredentials() },
            );
          },
        });

        processing.addProcessor(ContinuityLabelProcessor.create({ labels }));
        processing.addEntityProvider(refresher);
        // every replica keeps its own memory, so the task is not shared
        await scheduler.scheduleTask({
          id: 'continuity-labels',
          scope: 'local',
          frequency: { seconds: 15 },
          timeout: { minutes: 5 },
          initialDelay: { seconds: 5 },
          fn: () => refresher.run(),
        });
      },
    });
  },
});
