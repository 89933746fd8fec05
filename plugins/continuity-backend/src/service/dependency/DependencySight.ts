import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { GraphSnapshot } from '../../dependency/GraphSnapshot';
import type { Access } from '../../permissions/CallerAccess';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { collectEntityRefs } from '../../permissions/entityRefsIn';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import { hideEntities } from '../../permissions/hideEntities';

/** What a caller may see of the graph. */
export class DependencySight {
  readonly #visibility: CatalogVisibility;
  readonly #hiddenEntities: HiddenEntities;

  static create(options: {
    visibility: CatalogVisibility;
    hiddenEntities: HiddenEntities;
  }): DependencySight {
    return new DependencySight(options);
  }

  private constructor(options: {
    visibility: CatalogVisibility;
    hiddenEntities: HiddenEntities;
  }) {
    this.#visibility = options.visibility;
    this.#hiddenEntities = options.hiddenEntities;
  }

  /**
   * Tells for each of the refs whether the caller may be told of it. A ref that no entity ever had is no entity, and is shown.
   */
  async among(
    refs: Iterable<string>,
    { snapshot, access }: { snapshot: GraphSnapshot; access: Access },
  ): Promise<(ref: string) => boolean> {
    const { decision } = access.read;
    if (decision.result === AuthorizeResult.ALLOW) return () => true;
    const { entities, archived } = snapshot;
    const existing = [...refs].filter(ref => entities.has(ref));
    const visible = await this.#visibility.visibleAmong(existing, {
      ...access.read,
      uidsOf: async wanted =>
        new Map(
          wanted.flatMap(ref => {
            const uid = entities.get(ref)?.uid;
            return uid ? [[ref, uid]] : [];
          }),
        ),
    });
    return ref => (entities.has(ref) ? visible.has(ref) : !archived.has(ref));
  }

  /** The answer with every ref replaced, wherever it stands, that the caller may not be told of. */
  async hide<T>(answer: T, access: Access): Promise<T> {
    const hidden = await this.#hiddenEntities.among(
      collectEntityRefs(answer),
      access.read,
    );
    return hideEntities(answer, hidden);
  }
}
