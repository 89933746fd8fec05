import type { EntityFacts } from './entityFacts';

/** What the catalog says of an API that an entity uses. @public */
export interface ApiFacts {
  /** Whoever provides it, by the relations of either side; sorted. */
  providers: string[];
  /** Relations may name an API that has left the catalog, or never was in it. */
  inCatalog: boolean;
}

const isApi = (ref: string) => ref.startsWith('api:');

/**
 * The APIs that an entity consumes or depends on, sorted: what it needs is whoever provides them (DOMAIN.md §3).
 *
 * @public
 */
export function apisUsedBy({ entityRef, relations }: EntityFacts): string[] {
  const found = relations
    .filter(({ type }) => type === 'consumesApi' || type === 'dependsOn')
    .map(({ targetRef }) => targetRef)
    .filter(ref => isApi(ref) && ref !== entityRef);
  return [...new Set(found)].sort();
}

function providedBy(entity: EntityFacts | undefined): Set<string> {
  const found = entity?.relations
    .filter(({ type, targetRef }) => type === 'providesApi' && isApi(targetRef))
    .map(({ targetRef }) => targetRef);
  return new Set(found);
}

/**
 * The APIs that an entity provides now and did not before, or the other way round; undefined: it is not in the catalog.
 *
 * @public
 */
export function apisProvidedOtherwise(
  before: EntityFacts | undefined,
  now: EntityFacts | undefined,
): string[] {
  const had = providedBy(before);
  const has = providedBy(now);
  return [
    ...[...had].filter(ref => !has.has(ref)),
    ...[...has].filter(ref => !had.has(ref)),
  ];
}
