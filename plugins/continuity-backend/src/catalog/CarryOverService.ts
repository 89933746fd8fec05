import { ConflictError, NotFoundError } from '@backstage/errors';
import type { CarryOver } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { StatusUpkeep } from '../record/StatusUpkeep';
import type { RecordArchive, Revived } from '../record/RecordArchive';
import type { RecordStore } from '../record/RecordStore';
import type { CarryOverStore } from './CarryOverStore';
import type { MirrorStore } from './MirrorStore';

interface Options {
  database: Knex;
  store: CarryOverStore;
  mirror: MirrorStore;
  profiles: RecordArchive;
  records: RecordStore;
  engine: StatusUpkeep;
  clock: () => Date;
}

/** Lets a person decide whether the records of an entity that left go to the one that appeared. */
export class CarryOverService {
  readonly #options: Options;

  static create(options: Options): CarryOverService {
    return new CarryOverService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Oldest first. */
  async list(options: { state?: CarryOver['state'] }): Promise<CarryOver[]> {
    return this.#options.store.list(options);
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<CarryOver> {
    const found = await this.#options.store.get(id);
    if (!found) {
      throw new NotFoundError(`There is no carry-over with the id ${id}`);
    }
    return found;
  }

  /** Open decisions about carrying something over to these entities, oldest first. */
  async openFor(toRefs: string[]): Promise<CarryOver[]> {
    return this.#options.store.openFor(toRefs);
  }

  /**
   * Carries profile, agreements, analyses and what plans cover over, or leaves them in the archive for good. History stays with the old ref; both refs get a record.
   *
   * Nothing is merged: what somebody has saved for the new entity already is a decision, too, and silently mixing both would be nobody's.
   *
   * @throws NotFoundError when there is no such question.
   * @throws ConflictError when it was decided before, or the new entity is not in the catalog, has values of its own, or nothing is left to carry over.
   */
  async decide(options: {
    id: string;
    decision: 'carry-over' | 'decline';
    by: string;
    reason: string;
  }): Promise<CarryOver> {
    const { database, engine, clock } = this.#options;
    const { id, decision, by, reason } = options;
    const at = clock().toISOString();
    const question = await this.get(id);
    await engine.settleDue(at);
    await database.transaction(async trx => {
      const state = decision === 'decline' ? 'declined' : 'carried-over';
      if (!(await this.#options.store.settle(trx, { id, state, by, at }))) {
        throw new ConflictError(
          'This was decided already, or has answered itself; load the page again to see how',
        );
      }
      if (decision === 'decline') {
        await this.#record(trx, question, { by, at, reason, given: null });
      } else {
        const given = await this.#carryOver(trx, question, { by, at, reason });
        const { touched = [], ...kept } = given;
        await this.#record(trx, question, { by, at, reason, given: kept });
        await engine.markDirty(trx, [question.toRef, ...touched], at);
      }
    });
    await engine.drain({ first: [question.toRef], limit: 0 });
    return this.get(id);
  }

  async #carryOver(
    trx: Knex.Transaction,
    { fromRef, toRef }: CarryOver,
    decision: { by: string; at: string; reason: string },
  ): Promise<Revived> {
    const { mirror, profiles, store } = this.#options;
    if (!(await mirror.get([toRef], { trx })).has(toRef)) {
      throw new ConflictError(`${toRef} is not in the catalog any more`);
    }
    if (await profiles.hasLiving(trx, toRef)) {
      throw new ConflictError(
        `${toRef} has continuity values or agreements of its own already. Decline, and enter there what is missing: the history of ${fromRef} shows what it had`,
      );
    }
    const given = await profiles.revive(trx, {
      fromRef,
      toRef,
      decision,
    });
    if (!given) {
      throw new ConflictError(
        `${fromRef} has nothing left to carry over: it went to another entity, or came back`,
      );
    }
    // what is carried over once can't go elsewhere as well
    await store.withdraw(trx, {
      column: 'from_ref',
      refs: [fromRef],
      at: decision.at,
    });
    return given;
  }

  async #record(
    trx: Knex.Transaction,
    { fromRef, toRef }: CarryOver,
    decision: {
      by: string;
      at: string;
      reason: string;
      given: Revived | null;
    },
  ): Promise<void> {
    const { by, at, reason, given } = decision;
    const entry = {
      type: 'carry-over',
      action: given ? 'carried-over' : 'declined',
      by,
      at,
      reason,
    } as const;
    await this.#options.records.append(trx, [
      {
        ...entry,
        entityRef: toRef,
        before: { fromRef },
        after: given && { toRef, ...given },
      },
      ...(fromRef === toRef
        ? []
        : [
            {
              ...entry,
              entityRef: fromRef,
              before: given && { ...given },
              after: { toRef },
            },
          ]),
    ]);
  }
}
