import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  findShortestPath,
  normaliseRef,
  type ConcentrationList,
  type DependencyEdgeList,
  type DependencyEdgesQuery,
  type DependencyListQuery,
  type TargetConflictList,
  type TargetConflictsQuery,
  type UnresolvedList,
} from 'backstage-plugin-continuity-common';
import type { AssessmentEngine } from '../../assessment/AssessmentEngine';
import type { ClassificationStore } from '../../dependency/ClassificationStore';
import type { GraphAnalyst } from '../../dependency/GraphAnalyst';
import type { GraphKeeper } from '../../dependency/GraphKeeper';
import type { GraphSnapshot } from '../../dependency/GraphSnapshot';
import { listEdges } from '../../dependency/listEdges';
import type { PlanCoverageReader } from '../../dependency/PlanCoverageReader';
import type { Access, CallerAccess } from '../../permissions/CallerAccess';
import { collectEntityRefs } from '../../permissions/entityRefsIn';
import { DependencyListFilter } from './DependencyListFilter';
import { DependencyNodes } from './DependencyNodes';
import { DependencySight } from './DependencySight';
import { describeDependencyEdge } from './describeDependencyEdge';
import { readListCursor, writeListCursor } from '../../contract/listCursor';
import { SweepStatusReader } from '../profile/SweepStatusReader';

const DEFAULT_LIMIT = 50;
const MOST_NAMED = 20;
const MOST_TARGETS = 50;

interface Options {
  access: CallerAccess;
  engine: AssessmentEngine;
  graph: GraphKeeper;
  analyst: GraphAnalyst;
  classifications: ClassificationStore;
  filter: DependencyListFilter;
  sight: DependencySight;
  nodes: DependencyNodes;
  plans: PlanCoverageReader;
  sweep: SweepStatusReader;
}

interface Opened {
  access: Access;
  snapshot: GraphSnapshot;
  isListed: ((ref: string) => boolean) | undefined;
}

/** Lists about the whole graph: concentration, conflicts, and what is to be worked off. */
export class DependencyOverviewService {
  readonly #options: Options;

  static create(options: Options): DependencyOverviewService {
    return new DependencyOverviewService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async concentration(
    query: DependencyListQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<ConcentrationList> {
    const now = await this.#open(query, credentials);
    const { snapshot, value } = await this.#options.analyst.concentration(
      now.snapshot,
    );
    const opened = { ...now, snapshot };
    const { access } = opened;
    const ranking = value.refs.map((ref, at) => ({ ref, rank: at + 1 }));
    const { items, ...list } = await this.#page(ranking, {
      name: 'concentration',
      refOf: ({ ref }) => ref,
      placeOf: ({ rank }) => [rank],
      query,
      opened,
    });
    const refs = items.map(({ ref }) => ref);
    const describe = await this.#options.nodes.describe(refs, snapshot);
    const covered = await this.#options.plans.coveredBy(refs);
    const draft = {
      ...(await this.#state(snapshot)),
      ...list,
      tiers: [...this.#options.nodes.tiers],
      items: items.map(({ ref, rank }) => {
        const { total, byTier } = value.entry(rank - 1);
        return {
          ...describe(ref),
          rank,
          total,
          byTier,
          planInForce: covered.has(ref),
        };
      }),
      totals: totalsByTier(snapshot),
    };
    return this.#options.sight.hide(draft, access);
  }

  async conflicts(
    query: TargetConflictsQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<TargetConflictList> {
    const now = await this.#open(query, credentials);
    const { snapshot, value } = await this.#options.analyst.conflicts(
      now.snapshot,
    );
    const opened = { ...now, snapshot };
    const { access } = opened;
    const conflicts = value.filter(
      ({ target }) => !query.target || target === query.target,
    );
    const { items, ...list } = await this.#page(conflicts, {
      name: `conflicts ${query.target ?? ''}`,
      refOf: ({ ref }) => ref,
      placeOf: ({ neededFasterBy, ref, target }) => [
        -neededFasterBy,
        ref,
        target === 'rto' ? 0 : 1,
      ],
      query,
      opened,
    });
    const describe = await this.#options.nodes.describe(
      items.map(({ ref }) => ref),
      snapshot,
    );
    const paths: string[][] = [];
    for (const { demandedBy, ref } of items) {
      const ends = { from: demandedBy, to: ref };
      paths.push(findShortestPath(snapshot.graph, ends)!);
      // Each may be a walk through the whole graph
      await yieldToOthers();
    }
    const draft = {
      ...(await this.#state(snapshot)),
      ...list,
      items: items.map(({ ref, ...conflict }, at) => ({
        ...describe(ref),
        ...conflict,
        demandedByTitle: null as string | null,
        path: paths[at],
      })),
    };
    const shown = await this.#options.sight.hide(draft, access);
    const titles = await this.#options.nodes.titles(collectEntityRefs(shown));
    return {
      ...shown,
      items: shown.items.map(item => ({
        ...item,
        demandedByTitle: titles[item.demandedBy] ?? null,
      })),
      titles,
    };
  }

  async unresolved(
    query: DependencyListQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<UnresolvedList> {
    const opened = await this.#open(query, credentials);
    const { snapshot, access, isListed } = opened;
    const all = snapshot.graph.unresolved();
    const isVisible = await this.#options.sight.among(
      all.flatMap(({ ref, namedBy }) => [ref, ...namedBy]),
      { snapshot, access },
    );
    // Who sees nobody that names it would learn of it from nowhere else
    const isShown = ({ ref, namedBy }: (typeof all)[number]) =>
      isVisible(ref) && namedBy.some(isVisible);
    const listed = all.filter(
      one => isShown(one) && (!isListed || one.namedBy.some(isListed)),
    );
    const { items, ...list } = cut(listed, {
      name: 'unresolved',
      placeOf: ({ ref }) => [ref],
      query,
    });
    const naming = items.map(({ namedBy }) => namedBy.filter(isVisible));
    const titles = await this.#options.nodes.titles(
      naming.flatMap(refs => refs.slice(0, MOST_NAMED)),
    );
    const draft = {
      ...(await this.#state(snapshot)),
      ...list,
      redacted: isListed ? 0 : all.filter(one => !isShown(one)).length,
      items: items.map(({ ref, namedBy }, at) => ({
        ref,
        namedBy: naming[at].slice(0, MOST_NAMED).map(entityRef => ({
          entityRef,
          title: titles[entityRef] ?? entityRef,
        })),
        namedByTotal: naming[at].length,
        redacted: namedBy.length - naming[at].length,
      })),
    };
    return this.#options.sight.hide(draft, access);
  }

  async edges(
    query: DependencyEdgesQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<DependencyEdgeList> {
    const { class: wanted = 'unclassified', to } = query;
    const opened = await this.#open(query, credentials);
    const { snapshot, access, isListed } = opened;
    const target =
      to && (normaliseRef(to, { defaultNamespace: 'default' }) ?? to);
    const all = (await listEdges(snapshot))[wanted].filter(
      edge => !target || edge.to === target,
    );
    const isVisible = await this.#options.sight.among(
      new Set(all.flatMap(edge => [edge.from, edge.to])),
      { snapshot, access },
    );
    const isShown = (edge: (typeof all)[number]) =>
      isVisible(edge.from) && isVisible(edge.to);
    const listed = all.filter(
      edge => isShown(edge) && (!isListed || isListed(edge.from)),
    );
    const totals = new Map<string, number>();
    for (const edge of listed) {
      totals.set(edge.to, (totals.get(edge.to) ?? 0) + 1);
    }
    const placeOf = (edge: (typeof all)[number]) => [
      -totals.get(edge.to)!,
      edge.to,
      edge.from,
    ];
    const { items, ...list } = cut(
      listed.sort((a, b) => compare(placeOf(a), placeOf(b))),
      { name: `edges ${wanted} ${target ?? ''}`, placeOf, query },
    );
    const targets = [...totals]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, MOST_TARGETS);
    const sources = items.map(({ from }) => from);
    const describe = await this.#options.nodes.describe(
      [
        ...items.flatMap(edge => [edge.from, edge.to]),
        ...targets.map(([ref]) => ref),
      ],
      snapshot,
    );
    const said = await this.#options.classifications.of(sources);
    const allowed = await this.#options.access.allowedAmong(
      access,
      'dependency.classify',
      [...new Set(sources)],
    );
    const draft = {
      ...(await this.#state(snapshot)),
      ...list,
      redacted: isListed || target ? 0 : all.filter(e => !isShown(e)).length,
      items: items.map(edge => ({
        from: describe(edge.from),
        to: describe(edge.to),
        edge: describeDependencyEdge(snapshot.graph.edge(edge.from, edge.to)!, {
          said: said.get(edge.from),
          isAllowed: allowed.has(edge.from),
        }),
      })),
      targets: targets.map(([ref, total]) => ({
        ref,
        title: describe(ref).title,
        total,
      })),
    };
    return this.#options.sight.hide(draft, access);
  }

  async #open(
    query: DependencyListQuery,
    credentials: BackstageCredentials,
  ): Promise<Opened> {
    const access = await this.#options.access.of(credentials);
    await this.#options.engine.settleDue();
    const snapshot = await this.#options.graph.current();
    const isListed = await this.#options.filter.of(query, { snapshot, access });
    return { access, snapshot, isListed };
  }

  /** A page of entries that are each about one entity. */
  async #page<T>(
    all: T[],
    options: {
      name: string;
      refOf: (entry: T) => string;
      placeOf: (entry: T) => Place;
      query: DependencyListQuery;
      opened: Opened;
    },
  ) {
    const { refOf, opened } = options;
    const isVisible = await this.#options.sight.among(all.map(refOf), opened);
    const visible = all.filter(entry => isVisible(refOf(entry)));
    const listed = visible.filter(
      entry => !opened.isListed || opened.isListed(refOf(entry)),
    );
    return {
      ...cut(listed, options),
      redacted: opened.isListed ? 0 : all.length - visible.length,
    };
  }

  async #state({ revision, changedAt }: GraphSnapshot) {
    return {
      graph: { revision, changedAt },
      dataAge: await this.#options.sweep.dataAge(),
    };
  }
}

type Place = Array<string | number>;

function compare(a: Place, b: Place): number {
  for (let at = 0; at < a.length; at++) {
    if (a[at] !== b[at]) return a[at] < b[at] ? -1 : 1;
  }
  return 0;
}

/** One page of a sorted list. */
function cut<T>(
  listed: T[],
  options: {
    name: string;
    placeOf: (entry: T) => Place;
    query: { limit?: number; cursor?: string };
  },
) {
  const { name, placeOf, query } = options;
  const { limit = DEFAULT_LIMIT, cursor } = query;
  const after = readListCursor(name, cursor) as Place | undefined;
  const start = after
    ? listed.findIndex(entry => compare(placeOf(entry), after) > 0)
    : 0;
  const from = start === -1 ? listed.length : start;
  const items = listed.slice(from, from + limit);
  const last = items.at(-1);
  return {
    items,
    totalItems: listed.length,
    pageInfo:
      last !== undefined && from + limit < listed.length
        ? { nextCursor: writeListCursor(name, placeOf(last)) }
        : {},
  };
}

function totalsByTier({ columns }: GraphSnapshot): Record<string, number> {
  const counts = columns.tiers.map(() => 0);
  for (const tier of columns.tier) if (tier !== -1) counts[tier]++;
  return Object.fromEntries(columns.tiers.map((id, at) => [id, counts[at]]));
}
