import { createApiRef } from '@backstage/core-plugin-api';
import type { ContinuityApi } from 'backstage-plugin-continuity-common';

/**
 * The continuity service, as the plugin calls it.
 *
 * @public
 */
export const continuityApiRef = createApiRef<ContinuityApi>({
  id: 'plugin.continuity.service',
});
