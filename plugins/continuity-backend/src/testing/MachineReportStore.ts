import type { MachineResultResponse } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';

/** A report of a machine, and what was answered. */
export interface StoredMachineReport {
  subject: string;
  idempotencyKey: string;
  bodySha256: string;
  answer: MachineResultResponse;
  at: string;
}

/** Remembers what machines reported, so that what is sent twice counts once. */
export class MachineReportStore {
  readonly #database: Knex;

  static create(options: { database: Knex }) {
    return new MachineReportStore(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async get(
    subject: string,
    idempotencyKey: string,
  ): Promise<StoredMachineReport | undefined> {
    const row = await this.#database('machine_reports')
      .where({ subject, idempotency_key: idempotencyKey })
      .first();
    return (
      row && {
        subject,
        idempotencyKey,
        bodySha256: row.body_sha256,
        answer: JSON.parse(row.answer),
        at: row.at,
      }
    );
  }

  /** False where the key is known already: somebody was faster. */
  async insert(
    trx: Knex.Transaction,
    report: StoredMachineReport,
  ): Promise<boolean> {
    const { subject, idempotencyKey, bodySha256, answer, at } = report;
    const rows = await trx('machine_reports')
      .insert({
        subject,
        idempotency_key: idempotencyKey,
        body_sha256: bodySha256,
        test_id: answer.testId,
        answer: JSON.stringify(answer),
        at,
      })
      .onConflict(['subject', 'idempotency_key'])
      .ignore()
      .returning('test_id');
    return rows.length === 1;
  }
}
