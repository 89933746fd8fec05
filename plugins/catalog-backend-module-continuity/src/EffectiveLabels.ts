import type { EntityLabels } from 'backstage-plugin-continuity-common';

/** Labels of one entity at a revision; `labels: null` = it has none (any more). */
export interface RevisionedLabels {
  revision: number;
  labels: Record<string, string> | null;
}

/** Reads the labels that changed after a revision, page by page, oldest change first. */
export type ReadLabels = (options: {
  sinceRevision: number;
}) => Promise<{ items: EntityLabels[]; revision: number; more: boolean }>;

/**
 * The labels of all entities, kept in memory and brought up to date in bulk: a processor may not make a call per entity.
 */
export class EffectiveLabels {
  readonly #read: ReadLabels;
  readonly #byRef = new Map<string, RevisionedLabels>();
  #revision = 0;
  #loaded = false;

  static create(options: { read: ReadLabels }) {
    return new EffectiveLabels(options.read);
  }

  private constructor(read: ReadLabels) {
    this.#read = read;
  }

  /** False until everything was read once. */
  get loaded() {
    return this.#loaded;
  }

  get(entityRef: string): RevisionedLabels | undefined {
    return this.#byRef.get(entityRef);
  }

  /** Reads what changed since the last call; returns the refs whose labels changed. Throws when the continuity backend can't be read. */
  async update(): Promise<string[]> {
    const changed: string[] = [];
    let more = true;
    while (more) {
      const page = await this.#read({ sinceRevision: this.#revision });
      for (const { entityRef, revision, labels } of page.items) {
        this.#byRef.set(entityRef, { revision, labels });
        changed.push(entityRef);
      }
      more = page.more && page.revision > this.#revision;
      this.#revision = page.revision;
    }
    this.#loaded = true;
    return changed;
  }
}
