/**
 * `unclassified`: nobody has said whether it is hard or soft; it counts as hard, and is said so.
 *
 * @public
 */
export type DependencyClass = 'hard' | 'soft' | 'unclassified';

/**
 * One way in which an entity comes to need another.
 *
 * @public
 */
export interface DependencyWay {
  /** `part`: a System needs its parts. `api`: through the API named in `api`. */
  kind: 'direct' | 'part' | 'api';
  api?: string;
  class: DependencyClass;
  /** For `soft`, in seconds; absent: without limit. */
  endurableSeconds?: number;
  /** Who says so: the catalog file (can't be changed in the portal) or the portal. */
  declaredBy?: 'catalog' | 'portal';
  /** The ref that classifies this way, in the annotation or the portal. */
  classifiedAs: string;
}

/**
 * One entity needs another.
 *
 * @public
 */
export interface DependencyEdge {
  from: string;
  to: string;
  /** Soft only if every way is declared soft. */
  class: DependencyClass;
  /** For `soft`: the shortest of its ways, in seconds; absent: without limit. For every longer outage it is hard. */
  endurableSeconds?: number;
  ways: DependencyWay[];
  /** Whether the catalog has what is needed. */
  resolved: boolean;
}
