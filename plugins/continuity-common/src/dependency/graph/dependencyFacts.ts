/**
 * What the dependency graph is built from: one row per catalog entity, with the relations that the catalog emits. `EntityFacts` fits as it is.
 *
 * Give every entity of the catalog, whatever its kind or scope: a ref that is named in a relation and has no row counts as unresolved.
 *
 * @public
 */
export interface DependencyFacts {
  /** Full ref, `component:default/checkout`. */
  entityRef: string;
  metadata?: {
    /** Read: `continuity/soft-dependencies`, `continuity/hard-dependencies`. */
    annotations?: Readonly<Record<string, string | undefined>>;
  };
  /** Both directions may be stated, by either side; what is stated twice counts once. */
  relations: ReadonlyArray<{ type: string; targetRef: string }>;
}

/**
 * What somebody said in the portal of one dependency. It makes no edge where there is no dependency.
 *
 * `to` names what is depended on, or the API through which it is.
 *
 * @public
 */
export interface DependencyClassification {
  from: string;
  to: string;
  class: 'hard' | 'soft';
  /** For `soft`: how long the workaround can be endured, in seconds. Absent: without limit. */
  endurableSeconds?: number;
}
