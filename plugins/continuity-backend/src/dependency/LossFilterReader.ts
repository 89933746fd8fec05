import type {
  EntityFacts,
  LossFilter,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { BATCH_SIZE } from '../database/inChunks';
import { whereInList } from '../database/whereInList';

interface Row {
  entity_ref: string;
  facts: string;
}

/** Finds the entities that a filter of a loss matches. Users, groups and the like are nothing that can be lost. */
export class LossFilterReader {
  readonly #database: Knex;

  static create(options: { database: Knex }): LossFilterReader {
    return new LossFilterReader(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  /** @param filter - owners with the groups below them; all refs normalised */
  async matching(filter: LossFilter): Promise<string[]> {
    const found: string[] = [];
    const mustRead = Boolean(
      filter.labels ?? filter.annotations ?? filter.tags ?? filter.lifecycle,
    );
    let after = '';
    for (;;) {
      const rows: Row[] = await this.#candidates(filter)
        .where('m.entity_ref', '>', after)
        .orderBy('m.entity_ref')
        .limit(BATCH_SIZE)
        .select('m.entity_ref', ...(mustRead ? ['m.facts'] : []));
      for (const { entity_ref, facts } of rows) {
        if (!mustRead || matches(JSON.parse(facts), filter)) {
          found.push(entity_ref);
        }
      }
      if (rows.length < BATCH_SIZE) return found;
      after = rows[rows.length - 1].entity_ref;
      await yieldToOthers();
    }
  }

  /** What columns can tell; keys are looked for as texts, so that most rows need not be read. */
  #candidates(filter: LossFilter): Knex.QueryBuilder {
    const query = this.#database('mirror_entities as m')
      .leftJoin('mirror_entities as s', join =>
        join.on('s.entity_ref', 'm.system_ref').andOnNull('s.archived_at'),
      )
      .whereNull('m.archived_at')
      .whereNotIn('m.kind', ['user', 'group', 'location', 'template']);
    const { kind, type, owner, system, domain } = filter;
    if (kind) {
      query.whereIn(
        'm.kind',
        kind.map(value => value.toLowerCase()),
      );
    }
    if (type) {
      query.whereIn(
        this.#database.raw('lower(m.type)') as never,
        type.map(value => value.toLowerCase()),
      );
    }
    if (owner) whereInList(query, 'm.owner_ref', owner);
    if (system) {
      query.where(either =>
        either
          .whereIn('m.system_ref', system)
          .orWhereIn('m.entity_ref', system),
      );
    }
    if (domain) {
      query.where(either =>
        either
          .whereIn('m.domain_ref', domain)
          .orWhereIn('m.entity_ref', domain)
          .orWhere(inherited =>
            inherited.whereNull('m.domain_ref').whereIn('s.domain_ref', domain),
          ),
      );
    }
    for (const key of [
      ...Object.keys(filter.labels ?? {}),
      ...Object.keys(filter.annotations ?? {}),
    ]) {
      query.whereRaw(`m.facts like ? escape '\\'`, [
        `%${JSON.stringify(key).replace(/[\\%_]/g, '\\$&')}:%`,
      ]);
    }
    return query;
  }
}

function matches({ metadata, spec }: EntityFacts, filter: LossFilter): boolean {
  const { labels = {}, annotations = {}, tags, lifecycle } = filter;
  const has = (
    marks: Record<string, string>,
    wanted: Record<string, string[]>,
  ) =>
    Object.entries(wanted).every(
      ([key, values]) =>
        Object.hasOwn(marks, key) &&
        (values.length === 0 || values.includes(marks[key])),
    );
  return (
    has(metadata.labels, labels) &&
    has(metadata.annotations, annotations) &&
    (!tags || tags.some(tag => metadata.tags.includes(tag))) &&
    (!lifecycle || lifecycle.includes(String(spec.lifecycle)))
  );
}
