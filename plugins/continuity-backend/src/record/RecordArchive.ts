import type { Knex } from 'knex';

/** What was given, for the record. */
export interface Revived {
  values: object | null;
  /** Their ids. */
  agreements: string[];
  /** The ids of plans that cover the receiver from now on. */
  plans?: string[];
  /** Other entities whose assessment it can alter. */
  touched?: string[];
}

/** What the catalog room may ask of the rooms that keep records about entities, when entities leave, return or change their name. */
export interface RecordArchive {
  /** Puts away what the entities have, because they left the catalog. */
  archive(
    trx: Knex.Transaction,
    options: { entityRefs: string[]; at: string },
  ): Promise<void>;

  /** The refs that have something put away. */
  withArchived(
    trx: Knex.Transaction,
    entityRefs: string[],
  ): Promise<Set<string>>;

  /**
   * Gives what was put away last under one ref to another one, or back to the same. What the receiver has saved for itself stays: the caller asks
   * `hasLiving` first. Null when nothing was put away.
   *
   * @param options - `decision`: who decided it, where somebody did
   */
  revive(
    trx: Knex.Transaction,
    options: {
      fromRef: string;
      toRef: string;
      decision?: { by: string; at: string; reason: string };
    },
  ): Promise<Revived | null>;

  /** Whether somebody saved something about the entity that is not archived. */
  hasLiving(trx: Knex.Transaction, entityRef: string): Promise<boolean>;
}
