import type {
  Assessment,
  ContinuityStatus,
  SystemPart,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';

interface PartRow {
  entity_ref: string;
  title: string;
  kind: string;
  type: string | null;
  status: ContinuityStatus;
  detail: string;
  late: boolean | number;
}

/** Reads the parts of a system with their statuses, worst first. */
export class SystemPartsReader {
  readonly #database: Knex;

  static create(options: { database: Knex }) {
    return new SystemPartsReader(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async partsOf(systemRef: string): Promise<SystemPart[]> {
    const rows: PartRow[] = await this.#database('assessments')
      .whereNull('valid_to')
      .where('system_ref', systemRef)
      .orderBy(['urgency', 'entity_ref'])
      .select(
        'entity_ref',
        'title',
        'kind',
        'type',
        'status',
        'detail',
        'late',
      );
    return rows.map(row => {
      const { profile } = JSON.parse(row.detail) as Assessment;
      return {
        entityRef: row.entity_ref,
        title: row.title,
        kind: row.kind,
        type: row.type,
        status: row.status,
        tier: profile.tier.value,
        rto: profile.rto.value,
        late: Boolean(row.late),
      };
    });
  }
}
