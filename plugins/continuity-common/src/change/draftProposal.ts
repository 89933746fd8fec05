import { apisProvidedOtherwise } from '../catalog/apiFacts';
import type { EntityFacts } from '../catalog/entityFacts';
import type {
  DependencyChanges,
  StatedRelation,
} from '../dependency/graph/dependencyChanges';
import type { ProposedEntity } from './projectProposed';
import {
  inverseRelation,
  ownRelationTypes,
  type OwnRelation,
} from './statedRelations';

/** What would be different in the catalog. @public */
export interface Proposal {
  /** The proposed entities with all relations that they would have: their own, and what others say of them. By ref. */
  entities: ReadonlyMap<string, EntityFacts>;
  removed: ReadonlySet<string>;
  /** Relations of other entities that come and go with it, from the side of these. */
  addedRelations: readonly StatedRelation[];
  removedRelations: readonly StatedRelation[];
  /** The entities of these, sorted: neither proposed nor removed, but not the same as before. */
  concerned: readonly string[];
  /** Systems that proposed entities would be part of, sorted: their facts are needed for what is taken over. */
  systems: readonly string[];
  /** APIs that others would provide, and those that would come or go, sorted: whoever uses them would need others. */
  apis: readonly string[];
}

const keyOf = ({ type, targetRef }: OwnRelation) => `${type} ${targetRef}`;

function sorted(relations: Iterable<OwnRelation>): OwnRelation[] {
  const byKey = new Map(
    Array.from(relations, relation => [keyOf(relation), relation]),
  );
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, relation]) => relation);
}

/**
 * Which relations of an entity come from its own document. The mirror doesn't keep documents, so unless one is given they are told by their type: an
 * entity says itself what it depends on.
 */
function statedBy(
  current: EntityFacts,
  document: EntityFacts | undefined,
): OwnRelation[] {
  if (document) {
    const stated = new Set(document.relations.map(keyOf));
    return current.relations.filter(relation => stated.has(keyOf(relation)));
  }
  const own = ownRelationTypes(current.kind);
  return current.relations.filter(({ type }) => own.has(type));
}

/** Where its file is stays what the catalog found out; a document doesn't say it. */
function withLocations(
  entity: EntityFacts,
  current: EntityFacts | undefined,
): EntityFacts {
  if (!current) return entity;
  const found = Object.entries(current.metadata.annotations).filter(
    ([key]) =>
      key.startsWith('backstage.io/') &&
      !Object.hasOwn(entity.metadata.annotations, key),
  );
  const { uid } = current;
  return {
    ...entity,
    ...(uid && { uid }),
    metadata: {
      ...entity.metadata,
      annotations: {
        ...entity.metadata.annotations,
        ...Object.fromEntries(found),
      },
    },
  };
}

function changedApis(
  entities: ReadonlyMap<string, EntityFacts>,
  removed: ReadonlySet<string>,
  current: ReadonlyMap<string, EntityFacts>,
): string[] {
  const found = new Set<string>();
  for (const ref of [...removed, ...entities.keys()]) {
    const before = current.get(ref);
    const after = entities.get(ref);
    const comesOrGoes = !before !== !after;
    if (comesOrGoes && ref.startsWith('api:')) found.add(ref);
    apisProvidedOtherwise(before, after).forEach(api => found.add(api));
  }
  return [...found].sort();
}

/** Relations with both of their sides, as the catalog emits them. */
class BothSides {
  readonly #byKey = new Map<string, StatedRelation>();

  /** Adds what an entity says, and what is said of the other end by that. */
  state(sourceRef: string, relations: readonly OwnRelation[]): void {
    for (const { type, targetRef } of relations) {
      this.#add({ sourceRef, type, targetRef });
      const inverse = inverseRelation(type);
      if (inverse) {
        this.#add({
          sourceRef: targetRef,
          type: inverse,
          targetRef: sourceRef,
        });
      }
    }
  }

  has(relation: StatedRelation): boolean {
    return this.#byKey.has(`${relation.sourceRef} ${keyOf(relation)}`);
  }

  of(sourceRef: string): OwnRelation[] {
    return this.all()
      .filter(relation => relation.sourceRef === sourceRef)
      .map(({ type, targetRef }) => ({ type, targetRef }));
  }

  all(): StatedRelation[] {
    return [...this.#byKey.values()];
  }

  #add(relation: StatedRelation): void {
    this.#byKey.set(`${relation.sourceRef} ${keyOf(relation)}`, relation);
  }
}

/**
 * What would be different in the catalog with proposed documents and without removed entities. What is said to be removed and proposed is removed.
 *
 * @param options - `current`: what the mirror has of the proposed and removed refs; `documents`: by ref, what `projectProposed` makes of the document
 * that the catalog has now, where it was fetched: it tells best which relations are the entity's own
 * @public
 */
export function draftProposal(options: {
  proposed: readonly ProposedEntity[];
  removed?: Iterable<string>;
  current: ReadonlyMap<string, EntityFacts>;
  documents?: ReadonlyMap<string, EntityFacts>;
}): Proposal {
  const { current, documents } = options;
  const removed = new Set(
    Array.from(options.removed ?? [], ref => ref.toLowerCase()),
  );
  const proposed = options.proposed
    .map(({ entity }) => entity)
    .filter(({ entityRef }) => !removed.has(entityRef));
  const before = new BothSides();
  const gone = new BothSides();
  const said = new BothSides();
  for (const ref of [...removed, ...proposed.map(e => e.entityRef)]) {
    const known = current.get(ref);
    if (!known) continue;
    before.state(ref, known.relations);
    gone.state(ref, statedBy(known, documents?.get(ref)));
  }
  for (const { entityRef, relations } of proposed) {
    said.state(entityRef, relations);
  }

  const entities = new Map<string, EntityFacts>();
  const systems = new Set<string>();
  for (const entity of proposed) {
    const { entityRef } = entity;
    const known = current.get(entityRef);
    const kept = before
      .of(entityRef)
      .filter(relation => !gone.has({ sourceRef: entityRef, ...relation }));
    const relations = sorted([...kept, ...said.of(entityRef)]);
    entities.set(entityRef, { ...withLocations(entity, known), relations });
    for (const { type, targetRef } of relations) {
      if (type === 'partOf' && targetRef.startsWith('system:')) {
        systems.add(targetRef);
      }
    }
  }
  const isOther = ({ sourceRef }: StatedRelation) =>
    !entities.has(sourceRef) && !removed.has(sourceRef);
  const addedRelations = said
    .all()
    .filter(relation => isOther(relation) && !before.has(relation));
  const removedRelations = gone
    .all()
    .filter(relation => isOther(relation) && !said.has(relation));
  const concerned = new Set(
    [...addedRelations, ...removedRelations].map(({ sourceRef }) => sourceRef),
  );
  return {
    entities,
    removed,
    addedRelations,
    removedRelations,
    concerned: [...concerned].sort(),
    systems: [...systems].sort(),
    apis: changedApis(entities, removed, current),
  };
}

/** A proposal as changes to the dependency graph. @public */
export function dependencyChangesOf(proposal: Proposal): DependencyChanges {
  const { entities, removed, addedRelations, removedRelations } = proposal;
  return {
    entities: entities.values(),
    removed,
    addedRelations,
    removedRelations,
  };
}
