import type { MirrorStore } from '../catalog/MirrorStore';

/** The direct neighbours of an entity in the catalog, by ref. */
export interface Neighbours {
  needs: string[];
  neededBy: string[];
}

/**
 * Reads what an entity depends on and what depends on it, one step far: `dependsOn`, and through APIs their providers and consumers (an
 * API without a provider is needed itself).
 */
export class NeighbourReader {
  readonly #mirror: MirrorStore;

  static create(options: { mirror: MirrorStore }) {
    return new NeighbourReader(options.mirror);
  }

  private constructor(mirror: MirrorStore) {
    this.#mirror = mirror;
  }

  async neighboursOf(entityRef: string): Promise<Neighbours> {
    const direct = await this.#mirror.related(
      [entityRef],
      [
        'dependsOn',
        'dependencyOf',
        'consumesApi',
        'providesApi',
        'apiProvidedBy',
        'apiConsumedBy',
      ],
    );
    const targets = (type: string) =>
      direct.filter(r => r.type === type).map(r => r.targetRef);
    const consumed = [
      ...targets('consumesApi'),
      ...targets('dependsOn').filter(ref => ref.startsWith('api:')),
    ];
    const provided = targets('providesApi');
    const overApis = await this.#mirror.related(
      [...consumed, ...provided],
      ['apiProvidedBy', 'apiConsumedBy', 'dependencyOf'],
    );
    const providersOf = (api: string) =>
      overApis
        .filter(r => r.sourceRef === api && r.type === 'apiProvidedBy')
        .map(r => r.targetRef);
    const others = (refs: string[]) =>
      [...new Set(refs)].filter(ref => ref !== entityRef).sort();

    return {
      needs: others([
        ...targets('dependsOn').filter(ref => !ref.startsWith('api:')),
        ...consumed.flatMap(api => {
          const providers = providersOf(api);
          return providers.length > 0 ? providers : [api];
        }),
        ...targets('apiProvidedBy'),
      ]),
      neededBy: others([
        ...targets('dependencyOf'),
        ...targets('apiConsumedBy'),
        ...overApis
          .filter(r => provided.includes(r.sourceRef))
          .filter(r => r.type !== 'apiProvidedBy')
          .map(r => r.targetRef),
      ]),
    };
  }
}
