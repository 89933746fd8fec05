import type { Knex } from 'knex';

/** A message of an ITSM tool that was taken. */
export interface StoredDelivery<Answer> {
  source: string;
  deliveryId: string;
  bodySha256: string;
  changeId: string;
  answer: Answer;
  at: string;
}

/** How long a message is known again. Signed messages grow old within minutes. */
const KEPT_DAYS = 30;

/** What webhooks delivered, so that each message counts once. */
export class DeliveryStore<Answer> {
  readonly #database: Knex;

  static create<Answer>(options: { database: Knex }): DeliveryStore<Answer> {
    return new DeliveryStore<Answer>(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async get(
    source: string,
    deliveryId: string,
  ): Promise<StoredDelivery<Answer> | undefined> {
    const row = await this.#database('change_deliveries')
      .where({ source, delivery_id: deliveryId })
      .first();
    return (
      row && {
        source,
        deliveryId,
        bodySha256: row.body_sha256,
        changeId: row.change_id,
        answer: JSON.parse(row.answer),
        at: row.at,
      }
    );
  }

  /** False where the same message arrived at the same moment. */
  async insert(
    trx: Knex.Transaction,
    delivery: StoredDelivery<Answer>,
  ): Promise<boolean> {
    const { source, deliveryId, bodySha256, changeId, answer, at } = delivery;
    const inserted = await trx('change_deliveries')
      .insert({
        source,
        delivery_id: deliveryId,
        body_sha256: bodySha256,
        change_id: changeId,
        answer: JSON.stringify(answer),
        at,
      })
      .onConflict(['source', 'delivery_id'])
      .ignore()
      .returning('source');
    return inserted.length === 1;
  }

  /** The latest message of each source. */
  async latest(): Promise<Map<string, { changeId: string; at: string }>> {
    const rows: Array<{ source: string; change_id: string; at: string }> =
      await this.#database
        .with('placed', query =>
          query
            .from('change_deliveries')
            .select('source', 'change_id', 'at')
            .rowNumber('place', window =>
              window
                .partitionBy('source')
                .orderBy([{ column: 'at', order: 'desc' }, 'delivery_id']),
            ),
        )
        .from('placed')
        .where('place', 1)
        .select('source', 'change_id', 'at');
    return new Map(
      rows.map(row => [row.source, { changeId: row.change_id, at: row.at }]),
    );
  }

  async forgetOld(now: Date): Promise<void> {
    const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
    await this.#database('change_deliveries')
      .where('at', '<', before.toISOString())
      .delete();
  }
}
