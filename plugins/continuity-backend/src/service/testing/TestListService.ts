import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  parseDeadline,
  type ContinuityPolicy,
  type TestList,
  type TestQuery,
  type TestWaiting,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import type { AssessmentEngine } from '../../assessment/AssessmentEngine';
import type { MirrorStore } from '../../catalog/MirrorStore';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import type { Access } from '../../permissions/CallerAccess';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { hideEntities } from '../../permissions/hideEntities';
import { partiesOf } from '../../permissions/partiesOf';
import { seenBy } from '../../permissions/seenBy';
import { TestAccess, TestCaller } from '../../permissions/TestAccess';
import { visibleFilters } from '../../permissions/visibleFilters';
import { TestFilters, TestQueries } from '../../testing/TestQueries';
import { TestSight } from './TestSight';
import { TestSummaries } from './TestSummaries';
import { TestWaitingReader } from './TestWaitingReader';

const DEFAULT_LIMIT = 50;

interface Options {
  database: Knex;
  policy: ContinuityPolicy;
  mirror: MirrorStore;
  engine: AssessmentEngine;
  visibility: CatalogVisibility;
  testQueries: TestQueries;
  testSummaries: TestSummaries;
  testWaiting: TestWaitingReader;
  testAccess: TestAccess;
  testSight: TestSight;
  clock: () => Date;
}

/** Lists tests that the caller may see. */
export class TestListService {
  readonly #options: Options;

  static create(options: Options) {
    return new TestListService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(
    query: TestQuery,
    {
      credentials,
      known,
      waitingFor,
    }: {
      credentials: BackstageCredentials;
      known?: Access;
      /** Of what waits for the caller only what waits for this. */
      waitingFor?: readonly TestWaiting[];
    },
  ): Promise<TestList> {
    const { engine, testAccess, testQueries, testSight, testSummaries } =
      this.#options;
    const { sort, limit = DEFAULT_LIMIT, cursor } = query;
    const caller = await testAccess.of(credentials, known);
    await engine.settleDue();
    const waiting = await this.#options.testWaiting.of(caller);
    const seen = {
      ...(await seenBy(caller.access, this.#options)),
      now: this.#options.clock().toISOString(),
    };
    const asked = new Map(
      [...waiting].filter(([, how]) => waitingFor?.includes(how) ?? true),
    );
    const filters = await this.#filters(query, {
      caller,
      seen,
      waiting: asked,
    });
    const [page, totalItems, waitingForMe] = await Promise.all([
      testQueries.page(filters, { sort, limit, cursor }),
      testQueries.count(filters),
      waiting.size === 0
        ? 0
        : testQueries.count({ ...seen, ids: [...waiting.keys()] }),
    ]);
    const items = await testSummaries.of(page.tests, { caller, waiting });
    const { access, mayRecordSupplierEvidence, mayCreateCalendarFeeds } =
      caller;
    return {
      items: hideEntities(items, await testSight.hiddenIn(items, caller)),
      totalItems,
      waitingForMe,
      pageInfo: page.nextCursor ? { nextCursor: page.nextCursor } : {},
      allowedActions: [
        ...(access.mayCreateTests ? (['test.create'] as const) : []),
        ...(access.isUser && mayRecordSupplierEvidence
          ? (['test.supplier-evidence'] as const)
          : []),
        ...(access.isUser && mayCreateCalendarFeeds
          ? (['calendar-feed.create'] as const)
          : []),
      ],
    };
  }

  async #filters(
    query: TestQuery,
    context: {
      caller: TestCaller;
      seen: Pick<TestFilters, 'visibility' | 'visibleSql' | 'now'>;
      waiting: Map<string, unknown>;
    },
  ): Promise<TestFilters> {
    const { caller, seen, waiting } = context;
    const { mirror, testSight, policy } = this.#options;
    const { sort, limit, cursor, waitingForMe, mine, ...said } = query;
    const { owner, person, entity } = await visibleFilters(
      { owner: query.owner, person: query.person, entity: query.entity },
      refs => testSight.hiddenAmong(refs, caller),
    );
    const zone = policy.timeZone;
    return {
      ...said,
      ...seen,
      owner: owner && (await mirror.groupsBelow(owner)),
      person: person && (await mirror.groupsBelow(person)),
      entity,
      from: momentOf(query.from, { path: 'from', zone }),
      to: momentOf(query.to, { path: 'to', zone }),
      parties:
        mine === true ? await partiesOf(caller.access, mirror) : undefined,
      ids: waitingForMe === true ? [...waiting.keys()] : undefined,
    };
  }
}

/** A moment, or a day: from its beginning, until its end. */
export function momentOf(
  text: string | undefined,
  { path, zone }: { path: 'from' | 'to' | 'until'; zone: string },
): string | undefined {
  if (text === undefined) return undefined;
  const parsed = parseDeadline(text, zone);
  if (!parsed.ok) {
    throw new WrongFieldsError([{ path, message: parsed.message }]);
  }
  if (!parsed.dateOnly || path !== 'from') return parsed.instant;
  return new Date(
    DateTime.fromISO(text, { zone }).startOf('day').toMillis(),
  ).toISOString();
}
