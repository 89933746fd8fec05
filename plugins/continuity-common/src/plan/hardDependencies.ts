import { apisUsedBy, type ApiFacts } from '../catalog/apiFacts';
import type { EntityFacts } from '../catalog/entityFacts';
import { declaredInCatalog } from '../dependency/graph/declaredInCatalog';

/** What an entity needs through an API that it uses. @public */
export interface NeededApi {
  /** Whoever provides it, or the API itself where nobody does, without those that are declared soft; sorted. */
  needs: string[];
  inCatalog: boolean;
}

const partKinds = ['component', 'resource', 'system'];

function kindOf(ref: string): string {
  return ref.slice(0, ref.indexOf(':'));
}

/** What it names itself: what it depends on, the APIs that it consumes, and a system's parts. */
function namedBy({ entityRef, relations }: EntityFacts): Set<string> {
  const isSystem = kindOf(entityRef) === 'system';
  const found = relations
    .filter(
      ({ type, targetRef }) =>
        type === 'dependsOn' ||
        type === 'consumesApi' ||
        (type === 'hasPart' &&
          isSystem &&
          partKinds.includes(kindOf(targetRef))),
    )
    .map(({ targetRef }) => targetRef);
  return new Set(found.filter(ref => ref !== entityRef));
}

/** What is said of a dependency by its name: an annotation comes before the portal, and hard before soft. */
function saidOf(
  entity: EntityFacts,
  softInPortal: Iterable<string>,
): (ref: string) => 'hard' | 'soft' | undefined {
  const soft = new Set(softInPortal);
  const hard = new Set<string>();
  for (const { said, to } of declaredInCatalog(entity)) {
    (said === 'hard' ? hard : soft).add(to);
  }
  return ref => {
    if (hard.has(ref)) return 'hard';
    return soft.has(ref) ? 'soft' : undefined;
  };
}

/**
 * The direct hard dependencies of an entity, by the relations that the catalog emits for it: what it depends on, the APIs that it consumes, and a
 * system's parts; without those that are declared soft.
 *
 * @param softInPortal - refs that somebody declared soft in the portal
 * @public
 */
export function hardDependenciesOf(
  entity: EntityFacts,
  softInPortal: Iterable<string> = [],
): string[] {
  const said = saidOf(entity, softInPortal);
  return [...namedBy(entity)].filter(ref => said(ref) !== 'soft').sort();
}

/**
 * What an entity needs through each API that it uses. A way through an API is named by the API; where there is no other way to a provider, the
 * provider's name stands for it, too (as in the dependency graph).
 *
 * @param known - what the catalog says of the APIs; of others nothing is said
 * @returns undefined where nothing is known of the APIs that it uses
 * @public
 */
export function needsThroughApis(
  entity: EntityFacts,
  known: {
    apis?: Readonly<Record<string, ApiFacts>>;
    softInPortal?: Iterable<string>;
  },
): Record<string, NeededApi> | undefined {
  const used = apisUsedBy(entity);
  const { apis, softInPortal = [] } = known;
  if (!apis) return used.length === 0 ? {} : undefined;
  const said = saidOf(entity, softInPortal);
  const named = namedBy(entity);
  const isHard = (api: string, ref: string) => {
    if (ref === api || named.has(ref)) return said(api) !== 'soft';
    const both = [said(api), said(ref)];
    return both.includes('hard') || !both.includes('soft');
  };
  const found: Record<string, NeededApi> = {};
  for (const api of used) {
    if (!Object.hasOwn(apis, api)) continue;
    const { providers, inCatalog } = apis[api];
    const needs = (providers.length > 0 ? providers : [api])
      .filter(ref => ref !== entity.entityRef && isHard(api, ref))
      .sort();
    found[api] = { needs, inCatalog };
  }
  return found;
}
