import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  compareWithTarget,
  expectedRecovery,
  type DependencyItem,
  type DependencySide,
  type EntityDependencies,
  type EntityDependenciesQuery,
} from 'backstage-plugin-continuity-common';
import type { MirroredEntity } from '../../catalog/MirrorStore';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import type { ClassificationStore } from '../../dependency/ClassificationStore';
import type { GraphAnalyst } from '../../dependency/GraphAnalyst';
import type { GraphKeeper } from '../../dependency/GraphKeeper';
import type { GraphSnapshot } from '../../dependency/GraphSnapshot';
import { Access, CallerAccess } from '../../permissions/CallerAccess';
import { collectEntityRefs } from '../../permissions/entityRefsIn';
import {
  classOf,
  comesAfter,
  conflictsOf,
  endsOf,
  findCandidates,
  type CandidatePlace,
  type DependencyCandidate,
  type Direction,
} from './dependencyCandidates';
import { dependencyLinks } from './dependencyLinks';
import { DependencyNodes, ownTimeOf } from './DependencyNodes';
import { DependencySight } from './DependencySight';
import { describeDependencyEdge } from './describeDependencyEdge';
import { EntityContinuityService } from '../profile/EntityContinuityService';
import { readListCursor, writeListCursor } from '../../contract/listCursor';
import { OwnDependencyFacts, withTitles } from './OwnDependencyFacts';
import { SweepStatusReader } from '../profile/SweepStatusReader';

const DEFAULT_LIMIT = 50;

interface Options {
  access: CallerAccess;
  entities: EntityContinuityService;
  graph: GraphKeeper;
  analyst: GraphAnalyst;
  own: OwnDependencyFacts;
  classifications: ClassificationStore;
  sight: DependencySight;
  nodes: DependencyNodes;
  sweep: SweepStatusReader;
}

interface Question {
  entityRef: string;
  query: EntityDependenciesQuery;
  access: Access;
  snapshot: GraphSnapshot;
}

interface Page {
  direction: Direction;
  candidates: DependencyCandidate[];
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
    const { candidates: found, beyondDepth } = findCandidates(
      question,
      direction,
    );
    const isVisible = await this.#options.sight.among(
      found.map(({ ref }) => ref),
      { snapshot, access },
    );
    const visible = found.filter(({ ref }) => isVisible(ref));
    const hidden = found.filter(({ ref }) => !isVisible(ref));
    const list = `${direction} ${depth ?? ''} ${hardOnly} ${entityRef}`;
    const after = readListCursor(list, query.cursor) as
      | CandidatePlace
      | undefined;
    const start = after
      ? visible.findIndex(candidate => comesAfter(candidate, after))
      : 0;
    const from = start === -1 ? visible.length : start;
    const candidates = visible.slice(from, from + limit);
    const last = candidates.at(-1);
    const direct = visible.filter(({ distance }) => distance === 1);
    const { cycleOf } = await this.#options.analyst.survey(snapshot);
    const count = (
      all: DependencyCandidate[],
      is: (one: DependencyCandidate) => boolean,
    ) => all.filter(is).length;
    return {
      direction,
      candidates,
      side: {
        totalItems: visible.length,
        counts: {
          direct: direct.length,
          soft: count(visible, ({ isSoft }) => isSoft),
          unclassified: count(direct, ({ ref }) => {
            const [source, target] = endsOf(entityRef, ref, direction);
            return graph.edge(source, target)?.class === 'unclassified';
          }),
          unresolved: count(visible, ({ ref }) => !graph.isResolved(ref)),
          conflicts: count(
            visible,
            one => conflictsOf(entityRef, one, direction, snapshot).length > 0,
          ),
          inCycle: count(
            visible,
            ({ ref }) => cycleOf[graph.nodeOf(ref)] !== -1,
          ),
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
    const { cycleOf } = await this.#options.analyst.survey(snapshot);
    const toItem = (candidate: DependencyCandidate, direction: Direction) => {
      const { ref } = candidate;
      const [source, target] = endsOf(entityRef, ref, direction);
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
        inCycle: cycleOf[graph.nodeOf(ref)] !== -1,
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
    const about = await this.#options.own.of(entity, {
      access,
      snapshot,
      expected,
    });
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
}
