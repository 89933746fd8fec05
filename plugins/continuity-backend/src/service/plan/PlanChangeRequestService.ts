import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  PlanChangeRequest,
  PlanChangeRequestList,
  planChangeRequestQuerySchema,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { z } from 'zod';
import type { MirrorStore } from '../../catalog/MirrorStore';
import { PlanChangeRequestQueries } from '../../change/PlanChangeRequestQueries';
import { PlanChangeRequests } from '../../change/PlanChangeRequests';
import { visibleCondition } from '../../coverage/visibleCondition';
import { CallerAccess, type Access } from '../../permissions/CallerAccess';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { partiesOf } from '../../permissions/partiesOf';
import { readNames } from '../../permissions/readNames';
import type { PlanStore } from '../../plan/PlanStore';
import type { StatusUpkeep } from '../../record/StatusUpkeep';
import { PlanAccess } from '../../permissions/PlanAccess';
import { PlanChangeRequestReader } from './PlanChangeRequestReader';

const DEFAULT_LIMIT = 50;

interface Options {
  database: Knex;
  mirror: MirrorStore;
  engine: StatusUpkeep;
  planStore: PlanStore;
  access: CallerAccess;
  planAccess: PlanAccess;
  visibility: CatalogVisibility;
  planChangeRequests: PlanChangeRequests;
  planChangeRequestQueries: PlanChangeRequestQueries;
  planChangeRequestReader: PlanChangeRequestReader;
  clock: () => Date;
}

type Asked = { credentials: BackstageCredentials; known?: Access };
type Query = z.output<typeof planChangeRequestQuerySchema>;

/** What changes ask of plans: lists it, and lets those who answer for a plan decline. */
export class PlanChangeRequestService {
  readonly #options: Options;

  static create(options: Options) {
    return new PlanChangeRequestService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(
    query: Query,
    { credentials, known }: Asked,
  ): Promise<PlanChangeRequestList> {
    const { database, planChangeRequests, planChangeRequestQueries } =
      this.#options;
    const access = known ?? (await this.#options.access.of(credentials));
    const { limit = DEFAULT_LIMIT, cursor } = query;
    const { rows, totalItems, nextCursor } =
      await planChangeRequestQueries.page(await this.#filters(query, access), {
        limit,
        cursor,
      });
    const items = await this.#options.planChangeRequestReader.describe(
      await planChangeRequests.withChanges(rows),
      access,
    );
    return {
      items,
      totalItems,
      pageInfo: nextCursor ? { nextCursor } : {},
      names: await readNames(database, items),
    };
  }

  async decline(
    requestId: string,
    { reason, credentials }: Asked & { reason: string },
  ): Promise<PlanChangeRequest> {
    const { database, engine, planAccess, planStore, planChangeRequests } =
      this.#options;
    const caller = await planAccess.of(credentials);
    planAccess.assertNotDenied(caller, 'approve');
    const [seen] = await this.#described(requestId, caller.access);
    if (!seen) throw requestNotFound();
    const { planId } = seen;
    await planAccess.assertAllowed(caller, 'approve', planId);
    const at = this.#options.clock().toISOString();
    await engine.settleDue(at);
    await database.transaction(async trx => {
      await planStore.lock(trx, planId);
      const now = await planChangeRequests.get(requestId, trx);
      if (now?.state !== 'open') {
        throw new ConflictError('This plan change request is closed already.');
      }
      await planChangeRequests.dismiss(
        trx,
        { planId, state: 'declined' },
        { by: caller.access.subject, at, reason },
      );
      const scope = await planStore.scopeOf([planId], { knex: trx });
      await engine.markDirty(
        trx,
        [...new Set(scope.map(({ entityRef }) => entityRef))],
        at,
      );
    });
    const [declined] = await this.#described(requestId, caller.access);
    return declined;
  }

  async #described(requestId: string, access: Access) {
    const { planChangeRequests, planChangeRequestReader } = this.#options;
    const request = await planChangeRequests.get(requestId);
    return planChangeRequestReader.describe(request ? [request] : [], access);
  }

  async #filters(query: Query, access: Access) {
    const { database, mirror, visibility, clock } = this.#options;
    const { state, plan, owner, late, waitingForMe } = query;
    const resolved = await visibility.resolve(access.read);
    return {
      state,
      plan,
      late,
      owner: owner && (await mirror.groupsBelow(owner)),
      ...(waitingForMe === true && {
        waitingFor: await partiesOf(access, mirror),
      }),
      now: clock().toISOString(),
      visibleSql:
        resolved.kind === 'all'
          ? null
          : (column: string) =>
              visibleCondition(database.client, column, resolved) as [
                string,
                any[],
              ],
    };
  }
}

function requestNotFound(): NotFoundError {
  return new NotFoundError(
    'There is no such plan change request that you may see.',
  );
}
