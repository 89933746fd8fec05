import type { CoverageView } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';

interface Row {
  id: string;
  user_ref: string;
  name: string;
  search: string;
  updated_at: string;
}

/** What people have kept of the coverage page; nobody sees that of others. */
export class CoverageViewStore {
  readonly #database: Knex;

  static create(options: { database: Knex }) {
    return new CoverageViewStore(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  /** By name. */
  async list(userRef: string): Promise<CoverageView[]> {
    const rows: Row[] = await this.#database('coverage_views').where({
      user_ref: userRef,
    });
    return rows
      .map(row => ({
        id: row.id,
        name: row.name,
        search: row.search,
        updatedAt: row.updated_at,
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  }

  /** False where another view of the person has the name. */
  async add(userRef: string, view: CoverageView): Promise<boolean> {
    const added = await this.#database('coverage_views')
      .insert({
        id: view.id,
        user_ref: userRef,
        name: view.name,
        search: view.search,
        updated_at: view.updatedAt,
      })
      .onConflict(['user_ref', 'name'])
      .ignore()
      .returning('id');
    return added.length > 0;
  }

  /** False where the person has no such view. */
  async change(userRef: string, view: CoverageView): Promise<boolean> {
    const changed = await this.#database('coverage_views')
      .where({ user_ref: userRef, id: view.id })
      .update({
        name: view.name,
        search: view.search,
        updated_at: view.updatedAt,
      });
    return changed > 0;
  }

  /** False where the person has no such view. */
  async remove(userRef: string, viewId: string): Promise<boolean> {
    const removed = await this.#database('coverage_views')
      .where({ user_ref: userRef, id: viewId })
      .delete();
    return removed > 0;
  }
}
