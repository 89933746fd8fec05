import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  gapCauseKey,
  hiddenEntityRef,
  lastDayBefore,
  readGapCauseKey,
  type ContinuityPolicy,
  type CoverageList,
  type CoverageProgramme,
  type CoverageQuery,
  type CoverageSummary,
  type CoverageSummaryQuery,
  type GapCode,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import {
  CoverageGroupKey,
  CoverageGroupQueries,
} from '../../coverage/CoverageGroupQueries';
import { CoverageQueries } from '../../coverage/CoverageQueries';
import {
  readCoverageCursor,
  writeCoverageCursor,
} from '../../coverage/coverageCursor';
import type { CoverageRows } from '../../coverage/coverageRows';
import { readCoverageSort } from '../../coverage/coverageSorts';
import {
  addCounts,
  noCounts,
  type StatusCounts,
} from '../../coverage/statusCounts';
import { Access } from '../../permissions/CallerAccess';
import { collectEntityRefs } from '../../permissions/entityRefsIn';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import { hideEntities } from '../../permissions/hideEntities';
import { hideGapNames, partyRefsInGaps } from '../../permissions/hideGapNames';
import { readNames } from '../../permissions/readNames';
import { CoverageScope } from './CoverageScope';
import { SweepStatusReader } from '../profile/SweepStatusReader';

const DEFAULT_LIMIT = 50;
/** Days and gaps that the programme lists; what is due after that is counted. */
const MOST_DUES = 200;
/** Causes that a summary lists; those behind which fewer services stand are counted. */
const MOST_CAUSES = 1_000;

interface Options {
  database: Knex;
  scope: CoverageScope;
  hiddenEntities: HiddenEntities;
  queries: CoverageQueries;
  groups: CoverageGroupQueries;
  policy: ContinuityPolicy;
  sweep: SweepStatusReader;
  peopleKnown: () => Promise<boolean>;
  clock: () => Date;
}

/** The audit list and its counts, of what the caller may see, now or at a moment of the past. */
export class CoverageService {
  readonly #options: Options;

  static create(options: Options) {
    return new CoverageService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(
    query: CoverageQuery,
    {
      credentials,
      known,
    }: { credentials: BackstageCredentials; known?: Access },
  ): Promise<CoverageList> {
    const { queries, sweep, scope, database } = this.#options;
    const { sort: sortText, limit = DEFAULT_LIMIT, cursor, ...rest } = query;
    const sort = readCoverageSort(sortText);
    const after =
      cursor === undefined ? undefined : readCoverageCursor(sort, cursor);
    const { access, rows, then } = await scope.resolve(rest, {
      credentials,
      known,
    });
    // a list of now stays as it was when its first page was read
    const listedAt =
      rows.asOf === null
        ? after?.listedAt ?? this.#options.clock().toISOString()
        : undefined;
    const listed = { ...rows, asOf: rows.asOf ?? after?.listedAt ?? null };
    const {
      items: found,
      last,
      ...totals
    } = await queries.list({
      ...listed,
      sort,
      after,
      limit,
    });
    const items =
      rows.visibility.kind === 'all'
        ? found
        : await this.#withoutHidden(found, access);
    return {
      asOf: rows.asOf,
      then,
      items,
      ...totals,
      pageInfo: last
        ? { nextCursor: writeCoverageCursor(sort, { ...last, listedAt }) }
        : {},
      dataAge: await sweep.dataAge(),
      names: await readNames(
        database,
        items.map(item => [
          item.owner,
          item.recoveryOwner,
          item.system,
          item.domain,
          item.gaps.map(({ params }) => params),
        ]),
      ),
      allowedActions: allowedOf(access, rows.asOf),
    };
  }

  async summary(
    query: CoverageSummaryQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<CoverageSummary> {
    const { groups: queries, sweep, scope, database } = this.#options;
    const { groupBy, ...rest } = query;
    const { access, rows, then } = await scope.resolve(rest, { credentials });
    const byCause = groupBy === 'cause';
    const [counted, all, anyTier, peopleKnown, dataAge] = await Promise.all([
      byCause
        ? this.#causes(rows, access)
        : this.#grouped(rows, groupBy, access),
      // an entity has several causes, or none
      byCause ? queries.counts(rows) : undefined,
      queries.anyTier(rows),
      this.#options.peopleKnown(),
      sweep.dataAge(),
    ]);
    const { groups, moreGroups } = counted;
    const total = [...(all ?? groups).values()].reduce(addCounts, noCounts());
    return {
      asOf: rows.asOf,
      then,
      groupBy: groupBy ?? null,
      total: total.counts,
      late: total.late,
      groups: groupBy
        ? [...groups]
            .map(([key, group]) => ({ key, ...group }))
            .sort((a, b) => compareKeys(a.key, b.key))
        : [],
      moreGroups,
      names: await this.#namesOf(groupBy, groups, database),
      anyTier,
      peopleKnown,
      dataAge,
    };
  }

  /** What has to be done by when: late ones first, then by day. */
  async programme(
    query: Omit<CoverageSummaryQuery, 'groupBy'>,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<CoverageProgramme> {
    const { groups, scope, policy, clock } = this.#options;
    const { rows, then } = await scope.resolve(query, { credentials });
    const timeZone = then?.timeZone ?? policy.timeZone;
    const moment = rows.asOf ?? clock().toISOString();
    const items = new Map<string, CoverageProgramme['items'][number]>();
    for (const { dues, entities } of await groups.dues(rows)) {
      for (const due of dues.split('|').filter(Boolean)) {
        const [code, dueBy] = due.split('@') as [GapCode, string];
        const dueOn = lastDayBefore(dueBy, timeZone);
        const late = dueBy <= moment;
        const key = `${code} ${dueOn} ${late}`;
        const item = items.get(key) ?? { code, dueOn, late, entities: 0 };
        item.entities += entities;
        items.set(key, item);
      }
    }
    const sorted = [...items.values()].sort(
      (a, b) =>
        Number(b.late) - Number(a.late) ||
        compareKeys(a.dueOn, b.dueOn) ||
        b.entities - a.entities ||
        compareKeys(a.code, b.code),
    );
    return {
      timeZone,
      items: sorted.slice(0, MOST_DUES),
      more: Math.max(sorted.length - MOST_DUES, 0),
      asOf: rows.asOf,
    };
  }

  async #grouped(
    rows: CoverageRows,
    groupBy: Exclude<CoverageGroupKey, 'cause'> | undefined,
    access: Access,
  ): Promise<CountedGroups> {
    const counted = await this.#options.groups.counts({ ...rows, groupBy });
    const groups = await this.#mergeHidden(counted, groupBy, access);
    return { groups, moreGroups: 0 };
  }

  async #causes(rows: CoverageRows, access: Access): Promise<CountedGroups> {
    // where something may be hidden, all are needed: those that are have one place together
    const isOpen = rows.visibility.kind === 'all';
    const { groups, all } = await this.#options.groups.causes({
      ...rows,
      most: isOpen ? MOST_CAUSES : undefined,
    });
    if (isOpen) return { groups, moreGroups: all - groups.size };
    const merged = await this.#mergeHidden(groups, 'cause', access);
    const largest = [...merged].sort(([, a], [, b]) => sumOf(b) - sumOf(a));
    return {
      groups: new Map(largest.slice(0, MOST_CAUSES)),
      moreGroups: Math.max(largest.length - MOST_CAUSES, 0),
    };
  }

  async #namesOf(
    groupBy: CoverageGroupKey | undefined,
    groups: Map<string | null, unknown>,
    database: Knex,
  ): Promise<Record<string, string>> {
    if (!isOfEntities(groupBy)) return {};
    return readNames(
      database,
      [...groups.keys()].map(key =>
        key === null ? key : entityOf(key, groupBy),
      ),
    );
  }

  async #withoutHidden(
    items: CoverageList['items'],
    access: Access,
  ): Promise<CoverageList['items']> {
    const hidden = await this.#options.hiddenEntities.among(
      [
        ...collectEntityRefs(items),
        ...items.flatMap(item =>
          partyRefsInGaps(item.gaps, namespaceOf(item.entityRef)),
        ),
      ],
      access.read,
    );
    return hideEntities(
      items.map(item => ({
        ...item,
        gaps: hideGapNames(item.gaps, hidden, namespaceOf(item.entityRef)),
      })),
      hidden,
    );
  }

  async #mergeHidden(
    groups: Map<string | null, StatusCounts>,
    groupBy: CoverageGroupKey | undefined,
    access: Access,
  ): Promise<Map<string | null, StatusCounts>> {
    if (!isOfEntities(groupBy)) return groups;
    const refs = [...groups.keys()].flatMap(key =>
      key === null ? [] : [entityOf(key, groupBy)],
    );
    const hidden = await this.#options.hiddenEntities.among(refs, access.read);
    const merged = new Map<string | null, StatusCounts>();
    for (const [key, group] of groups) {
      const isHidden = key !== null && hidden.has(entityOf(key, groupBy));
      const shown = isHidden ? withoutEntity(key, groupBy) : key;
      merged.set(shown, addCounts(merged.get(shown) ?? noCounts(), group));
    }
    return merged;
  }
}

interface CountedGroups {
  groups: Map<string | null, StatusCounts>;
  moreGroups: number;
}

function sumOf({ counts }: StatusCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Nobody changes the past. */
function allowedOf(
  access: Access,
  asOf: string | null,
): CoverageList['allowedActions'] {
  if (asOf !== null) return [];
  const { result } = access.actions['profile.update'];
  return [
    ...(result === AuthorizeResult.DENY ? [] : (['profile.update'] as const)),
    ...(access.mayAskOwners && access.isUser
      ? (['coverage.ask'] as const)
      : []),
  ];
}

type EntityGroupKey = 'owner' | 'system' | 'domain' | 'cause';

function isOfEntities(
  groupBy: CoverageGroupKey | undefined,
): groupBy is EntityGroupKey {
  return (
    groupBy !== undefined &&
    ['owner', 'system', 'domain', 'cause'].includes(groupBy)
  );
}

function entityOf(key: string, groupBy: EntityGroupKey): string {
  return groupBy === 'cause' ? readGapCauseKey(key)?.entityRef ?? key : key;
}

function withoutEntity(key: string, groupBy: EntityGroupKey): string {
  const cause = groupBy === 'cause' ? readGapCauseKey(key) : undefined;
  return cause
    ? gapCauseKey({ ...cause, entityRef: hiddenEntityRef })
    : hiddenEntityRef;
}

function namespaceOf(entityRef: string): string {
  return entityRef.slice(entityRef.indexOf(':') + 1, entityRef.indexOf('/'));
}

/** Named ones first, alphabetically; those without come last. */
function compareKeys(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
}
