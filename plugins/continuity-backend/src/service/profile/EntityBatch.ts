import { refused, type Refusal } from 'backstage-plugin-continuity-common';
import { inChunks } from '../../database/inChunks';
import type { AssessmentEngine } from '../../assessment/AssessmentEngine';
import type { CatalogRefresh } from '../../catalog/CatalogRefresh';
import {
  Access,
  CallerAccess,
  type EntityAction,
} from '../../permissions/CallerAccess';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import {
  EntityContinuityService,
  type OpenedEntity,
} from './EntityContinuityService';

/** How many entities are read again from the catalog before they are changed; what is known of others is of the last sweep. */
const MOST_REFRESHED = 500;

interface Options {
  access: CallerAccess;
  entities: EntityContinuityService;
  hiddenEntities: HiddenEntities;
  refresh: CatalogRefresh;
  engine: AssessmentEngine;
}

/** An entity that the caller may change, or why not. */
export type Openable =
  | { ok: true; opened: OpenedEntity }
  | { ok: false; refusal: Refusal };

/** Opens many entities for somebody who wants to change them, with one question to the permission system. */
export class EntityBatch {
  readonly #options: Options;

  static create(options: Options) {
    return new EntityBatch(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** What may not be seen is refused like what does not exist. */
  async open(
    entityRefs: string[],
    action: EntityAction,
    access: Access,
  ): Promise<(entityRef: string) => Openable> {
    const {
      access: caller,
      entities,
      hiddenEntities,
      refresh,
      engine,
    } = this.#options;
    caller.assertNotDenied(access, action);
    const refs = [...new Set(entityRefs)];
    await refresh.refresh(refs.slice(0, MOST_REFRESHED), {
      credentials: access.credentials,
    });
    await engine.settleDue();
    for (const first of inChunks(refs, MOST_REFRESHED)) {
      await engine.drain({ first, limit: 0 });
    }
    const hidden = await hiddenEntities.among(refs, access.read);
    const allowed = await caller.allowedAmong(access, action, refs);
    const opened = await entities.openKnown(
      refs.filter(ref => !hidden.has(ref)),
      access,
    );
    return entityRef => {
      const known = opened.get(entityRef);
      if (!known) {
        return { ok: false, refusal: refused('entity-unknown') };
      }
      return allowed.has(entityRef)
        ? { ok: true, opened: known }
        : { ok: false, refusal: refused('entity-not-allowed') };
    };
  }
}
