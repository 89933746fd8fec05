import { z } from 'zod';
import {
  criticalStepSchema,
  dependencyDataSchema,
  dependencyEdgeDetailSchema,
  dependencyLinkSchema,
  dependencyNodeSchema,
  expectedTimeSchema,
  ownTimeSchema,
  targetComparisonSchema,
} from './dependencyNode';

/** Query of `GET /dependencies/by-name/…`. @public */
export const entityDependenciesQuerySchema = z
  .object({
    /** Default: both. */
    direction: z.enum(['needs', 'neededBy', 'both']).optional(),
    /** How many edges far; default: to the end. */
    depth: z.number().int().min(1).max(1000).optional(),
    /** Without soft dependencies. */
    hardOnly: z.boolean().optional(),
    /** For each direction; default 50. */
    limit: z.number().int().min(1).max(500).optional(),
    /** Of one direction's `pageInfo`; that direction has to be named. */
    cursor: z.string().max(200).optional(),
  })
  .strict();

/** @public */
export type EntityDependenciesQuery = z.infer<
  typeof entityDependenciesQuerySchema
>;

/** An entity that the one in question needs, or that needs it. @public */
export const dependencyItemSchema = dependencyNodeSchema.extend({
  /** Edges on the shortest path. */
  distance: z.number().int(),
  direct: z.boolean(),
  /**
   * Of the shortest path: `soft` where its last edge away from the entity is soft (it goes no further from there), `unclassified` where nobody
   * has classified one of its edges, else `hard`.
   */
  class: z.enum(['hard', 'soft', 'unclassified']),
  /** From what depends to what is depended on, both included. */
  path: z.array(z.string()),
  /** Targets that don't fit: on the side `needs` this one is too slow for the entity, on the side `neededBy` the entity is for it. */
  conflicts: z.array(z.enum(['rto', 'rpo'])),
  /** It is in a cycle, with the entity or with others. */
  inCycle: z.boolean(),
  ownTime: ownTimeSchema.nullable(),
  expected: expectedTimeSchema.nullable(),
  againstRto: targetComparisonSchema,
  /** For direct ones: the edge in detail. */
  edge: dependencyEdgeDetailSchema.nullable(),
});

/** @public */
export type DependencyItem = z.infer<typeof dependencyItemSchema>;

/** What an entity needs, or who needs it: a page of it. @public */
export const dependencySideSchema = z.object({
  /** Nearest first, then by ref; soft ones after the hard ones of the same distance. */
  items: z.array(dependencyItemSchema),
  /** What the caller may see, within `depth` and `hardOnly`; all counts below likewise. */
  totalItems: z.number().int(),
  counts: z.object({
    direct: z.number().int(),
    soft: z.number().int(),
    /** Direct ones that nobody has classified. */
    unclassified: z.number().int(),
    unresolved: z.number().int(),
    conflicts: z.number().int(),
    inCycle: z.number().int(),
    /** Counted, not named: the caller may not see them. */
    redacted: z.number().int(),
    redactedDirect: z.number().int(),
    /** Left out because they are further away than `depth`, whoever may see them. */
    beyondDepth: z.number().int(),
  }),
  pageInfo: z.object({ nextCursor: z.string().optional() }),
});

/** One direction of an entity's dependencies. @public */
export type DependencySide = z.infer<typeof dependencySideSchema>;

const comparedSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  seconds: z.number(),
  path: z.array(z.string()),
});

const comparedListSchema = z.object({
  total: z.number().int(),
  items: z.array(comparedSchema),
});

const explainedTargetSchema = z.object({
  /** The strictest target among what depends on it, kept or not. */
  demanded: comparedSchema.nullable(),
  /** Who needs it faster than its own target, the strictest first; at most 20 named. */
  neededFasterBy: comparedListSchema,
  /** What it needs and may take longer than its own target, the slowest first; at most 20 named. */
  waitsFor: comparedListSchema,
});

/** Answer of `GET /dependencies/by-name/…`. @public */
export const entityDependenciesSchema = dependencyDataSchema.extend({
  entity: dependencyNodeSchema.extend({
    ownTime: ownTimeSchema.nullable(),
    expected: expectedTimeSchema
      .extend({
        againstRto: targetComparisonSchema,
        againstMtpd: targetComparisonSchema,
        criticalPath: z.array(criticalStepSchema),
        /** On whose own times it rests that nobody knows; at most 20 named. */
        unknown: z.object({
          total: z.number().int(),
          refs: z.array(z.string()),
        }),
      })
      .nullable(),
    targets: z.object({
      rto: explainedTargetSchema,
      rpo: explainedTargetSchema,
    }),
    /** The entities that need each other in a circle with it; at most 50 named; null: in none. */
    cycle: z
      .object({ total: z.number().int(), refs: z.array(z.string()) })
      .nullable(),
    /** It is said to depend on itself; otherwise ignored. */
    dependsOnItself: z.boolean(),
    /** Classifications in its file that name no dependency of it. */
    idleClassifications: z.array(z.string()),
  }),
  /** Null where not asked for. */
  needs: dependencySideSchema.nullable(),
  neededBy: dependencySideSchema.nullable(),
  /** Among the entity and the items of this answer. */
  links: z.array(dependencyLinkSchema),
  /** How many links were left out for their number. */
  linksTruncated: z.number().int(),
  /** Display names of all refs in this answer that the caller may see. */
  titles: z.record(z.string(), z.string()),
  /** The caller may classify this entity's own dependencies. */
  allowedActions: z.array(z.enum(['dependency.classify'])),
});

/** @public */
export type EntityDependencies = z.infer<typeof entityDependenciesSchema>;
