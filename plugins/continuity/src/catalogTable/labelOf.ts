import type { Entity } from '@backstage/catalog-model';

/** A label's value; empty where the entity has none, which sorts last. */
export function labelOf(entity: Entity, name: string): string {
  return entity.metadata.labels?.[name] ?? '';
}
