import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogCollatorExtensionPoint,
  defaultCatalogCollatorEntityTransformer,
} from '@backstage/plugin-search-backend-module-catalog';
import { parseContinuityConfig } from 'backstage-plugin-continuity-common';
import { withContinuityLabels } from 'backstage-plugin-continuity-node';

/** Lets search find entities by tier and status, also by the tier's title. */
export const continuitySearch = createBackendModule({
  pluginId: 'search',
  moduleId: 'continuity-labels',
  register(reg) {
    reg.registerInit({
      deps: {
        collator: catalogCollatorExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ collator, config }) {
        const { policy } = parseContinuityConfig(
          config.getOptional('continuity'),
        );
        collator.setEntityTransformer(
          withContinuityLabels(defaultCatalogCollatorEntityTransformer, policy),
        );
      },
    });
  },
});
