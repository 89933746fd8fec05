import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  continuityStatuses,
  hiddenEntityRef,
  type CoverageList,
  type CoverageQuery,
  type CoverageSummary,
  type CoverageSummaryQuery,
} from 'backstage-plugin-continuity-common';
import type { AssessmentEngine } from '../assessment/AssessmentEngine';
import type { MirrorStore } from '../catalog/MirrorStore';
import type { Visibility } from '../catalog/Visibility';
import {
  CoverageGroupKey,
  CoverageQueries,
  StatusCounts,
} from '../coverage/CoverageQueries';
import {
  readCoverageCursor,
  writeCoverageCursor,
} from '../coverage/coverageCursor';
import { ResolvedFilters } from '../coverage/coverageFilters';
import { readCoverageSort } from '../coverage/coverageSorts';
import { Access, CallerAccess } from '../permissions/CallerAccess';
import { CatalogVisibility } from '../permissions/CatalogVisibility';
import { collectEntityRefs } from '../permissions/entityRefsIn';
import { HiddenEntities } from '../permissions/HiddenEntities';
import { hideEntities } from '../permissions/hideEntities';
import { hideGapNames, partyRefsInGaps } from '../permissions/hideGapNames';
import { SweepStatusReader } from './SweepStatusReader';

const DEFAULT_LIMIT = 50;

interface Options {
  access: CallerAccess;
  visibility: CatalogVisibility;
  hiddenEntities: HiddenEntities;
  queries: CoverageQueries;
  engine: AssessmentEngine;
  mirror: MirrorStore;
  sweep: SweepStatusReader;
  peopleKnown: () => Promise<boolean>;
}

/** The audit list and its counts, of what the caller may see. */
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
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<CoverageList> {
    const { queries, engine, sweep } = this.#options;
    const { sort: sortText, limit = DEFAULT_LIMIT, cursor, ...rest } = query;
    const sort = readCoverageSort(sortText);
    const after =
      cursor === undefined ? undefined : readCoverageCursor(sort, cursor);
    const access = await this.#options.access.of(credentials);
    await engine.settleDue();
    const { visibility, filters } = await this.#scope(rest, access);
    const [page, totals] = await Promise.all([
      queries.page({ filters, visibility, sort, after, limit }),
      queries.totals({ filters, visibility }),
    ]);
    const mayUpdate =
      access.actions['profile.update'].result !== AuthorizeResult.DENY;
    return {
      items: await this.#withoutHidden(page.items, access),
      ...totals,
      pageInfo: page.last
        ? { nextCursor: writeCoverageCursor(sort, page.last) }
        : {},
      dataAge: await sweep.dataAge(),
      allowedActions: mayUpdate ? ['profile.update'] : [],
    };
  }

  async summary(
    query: CoverageSummaryQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<CoverageSummary> {
    const { queries, engine, sweep, peopleKnown } = this.#options;
    const { groupBy, ...rest } = query;
    const access = await this.#options.access.of(credentials);
    await engine.settleDue();
    const { visibility, filters } = await this.#scope(rest, access);
    const groups = await this.#mergeHidden(
      await queries.counts({ filters, visibility, groupBy }),
      groupBy,
      access,
    );
    const total = [...groups.values()].reduce(addCounts, noCounts());
    return {
      groupBy: groupBy ?? null,
      total: total.counts,
      late: total.late,
      groups: groupBy
        ? [...groups]
            .map(([key, group]) => ({ key, ...group }))
            .sort((a, b) => compareKeys(a.key, b.key))
        : [],
      anyTier: await queries.anyTier(visibility),
      peopleKnown: await peopleKnown(),
      dataAge: await sweep.dataAge(),
    };
  }

  async #scope(
    query: Omit<CoverageQuery, 'sort' | 'limit' | 'cursor'>,
    access: Access,
  ): Promise<{ visibility: Visibility; filters: ResolvedFilters }> {
    const { visibility, mirror } = this.#options;
    const { owner, system, domain, ...filters } = query;
    const named = [owner, system, domain].flatMap(refs => refs ?? []);
    const hidden = await this.#options.hiddenEntities.among(
      named.map(normalise),
      access.read,
    );
    // who asks for a hidden owner or system learns nothing by it
    const visible = (refs: string[] | undefined) =>
      refs?.map(normalise).filter(ref => !hidden.has(ref));
    const owners = visible(owner);
    return {
      visibility: await visibility.resolve(access.read),
      filters: {
        ...filters,
        owner: owners && (await mirror.groupsBelow(owners)),
        system: visible(system),
        domain: visible(domain),
      },
    };
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
    if (!groupBy || !['owner', 'system', 'domain'].includes(groupBy)) {
      return groups;
    }
    const refs = [...groups.keys()].filter(key => key !== null);
    const hidden = await this.#options.hiddenEntities.among(refs, access.read);
    const merged = new Map<string | null, StatusCounts>();
    for (const [key, group] of groups) {
      const shown = key !== null && hidden.has(key) ? hiddenEntityRef : key;
      merged.set(shown, addCounts(merged.get(shown) ?? noCounts(), group));
    }
    return merged;
  }
}

function normalise(entityRef: string): string {
  return entityRef.toLocaleLowerCase('en-US');
}

function namespaceOf(entityRef: string): string {
  return entityRef.slice(entityRef.indexOf(':') + 1, entityRef.indexOf('/'));
}

function noCounts(): StatusCounts {
  const counts = Object.fromEntries(continuityStatuses.map(s => [s, 0]));
  return { counts: counts as StatusCounts['counts'], late: 0 };
}

function addCounts(a: StatusCounts, b: StatusCounts): StatusCounts {
  const counts = Object.fromEntries(
    continuityStatuses.map(s => [s, a.counts[s] + b.counts[s]]),
  );
  return {
    counts: counts as StatusCounts['counts'],
    late: a.late + b.late,
  };
}

/** Named ones first, alphabetically; those without come last. */
function compareKeys(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
}
