import type { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/** "CONT": keeps our advisory locks apart from those of others in the same database. */
const LOCK_CLASS = 0x434f4e54;
const ASSESSMENT = 1;
const MIRROR = 2;

/*
 * Assessing reads the facts of many entities in several statements; a change that commits in between would be read in half. So whoever
 * assesses holds the assessment lock shared, and whoever changes facts takes it exclusively as the last thing before marking what is
 * dirty. Advisory locks queue fairly: a waiting change is not starved by one batch after the other.
 *
 * Order, so that nobody waits in a circle: mirror lock, rows, assessment lock. SQLite has one connection and needs none of this.
 */

/** For a transaction that assesses; many may hold it. */
export async function lockForAssessment(trx: Knex.Transaction): Promise<void> {
  if (isPostgres(trx)) {
    await trx.raw('select pg_advisory_xact_lock_shared(?, ?)', [
      LOCK_CLASS,
      ASSESSMENT,
    ]);
  }
}

/** For a transaction that changed facts and is about to mark what is dirty. */
export async function lockForChange(trx: Knex.Transaction): Promise<void> {
  if (isPostgres(trx)) {
    await trx.raw('select pg_advisory_xact_lock(?, ?)', [
      LOCK_CLASS,
      ASSESSMENT,
    ]);
  }
}

/** For a transaction that changes the mirror: differences are worked out against what is stored. */
export async function lockForMirror(trx: Knex.Transaction): Promise<void> {
  if (isPostgres(trx)) {
    await trx.raw('select pg_advisory_xact_lock(?, ?)', [LOCK_CLASS, MIRROR]);
  }
}
