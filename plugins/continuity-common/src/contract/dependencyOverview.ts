import { z } from 'zod';
import {
  dependencyDataSchema,
  dependencyEdgeDetailSchema,
  dependencyNodeSchema,
} from './dependencyNode';
import { tierSummarySchema } from './tierSummary';

const page = {
  limit: z.number().int().min(1).max(500).optional(),
  cursor: z.string().max(200).optional(),
};

/** Filters of the lists under `/dependencies`: within one the values are alternatives, different ones must all hold. @public */
export const dependencyListQuerySchema = z
  .object({
    owner: z.array(z.string()).optional(),
    system: z.array(z.string()).optional(),
    tier: z.array(z.string()).optional(),
    kind: z.array(z.string()).optional(),
    search: z.string().max(200).optional(),
    ...page,
  })
  .strict();

/** @public */
export type DependencyListQuery = z.infer<typeof dependencyListQuerySchema>;

const listSchema = dependencyDataSchema.extend({
  totalItems: z.number().int(),
  /** Entries that the caller may not see: counted, not named. Filters that name something leave them out. */
  redacted: z.number().int(),
  pageInfo: z.object({ nextCursor: z.string().optional() }),
});

/** Answer of `GET /dependencies/concentration`: without whom most can't be recovered. @public */
export const concentrationListSchema = listSchema.extend({
  /** Tiers of the policy, most critical first: the columns. */
  tiers: z.array(tierSummarySchema),
  items: z.array(
    dependencyNodeSchema.extend({
      /** 1 for the first, in the whole ranking. */
      rank: z.number().int(),
      /** In-scope entities with a tier that can't be recovered without it. */
      total: z.number().int(),
      /** By tier id. */
      byTier: z.record(z.string(), z.number().int()),
      /** Whether a plan in force covers it. */
      planInForce: z.boolean(),
    }),
  ),
  /** All in-scope entities with a tier, by tier id, for "12 of 40". */
  totals: z.record(z.string(), z.number().int()),
});

/** @public */
export type ConcentrationList = z.infer<typeof concentrationListSchema>;

/** Query of `GET /dependencies/conflicts`. @public */
export const targetConflictsQuerySchema = dependencyListQuerySchema.extend({
  target: z.enum(['rto', 'rpo']).optional(),
});

/** @public */
export type TargetConflictsQuery = z.infer<typeof targetConflictsQuerySchema>;

/** Answer of `GET /dependencies/conflicts`: one for each dependency that is too slow. Most demanding ones first. @public */
export const targetConflictListSchema = listSchema.extend({
  items: z.array(
    dependencyNodeSchema.extend({
      target: z.enum(['rto', 'rpo']),
      seconds: z.number(),
      demandedSeconds: z.number(),
      /** Whose target that is; of several the first. */
      demandedBy: z.string(),
      demandedByTitle: z.string().nullable(),
      /** From that one to the dependency. */
      path: z.array(z.string()),
      /** How many demand just that. */
      demandedByCount: z.number().int(),
      /** How many have a shorter target, all told. */
      neededFasterBy: z.number().int(),
    }),
  ),
  titles: z.record(z.string(), z.string()),
});

/** @public */
export type TargetConflictList = z.infer<typeof targetConflictListSchema>;

/** Answer of `GET /dependencies/unresolved`: what dependencies name and the catalog does not have. @public */
export const unresolvedListSchema = listSchema.extend({
  items: z.array(
    z.object({
      ref: z.string(),
      /** Who names it, as far as the caller may see; at most 20 listed. */
      namedBy: z.array(z.object({ entityRef: z.string(), title: z.string() })),
      namedByTotal: z.number().int(),
      redacted: z.number().int(),
    }),
  ),
});

/** @public */
export type UnresolvedList = z.infer<typeof unresolvedListSchema>;

/** Query of `GET /dependencies/unclassified`; the filters are about what depends. @public */
export const dependencyEdgesQuerySchema = dependencyListQuerySchema.extend({
  /** Default: unclassified. */
  class: z.enum(['unclassified', 'soft', 'hard']).optional(),
  /** Only dependencies on this one. */
  to: z.string().max(200).optional(),
});

/** @public */
export type DependencyEdgesQuery = z.infer<typeof dependencyEdgesQuerySchema>;

/**
 * Answer of `GET /dependencies/unclassified`: dependencies of entities in scope, what most depend on first. That a System needs its parts is
 * no question and not listed.
 *
 * @public
 */
export const dependencyEdgeListSchema = listSchema.extend({
  items: z.array(
    z.object({
      from: dependencyNodeSchema,
      to: dependencyNodeSchema,
      edge: dependencyEdgeDetailSchema,
    }),
  ),
  /** What the edges lead to, most edges first; at most 50. */
  targets: z.array(
    z.object({
      ref: z.string(),
      title: z.string(),
      total: z.number().int(),
    }),
  ),
});

/** @public */
export type DependencyEdgeList = z.infer<typeof dependencyEdgeListSchema>;
