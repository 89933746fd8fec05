import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';

/**
 * What other backend plugins can ask the continuity plugin.
 *
 * @public
 */
export interface ContinuityService {
  /**
   * All that is known about the continuity of an entity: status, gaps, effective values with their sources.
   *
   * The credentials decide what is seen: pass on those of the user whom the answer is for. Undefined where there is no such entity that
   * they may see.
   *
   * @param entityRef - full ref, `component:default/checkout`
   * @throws ResponseError when the plugin refuses or can't answer
   */
  getEntityContinuity(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<EntityContinuity | undefined>;
}
