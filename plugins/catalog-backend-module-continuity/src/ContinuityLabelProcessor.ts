import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  processingResult,
  type CatalogProcessor,
  type CatalogProcessorCache,
  type CatalogProcessorEmit,
  type LocationSpec,
} from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import { resultLabels } from 'backstage-plugin-continuity-common';
import type { EffectiveLabels, RevisionedLabels } from './EffectiveLabels';
import { refreshKeyOf } from './refreshKeyOf';

const CACHE_KEY = 'labels';

/**
 * Puts the continuity labels on entities as they are processed.
 *
 * The newer of memory and the entity's own processor cache decides, so that a replica that has just started or lags behind never
 * removes or reverts a label. What a catalog file writes under these names is dropped: they are results, not inputs.
 *
 * @internal
 */
export class ContinuityLabelProcessor implements CatalogProcessor {
  readonly #labels: EffectiveLabels;

  static create(options: { labels: EffectiveLabels }) {
    return new ContinuityLabelProcessor(options.labels);
  }

  private constructor(labels: EffectiveLabels) {
    this.#labels = labels;
  }

  getProcessorName() {
    return 'ContinuityLabelProcessor';
  }

  async preProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
    _originLocation: LocationSpec,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    if (!entity.metadata?.name || !entity.kind) {
      return entity; // the catalog's own validation says what is wrong with it
    }
    const entityRef = stringifyEntityRef(entity);
    const { labels } = await this.#newest(entityRef, cache);

    emit(processingResult.refresh(refreshKeyOf(entityRef)));
    return withLabels(entity, labels);
  }

  async #newest(
    entityRef: string,
    cache: CatalogProcessorCache,
  ): Promise<RevisionedLabels> {
    const known = this.#labels.get(entityRef);
    const cached = (await cache.get<JsonObject>(CACHE_KEY)) as
      | (JsonObject & RevisionedLabels)
      | undefined;
    if (known && (!cached || known.revision > cached.revision)) {
      await cache.set(CACHE_KEY, {
        revision: known.revision,
        labels: known.labels,
      });
      return known;
    }
    return cached ?? { revision: 0, labels: null };
  }
}

function withLabels(
  entity: Entity,
  labels: Record<string, string> | null,
): Entity {
  const declared = { ...entity.metadata.labels };
  const had = resultLabels.filter(name => name in declared);
  if (had.length === 0 && !labels) {
    return entity;
  }
  for (const name of had) {
    delete declared[name];
  }
  return {
    ...entity,
    metadata: { ...entity.metadata, labels: { ...declared, ...labels } },
  };
}
