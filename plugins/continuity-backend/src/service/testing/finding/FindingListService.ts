import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  FindingList,
  FindingQuery,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { MirrorStore } from '../../../catalog/MirrorStore';
import type { Access } from '../../../permissions/CallerAccess';
import { CatalogVisibility } from '../../../permissions/CatalogVisibility';
import {
  FindingAccess,
  FindingCaller,
} from '../../../permissions/FindingAccess';
import { hideEntities } from '../../../permissions/hideEntities';
import { seenBy } from '../../../permissions/seenBy';
import { visibleFilters } from '../../../permissions/visibleFilters';
import {
  FindingFilters,
  FindingQueries,
} from '../../../testing/finding/FindingQueries';
import { FindingSight } from './FindingSight';
import { FindingSummaries } from './FindingSummaries';

const DEFAULT_LIMIT = 50;

interface Options {
  database: Knex;
  mirror: MirrorStore;
  visibility: CatalogVisibility;
  findingAccess: FindingAccess;
  findingQueries: FindingQueries;
  findingSight: FindingSight;
  findingSummaries: FindingSummaries;
}

/** Lists findings that the caller may see. */
export class FindingListService {
  readonly #options: Options;

  static create(options: Options) {
    return new FindingListService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(
    query: FindingQuery,
    {
      credentials,
      known,
    }: { credentials: BackstageCredentials; known?: Access },
  ): Promise<FindingList> {
    const { findingAccess, findingQueries, findingSight, findingSummaries } =
      this.#options;
    const { sort, limit = DEFAULT_LIMIT, cursor } = query;
    const caller = await findingAccess.of(credentials, known);
    const filters = await this.#filters(query, caller);
    const [page, count] = await Promise.all([
      findingQueries.page(filters, { sort, limit, cursor }),
      findingQueries.count(filters),
    ]);
    const items = await findingSummaries.of(page.findings, caller);
    const hidden = await findingSight.hiddenIn(items, caller.access);
    return {
      items: hideEntities(items, hidden),
      totalItems: count.total,
      counts: count.counts,
      overdue: count.overdue,
      pageInfo: page.nextCursor ? { nextCursor: page.nextCursor } : {},
      allowedActions: caller.mayCreate ? ['finding.create'] : [],
    };
  }

  async #filters(
    query: FindingQuery,
    caller: FindingCaller,
  ): Promise<FindingFilters> {
    const { mirror, findingSight, findingSummaries } = this.#options;
    const { state, severity, overdue, test, search } = query;
    const { owner, entity } = await visibleFilters(
      { owner: query.owner, entity: query.entity },
      refs => findingSight.hiddenAmong(refs, caller.access),
    );
    return {
      state,
      severity,
      overdue,
      test,
      search,
      owner: owner && (await mirror.groupsBelow(owner)),
      entity,
      ...(query.waitingForMe === true && {
        waiting: await this.#waiting(caller),
      }),
      ...(await seenBy(caller.access, this.#options)),
      today: findingSummaries.today(),
    };
  }

  async #waiting(caller: FindingCaller) {
    const { database, mirror, findingAccess } = this.#options;
    const { subject, isUser } = caller.access;
    if (!isUser) return { claims: [], verify: [] };
    const resolved: Array<{ id: string }> = await database('findings')
      .where('state', 'resolved')
      .whereNot('resolved_by', subject)
      .select('id');
    const ids = resolved.map(({ id }) => id);
    const rights = await findingAccess.rightsAmong(caller, ids);
    return {
      claims: await mirror.claimsOf(subject),
      verify: ids.filter(id => rights.get(id)!.has('verify')),
    };
  }
}
