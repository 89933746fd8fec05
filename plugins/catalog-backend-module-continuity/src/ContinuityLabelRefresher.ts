import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { resultLabels } from 'backstage-plugin-continuity-common';
import type { EffectiveLabels } from './EffectiveLabels';
import { refreshKeyOf } from './refreshKeyOf';

const KEYS_PER_CALL = 500;

/**
 * Asks the catalog to process entities again whose continuity labels changed.
 *
 * It provides no entities: the catalog hands the connection that can refresh by key only to entity providers.
 *
 * @internal
 */
export class ContinuityLabelRefresher implements EntityProvider {
  readonly #labels: EffectiveLabels;
  readonly #streamEntities: () => AsyncIterable<Entity[]>;
  readonly #logger: LoggerService;
  #connection: EntityProviderConnection | undefined;
  #reconciled = false;
  #failing = false;

  static create(options: {
    labels: EffectiveLabels;
    /** Streams kind, namespace, name and labels of all entities. */
    streamEntities: () => AsyncIterable<Entity[]>;
    logger: LoggerService;
  }) {
    return new ContinuityLabelRefresher(options);
  }

  private constructor(options: {
    labels: EffectiveLabels;
    streamEntities: () => AsyncIterable<Entity[]>;
    logger: LoggerService;
  }) {
    this.#labels = options.labels;
    this.#streamEntities = options.streamEntities;
    this.#logger = options.logger;
  }

  getProviderName() {
    return 'ContinuityLabelRefresher';
  }

  async connect(connection: EntityProviderConnection) {
    this.#connection = connection;
  }

  /** One round: read what changed, have it processed again. A backend that is away is tried again in the next round; labels stay as they are. */
  async run(): Promise<void> {
    if (!this.#connection) {
      return;
    }
    try {
      const changed = await this.#labels.update();
      if (this.#reconciled) {
        await this.#refresh(changed);
      } else {
        // after a start nobody knows what changed meanwhile: compare with what the catalog shows
        await this.#refresh(await this.#different());
        this.#reconciled = true;
      }
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) {
        this.#logger.warn(
          `Continuity labels can't be read now and stay as they are: ${stringifyError(
            error,
          )}`,
        );
      }
      this.#failing = true;
    }
  }

  async #different(): Promise<string[]> {
    const refs: string[] = [];
    for await (const entities of this.#streamEntities()) {
      for (const entity of entities) {
        const entityRef = stringifyEntityRef(entity);
        const wanted = this.#labels.get(entityRef)?.labels ?? {};
        const shown = entity.metadata.labels ?? {};
        if (resultLabels.some(name => wanted[name] !== shown[name])) {
          refs.push(entityRef);
        }
      }
    }
    return refs;
  }

  async #refresh(entityRefs: string[]): Promise<void> {
    for (let at = 0; at < entityRefs.length; at += KEYS_PER_CALL) {
      await this.#connection!.refresh({
        keys: entityRefs.slice(at, at + KEYS_PER_CALL).map(refreshKeyOf),
      });
    }
  }
}
