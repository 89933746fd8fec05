import {
  classificationAnnotations,
  compareWithTarget,
  explainTargets,
  parseClassificationRefs,
  type EntityDependencies,
  type ExpectedRecovery,
} from 'backstage-plugin-continuity-common';
import type { MirroredEntity } from '../../catalog/MirrorStore';
import { cycleOf, type GraphAnalyst } from '../../dependency/GraphAnalyst';
import type { GraphSnapshot } from '../../dependency/GraphSnapshot';
import type { Access } from '../../permissions/CallerAccess';
import { ownTimeOf } from './DependencyNodes';
import { DependencySight } from './DependencySight';

const MOST_COMPARED = 20;
const MOST_IN_CYCLE = 50;

/** What the graph says of an entity itself. */
type OwnFacts = Pick<
  EntityDependencies['entity'],
  | 'ownTime'
  | 'expected'
  | 'targets'
  | 'cycle'
  | 'dependsOnItself'
  | 'idleClassifications'
>;

interface Options {
  analyst: GraphAnalyst;
  sight: DependencySight;
}

/** Reads what the graph says of an entity itself: its times, whose targets don't fit, its cycle. */
export class OwnDependencyFacts {
  readonly #options: Options;

  static create(options: Options): OwnDependencyFacts {
    return new OwnDependencyFacts(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** What may be told to the caller. Where a title belongs stands the ref, which {@link withTitles} replaces for the whole answer at once. */
  async of(
    entity: MirroredEntity,
    known: {
      access: Access;
      snapshot: GraphSnapshot;
      expected: ExpectedRecovery;
    },
  ): Promise<OwnFacts> {
    const { access, snapshot, expected } = known;
    const { entityRef } = entity.facts;
    const { graph, columns } = snapshot;
    const explained = (['rto', 'rpo'] as const).map(target =>
      explainTargets(graph, columns, {
        ref: entityRef,
        target,
        limit: MOST_COMPARED,
      }),
    );
    const survey = await this.#options.analyst.survey(snapshot);
    const cycle = cycleOf(entityRef, { survey, snapshot });
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

/** The same with the display names of whom it names. */
export function withTitles<T extends EntityDependencies['entity']>(
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
