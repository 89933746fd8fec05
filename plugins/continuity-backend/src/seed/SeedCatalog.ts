import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import type { CatalogSweep } from '../catalog/CatalogSweep';
import { readSeedFile } from './readSeedFile';
import type { SeedFile } from './seedFileSchema';
import type { SeedHistory } from './SeedHistory';
import { seedMoment } from './seedMoment';
import type { SeedActs, SeedTimeline } from './SeedTimeline';

type Past = SeedFile['catalog'][number];
type Catalog = Pick<CatalogService, 'streamEntities' | 'getEntitiesByRefs'>;

/**
 * The catalog as a sweep reads it while the history is told: what the seed file says was otherwise then is otherwise, until its moment is reached.
 * Else the catalog itself. For development.
 */
export class SeedCatalog implements Catalog {
  readonly #catalog: Catalog;
  readonly #history: SeedHistory;
  readonly #past: Array<Past & { until: string }>;

  static create(options: {
    catalog: Catalog;
    history: SeedHistory;
    file: string;
    policy: ContinuityPolicy;
  }): SeedCatalog {
    return new SeedCatalog(options);
  }

  private constructor(options: {
    catalog: Catalog;
    history: SeedHistory;
    file: string;
    policy: ContinuityPolicy;
  }) {
    const { catalog, history, file, policy } = options;
    this.#catalog = catalog;
    this.#history = history;
    const now = history.startedAt;
    const told = history.isOpen ? readSeedFile(file).catalog : [];
    this.#past = told.map(past => ({
      ...past,
      until: seedMoment(past.until, { now, zone: policy.timeZone }),
    }));
  }

  /** Each time that the catalog changed, somebody sweeps it. */
  acts(timeline: SeedTimeline, sweep: Pick<CatalogSweep, 'run'>): SeedActs[] {
    const begin = timeline.now();
    const moments = new Set(this.#past.map(({ until }) => until));
    return [...moments]
      .filter(moment => moment > begin)
      .map(moment => async () => {
        await timeline.at(moment);
        await sweep.run();
      });
  }

  async *streamEntities(
    ...asked: Parameters<Catalog['streamEntities']>
  ): AsyncIterable<Entity[]> {
    const past = this.#otherwise();
    for await (const page of this.#catalog.streamEntities(...asked)) {
      yield page.flatMap(entity => asOf(entity, past) ?? []);
    }
    yield past.flatMap(({ entity }) => entity ?? []);
  }

  async getEntitiesByRefs(
    ...asked: Parameters<Catalog['getEntitiesByRefs']>
  ): ReturnType<Catalog['getEntitiesByRefs']> {
    const past = this.#otherwise();
    const { items } = await this.#catalog.getEntitiesByRefs(...asked);
    return { items: items.map(entity => entity && asOf(entity, past)) };
  }

  #otherwise(): Past[] {
    if (!this.#history.isOpen) return [];
    const now = this.#history.clock().toISOString();
    return this.#past.filter(({ until }) => until > now);
  }
}

/** An entity as it was; undefined where it was not there yet. */
function asOf(entity: Entity, past: Past[]): Entity | undefined {
  const ref = stringifyEntityRef(entity);
  const own = past.filter(({ entityRef }) => entityRef === ref);
  if (own.some(({ absent }) => absent)) return undefined;
  return own.reduceRight((later, { annotations, tags }) => {
    const { metadata } = later;
    const said = Object.entries({ ...metadata.annotations, ...annotations });
    return {
      ...later,
      metadata: {
        ...metadata,
        ...(tags && { tags }),
        annotations: Object.fromEntries(
          said.filter((pair): pair is [string, string] => pair[1] !== null),
        ),
      },
    };
  }, entity);
}
