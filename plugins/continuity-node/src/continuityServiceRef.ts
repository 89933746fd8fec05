import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { ContinuityService } from './ContinuityService';
import { DefaultContinuityService } from './DefaultContinuityService';

/**
 * The continuity plugin, for other backend plugins. Needs nothing to be installed beside the plugin itself.
 *
 * @public
 */
export const continuityServiceRef = createServiceRef<ContinuityService>({
  id: 'continuity',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: ({ auth, discovery }) =>
        DefaultContinuityService.create({ auth, discovery }),
    }),
});
