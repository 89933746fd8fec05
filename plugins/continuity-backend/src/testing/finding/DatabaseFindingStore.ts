import type { Knex } from 'knex';
import { inChunks } from '../../database/inChunks';
import { isPostgres } from '../../database/isPostgres';
import { insertRows } from '../../database/rowsAsTable';
import { whereInList } from '../../database/whereInList';
import { type FindingRow, toFinding, toFindingRow } from './findingRows';
import type { FindingStore, StoredFinding } from './FindingStore';

/** States in which a finding is not done. */
export const livingStates = ['open', 'in-progress', 'resolved'];

/** Findings in the database. */
export class DatabaseFindingStore implements FindingStore {
  readonly #database: Knex;

  static create(options: { database: Knex }): DatabaseFindingStore {
    return new DatabaseFindingStore(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async get(findingId: string, knex: Knex = this.#database) {
    const rows: FindingRow[] = await knex('findings').where({ id: findingId });
    return (await withEntities(knex, rows))[0];
  }

  async lock(trx: Knex.Transaction, findingId: string) {
    const query = trx<FindingRow>('findings').where({ id: findingId });
    const rows = (await (isPostgres(trx)
      ? query.forUpdate()
      : query)) as FindingRow[];
    return (await withEntities(trx, rows))[0];
  }

  async insert(
    trx: Knex.Transaction,
    findings: StoredFinding[],
  ): Promise<void> {
    for (const chunk of inChunks(findings, 50)) {
      await trx('findings').insert(chunk.map(toFindingRow));
    }
    await insertEntities(trx, findings);
  }

  async save(trx: Knex.Transaction, finding: StoredFinding): Promise<boolean> {
    const { id, ...row } = toFindingRow(finding);
    const changed = await trx('findings')
      .where({ id, revision: finding.revision - 1 })
      .update(row);
    if (changed !== 1) return false;
    await trx('finding_entities').where({ finding_id: id }).delete();
    await insertEntities(trx, [finding]);
    return true;
  }

  async ofTests(testIds: string[], knex: Knex = this.#database) {
    const rows: FindingRow[] = await whereInList(
      knex('findings').orderBy(['created_at', 'id']),
      'test_id',
      testIds,
    );
    return withEntities(knex, rows);
  }

  async countLiving(testIds: string[], knex: Knex = this.#database) {
    const rows = await whereInList(
      knex('findings')
        .whereIn('state', livingStates)
        .groupBy('test_id')
        .select('test_id')
        .count({ total: '*' }),
      'test_id',
      testIds,
    );
    return new Map(
      rows.map((row: any) => [row.test_id as string, Number(row.total)]),
    );
  }

  async livingOf(entityRef: string, knex: Knex = this.#database) {
    const rows: FindingRow[] = await knex('findings as f')
      .join('finding_entities as e', 'e.finding_id', 'f.id')
      .where('e.entity_ref', entityRef)
      .whereIn('f.state', livingStates)
      .orderBy(['f.due_on', 'f.severity_rank', 'f.id'])
      .select('f.*');
    return withEntities(knex, rows);
  }
}

/** Findings of rows, in their order. */
export async function withEntities(
  knex: Knex,
  rows: FindingRow[],
): Promise<StoredFinding[]> {
  if (rows.length === 0) return [];
  const named: Array<{ finding_id: string; entity_ref: string }> =
    await whereInList(
      knex('finding_entities')
        .orderBy('entity_ref')
        .select('finding_id', 'entity_ref'),
      'finding_id',
      rows.map(row => row.id),
    );
  const entities = new Map<string, string[]>(rows.map(row => [row.id, []]));
  for (const row of named) entities.get(row.finding_id)!.push(row.entity_ref);
  return rows.map(row => toFinding(row, entities.get(row.id)!));
}

async function insertEntities(
  trx: Knex.Transaction,
  findings: StoredFinding[],
): Promise<void> {
  const rows = findings.flatMap(({ id, entities }) =>
    [...new Set(entities)].map(ref => ({ finding_id: id, entity_ref: ref })),
  );
  for (const chunk of inChunks(rows)) {
    await insertRows(trx, {
      table: 'finding_entities',
      columns: { finding_id: 'text', entity_ref: 'text' },
      rows: chunk,
    });
  }
}
