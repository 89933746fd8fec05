import type { MirrorStore } from '../catalog/MirrorStore';
import { CatalogVisibility, VisibilityDecision } from './CatalogVisibility';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

/**
 * Finds what must not be named in an answer: what the mirror knows, now or from before, and the caller may not read in the catalog. A ref
 * that no entity ever had is no entity, and is shown: unresolved owners have to be named.
 */
export class HiddenEntities {
  readonly #visibility: CatalogVisibility;
  readonly #mirror: MirrorStore;

  static create(options: {
    visibility: CatalogVisibility;
    mirror: MirrorStore;
  }) {
    return new HiddenEntities(options);
  }

  private constructor(options: {
    visibility: CatalogVisibility;
    mirror: MirrorStore;
  }) {
    this.#visibility = options.visibility;
    this.#mirror = options.mirror;
  }

  async among(
    entityRefs: Iterable<string>,
    decision: VisibilityDecision,
  ): Promise<Set<string>> {
    const refs = [...new Set(entityRefs)];
    if (decision.decision.result === AuthorizeResult.ALLOW || !refs.length) {
      return new Set();
    }
    const mirrored = await this.#mirror.get(refs, { includeArchived: true });
    const known = refs.filter(ref => mirrored.has(ref));
    const visible = await this.#visibility.visibleAmong(known, {
      ...decision,
      uidsOf: async () =>
        new Map(
          [...mirrored].flatMap(([ref, { facts }]) =>
            facts.uid ? [[ref, facts.uid.toLowerCase()]] : [],
          ),
        ),
    });
    return new Set(known.filter(ref => !visible.has(ref)));
  }
}
