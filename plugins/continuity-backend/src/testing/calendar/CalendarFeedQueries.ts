import type { CalendarScope } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { Visibility } from '../../catalog/Visibility';
import type { MirrorStore } from '../../catalog/MirrorStore';
import { whereInList } from '../../database/whereInList';
import type { StoredTest } from '../StoredTest';
import { TestFilters, TestQueries } from '../TestQueries';

/** More than a person can look at; those that are over longest are left out. */
const MOST_TESTS = 2_000;
const PAGE = 500;
/** How long tests stay in calendars after they are over. */
const KEPT_DAYS = 366;

interface Options {
  database: Knex;
  mirror: MirrorStore;
  testQueries: TestQueries;
}

/** Finds the tests of a calendar feed. */
export class CalendarFeedQueries {
  readonly #options: Options;

  static create(options: Options) {
    return new CalendarFeedQueries(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** By when they are held; cancelled ones are among them. */
  async of(
    scope: CalendarScope,
    seeing: Pick<TestFilters, 'visibility' | 'visibleSql' | 'now'> & {
      personRef: string;
    },
  ): Promise<StoredTest[]> {
    const { personRef, ...seen } = seeing;
    const from = new Date(Date.parse(seen.now) - KEPT_DAYS * 86_400_000);
    const base: TestFilters = {
      ...seen,
      from: from.toISOString(),
      state: ['planned', 'in-progress', 'completed', 'cancelled'],
    };
    const found = new Map<string, StoredTest>();
    for (const filters of await this.#narrowed(scope, personRef)) {
      for (const test of await this.#all({ ...base, ...filters })) {
        found.set(test.id, test);
      }
    }
    return [...found.values()].sort((a, b) =>
      a.startsAt + a.id < b.startsAt + b.id ? -1 : 1,
    );
  }

  /** How many entities of each test the reader may see, and how many it may not. */
  async sightOf(
    tests: StoredTest[],
    visibility: Visibility,
  ): Promise<Map<string, { visible: Set<string>; redacted: number }>> {
    const refs = new Set(tests.flatMap(test => test.contents.entities));
    const rows: Array<{ entity_ref: string; uid: string | null }> =
      visibility.kind === 'all'
        ? []
        : await whereInList(
            this.#options
              .database('mirror_entities')
              .select('entity_ref', 'uid'),
            'entity_ref',
            refs,
          );
    const hidden = new Set(
      rows
        .filter(
          ({ uid }) =>
            visibility.kind !== 'some' ||
            uid === null ||
            !visibility.uids.has(uid),
        )
        .map(row => row.entity_ref),
    );
    return new Map(
      tests.map(({ id, contents }) => {
        const visible = contents.entities.filter(ref => !hidden.has(ref));
        return [
          id,
          {
            visible: new Set(visible),
            redacted: contents.entities.length - visible.length,
          },
        ];
      }),
    );
  }

  /** Alternatives, of which each is asked for. */
  async #narrowed(
    scope: CalendarScope,
    personRef: string,
  ): Promise<Array<Pick<TestFilters, 'person' | 'owner' | 'entity'>>> {
    const { mirror } = this.#options;
    if (scope.kind === 'all') return [{}];
    if (scope.kind === 'entity') return [{ entity: [scope.ref] }];
    if (scope.kind === 'owner') {
      return [{ owner: await mirror.groupsBelow([scope.ref]) }];
    }
    const claims = await mirror.claimsOf(personRef);
    return [{ person: claims }, { owner: claims }];
  }

  async #all(filters: TestFilters): Promise<StoredTest[]> {
    const { testQueries } = this.#options;
    const found: StoredTest[] = [];
    let cursor: string | undefined;
    do {
      const page = await testQueries.page(filters, {
        sort: '-start',
        limit: PAGE,
        cursor,
      });
      found.push(...page.tests);
      cursor = page.nextCursor;
    } while (cursor && found.length < MOST_TESTS);
    return found;
  }
}
