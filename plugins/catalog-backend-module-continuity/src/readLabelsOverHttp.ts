import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { labelsPageSchema } from 'backstage-plugin-continuity-common';
import type { ReadLabels } from './EffectiveLabels';

/** Reads labels from the continuity backend with the catalog's own service credentials. */
export function readLabelsOverHttp(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}): ReadLabels {
  const { auth, discovery } = options;
  return async ({ sinceRevision }) => {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'continuity',
    });
    const baseUrl = await discovery.getBaseUrl('continuity');
    const response = await fetch(
      `${baseUrl}/entities/labels?sinceRevision=${sinceRevision}`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return labelsPageSchema.parse(await response.json());
  };
}
