import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  parseDeadline,
  type ContinuityPolicy,
  type ExemptionList,
  type ExemptionQuery,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { MirrorStore } from '../../catalog/MirrorStore';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import {
  ExemptionFilters,
  ExemptionQueries,
} from '../../exemption/ExemptionQueries';
import type { ExemptionStore } from '../../exemption/ExemptionStore';
import { Access, CallerAccess } from '../../permissions/CallerAccess';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import { partiesOf } from '../../permissions/partiesOf';
import { seenBy } from '../../permissions/seenBy';
import { visibleFilters } from '../../permissions/visibleFilters';
import { ExemptionSummaries } from './ExemptionSummaries';

const DEFAULT_LIMIT = 50;

interface Options {
  database: Knex;
  mirror: MirrorStore;
  access: CallerAccess;
  visibility: CatalogVisibility;
  hiddenEntities: HiddenEntities;
  exemptionStore: ExemptionStore;
  exemptionQueries: ExemptionQueries;
  exemptionSummaries: ExemptionSummaries;
  policy: ContinuityPolicy;
  clock: () => Date;
}

/** Lists exemptions of entities that the caller may see. */
export class ExemptionListService {
  readonly #options: Options;

  static create(options: Options) {
    return new ExemptionListService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(
    query: ExemptionQuery,
    {
      credentials,
      known,
    }: { credentials: BackstageCredentials; known?: Access },
  ): Promise<ExemptionList> {
    const {
      access: caller,
      exemptionQueries,
      exemptionSummaries,
      policy,
    } = this.#options;
    const { sort, limit = DEFAULT_LIMIT, cursor } = query;
    const access = known ?? (await caller.of(credentials));
    const filters = await this.#filters(query, access);
    const [page, count] = await Promise.all([
      exemptionQueries.page(filters, { sort, limit, cursor }),
      exemptionQueries.count(filters),
    ]);
    return exemptionSummaries.named(
      {
        items: await exemptionSummaries.of(page.exemptions, access),
        totalItems: count.total,
        counts: count.counts,
        inForce: count.inForce,
        waitingForMe: filters.waiting.length,
        limits: exemptionSummaries.limits(),
        timeZone: policy.timeZone,
        pageInfo: page.nextCursor ? { nextCursor: page.nextCursor } : {},
      },
      access,
    );
  }

  /** The ids of those that the caller may decide on: asked for by others, of entities that they see and may decide about. */
  async waitingFor(access: Access): Promise<string[]> {
    const {
      access: caller,
      hiddenEntities,
      exemptionStore,
      clock,
    } = this.#options;
    if (!access.isUser) return [];
    const asked = (await exemptionStore.asked(clock().toISOString())).filter(
      ({ requestedBy }) => requestedBy !== access.subject,
    );
    if (asked.length === 0) return [];
    const refs = [...new Set(asked.map(({ entityRef }) => entityRef))];
    const hidden = await hiddenEntities.among(refs, access.read);
    const allowed = await caller.allowedAmong(
      access,
      'exemption.approve',
      refs.filter(ref => !hidden.has(ref)),
    );
    return asked
      .filter(({ entityRef }) => allowed.has(entityRef))
      .map(({ id }) => id);
  }

  async #filters(
    query: ExemptionQuery,
    access: Access,
  ): Promise<ExemptionFilters> {
    const { mirror, hiddenEntities, clock } = this.#options;
    const { entity, requester, approver } = query;
    return {
      state: query.state,
      requirement: query.requirement,
      ...(await visibleFilters({ entity, requester, approver }, refs =>
        hiddenEntities.among(refs, access.read),
      )),
      ...(query.mine === true && {
        mine: {
          subject: access.subject,
          parties: await partiesOf(access, mirror),
        },
      }),
      onlyWaiting: query.waitingForMe === true,
      waiting: await this.waitingFor(access),
      ...(query.endingBefore !== undefined && {
        endsBy: this.#endOf(query.endingBefore),
      }),
      ...(await seenBy(access, this.#options)),
      now: clock().toISOString(),
    };
  }

  #endOf(text: string): string {
    const parsed = parseDeadline(text, this.#options.policy.timeZone);
    if (parsed.ok) return parsed.instant;
    throw new WrongFieldsError([
      { path: 'endingBefore', message: parsed.message },
    ]);
  }
}
