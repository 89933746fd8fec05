import type { PlannedTest } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { inList } from '../database/whereInList';
import type { StoredTest } from './StoredTest';
import { type TestRow, toTest } from './testRows';

/** More tests than these at one time, of the same entities and people, say nothing new. */
const MOST = 500;

/** Finds planned and running tests that may stand in each other's way. */
export class PlannedTestsReader {
  readonly #database: Knex;

  static create(options: { database: Knex }) {
    return new PlannedTestsReader(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  /** Those that overlap a time, and share an entity or a person. */
  async within(
    span: { startsAt: string; endsAt: string },
    shared: { entities: string[]; people: string[] },
  ): Promise<PlannedTest[]> {
    const { client } = this.#database;
    const [entitySql, entityBindings] = inList(
      client,
      'e.entity_ref',
      shared.entities,
    );
    const [peopleSql, peopleBindings] = inList(
      client,
      'n.party_ref',
      shared.people,
    );
    const rows: TestRow[] = await this.#database('tests as t')
      .whereIn('t.state', ['planned', 'in-progress'])
      .where('t.starts_at', '<', span.endsAt)
      .where('t.ends_at', '>', span.startsAt)
      .whereRaw(
        `(exists (select 1 from test_entities e where e.test_id = t.id and ${entitySql})
          or exists (select 1 from test_people n where n.test_id = t.id and ${peopleSql}))`,
        [...entityBindings, ...peopleBindings],
      )
      .orderBy(['t.starts_at', 't.id'])
      .limit(MOST)
      .select('t.*');
    return rows.map(row => toPlanned(toTest(row)));
  }
}

function toPlanned({
  id,
  contents,
  startsAt,
  endsAt,
  facilitator,
}: StoredTest): PlannedTest {
  return {
    id,
    title: contents.title,
    startsAt,
    endsAt,
    environment: contents.environment,
    entities: contents.entities,
    people: [
      ...new Set([
        ...(facilitator ? [facilitator] : []),
        ...contents.participants,
      ]),
    ],
  };
}
