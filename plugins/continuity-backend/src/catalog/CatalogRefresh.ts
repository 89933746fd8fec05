import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogFieldsNeeded } from 'backstage-plugin-continuity-common';
import { inChunks } from '../database/inChunks';
import { describeCatalogError } from './describeCatalogError';
import { MirrorWriter, type MirrorWriterOptions } from './MirrorWriter';
import { projectMirrored } from './projectMirrored';
import { SweepStateStore } from './SweepStateStore';

/** Whether the catalog was reached. If not, what is shown is the last known state, and `problem` says why. */
export type RefreshResult =
  | { reached: true; problem: null }
  | { reached: false; problem: string };

/** @internal */
export interface CatalogRefreshOptions extends MirrorWriterOptions {
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  logger: LoggerService;
  clock: () => Date;
  /** How long an answer may wait for the catalog, default 1,000. */
  timeoutMilliseconds?: number;
}

/**
 * Reads single entities from the catalog again, before they are shown or checked, with the credentials of whoever asks.
 *
 * It updates what comes back. What does not come back may be hidden from the caller, so it is never taken for gone. While a sweep is
 * held, nothing is updated: the catalog is taken as broken until somebody has looked.
 */
export class CatalogRefresh {
  readonly #options: CatalogRefreshOptions;
  readonly #writer: MirrorWriter;
  readonly #state: SweepStateStore;
  readonly #underWay = new Map<string, Promise<RefreshResult>>();

  static create(options: CatalogRefreshOptions): CatalogRefresh {
    return new CatalogRefresh(options);
  }

  private constructor(options: CatalogRefreshOptions) {
    this.#options = options;
    this.#writer = MirrorWriter.create(options);
    this.#state = SweepStateStore.create(options);
  }

  /** Never throws because of the catalog. Whoever asks for the same at the same time shares one request. */
  async refresh(
    entityRefs: string[],
    options: { credentials: BackstageCredentials },
  ): Promise<RefreshResult> {
    const refs = [...new Set(entityRefs)].sort();
    if (refs.length === 0) {
      return { reached: true, problem: null };
    }
    const key = JSON.stringify([options.credentials.principal, refs]);
    const underWay = this.#underWay.get(key);
    if (underWay) {
      return underWay;
    }
    const started = this.#refresh(refs, options.credentials).finally(() =>
      this.#underWay.delete(key),
    );
    this.#underWay.set(key, started);
    return started;
  }

  async #refresh(
    refs: string[],
    credentials: BackstageCredentials,
  ): Promise<RefreshResult> {
    const { held } = await this.#state.read();
    if (held) {
      return { reached: false, problem: held.reason };
    }
    const asked = this.#ask(refs, credentials);
    const answer = await withTimeLimit(
      asked,
      this.#options.timeoutMilliseconds ?? 1_000,
    ).catch(error => {
      const problem = describeCatalogError(error);
      this.#options.logger.warn(
        `The catalog could not be asked for ${refs.length} entities: ${problem}`,
      );
      return problem;
    });
    if (typeof answer === 'string') {
      return { reached: false, problem: answer };
    }
    await this.#update(answer);
    return { reached: true, problem: null };
  }

  async #ask(refs: string[], credentials: BackstageCredentials) {
    const { catalog, policy } = this.#options;
    const fields = catalogFieldsNeeded(policy);
    const found = [];
    for (const entityRefs of inChunks(refs)) {
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs, fields },
        { credentials },
      );
      for (const item of items) {
        if (item && item.kind.toLocaleLowerCase('en-US') !== 'location') {
          found.push(projectMirrored(item, policy));
        }
      }
    }
    return found;
  }

  async #update(
    entities: Array<ReturnType<typeof projectMirrored>>,
  ): Promise<void> {
    const { mirror, engine, clock } = this.#options;
    const hashes = await mirror.hashesOf(
      entities.map(({ facts }) => facts.entityRef),
    );
    const changes = entities
      .map(entity => ({
        entity,
        baseHash: hashes.get(entity.facts.entityRef) ?? null,
      }))
      .filter(({ entity, baseHash }) => entity.hash !== baseHash);
    if (changes.length === 0) {
      return;
    }
    const at = clock().toISOString();
    await engine.settleDue(at);
    for (const batch of inChunks(changes)) {
      await this.#writer.apply(batch, at);
    }
  }
}

async function withTimeLimit<T>(
  work: Promise<T>,
  milliseconds: number,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error('The catalog did not answer in time')),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
