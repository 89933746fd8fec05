import type {
  Assessment,
  AssessmentFacts,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { StatusUpkeep } from '../record/StatusUpkeep';

/** A stored assessment: an interval of an entity's life. */
export interface StoredAssessment {
  entityRef: string;
  validFrom: string;
  validTo: string | null;
  assessment: Assessment;
}

/**
 * Keeps the table of assessments true: rooms mark what changed, time brings what falls due.
 *
 * Users and groups have no assessment of their own; their changes reach the entities that they answer for.
 */
export interface AssessmentEngine extends StatusUpkeep {
  /** Marks everything dirty, to be decided anew even where nothing changed. */
  markAll(at: string): Promise<void>;

  /** Marks what was assessed under another policy or by another release, or not at all. For the start of the plugin. */
  adoptPolicy(at: string): Promise<void>;

  current(entityRefs: string[]): Promise<Map<string, StoredAssessment>>;

  /** What an assessment would know of entities now, as the transaction sees it; what is not in the catalog is left out. */
  factsOf(
    trx: Knex.Transaction,
    entityRefs: string[],
  ): Promise<Map<string, AssessmentFacts>>;
}
