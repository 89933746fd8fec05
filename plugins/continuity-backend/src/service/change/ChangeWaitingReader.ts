import type { Knex } from 'knex';
import { toChange, type ChangeRow } from '../../change/changeRows';
import { mayStep } from '../../change/mayStep';
import { ChangeAccess, ChangeCaller } from '../../permissions/ChangeAccess';

/** Finds the changes that wait for a person: to approve, and to review what was done in an emergency. */
export class ChangeWaitingReader {
  readonly #database: Knex;
  readonly #access: ChangeAccess;

  static create(options: { database: Knex; changeAccess: ChangeAccess }) {
    return new ChangeWaitingReader(options);
  }

  private constructor(options: { database: Knex; changeAccess: ChangeAccess }) {
    this.#database = options.database;
    this.#access = options.changeAccess;
  }

  /** Their ids; none for services. */
  async of(caller: ChangeCaller): Promise<string[]> {
    const { isUser, subject } = caller.access;
    if (!isUser) return [];
    const rows: ChangeRow[] = await this.#database('changes')
      .whereNot('requested_by', subject)
      .where(waits =>
        waits
          .where('state', 'planned')
          .orWhere(owed =>
            owed
              .where({ state: 'implemented', type: 'emergency' })
              .whereNull('review_done_at'),
          ),
      );
    const steps = rows.map(toChange).flatMap(change => {
      const step = change.state === 'planned' ? 'approve' : 'review';
      return mayStep(step, change, { by: subject }).ok
        ? [{ id: change.id, step } as const]
        : [];
    });
    if (steps.length === 0) return [];
    const rights = await this.#access.rightsAmong(
      caller,
      steps.map(({ id }) => id),
    );
    return steps
      .filter(({ id, step }) => rights.get(id)!.has(step))
      .map(({ id }) => id);
  }
}
