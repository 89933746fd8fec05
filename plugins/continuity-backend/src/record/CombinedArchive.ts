import type { Knex } from 'knex';
import type { RecordArchive, Revived } from './RecordArchive';

/** The archives of several rooms as one: what is said to it is said to each. */
export class CombinedArchive implements RecordArchive {
  readonly #archives: RecordArchive[];

  static of(...archives: RecordArchive[]): CombinedArchive {
    return new CombinedArchive(archives);
  }

  private constructor(archives: RecordArchive[]) {
    this.#archives = archives;
  }

  async archive(
    trx: Knex.Transaction,
    options: { entityRefs: string[]; at: string },
  ): Promise<void> {
    for (const archive of this.#archives) await archive.archive(trx, options);
  }

  async withArchived(
    trx: Knex.Transaction,
    entityRefs: string[],
  ): Promise<Set<string>> {
    const found = new Set<string>();
    for (const archive of this.#archives) {
      const refs = await archive.withArchived(trx, entityRefs);
      refs.forEach(ref => found.add(ref));
    }
    return found;
  }

  async revive(
    trx: Knex.Transaction,
    options: Parameters<RecordArchive['revive']>[1],
  ): Promise<Revived | null> {
    const given: Revived[] = [];
    for (const archive of this.#archives) {
      const own = await archive.revive(trx, options);
      if (own) given.push(own);
    }
    if (given.length === 0) return null;
    const touched = given.flatMap(own => own.touched ?? []);
    const plans = given.flatMap(own => own.plans ?? []);
    return {
      values: given.find(({ values }) => values !== null)?.values ?? null,
      agreements: given.flatMap(({ agreements }) => agreements),
      ...(plans.length > 0 && { plans }),
      ...(touched.length > 0 && { touched }),
    };
  }

  async hasLiving(trx: Knex.Transaction, entityRef: string): Promise<boolean> {
    for (const archive of this.#archives) {
      if (await archive.hasLiving(trx, entityRef)) return true;
    }
    return false;
  }
}
