import type { EntityChange } from 'backstage-plugin-continuity-common';
import { changeGlance } from './changeGlance';
import type { ChangeStore } from './ChangeStore';

/** Changes that an entity's tab lists. */
const MOST_RECENT = 5;

/** Reads what an entity's tab shows of changes: the latest that touched or hit it, and what they asked for. */
export class EntityChangesReader {
  readonly #store: ChangeStore;
  readonly #clock: () => Date;

  static create(options: { changeStore: ChangeStore; clock: () => Date }) {
    return new EntityChangesReader(options);
  }

  private constructor(options: {
    changeStore: ChangeStore;
    clock: () => Date;
  }) {
    this.#store = options.changeStore;
    this.#clock = options.clock;
  }

  async of(entityRef: string): Promise<EntityChange[]> {
    const now = this.#clock().toISOString();
    const recent = await this.#store.recentOf(entityRef, MOST_RECENT);
    return recent.map(({ change, hit }) => ({
      ...changeGlance(change, now),
      effect: hit.effect,
      asked: hit.asked,
    }));
  }
}
