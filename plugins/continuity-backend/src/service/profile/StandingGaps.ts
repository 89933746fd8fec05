import { setImmediate as yieldToOthers } from 'node:timers/promises';
import {
  standingGapCodes,
  type Gap,
  type StandingGap,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { isPostgres } from '../../database/isPostgres';
import { whereInList } from '../../database/whereInList';

/** What is only counted may be as old as this, in milliseconds. */
const COUNTED_FOR = 60_000;
const ROWS_AT_ONCE = 2_000;

/** Only keeps the memory small: a few hundred bytes each. */
const REMEMBERED = 50_000;

/** The gaps of current assessments that a check of a change tells about; taken out of their texts once for each content. */
export class StandingGaps {
  readonly #database: Knex;
  readonly #codes = new Set<string>(standingGapCodes);
  readonly #known = new Map<string, { hash: string; gaps: StandingGap[] }>();

  #with: { refs: Set<string>; readAt: number } | undefined;
  #reading: Promise<Set<string>> | undefined;

  static create(options: { database: Knex }): StandingGaps {
    return new StandingGaps(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  /** @param wanted - entities with the hash of their current assessment; in their order */
  async of(
    wanted: Array<{ entityRef: string; hash: string }>,
  ): Promise<StandingGap[]> {
    const missing = wanted.filter(
      ({ entityRef, hash }) => this.#known.get(entityRef)?.hash !== hash,
    );
    if (missing.length > 0) {
      if (this.#known.size + missing.length > REMEMBERED) this.#known.clear();
      await this.#learn(missing.map(({ entityRef }) => entityRef));
    }
    return wanted.flatMap(
      ({ entityRef }) => this.#known.get(entityRef)?.gaps ?? [],
    );
  }

  /** All entities that have such gaps, to be counted; a minute old at most, or as old as the last time that somebody asked. */
  async refsWithGaps(): Promise<ReadonlySet<string>> {
    const known = this.#with;
    if (known && Date.now() - known.readAt < COUNTED_FOR) return known.refs;
    this.#reading ??= this.#readRefs().finally(() => {
      this.#reading = undefined;
    });
    if (!known) return this.#reading;
    this.#reading.catch(() => {});
    return known.refs;
  }

  async #readRefs(): Promise<Set<string>> {
    const refs = new Set<string>();
    const codes = [...this.#codes];
    let after = '';
    for (;;) {
      const rows: Array<{ entity_ref: string; gap_codes: string }> =
        await this.#database('assessments')
          .whereNull('valid_to')
          .where('entity_ref', '>', after)
          .orderBy('entity_ref')
          .limit(ROWS_AT_ONCE)
          .select('entity_ref', 'gap_codes');
      for (const { entity_ref: ref, gap_codes: found } of rows) {
        if (codes.some(code => found.includes(`|${code}|`))) refs.add(ref);
      }
      if (rows.length < ROWS_AT_ONCE) break;
      after = rows[rows.length - 1].entity_ref;
      await yieldToOthers();
    }
    this.#with = { refs, readAt: Date.now() };
    return refs;
  }

  async #learn(entityRefs: string[]): Promise<void> {
    const gaps = isPostgres(this.#database)
      ? `(detail::json -> 'gaps')::text as gaps`
      : `json_extract(detail, '$.gaps') as gaps`;
    const rows: Array<{ entity_ref: string; hash: string; gaps: string }> =
      await whereInList(
        this.#database('assessments')
          .whereNull('valid_to')
          .select('entity_ref', 'hash', this.#database.raw(gaps)),
        'entity_ref',
        entityRefs,
      );
    for (const { entity_ref: entityRef, hash, gaps: text } of rows) {
      const found: Gap[] = JSON.parse(text);
      this.#known.set(entityRef, {
        hash,
        gaps: found
          .filter(({ code }) => this.#codes.has(code))
          .map(({ code, requirement, late, params }) => ({
            entityRef,
            code,
            requirement,
            late,
            params,
          })),
      });
    }
  }
}
