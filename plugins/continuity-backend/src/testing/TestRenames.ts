import type { Knex } from 'knex';
import type { RecordArchive } from '../record/RecordArchive';
import type { RecordStore } from '../record/RecordStore';
import type { TestStore } from './TestStore';
import { testRecord } from './TestWriter';

/** Tests of entities that got another name: those that are planned go to the new one, and results count for it under the name that they were held for. */
export class TestRenames implements RecordArchive {
  readonly #records: RecordStore;
  readonly #testStore: TestStore;

  static create(options: { records: RecordStore; testStore: TestStore }) {
    return new TestRenames(options);
  }

  private constructor(options: { records: RecordStore; testStore: TestStore }) {
    this.#records = options.records;
    this.#testStore = options.testStore;
  }

  /** Nothing: a test of what left the catalog is held or cancelled by people. */
  async archive(): Promise<void> {}

  /** None: what comes back under its own name has its tests. */
  async withArchived(): Promise<Set<string>> {
    return new Set();
  }

  /** Never in the way: an entity may have several. */
  async hasLiving(): Promise<boolean> {
    return false;
  }

  /** Null where there are none. */
  async revive(
    trx: Knex.Transaction,
    options: Parameters<RecordArchive['revive']>[1],
  ) {
    const { fromRef, toRef, decision } = options;
    if (fromRef === toRef || !decision) return null;
    const rows: Array<{ id: string; state: string }> = await trx('tests as t')
      .join('test_entities as e', 'e.test_id', 't.id')
      .where('e.entity_ref', fromRef)
      .orderBy('t.id')
      .select('t.id', 't.state');
    const hadNames = await trx('test_renames').where('to_ref', fromRef).first();
    if (rows.length === 0 && !hadNames) return null;
    await trx('test_renames').where('from_ref', toRef).delete();
    await trx('test_renames')
      .where('to_ref', fromRef)
      .update({ to_ref: toRef });
    await trx('test_renames')
      .insert({ from_ref: fromRef, to_ref: toRef })
      .onConflict('from_ref')
      .merge();
    for (const { id, state } of rows) {
      if (state === 'planned') await this.#rename(trx, id, options);
    }
    return { values: null, agreements: [] };
  }

  async #rename(
    trx: Knex.Transaction,
    testId: string,
    { fromRef, toRef, decision }: Parameters<RecordArchive['revive']>[1],
  ): Promise<void> {
    const { by, at, reason } = decision!;
    const test = (await this.#testStore.lock(trx, testId))!;
    const entities = test.contents.entities.map(ref =>
      ref === fromRef ? toRef : ref,
    );
    const revision = test.revision + 1;
    await this.#testStore.save(trx, {
      ...test,
      contents: {
        ...test.contents,
        entities: [...new Set(entities)].sort(),
      },
      revision,
      updatedAt: at,
      updatedBy: by,
    });
    await this.#records.append(trx, [
      testRecord(
        testId,
        {
          action: 'entity-renamed',
          by,
          at,
          reason,
          before: { entityRef: fromRef },
          after: { entityRef: toRef },
        },
        revision,
      ),
    ]);
  }
}
