import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  tierById,
  type ContinuityPolicy,
  type DueTestList,
  type DueTestQuery,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { AssessmentEngine } from '../../assessment/AssessmentEngine';
import type { MirrorStore } from '../../catalog/MirrorStore';
import type { Access } from '../../permissions/CallerAccess';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { hideEntities } from '../../permissions/hideEntities';
import { partiesOf } from '../../permissions/partiesOf';
import { seenBy } from '../../permissions/seenBy';
import { TestAccess, TestCaller } from '../../permissions/TestAccess';
import { visibleFilters } from '../../permissions/visibleFilters';
import {
  type DueTestFilters,
  type DueTestGroupKey,
  DueTestQueries,
  noOwner,
} from '../../testing/DueTestQueries';
import { cadenceAfter } from '../../testing/cadenceAfter';
import { momentOf } from './TestListService';
import { TestSight } from './TestSight';

const DEFAULT_LIMIT = 50;

interface Options {
  database: Knex;
  policy: ContinuityPolicy;
  mirror: MirrorStore;
  engine: AssessmentEngine;
  visibility: CatalogVisibility;
  dueTestQueries: DueTestQueries;
  testAccess: TestAccess;
  testSight: TestSight;
  clock: () => Date;
}

/** Lists what the policy demands and nobody has planned in time. */
export class DueTestService {
  readonly #options: Options;

  static create(options: Options) {
    return new DueTestService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(
    query: DueTestQuery,
    {
      credentials,
      known,
    }: { credentials: BackstageCredentials; known?: Access },
  ): Promise<DueTestList> {
    const { dueTestQueries, engine, mirror, testAccess, testSight } =
      this.#options;
    const { sort, limit = DEFAULT_LIMIT, cursor, groupBy } = query;
    const caller = await testAccess.of(credentials, known);
    await engine.settleDue();
    const filters = await this.#filters(query, caller);
    const [page, { total, late }, groups] = await Promise.all([
      dueTestQueries.page(filters, { sort, limit, cursor }),
      dueTestQueries.count(filters),
      groupBy ? dueTestQueries.groups(filters, groupBy) : [],
    ]);
    const owners = [
      ...page.rows.flatMap(({ owner }) => owner ?? []),
      ...(groupBy === 'owner' ? groups.flatMap(({ key }) => key ?? []) : []),
    ];
    const hidden = await testSight.hiddenAmong(owners, caller);
    const people = await mirror.get([...new Set(owners)]);
    const titleOf = (ref: string | null) =>
      ref === null || hidden.has(ref) ? null : people.get(ref)?.title ?? null;
    const answer: DueTestList = {
      items: page.rows.map(({ standing, owner, due, ...row }) => ({
        ...row,
        owner,
        ownerTitle: titleOf(owner),
        requirement: standing.requirement,
        depth: standing.depth,
        every: standing.every,
        ...(standing.environments && { environments: standing.environments }),
        ...(standing.partial === false && { partial: false }),
        state: standing.state,
        due,
        late: due <= filters.now,
        ...(standing.exemptUntil && { exemptUntil: standing.exemptUntil }),
        result: standing.result,
        planned: standing.planned,
      })),
      totalItems: total,
      late,
      groups: groups.map(group => ({
        ...group,
        title:
          groupBy === 'owner'
            ? titleOf(group.key)
            : this.#title(groupBy!, group.key),
      })),
      pageInfo: page.nextCursor ? { nextCursor: page.nextCursor } : {},
      allowedActions: caller.access.mayCreateTests ? ['test.create'] : [],
    };
    return hideEntities(answer, await testSight.hiddenIn(answer, caller));
  }

  #title(groupBy: DueTestGroupKey, key: string | null): string | null {
    if (groupBy !== 'tier' || key === null) return null;
    return tierById(this.#options.policy, key)?.title ?? null;
  }

  async #filters(
    query: DueTestQuery,
    caller: TestCaller,
  ): Promise<DueTestFilters> {
    const { mirror, testSight, policy, clock } = this.#options;
    const now = clock().toISOString();
    const { owner } = await visibleFilters({ owner: query.owner }, refs =>
      testSight.hiddenAmong(
        refs.filter(ref => ref !== noOwner),
        caller,
      ),
    );
    const { tier, depth, state, late, search } = query;
    return {
      tier,
      depth,
      state,
      late,
      search,
      entity: query.entity?.map(ref => ref.toLocaleLowerCase('en-US')),
      owner: owner && (await mirror.groupsBelow(owner)),
      ...(query.mine === true && {
        parties: await partiesOf(caller.access, mirror),
      }),
      until:
        momentOf(query.until, { path: 'until', zone: policy.timeZone }) ??
        cadenceAfter(now, policy.dueSoon, policy.timeZone),
      ...(await seenBy(caller.access, this.#options)),
      now,
    };
  }
}
