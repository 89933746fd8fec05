import type { FilterPredicate } from '@backstage/filter-predicates';
import type { GapCode, Severity } from '../terms/gapCode';
import type { ProfileField } from '../terms/profileField';
import type { ChangePolicy } from './changePolicy';
import type { ExemptionPolicy } from './exemptionPolicy';
import type { InsightsPolicy } from './insightsPolicy';
import type { RetentionPolicy } from './retentionPolicy';
import type { TestingPolicy } from './testingPolicy';

/** Depths of tests (DOMAIN.md §5); `restore` stands beside the ladder. @public */
export const testDepths = [
  'review',
  'walkthrough',
  'tabletop',
  'simulation',
  'parallel',
  'failover',
  'restore',
] as const;

/** @public */
export type TestDepth = (typeof testDepths)[number];

/**
 * A test that a tier requires. `every` is a cadence (`P3M`).
 *
 * @public
 */
export interface TestRequirement {
  depth: TestDepth;
  every: string;
  /** The environments that count; all when absent. */
  environments?: Array<'production' | 'production-like' | 'other'>;
  /** Whether a partial test counts; default true. */
  partial?: boolean;
}

/**
 * A tier: criticality class that decides what is required. Durations and cadences are normalised ISO 8601.
 *
 * @public
 */
export interface Tier {
  id: string;
  title: string;
  description?: string;
  targets: { rto?: string; rpo?: string; mtpd?: string };
  requires: {
    plan?: { every: string };
    bia?: { every: string };
    risk?: { every: string };
    agreement?: { every: string };
    tests: TestRequirement[];
  };
}

/**
 * Where a field may be read from besides the `continuity/…` annotations. Exactly one of annotation, label, tag and spec.
 *
 * @public
 */
export interface Mapping {
  field: ProfileField;
  from:
    | { annotation: string }
    | { label: string }
    /**
     * A prefix that the tag must have (`tier-`), or `*` for every tag. What is read is the rest of the tag, or the whole tag where the rest says
     * nothing (`tier-1`); with `values` a tag without an entry is just a tag.
     */
    | { tag: string }
    /** A path below spec, `tier` or `continuity.rto`. */
    | { spec: string };
  /** Table of values; without one the text is parsed as the field is. */
  values?: Record<string, string>;
  /** True: has the rank of `catalog`. */
  authoritative: boolean;
}

/**
 * When a requirement falls due for the first time: a cadence after it began to apply (`P90D`), or a fixed day (`2027-03-31`, end of that
 * day in the policy's zone).
 *
 * @public
 */
export type ProgrammeDue = { after: string } | { on: string };

/** The requirements that the programme gives due dates for. @public */
export const programmeRequirements = [
  'plan',
  'bia',
  'risk',
  'agreement',
  'firstTest',
] as const;

/** @public */
export type ProgrammeRequirement = (typeof programmeRequirements)[number];

/**
 * What a business impact analysis rates, and in which words (DOMAIN.md §4).
 *
 * @public
 */
export interface ImpactScale {
  /** How long the disruption has lasted, earliest first; normalised durations. */
  points: string[];
  /** Least first. */
  ratings: Array<{ id: string; title: string }>;
  /** `intolerableFrom`: the id of the rating from which the impact can't be endured any more. */
  categories: Array<{ id: string; title: string; intolerableFrom: string }>;
}

/**
 * The continuity policy (DOMAIN.md §2), complete: every default filled in.
 *
 * @public
 */
export interface ContinuityPolicy {
  timeZone: string;
  /** Most critical first. */
  tiers: Tier[];
  scope: FilterPredicate;
  mappings: Mapping[];
  /** The fields that an entity takes over from its system. */
  inherit: ProfileField[];
  severities: Partial<Record<GapCode, Severity>>;
  /** `due soon` begins this long before a due date. */
  dueSoon: string;
  programme: {
    defaults: Record<ProgrammeRequirement, ProgrammeDue>;
    /** Per tier id, where it differs. */
    tiers: Record<string, Partial<Record<ProgrammeRequirement, ProgrammeDue>>>;
    /** New entities get at least this long after a requirement began to apply. */
    newEntityGrace: string;
  };
  plans: {
    /** The kinds of plan that satisfy "requires a plan". */
    satisfyingKinds: string[];
    /** How often an emergency copy of all plans is to be made, a cadence (`P90D`); absent: nobody is told when the last one is old. */
    emergencyCopy?: string;
  };
  bia: ImpactScale;
  /** Absent in policies that were recorded before there were tests; see `testingPolicy`. */
  testing?: TestingPolicy;
  /** Absent in policies that were recorded before there were exemptions; see `exemptionPolicy`. */
  exemptions?: ExemptionPolicy;
  /** Absent in policies that were recorded before there were figures; see `insightsPolicy`. */
  insights?: InsightsPolicy;
  /** Absent in policies that were recorded before there were changes; see `changePolicy`. */
  changes?: ChangePolicy;
  /** Labels and annotations by which "what if we lose …" can look for entities; the mirror keeps them. */
  dependencies?: { filterKeys: string[] };
  /** Share of owners / entities that may vanish in one sweep before it is taken as broken (0–1). */
  massLoss: { owners: number; entities: number };
  /** An entity that returns within this time from the same location gets its records back. */
  returnWithin: string;
  /**
   * For how long what does not count any more is kept, as cadences; absent in policies that were recorded before it could be said. What counts is
   * never deleted.
   */
  retention?: RetentionPolicy;
  /** Who plays the continuity manager, to be named in texts; a group ref. */
  continuityManager?: string;
}
