import type { PlanKind } from './planKind';
import type { WatchedFacts } from './watchedFacts';

/** A plan in force whose scope holds the entity: by itself, or through its system with its parts. @public */
export interface PlanInForce {
  planId: string;
  title: string;
  kind: PlanKind;
  version: number;
  approvedAt: string;
  /** The last review that confirmed it as it is; null if none. */
  reviewedAt: string | null;
  /** Whether the version has a recovery step for the entity or its system. */
  covers: boolean;
  /** The system through which it is in the scope; null where it is named itself. */
  through: string | null;
  /** What was true of the entity at approval; null where it joined since. */
  watched: WatchedFacts | null;
  /** Users and groups that the version names. */
  contacts: string[];
  /** Whether it was named primary for the entity. */
  isPrimary: boolean;
  /** An open plan change request (DOMAIN.md §7) with a change that is implemented, if any: its id. */
  changeRequest?: string;
  /** What its implemented changes are called, for people. */
  changeRequestedFor?: string;
}

/** The repository file that holds an entity's plan, where it can't be used. @public */
export interface PlanSourceFacts {
  /** `invalid`: it was read and is no plan; `unreadable`: it could not be read. */
  problem: 'invalid' | 'unreadable';
  /** As written in the annotation, or the URL it stands for. */
  location: string;
  line: number | null;
  message: string;
  /** Since when. */
  since: string;
}

/**
 * What an assessment knows of the plans of an entity; part of `AssessmentFacts`.
 *
 * @public
 */
export interface PlanFacts {
  inForce: PlanInForce[];
  /** A draft, or a version in review, of a plan that would scope it. */
  isInWork: boolean;
  source: PlanSourceFacts | null;
  /** When a copy of all plans in force was last made for emergencies; null or absent: never, or the policy doesn't ask for any. */
  copiedAt?: string | null;
}
