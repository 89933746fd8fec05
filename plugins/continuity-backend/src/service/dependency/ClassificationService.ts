import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  durationSeconds,
  normaliseRef,
  type ClassifyDependenciesRequest,
  type ClassifyDependenciesResponse,
  type DependencyEdge,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { AssessmentEngine } from '../../assessment/AssessmentEngine';
import type { CatalogRefresh } from '../../catalog/CatalogRefresh';
import type {
  ClassificationStore,
  StoredClassification,
} from '../../dependency/ClassificationStore';
import type { GraphKeeper } from '../../dependency/GraphKeeper';
import type { GraphSnapshot } from '../../dependency/GraphSnapshot';
import type { StandingUpkeep } from '../../dependency/StandingUpkeep';
import type { Access, CallerAccess } from '../../permissions/CallerAccess';
import type { RecordStore } from '../../record/RecordStore';
import { DependencySight } from './DependencySight';
import { describeDependencyEdge } from './describeDependencyEdge';
import { lockEntity } from '../profile/lockEntity';

type Item = ClassifyDependenciesResponse['items'][number];
type Asked = ClassifyDependenciesRequest['items'][number];

interface Options {
  database: Knex;
  access: CallerAccess;
  refresh: CatalogRefresh;
  graph: GraphKeeper;
  classifications: ClassificationStore;
  sight: DependencySight;
  records: RecordStore;
  engine: AssessmentEngine;
  standings: StandingUpkeep;
  clock: () => Date;
}

const refusals = {
  'not-found': 'There is no such entity that you may see.',
  'no-dependency':
    'It does not depend on that; only dependencies that the catalog states can be classified.',
  locked: 'The catalog file classifies this dependency; change it there.',
  'not-allowed': 'You may not classify the dependencies of this entity.',
  stale: 'Somebody else has classified it meanwhile; look at it again.',
  wrong: 'Only a soft dependency can be endured for some time.',
} as const;

/** Lets people say which dependencies are hard or soft, and keeps who did it and why. */
export class ClassificationService {
  readonly #options: Options;

  static create(options: Options): ClassificationService {
    return new ClassificationService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async classify(
    request: ClassifyDependenciesRequest,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<ClassifyDependenciesResponse> {
    const { access: caller, refresh, engine, graph, sight } = this.#options;
    const access = await caller.of(credentials);
    caller.assertNotDenied(access, 'dependency.classify');
    const asked = request.items.map(item => ({
      ...item,
      from: refOf(item.from),
      to: refOf(item.to),
    }));
    const sources = [...new Set(asked.map(({ from }) => from))];
    await refresh.refresh(sources, { credentials });
    await engine.settleDue();
    await engine.drain({ first: sources, limit: 0 });
    const snapshot = await graph.current();
    const isVisible = await sight.among(
      asked.flatMap(({ from, to }) => [from, to]),
      { snapshot, access },
    );
    const allowed = await caller.allowedAmong(
      access,
      'dependency.classify',
      sources,
    );

    const results: Array<Pick<Item, 'result' | 'refusal'>> = [];
    const changed = new Set<string>();
    for (const item of asked) {
      const refusal = refusalOf(item, { snapshot, isVisible, allowed });
      const result = refusal
        ? ({ result: 'refused', refusal } as const)
        : await this.#save(item, request.reason, access);
      results.push(result);
      if (result.result === 'changed') changed.add(item.from);
    }
    if (changed.size > 0) {
      await this.#options.standings.settle();
      await engine.drain({ first: [...changed], limit: 0 });
    }
    const items = await this.#answer(asked, results, { isVisible, allowed });
    return sight.hide({ items }, access);
  }

  async #save(
    item: Asked,
    reason: string,
    access: Access,
  ): Promise<Pick<Item, 'result' | 'refusal'>> {
    const { database, classifications, records, engine, clock } = this.#options;
    const at = clock().toISOString();
    await engine.settleDue(at);
    return database.transaction(async trx => {
      await lockEntity(trx, item.from);
      const before = (await classifications.of([item.from], trx))
        .get(item.from)
        ?.get(item.to);
      if ((before?.revision ?? 0) !== item.revision) {
        return { result: 'refused', refusal: 'stale' } as const;
      }
      const after: StoredClassification = {
        fromRef: item.from,
        toRef: item.to,
        strength: item.strength,
        reason,
        endurableSeconds: item.endurable
          ? durationSeconds(item.endurable)
          : null,
        revision: item.revision + 1,
        updatedBy: access.subject,
        updatedAt: at,
      };
      const isSame =
        (before?.strength ?? null) === after.strength &&
        (before?.endurableSeconds ?? null) === after.endurableSeconds;
      if (isSame) return { result: 'unchanged', refusal: null } as const;
      if (!(await classifications.save(trx, after, item.revision))) {
        return { result: 'refused', refusal: 'stale' } as const;
      }
      await records.append(trx, [
        {
          entityRef: item.from,
          type: 'dependency',
          action: 'classified',
          by: access.subject,
          at,
          reason,
          before: before?.strength ? said(before) : null,
          after: after.strength ? said(after) : { to: item.to, strength: null },
          revision: after.revision,
        },
      ]);
      await engine.markDirty(trx, [item.from], at);
      return { result: 'changed', refusal: null } as const;
    });
  }

  async #answer(
    asked: Asked[],
    results: Array<Pick<Item, 'result' | 'refusal'>>,
    known: {
      isVisible: (ref: string) => boolean;
      allowed: ReadonlySet<string>;
    },
  ): Promise<Item[]> {
    const snapshot = await this.#options.graph.current();
    const stored = await this.#options.classifications.of(
      asked.map(({ from }) => from),
    );
    return asked.map(({ from, to }, at) => {
      const { result, refusal } = results[at];
      const edge =
        refusal === 'not-found' ? undefined : edgesFor(snapshot, from, to)[0];
      return {
        from,
        to,
        result,
        refusal,
        message: refusal && refusals[refusal],
        edge: edge
          ? describeDependencyEdge(edge, {
              said: stored.get(from),
              isAllowed: known.allowed.has(from),
            })
          : null,
      };
    });
  }
}

function said(classification: StoredClassification) {
  const { toRef, strength, endurableSeconds } = classification;
  return { to: toRef, strength, endurableSeconds };
}

function refOf(text: string): string {
  return normaliseRef(text, { defaultNamespace: 'default' }) ?? text;
}

/** The dependencies that a classification is about: on the entity itself, or through the API. */
function edgesFor(
  { graph }: GraphSnapshot,
  from: string,
  to: string,
): DependencyEdge[] {
  const direct = graph.edge(from, to);
  if (direct) return [direct];
  return graph
    .needsOf(from)
    .filter(({ ways }) => ways.some(way => way.classifiedAs === to));
}

function refusalOf(
  item: Asked,
  known: {
    snapshot: GraphSnapshot;
    isVisible: (ref: string) => boolean;
    allowed: ReadonlySet<string>;
  },
): Item['refusal'] {
  const { from, to, strength, endurable } = item;
  const { snapshot, isVisible, allowed } = known;
  if (!snapshot.entities.has(from) || !isVisible(from) || !isVisible(to)) {
    return 'not-found';
  }
  if (!allowed.has(from)) return 'not-allowed';
  if (endurable && strength !== 'soft') return 'wrong';
  const edges = edgesFor(snapshot, from, to);
  const ways = edges
    .flatMap(edge => edge.ways)
    .filter(way => way.kind !== 'part');
  if (ways.length === 0) return 'no-dependency';
  const own = ways.filter(way => way.classifiedAs === to);
  const meant = own.length > 0 ? own : ways;
  return meant.every(way => way.declaredBy === 'catalog') ? 'locked' : null;
}
