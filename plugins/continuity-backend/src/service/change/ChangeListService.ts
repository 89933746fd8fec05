import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  ChangeList,
  changeQuerySchema,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { z } from 'zod';
import { ChangeQueries, type ChangeFilters } from '../../change/ChangeQueries';
import { visibleCondition } from '../../coverage/visibleCondition';
import type { Access } from '../../permissions/CallerAccess';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { ChangeAccess, ChangeCaller } from '../../permissions/ChangeAccess';
import { collectEntityRefs } from '../../permissions/entityRefsIn';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import { hideEntities } from '../../permissions/hideEntities';
import { readNames } from '../../permissions/readNames';
import { ChangeSight } from './ChangeSight';
import { ChangeSummaries } from './ChangeSummaries';
import { ChangeWaitingReader } from './ChangeWaitingReader';

const DEFAULT_LIMIT = 50;

interface Options {
  database: Knex;
  visibility: CatalogVisibility;
  hiddenEntities: HiddenEntities;
  changeAccess: ChangeAccess;
  changeQueries: ChangeQueries;
  changeSight: ChangeSight;
  changeSummaries: ChangeSummaries;
  changeWaiting: ChangeWaitingReader;
}

/** Lists changes that the caller may see. */
export class ChangeListService {
  readonly #options: Options;

  static create(options: Options) {
    return new ChangeListService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(
    query: z.output<typeof changeQuerySchema>,
    {
      credentials,
      known,
    }: { credentials: BackstageCredentials; known?: Access },
  ): Promise<ChangeList> {
    const { database, changeAccess, changeQueries, changeSummaries } =
      this.#options;
    const { sort, limit = DEFAULT_LIMIT, cursor } = query;
    const caller = await changeAccess.of(credentials, known);
    const filters = await this.#filters(query, caller);
    const [page, { total, redacted }] = await Promise.all([
      changeQueries.page(filters, { sort, limit, cursor }),
      changeQueries.count(filters),
    ]);
    const { access } = caller;
    const items = await changeSummaries.of(page.changes, access);
    const refs = [...collectEntityRefs(items)];
    const { isShown } = await this.#options.changeSight.among(refs, { access });
    const hidden = new Set(refs.filter(ref => !isShown(ref)));
    const shown = hideEntities(items, hidden);
    return {
      items: shown,
      totalItems: total,
      redacted,
      pageInfo: page.nextCursor ? { nextCursor: page.nextCursor } : {},
      names: await readNames(database, shown),
      allowedActions: caller.mayRecord ? ['record'] : [],
    };
  }

  async #filters(
    query: z.output<typeof changeQuerySchema>,
    caller: ChangeCaller,
  ): Promise<ChangeFilters> {
    const { database, visibility, hiddenEntities } = this.#options;
    const { state, type, verdict, plan, from, to, reviewDue, search } = query;
    const { access } = caller;
    const resolved = await visibility.resolve(access.read);
    const entity = query.entity?.map(ref => ref.toLocaleLowerCase('en-US'));
    // who asks for what is hidden learns nothing by it
    const hidden = await hiddenEntities.among(entity ?? [], access.read);
    return {
      state,
      type,
      verdict,
      plan,
      from,
      to,
      reviewDue,
      search,
      entity: entity?.filter(ref => !hidden.has(ref)),
      ...(query.mine === true && { requestedBy: access.subject }),
      ...(query.waitingForMe === true && {
        ids: await this.#options.changeWaiting.of(caller),
      }),
      subject: access.subject,
      visibleSql:
        resolved.kind === 'all'
          ? null
          : column =>
              visibleCondition(database.client, column, resolved) as [
                string,
                any[],
              ],
    };
  }
}
