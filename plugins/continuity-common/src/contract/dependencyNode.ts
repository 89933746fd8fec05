import { z } from 'zod';
import { continuityStatusSchema } from '../assessment/status';
import { dataAgeSchema } from '../coverage/coverage';
import { tierSummarySchema } from './tierSummary';

/** How an expected time stands to a target; `unproven`: only a lower bound, and below the target. @public */
export const targetComparisonSchema = z.enum([
  'within',
  'beyond',
  'unproven',
  'no-target',
]);

/**
 * What every list of dependencies says of an entity. A ref that the catalog does not have is `resolved: false`, and nothing else is known
 * of it.
 *
 * @public
 */
export const dependencyNodeSchema = z.object({
  entityRef: z.string(),
  /** The ref where nothing better is known. */
  title: z.string(),
  kind: z.string(),
  type: z.string().nullable(),
  resolved: z.boolean(),
  status: continuityStatusSchema.nullable(),
  tier: tierSummarySchema.nullable(),
  rtoSeconds: z.number().nullable(),
  /** `none`: holds no data; null: unset. */
  rpoSeconds: z.union([z.number(), z.literal('none')]).nullable(),
  mtpdSeconds: z.number().nullable(),
  /** The smallest RTO among what transitively hard-depends on it; shorter than its own RTO, it is in conflict. */
  demandedRtoSeconds: z.number().nullable(),
});

/** @public */
export type DependencyNode = z.infer<typeof dependencyNodeSchema>;

/** When something is expected back, from the start of the disruption. @public */
export const expectedTimeSchema = z.object({
  seconds: z.number(),
  /** A lower bound: an own time on which it rests is unknown. */
  atLeast: z.boolean(),
});

/** The work of an entity itself, once what it needs is up. A System's is zero unless measured (`system`). @public */
export const ownTimeSchema = z.object({
  seconds: z.number(),
  source: z.enum(['measured', 'estimated', 'system']),
});

/** Which state of the catalog an answer about dependencies rests on. @public */
export const graphStateSchema = z.object({
  /** Grows with every change of the catalog, of a classification or of a target that is known here; the same for every replica. */
  revision: z.number().int(),
  /** When that revision came to be (ISO); null before the first read of the catalog. */
  changedAt: z.string().nullable(),
});

/** @public */
export type GraphState = z.infer<typeof graphStateSchema>;

/** What every answer about dependencies says of the data it rests on. @public */
export const dependencyDataSchema = z.object({
  graph: graphStateSchema,
  dataAge: dataAgeSchema,
});

/** One way in which an entity comes to need another; see `DependencyWay`. @public */
export const dependencyWaySchema = z.object({
  /** `part`: a System needs its parts. `api`: through the API named in `api`. */
  kind: z.enum(['direct', 'part', 'api']),
  api: z.string().nullable(),
  class: z.enum(['hard', 'soft', 'unclassified']),
  endurableSeconds: z.number().nullable(),
  /** `catalog`: said in the file, and locked here. */
  declaredBy: z.enum(['catalog', 'portal']).nullable(),
  /** The ref under which the way is classified: the `to` of a classification. */
  classifiedAs: z.string(),
  /** Send with a classification under that ref; 0 where nothing was ever said of it. */
  revision: z.number().int().optional(),
});

/** What somebody said in the portal of a dependency. @public */
export const portalClassificationSchema = z.object({
  /** Send with a change of it; 0 where nothing was ever said. */
  revision: z.number().int(),
  strength: z.enum(['hard', 'soft']).nullable(),
  reason: z.string().nullable(),
  /** How long the workaround can be endured; null: without limit. */
  endurableSeconds: z.number().nullable(),
  by: z.string().nullable(),
  at: z.string().nullable(),
});

/** @public */
export type PortalClassification = z.infer<typeof portalClassificationSchema>;

/** One entity needs another, with what is said of it. @public */
export const dependencyEdgeDetailSchema = z.object({
  from: z.string(),
  to: z.string(),
  /** Soft only if every way is. */
  class: z.enum(['hard', 'soft', 'unclassified']),
  /** For `soft`; null: without limit. For every longer outage it is hard. */
  endurableSeconds: z.number().nullable(),
  ways: z.array(dependencyWaySchema),
  /** What the portal says of just this pair, be it that the file has the last word. */
  classification: portalClassificationSchema,
  /** The catalog's file classifies it: it is changed there. */
  locked: z.boolean(),
  /** Whether the caller may classify it; false also where it is locked, or nothing is to be said (a System needs its parts). */
  mayClassify: z.boolean(),
});

/** @public */
export type DependencyEdgeDetail = z.infer<typeof dependencyEdgeDetailSchema>;

/** An edge of a picture. @public */
export const dependencyLinkSchema = z.object({
  from: z.string(),
  to: z.string(),
  class: z.enum(['hard', 'soft', 'unclassified']),
});

/** @public */
export type DependencyLink = z.infer<typeof dependencyLinkSchema>;

/** One step of a critical path: an entity, or the members of a cycle. @public */
export const criticalStepSchema = z.object({
  refs: z.array(z.string()),
  ownSeconds: z.number(),
  /** Members whose own time is unknown: they count as zero. */
  unknown: z.array(z.string()),
  readySeconds: z.number(),
});
