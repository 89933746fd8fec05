import { setImmediate as yieldToOthers } from 'node:timers/promises';
import {
  standingGapCodes,
  type DependencyGraph,
  type StandingGap,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { standingGaps } from '../../assessment/standingGaps';
import { isPostgres } from '../../database/isPostgres';
import { whereInList } from '../../database/whereInList';

/** What is only counted may be as old as this, in milliseconds. */
const COUNTED_FOR = 60_000;
const ROWS_AT_ONCE = 2_000;

/** What the catalog and its current assessment say of an entity, as far as a check of a change asks. */
export interface StandingOf {
  title: string;
  status: string | null;
  ownerRef: string | null;
  gaps: StandingGap[];
}

interface Row {
  entity_ref: string;
  title: string;
  status: string;
  owner_ref: string | null;
  standing_gaps: string | null;
}

/** The current assessments as a check of a change reads them: hundreds at a time, of all of them only whether they have gaps. */
export class StandingGaps {
  readonly #database: Knex;

  #with: { refs: Set<string>; readAt: number } | undefined;
  #reading: Promise<Set<string>> | undefined;
  #marked:
    | { graph: DependencyGraph; refs: Set<string>; marks: Uint8Array }
    | undefined;

  static create(options: { database: Knex }): StandingGaps {
    return new StandingGaps(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  /** @returns by ref; what is not in the catalog is left out */
  async of(entityRefs: string[]): Promise<Map<string, StandingOf>> {
    const rows: Row[] = await whereInList(
      this.#database('assessments')
        .whereNull('valid_to')
        .select(
          'entity_ref',
          'title',
          'status',
          'owner_ref',
          this.#database.raw(
            `coalesce(standing_gaps, ${this.#gapsInDetail()}) as standing_gaps`,
          ),
        ),
      'entity_ref',
      entityRefs,
    );
    const found = new Map(
      rows.map(row => [
        row.entity_ref,
        {
          title: row.title,
          status: row.status,
          ownerRef: row.owner_ref,
          gaps: standingGaps(JSON.parse(row.standing_gaps ?? '[]')).map(
            gap => ({ entityRef: row.entity_ref, ...gap }),
          ),
        },
      ]),
    );
    const apart = entityRefs.filter(ref => !found.has(ref));
    if (apart.length > 0) await this.#addUnassessed(found, apart);
    return found;
  }

  /** Marks the nodes that have such gaps, to be counted; a minute old at most, or as old as the last time that somebody asked. */
  async marks(graph: DependencyGraph): Promise<Uint8Array> {
    const refs = await this.#refsWithGaps();
    if (this.#marked?.graph !== graph || this.#marked.refs !== refs) {
      const marks = new Uint8Array(graph.size);
      for (let node = 0; node < marks.length; node++) {
        if (refs.has(graph.refOf(node))) marks[node] = 1;
      }
      this.#marked = { graph, refs, marks };
    }
    return this.#marked.marks;
  }

  async #refsWithGaps(): Promise<Set<string>> {
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
        if (standingGapCodes.some(code => found.includes(`|${code}|`))) {
          refs.add(ref);
        }
      }
      if (rows.length < ROWS_AT_ONCE) break;
      after = rows[rows.length - 1].entity_ref;
      await yieldToOthers();
    }
    this.#with = { refs, readAt: Date.now() };
    return refs;
  }

  /** What nobody assessed yet has no status. */
  async #addUnassessed(
    found: Map<string, StandingOf>,
    entityRefs: string[],
  ): Promise<void> {
    const rows: Array<Pick<Row, 'entity_ref' | 'title' | 'owner_ref'>> =
      await whereInList(
        this.#database('mirror_entities')
          .whereNull('archived_at')
          .select('entity_ref', 'title', 'owner_ref'),
        'entity_ref',
        entityRefs,
      );
    for (const { entity_ref: ref, title, owner_ref: ownerRef } of rows) {
      found.set(ref, { title, ownerRef, status: null, gaps: [] });
    }
  }

  #gapsInDetail(): string {
    return isPostgres(this.#database)
      ? `(detail::json -> 'gaps')::text`
      : `json_extract(detail, '$.gaps')`;
  }
}
