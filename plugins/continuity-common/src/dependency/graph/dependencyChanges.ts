import type {
  DependencyClassification,
  DependencyFacts,
} from './dependencyFacts';

/**
 * A relation as the catalog emits it.
 *
 * @public
 */
export interface StatedRelation {
  sourceRef: string;
  type: string;
  targetRef: string;
}

/**
 * What is different from a graph: a sweep's changed rows, or a proposal.
 *
 * @public
 */
export interface DependencyChanges {
  /** Entities that are new or changed, with all their relations: whatever these entities stated before is forgotten. */
  entities?: Iterable<DependencyFacts>;
  /** Entities that the catalog no longer has. */
  removed?: Iterable<string>;
  /**
   * Single relations that come or go, whichever side states them (the catalog states each on both). Applied after `entities` and `removed`.
   */
  removedRelations?: Iterable<StatedRelation>;
  addedRelations?: Iterable<StatedRelation>;
  /** What is now said in the portal of a dependency, in place of what was; null: nothing any more. */
  classifications?: Iterable<
    | DependencyClassification
    | { from: string; to: string; class: null; endurableSeconds?: undefined }
  >;
}
