import type { Knex } from 'knex';
import { whereInList } from '../database/whereInList';
import type {
  PlanCoverage,
  PlanCoverageReader,
} from '../dependency/PlanCoverageReader';

/** Says which entities a plan in force covers that satisfies "requires a plan", by the current assessments. */
export class DatabasePlanCoverageReader implements PlanCoverageReader {
  readonly #database: Knex;
  readonly #kinds: string[];

  static create(options: { database: Knex; satisfyingKinds: string[] }) {
    return new DatabasePlanCoverageReader(options);
  }

  private constructor(options: { database: Knex; satisfyingKinds: string[] }) {
    this.#database = options.database;
    this.#kinds = options.satisfyingKinds;
  }

  async coveredBy(entityRefs: string[]): Promise<Map<string, PlanCoverage>> {
    if (entityRefs.length === 0) return new Map();
    const rows: Array<{
      entity_ref: string;
      id: string;
      title: string;
      version: number;
      role: string;
    }> = await whereInList(
      this.#database('plan_standings as s')
        .join('plans as p', join =>
          join.on('p.id', 's.plan_id').on('p.in_force_version', 's.version'),
        )
        .where('s.covers', true)
        .whereNull('p.archived_at')
        .whereIn('p.kind', this.#kinds)
        .whereNot('s.role', 'other')
        .orderBy(['s.entity_ref', 'p.approved_at', 'p.id'])
        .select('s.entity_ref', 'p.id', 'p.title', 's.version', 's.role'),
      's.entity_ref',
      entityRefs,
    );
    return new Map(
      rows.map(row => [
        row.entity_ref,
        { planId: row.id, title: row.title, version: row.version },
      ]),
    );
  }
}
