import {
  keepsMark,
  normaliseRef,
  type ContinuityPolicy,
  type LossFilter,
} from 'backstage-plugin-continuity-common';
import type { AssessmentEngine } from '../../assessment/AssessmentEngine';
import type { CatalogRefresh } from '../../catalog/CatalogRefresh';
import type { MirrorStore } from '../../catalog/MirrorStore';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import type { GraphKeeper } from '../../dependency/GraphKeeper';
import type { GraphSnapshot } from '../../dependency/GraphSnapshot';
import type { LossFilterReader } from '../../dependency/LossFilterReader';
import type { Access } from '../../permissions/CallerAccess';
import type { HiddenEntities } from '../../permissions/HiddenEntities';
import type { DependencySight } from './DependencySight';

interface Options {
  policy: ContinuityPolicy;
  graph: GraphKeeper;
  filters: LossFilterReader;
  refresh: CatalogRefresh;
  engine: AssessmentEngine;
  mirror: MirrorStore;
  sight: DependencySight;
  hiddenEntities: HiddenEntities;
}

/** What a question about a loss is about. */
export interface ResolvedScope {
  snapshot: GraphSnapshot;
  refs: string[];
  /** What was named and is not known to the caller, as it was written. */
  unknown: string[];
  matched: number;
}

/**
 * Finds out which entities a question names. What the caller may not see can't be named; a filter matches it all the same, since what depends on it
 * would be lost with it: it is counted and not named.
 */
export class LossScope {
  readonly #options: Options;

  static create(options: Options): LossScope {
    return new LossScope(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async resolve(
    asked: { entities?: string[]; filter?: LossFilter },
    access: Access,
  ): Promise<ResolvedScope> {
    const { graph, filters, refresh, engine, sight } = this.#options;
    if (asked.filter) assertKept(asked.filter, this.#options.policy);
    const named = readRefs(asked.entities ?? []);
    const refs = [...named.keys()];
    await refresh.refresh(refs, { credentials: access.credentials });
    await engine.settleDue();
    await engine.drain({ first: refs, limit: 0 });
    const snapshot = await graph.current();
    const isVisible = await sight.among(refs, { snapshot, access });
    const isKnown = (ref: string) => snapshot.graph.has(ref) && isVisible(ref);
    const matching = asked.filter
      ? await filters.matching(await this.#visibleFilter(asked.filter, access))
      : [];
    const isMatchVisible = await sight.among(matching, { snapshot, access });
    return {
      snapshot,
      refs: [...new Set([...refs.filter(isKnown), ...matching])],
      unknown: refs.filter(ref => !isKnown(ref)).map(ref => named.get(ref)!),
      matched: matching.filter(isMatchVisible).length,
    };
  }

  /** Who asks for a hidden owner, system or domain learns nothing by it. */
  async #visibleFilter(
    filter: LossFilter,
    access: Access,
  ): Promise<LossFilter> {
    const { hiddenEntities, mirror } = this.#options;
    const normalised = {
      owner: filter.owner?.map(ref => read(ref, 'group')),
      system: filter.system?.map(ref => read(ref, 'system')),
      domain: filter.domain?.map(ref => read(ref, 'domain')),
    };
    const hidden = await hiddenEntities.among(
      Object.values(normalised).flatMap(refs => refs ?? []),
      access.read,
    );
    const visible = (refs: string[] | undefined) =>
      refs?.filter(ref => !hidden.has(ref));
    const owner = visible(normalised.owner);
    const system = visible(normalised.system);
    const domain = visible(normalised.domain);
    return {
      ...filter,
      ...(owner && { owner: await mirror.groupsBelow(owner) }),
      ...(system && { system }),
      ...(domain && { domain }),
    };
  }
}

/** By a mark that the mirror doesn't keep nothing would be found, and the loss would look harmless. */
function assertKept(filter: LossFilter, policy: ContinuityPolicy): void {
  const issues = (['labels', 'annotations'] as const).flatMap(place =>
    Object.keys(filter[place] ?? {})
      .filter(key => !keepsMark(policy, { place, key }))
      .map(key => ({
        path: `filter.${place}.${key}`,
        message: `Nobody knows which entities have "${key}": only keys that the policy names are kept. Have it added to continuity.dependencies.filterKeys, or ask by one of ${
          policy.dependencies?.filterKeys.join(', ') || 'the other fields'
        }.`,
      })),
  );
  if (issues.length > 0) throw new WrongFieldsError(issues);
}

/** A bare name is of the kind that is asked for. */
function read(text: string, kind: string): string {
  const full = text.includes(':') ? text : `${kind}:${text}`;
  return normaliseRef(full, { defaultNamespace: 'default' }) ?? full;
}

function readRefs(texts: string[]): Map<string, string> {
  const refs = new Map<string, string>();
  texts.forEach((text, at) => {
    const ref = normaliseRef(text, { defaultNamespace: 'default' });
    if (!ref) {
      throw new WrongFieldsError([
        {
          path: `entities.${at}`,
          message: `"${text}" is no entity reference. Write the kind and name, such as "component:default/payments-db".`,
        },
      ]);
    }
    if (!refs.has(ref)) refs.set(ref, text);
  });
  return refs;
}
