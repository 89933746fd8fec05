import { z } from 'zod';
import { gapCodeSchema, severitySchema } from '../assessment/gap';
import { continuityStatusSchema } from '../assessment/status';
import { mostPolicyText } from '../policy/readPolicyText';
import { dataAgeSchema } from './coverage';

/**
 * What another policy makes of an entity, those that matter most first: its status gets worse, it comes into scope, its status is another one that is as
 * good or bad, it keeps its status with other gaps or in another tier, its status gets better, it leaves the scope. Scope is neither better nor worse: nothing was
 * done about the service.
 *
 * @public
 */
export const dryRunChanges = [
  'worse',
  'enters',
  'other',
  'gaps',
  'better',
  'leaves',
] as const;

/** @public */
export const dryRunChangeSchema = z.enum(dryRunChanges);

/** @public */
export type DryRunChange = z.infer<typeof dryRunChangeSchema>;

const gapSchema = z.object({
  code: gapCodeSchema,
  severity: severitySchema,
  requirement: z.string(),
  dueBy: z.string(),
  late: z.boolean(),
});

const sideSchema = z.object({
  status: continuityStatusSchema,
  /** The id of its tier; null: it has none. */
  tier: z.string().nullable(),
  late: z.boolean(),
});

/** How an entity stands under one of both policies. @public */
export type DryRunSide = z.infer<typeof sideSchema>;

/** A gap that only one of both policies finds. @public */
export type DryRunGap = z.infer<typeof gapSchema>;

/** One entity for which another policy changes something. @public */
export const dryRunItemSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  change: dryRunChangeSchema,
  before: sideSchema,
  after: sideSchema,
  /** Critical and warning gaps, those that matter most first. */
  gained: z.array(gapSchema),
  lost: z.array(gapSchema),
});

/** @public */
export type DryRunItem = z.infer<typeof dryRunItemSchema>;

const count = z.number().int();

/** What a changed policy would change, counted over everything, also over what the reader may not see. @public */
export const dryRunSummarySchema = z.object({
  /** Entities that were assessed under both policies. */
  examined: count,
  /** Of these, those that are in scope under one of both. */
  services: count,
  /** How many of each; what is left out is none. */
  changes: z.partialRecord(dryRunChangeSchema, count),
  /** Of what is in scope under one of both: how many have which status now and then. The tier is the one then, or the one now where there is none then. */
  moves: z.array(
    z.object({
      tier: z.string().nullable(),
      from: continuityStatusSchema,
      to: continuityStatusSchema,
      count,
    }),
  ),
  /** The tiers of both policies, in the order of the new one; those that it has not follow. */
  tiers: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      in: z.enum(['both', 'now', 'then']),
      servicesNow: count,
      servicesThen: count,
    }),
  ),
  tierMoves: z.array(
    z.object({
      from: z.string().nullable(),
      to: z.string().nullable(),
      count,
    }),
  ),
  /** Services with a critical or warning gap that is late. */
  late: z.object({ now: count, then: count }),
  /** In how many services each critical or warning gap is found, those first that most more services get. */
  gaps: z.array(
    z.object({
      code: gapCodeSchema,
      now: count,
      then: count,
      lateNow: count,
      lateThen: count,
    }),
  ),
  /** The sections in which the policy differs from the one in force. */
  sections: z.array(z.string()),
  /** What could not be looked at: then the truth may be worse than this. */
  notExamined: z.array(
    z.object({
      /** `fields`: they could not be read from the catalog, and count as missing; `failed`: entities that could not be assessed. */
      reason: z.enum(['fields', 'failed']),
      /** `metadata.annotations.example.com/tier`, `spec.tier` … */
      fields: z.array(z.string()),
      entities: count,
    }),
  ),
});

/** @public */
export type DryRunSummary = z.infer<typeof dryRunSummarySchema>;

/** Body of `POST /policy/dry-run`. @public */
export const policyDryRunRequestSchema = z
  .object({
    /** A section `continuity:` or an app-config that has it, YAML or JSON. It is not kept. */
    text: z.string().min(1).max(mostPolicyText),
  })
  .strict();

/** @public */
export type PolicyDryRunRequest = z.input<typeof policyDryRunRequestSchema>;

/** One dry run, as the one who asked for it sees it. @public */
export const policyDryRunSchema = z.object({
  id: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed']),
  requestedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** When it is deleted. */
  expiresAt: z.string(),
  /** Entities that were looked at, and how many there are; more of them while it runs, where dependencies have to be looked at again. */
  progress: count,
  total: count,
  /** Why it failed. */
  problem: z.string().nullable(),
  /** The version in force that it was compared with; null until it is done. */
  policyVersion: z.string().nullable(),
  dataAge: dataAgeSchema.nullable(),
  summary: dryRunSummarySchema.nullable(),
});

/** @public */
export type PolicyDryRun = z.infer<typeof policyDryRunSchema>;

/** Answer of `GET /policy/dry-run`. @public */
export const latestPolicyDryRunSchema = z.object({
  /** Null: there is none, or it has expired. */
  run: policyDryRunSchema.nullable(),
});

/** Query of `GET /policy/dry-run/:id/changes`. @public */
export const dryRunChangesQuerySchema = z
  .object({
    change: z.array(dryRunChangeSchema).optional(),
    limit: z.number().int().min(1).max(500).optional(),
    cursor: z.string().max(40).optional(),
  })
  .strict();

/** @public */
export type DryRunChangesQuery = z.infer<typeof dryRunChangesQuerySchema>;

/** Answer of `GET /policy/dry-run/:id/changes`: worst first. @public */
export const dryRunChangeListSchema = z.object({
  items: z.array(dryRunItemSchema),
  /** What the caller may see. */
  totalItems: count,
  /** What the caller may not see, and what matches as well. */
  hidden: count,
  pageInfo: z.object({ nextCursor: z.string().optional() }),
});

/** @public */
export type DryRunChangeList = z.infer<typeof dryRunChangeListSchema>;
