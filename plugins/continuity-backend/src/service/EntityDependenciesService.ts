import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  compareWithTarget,
  expectedRecovery,
  explainTargets,
  parseClassificationRefs,
  classificationAnnotations,
  reachDependencies,
  softNeighbours,
  type DependencyItem,
  type DependencySide,
  type EntityDependencies,
  type EntityDependenciesQuery,
  type ExpectedRecovery,
} from 'backstage-plugin-continuity-common';
import type { MirroredEntity } from '../catalog/MirrorStore';
import { WrongFieldsError } from '../contract/WrongFieldsError';
import { analysisOf } from '../dependency/analysisOf';
import type { ClassificationStore } from '../dependency/ClassificationStore';
import type { GraphKeeper } from '../dependency/GraphKeeper';
import type { GraphSnapshot } from '../dependency/GraphSnapshot';
import { Access, CallerAccess } from '../permissions/CallerAccess';
import { collectEntityRefs } from '../permissions/entityRefsIn';
import { dependencyLinks } from './dependencyLinks';
import { DependencyNodes, ownTimeOf } from './DependencyNodes';
import { DependencySight } from './DependencySight';
import { describeDependencyEdge } from './describeDependencyEdge';
import { EntityContinuityService } from './EntityContinuityService';
import { readListCursor, writeListCursor } from './listCursor';
import { SweepStatusReader } from './SweepStatusReader';

const DEFAULT_LIMIT = 50;
const MOST_COMPARED = 20;
const MOST_IN_CYCLE = 50;

type Direction = 'needs' | 'neededBy';

interface Options {
  access: CallerAccess;
  entities: EntityContinuityService;
  graph: GraphKeeper;
  classifications: ClassificationStore;
  sight: DependencySight;
  nodes: DependencyNodes;
  sweep: SweepStatusReader;
}

/** One that was reached, before anything is read about it. */
interface Candidate {
  ref: string;
  distance: number;
  isSoft: boolean;
  path: () => string[];
}

interface Question {
  entityRef: string;
  query: EntityDependenciesQuery;
  access: Access;
  snapshot: GraphSnapshot;
}

interface Page {
  direction: Direction;
  candidates: Candidate[];
  side: Omit<DependencySide, 'items'>;
}

/** Answers what an entity needs and who needs it. */
export class EntityDependenciesService {
  readonly #options: Options;

  static create(options: Options): EntityDependenciesService {
    return new EntityDependenciesService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async get(
    entityRef: string,
    query: EntityDependenciesQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<EntityDependencies> {
    const { direction = 'both', cursor } = query;
    if (cursor !== undefined && direction === 'both') {
      throw new WrongFieldsError([
        {
          path: 'direction',
          message:
            'With a cursor say which direction goes on: needs or neededBy.',
        },
      ]);
    }
    const access = await this.#options.access.of(credentials);
    const { entity } = await this.#options.entities.open(entityRef, access);
    const snapshot = await this.#options.graph.current();
    const question = { entityRef, query, access, snapshot };

    const needs =
      direction === 'neededBy' ? null : await this.#page(question, 'needs');
    const neededBy =
      direction === 'needs' ? null : await this.#page(question, 'neededBy');
    return this.#answer(question, entity, { needs, neededBy });
  }

  async #page(question: Question, direction: Direction): Promise<Page> {
    const { entityRef, query, access, snapshot } = question;
    const { graph } = snapshot;
    const { depth, hardOnly = false, limit = DEFAULT_LIMIT } = query;
    const { candidates: found, beyondDepth } = reached(question, direction);
    const isVisible = await this.#options.sight.among(
      found.map(({ ref }) => ref),
      { snapshot, access },
    );
    const visible = found.filter(({ ref }) => isVisible(ref));
    const hidden = found.filter(({ ref }) => !isVisible(ref));
    const list = `${direction} ${depth ?? ''} ${hardOnly} ${entityRef}`;
    const after = readListCursor(list, query.cursor) as
      | [number, boolean, string]
      | undefined;
    const start = after
      ? visible.findIndex(candidate => comesAfter(candidate, after))
      : 0;
    const from = start === -1 ? visible.length : start;
    const candidates = visible.slice(from, from + limit);
    const last = candidates.at(-1);
    const direct = visible.filter(({ distance }) => distance === 1);
    const analysis = analysisOf(snapshot);
    const count = (list_: Candidate[], is: (one: Candidate) => boolean) =>
      list_.filter(is).length;
    return {
      direction,
      candidates,
      side: {
        totalItems: visible.length,
        counts: {
          direct: direct.length,
          soft: count(visible, ({ isSoft }) => isSoft),
          unclassified: count(direct, ({ ref }) => {
            const [source, target] = ends(entityRef, ref, direction);
            return graph.edge(source, target)?.class === 'unclassified';
          }),
          unresolved: count(visible, ({ ref }) => !graph.isResolved(ref)),
          conflicts: count(
            visible,
            one => conflictsOf(entityRef, one, direction, snapshot).length > 0,
          ),
          inCycle: count(visible, ({ ref }) => !!analysis.cycleOf(ref)),
          redacted: hidden.length,
          redactedDirect: count(hidden, ({ distance }) => distance === 1),
          beyondDepth,
        },
        pageInfo:
          last && from + limit < visible.length
            ? {
                nextCursor: writeListCursor(list, [
                  last.distance,
                  last.isSoft,
                  last.ref,
                ]),
              }
            : {},
      },
    };
  }

  async #answer(
    question: Question,
    entity: MirroredEntity,
    pages: { needs: Page | null; neededBy: Page | null },
  ): Promise<EntityDependencies> {
    const { entityRef, access, snapshot } = question;
    const { graph, revision, changedAt } = snapshot;
    const { classifications, nodes, sight, sweep } = this.#options;
    const refs = [
      entityRef,
      ...[pages.needs, pages.neededBy].flatMap(
        page => page?.candidates.map(({ ref }) => ref) ?? [],
      ),
    ];
    const sources = [
      entityRef,
      ...(pages.neededBy?.candidates ?? [])
        .filter(({ distance }) => distance === 1)
        .map(({ ref }) => ref),
    ];
    const describe = await nodes.describe(refs, snapshot);
    const said = await classifications.of(sources);
    const allowed = await this.#options.access.allowedAmong(
      access,
      'dependency.classify',
      sources,
    );
    const expected = expectedRecovery(graph, snapshot.columns, { refs });
    const toItem = (candidate: Candidate, direction: Direction) => {
      const { ref } = candidate;
      const [source, target] = ends(entityRef, ref, direction);
      const edge =
        candidate.distance === 1 ? graph.edge(source, target) : undefined;
      const node = describe(ref);
      const time = graph.isResolved(ref) ? expected.of(ref) ?? null : null;
      return {
        ...node,
        distance: candidate.distance,
        direct: candidate.distance === 1,
        class: classOf(candidate, snapshot),
        path: candidate.path(),
        conflicts: conflictsOf(entityRef, candidate, direction, snapshot),
        inCycle: analysisOf(snapshot).cycleOf(ref) !== undefined,
        ownTime: ownTimeOf(ref, snapshot),
        expected: time,
        againstRto: time
          ? compareWithTarget(time, node.rtoSeconds ?? undefined)
          : ('no-target' as const),
        edge: edge
          ? describeDependencyEdge(edge, {
              said: said.get(source),
              isAllowed: allowed.has(source),
            })
          : null,
      } satisfies DependencyItem;
    };
    const toSide = (page: Page | null): DependencySide | null =>
      page && {
        items: page.candidates.map(one => toItem(one, page.direction)),
        ...page.side,
      };
    const about = await this.#about(question, entity, expected);
    const draft = {
      graph: { revision, changedAt },
      dataAge: await sweep.dataAge(),
      entity: { ...describe(entityRef), ...about },
      needs: toSide(pages.needs),
      neededBy: toSide(pages.neededBy),
      ...dependencyLinks(graph, refs),
    };
    const shown = await sight.hide(draft, access);
    const titles = await nodes.titles(collectEntityRefs(shown));
    return {
      ...shown,
      entity: withTitles(shown.entity, titles),
      titles,
      allowedActions: allowed.has(entityRef) ? ['dependency.classify'] : [],
    };
  }

  async #about(
    { entityRef, access, snapshot }: Question,
    entity: MirroredEntity,
    expected: ExpectedRecovery,
  ): Promise<
    Pick<
      EntityDependencies['entity'],
      | 'ownTime'
      | 'expected'
      | 'targets'
      | 'cycle'
      | 'dependsOnItself'
      | 'idleClassifications'
    >
  > {
    const { graph, columns } = snapshot;
    const explained = (['rto', 'rpo'] as const).map(target =>
      explainTargets(graph, columns, {
        ref: entityRef,
        target,
        limit: MOST_COMPARED,
      }),
    );
    const cycle = analysisOf(snapshot).cycleOf(entityRef);
    const compared = explained.flatMap(one => [
      ...(one?.neededFasterBy.items ?? []),
      ...(one?.waitsFor.items ?? []),
    ]);
    const time = expected.of(entityRef);
    const unknown = time ? expected.unknownOf(entityRef) : [];
    const isVisible = await this.#options.sight.among(
      [
        ...compared.map(({ ref }) => ref),
        ...(cycle ?? []),
        ...unknown,
        ...explained.flatMap(one => one?.demanded?.ref ?? []),
      ],
      { snapshot, access },
    );
    const toCompared = (one: {
      ref: string;
      seconds: number;
      path: string[];
    }) => ({
      entityRef: one.ref,
      title: one.ref,
      seconds: one.seconds,
      path: one.path,
    });
    const [rto, rpo] = explained.map(one => ({
      demanded: one?.demanded ? toCompared(one.demanded) : null,
      neededFasterBy: {
        total: one?.neededFasterBy.total ?? 0,
        items: (one?.neededFasterBy.items ?? [])
          .filter(({ ref }) => isVisible(ref))
          .map(toCompared),
      },
      waitsFor: {
        total: one?.waitsFor.total ?? 0,
        items: (one?.waitsFor.items ?? [])
          .filter(({ ref }) => isVisible(ref))
          .map(toCompared),
      },
    }));
    const node = graph.nodeOf(entityRef);
    const target = (value: number) => (Number.isNaN(value) ? undefined : value);
    return {
      ownTime: ownTimeOf(entityRef, snapshot),
      expected: time
        ? {
            ...time,
            againstRto: compareWithTarget(time, target(columns.rto[node])),
            againstMtpd: compareWithTarget(time, target(columns.mtpd[node])),
            criticalPath: expected.criticalPathOf(entityRef),
            unknown: {
              total: unknown.length,
              refs: unknown.filter(isVisible).slice(0, MOST_COMPARED),
            },
          }
        : null,
      targets: { rto, rpo },
      cycle: cycle
        ? {
            total: cycle.length,
            refs: cycle.filter(isVisible).slice(0, MOST_IN_CYCLE),
          }
        : null,
      dependsOnItself: entity.facts.relations.some(
        ({ type, targetRef }) =>
          ['dependsOn', 'dependencyOf'].includes(type) &&
          targetRef === entityRef,
      ),
      idleClassifications: idleClassifications(entity, snapshot),
    };
  }
}

function reached({ entityRef, query, snapshot }: Question, side: Direction) {
  const { graph } = snapshot;
  const { depth, hardOnly = false } = query;
  const direction = side === 'needs' ? 'needs' : 'needed-by';
  const collect = (upTo: number | undefined) => {
    const reach = reachDependencies(graph, {
      from: [entityRef],
      direction,
      depth: upTo,
    });
    const hard = reach.entities().map(
      ({ ref, distance }): Candidate => ({
        ref,
        distance,
        isSoft: false,
        path: () => reach.pathOf(ref)!,
      }),
    );
    const soft = hardOnly
      ? []
      : softNeighbours(graph, { reach, direction, depth: upTo }).map(
          ({ ref, distance, path }): Candidate => ({
            ref,
            distance,
            isSoft: true,
            path: () => path,
          }),
        );
    return [...hard, ...soft].sort(
      (a, b) =>
        a.distance - b.distance ||
        Number(a.isSoft) - Number(b.isSoft) ||
        (a.ref < b.ref ? -1 : 1),
    );
  };
  const candidates = collect(depth);
  const beyondDepth =
    depth === undefined ? 0 : collect(undefined).length - candidates.length;
  return { candidates, beyondDepth };
}

function comesAfter(
  { distance, isSoft, ref }: Candidate,
  [d, soft, r]: [number, boolean, string],
): boolean {
  if (distance !== d) return distance > d;
  if (isSoft !== soft) return isSoft;
  return ref > r;
}

/** From what depends to what is depended on. */
function ends(entityRef: string, other: string, direction: Direction) {
  return direction === 'needs'
    ? ([entityRef, other] as const)
    : ([other, entityRef] as const);
}

function classOf(
  candidate: Candidate,
  { graph }: GraphSnapshot,
): DependencyItem['class'] {
  if (candidate.isSoft) return 'soft';
  const path = candidate.path();
  const isUnclassified = path
    .slice(1)
    .some((to, at) => graph.edge(path[at], to)?.class === 'unclassified');
  return isUnclassified ? 'unclassified' : 'hard';
}

/** Targets that don't fit between the entity and one that it needs hard, or that needs it hard. */
function conflictsOf(
  entityRef: string,
  { ref, isSoft }: Candidate,
  direction: Direction,
  { graph, columns }: GraphSnapshot,
): DependencyItem['conflicts'] {
  if (isSoft) return [];
  const [source, target] = ends(entityRef, ref, direction);
  const isPartOf = (a: string, b: string) => graph.partsOf(a).includes(b);
  const [from, to] = [graph.nodeOf(source), graph.nodeOf(target)];
  const found = (['rto', 'rpo'] as const).filter(
    column => columns[column][to] > columns[column][from],
  );
  if (found.length === 0) return [];
  return isPartOf(source, target) || isPartOf(target, source) ? [] : found;
}

/** What the file classifies without a dependency on it: probably a slip of the pen. */
function idleClassifications(
  entity: MirroredEntity,
  { graph }: GraphSnapshot,
): string[] {
  const { entityRef, metadata } = entity.facts;
  const used = new Set(
    graph
      .needsOf(entityRef)
      .flatMap(({ to, ways }) => [to, ...ways.map(way => way.classifiedAs)]),
  );
  return Object.values(classificationAnnotations).flatMap(key =>
    parseClassificationRefs(metadata.annotations[key] ?? '', {
      namespace: metadata.namespace.toLowerCase(),
    }).refs.filter(ref => !used.has(ref)),
  );
}

function withTitles<T extends EntityDependencies['entity']>(
  entity: T,
  titles: Record<string, string>,
): T {
  const named = <C extends { entityRef: string; title: string }>(
    one: C,
  ): C => ({
    ...one,
    title: titles[one.entityRef] ?? one.title,
  });
  const explained = (one: T['targets']['rto']) => ({
    demanded: one.demanded && named(one.demanded),
    neededFasterBy: {
      ...one.neededFasterBy,
      items: one.neededFasterBy.items.map(named),
    },
    waitsFor: { ...one.waitsFor, items: one.waitsFor.items.map(named) },
  });
  return {
    ...entity,
    targets: {
      rto: explained(entity.targets.rto),
      rpo: explained(entity.targets.rpo),
    },
  };
}
