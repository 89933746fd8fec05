import type { PlanContents } from 'backstage-plugin-continuity-common';

/** An entity that a version names, for finding the plan by it. */
export interface IndexedEntity {
  entity_ref: string;
  in_scope: boolean;
  with_parts: boolean;
  has_step: boolean;
}

/** The entities that contents name in their scope and in their steps. A referenced document that has the steps has them for the whole scope. */
export function indexedEntities(contents: PlanContents): IndexedEntity[] {
  const isElsewhere = contents.reference?.contents.includes('steps') ?? false;
  const found = new Map<string, IndexedEntity>();
  const of = (entityRef: string): IndexedEntity => {
    const known = found.get(entityRef);
    if (known) return known;
    const entity = {
      entity_ref: entityRef,
      in_scope: false,
      with_parts: false,
      has_step: false,
    };
    found.set(entityRef, entity);
    return entity;
  };
  for (const { entityRef, parts } of contents.scope) {
    const entity = of(entityRef);
    entity.in_scope = true;
    entity.with_parts = entity.with_parts || parts;
    entity.has_step = isElsewhere;
  }
  for (const step of contents.steps) {
    for (const { entityRef } of step.entities) of(entityRef).has_step = true;
  }
  return [...found.values()];
}
