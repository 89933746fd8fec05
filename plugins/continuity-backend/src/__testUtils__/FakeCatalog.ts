import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EntityBuilder } from './anEntity';

type Request = Parameters<CatalogService['streamEntities']>[0];

/** A catalog for tests that can be away, break in the middle, or return only a part of itself. */
export class FakeCatalog
  implements Pick<CatalogService, 'streamEntities' | 'getEntitiesByRefs'>
{
  readonly #entities = new Map<string, Entity>();
  /** Throws on every call. */
  isAway = false;
  /** Throws after this many pages of a stream. */
  breaksAfterPages?: number;
  /** Answers as if it held only these. */
  shows: (entityRef: string) => boolean = () => true;
  /** The stream alone leaves these out. */
  streams: (entityRef: string) => boolean = () => true;
  /** Milliseconds before an answer to getEntitiesByRefs. */
  delay = 0;
  readonly requests: Array<{ call: string; request: unknown }> = [];

  constructor(...entities: EntityBuilder[]) {
    this.put(...entities);
  }

  put(...entities: EntityBuilder[]): void {
    for (const builder of entities) {
      const entity = builder.build();
      this.#entities.set(stringifyEntityRef(entity), entity);
    }
  }

  remove(...entityRefs: string[]): void {
    entityRefs.forEach(ref => this.#entities.delete(ref));
  }

  refs(): string[] {
    return [...this.#entities.keys()];
  }

  async *streamEntities(request: Request): AsyncIterable<Entity[]> {
    this.requests.push({ call: 'streamEntities', request });
    this.#assertThere();
    const visible = [...this.#entities]
      .filter(([ref]) => this.shows(ref) && this.streams(ref))
      .map(([, entity]) => entity);
    const pageSize = request?.pageSize ?? 500;
    for (let page = 0; page * pageSize < visible.length; page++) {
      if (page === this.breaksAfterPages) {
        throw new Error(
          'Request failed with 500 Internal Server Error at http://user:secret@catalog.internal:7007/api?token=abc',
        );
      }
      yield visible.slice(page * pageSize, (page + 1) * pageSize);
    }
  }

  async getEntitiesByRefs(request: {
    entityRefs: string[];
    fields?: unknown;
  }): Promise<{ items: Array<Entity | undefined> }> {
    this.requests.push({ call: 'getEntitiesByRefs', request });
    if (this.delay > 0) {
      await new Promise(resolve => setTimeout(resolve, this.delay));
    }
    this.#assertThere();
    return {
      items: request.entityRefs.map(ref =>
        this.shows(ref) ? this.#entities.get(ref) : undefined,
      ),
    };
  }

  #assertThere(): void {
    if (this.isAway) {
      throw new Error(
        'Request failed with 500 Internal Server Error at http://user:secret@catalog.internal:7007/api?token=abc',
      );
    }
  }
}
