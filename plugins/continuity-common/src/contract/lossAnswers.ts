import { z } from 'zod';
import { ownTimeSchema } from './dependencyNode';
import {
  dependencyDataSchema,
  dependencyLinkSchema,
  dependencyNodeSchema,
  expectedTimeSchema,
  targetComparisonSchema,
} from './dependencyNode';
import { tierSummarySchema } from './tierSummary';

/** Somebody to be called; hidden ones have no title. @public */
export const recoveryPartySchema = z.object({
  ref: z.string(),
  title: z.string().nullable(),
});

/** The plan in force that covers an entity. @public */
export const coveringPlanSchema = z.object({
  planId: z.string(),
  title: z.string(),
  version: z.number().int(),
});

/** @public */
export type CoveringPlan = z.infer<typeof coveringPlanSchema>;

/** What is expected of one entity after a loss. @public */
export const lossItemSchema = dependencyNodeSchema.extend({
  effect: z.enum(['lost', 'affected', 'degraded']),
  /** The System with which it was lost. */
  lostWith: z.string().nullable(),
  /** From it to the nearest lost one; itself alone where it is lost. */
  path: z.array(z.string()),
  distance: z.number().int(),
  /** 1 for the first; null for what is degraded: it goes on with a workaround. */
  wave: z.number().int().nullable(),
  /** Those that recover together with it, since they need each other; at most 20 named. Empty: none. */
  together: z.array(z.string()),
  ownTime: ownTimeSchema.nullable(),
  /** Null for what is degraded. */
  expected: expectedTimeSchema.nullable(),
  againstRto: targetComparisonSchema,
  /** By how much it misses its RTO; with `expected.atLeast`: at least by so much. Null: in time, or nobody can say. */
  lateBySeconds: z.number().nullable(),
  againstMtpd: targetComparisonSchema,
  /** Null: none in force. */
  plan: coveringPlanSchema.nullable(),
  recoveryOwner: recoveryPartySchema.nullable(),
  alternates: z.array(recoveryPartySchema),
});

/** @public */
export type LossItem = z.infer<typeof lossItemSchema>;

/** Answer of `POST /dependencies/what-if`. Counts are of what the caller may see, but for `redacted`. @public */
export const whatIfAnswerSchema = dependencyDataSchema.extend({
  outageSeconds: z.number().nullable(),
  /** Of `entities`: what neither the catalog (as the caller sees it) nor a dependency knows, as it was written. */
  unknown: z.array(z.string()),
  /** How many entities the filter matched. */
  matched: z.number().int(),
  summary: z.object({
    lost: z.number().int(),
    affected: z.number().int(),
    degraded: z.number().int(),
    /** Lost and affected ones that have a tier, most critical tier first; every tier of the policy. */
    byTier: z.array(
      z.object({
        tier: tierSummarySchema,
        hit: z.number().int(),
        /** Beyond their RTO, be it as a lower bound. */
        beyondRto: z.number().int(),
        covered: z.number().int(),
      }),
    ),
    withinRto: z.number().int(),
    beyondRto: z.number().int(),
    /** Lower bounds that prove nothing. */
    unprovenRto: z.number().int(),
    withoutRto: z.number().int(),
    beyondMtpd: z.number().int(),
    covered: z.number().int(),
    /** Hit, their tier requires a plan, and none is in force. */
    planMissing: z.number().int(),
    waves: z.number().int(),
    /** When the last is expected back; null where nothing was hit. */
    allBack: expectedTimeSchema.nullable(),
  }),
  /** Every wave, also of what other pages show. */
  waves: z.array(
    z.object({
      wave: z.number().int(),
      total: z.number().int(),
      beyondRto: z.number().int(),
      /** When the first and the last of it are expected back. */
      firstReady: expectedTimeSchema,
      lastReady: expectedTimeSchema,
    }),
  ),
  /** In recovery order (wave, then ref), degraded ones last. */
  items: z.array(lossItemSchema),
  totalItems: z.number().int(),
  /** Counted, not named. */
  redacted: z.number().int(),
  pageInfo: z.object({ nextCursor: z.string().optional() }),
  /** Among the items of this page. */
  links: z.array(dependencyLinkSchema),
  linksTruncated: z.number().int(),
  /** Who must be called, in the order of the waves of what they answer for; owners before alternates. */
  call: z.object({
    items: z.array(
      recoveryPartySchema.extend({
        kind: z.string(),
        owns: z.number().int(),
        alternateFor: z.number().int(),
        firstWave: z.number().int(),
        /** At most 10 named. */
        entityRefs: z.array(z.string()),
      }),
    ),
    totalItems: z.number().int(),
    /** Hit, in scope, and nobody is named. */
    withoutOwner: z.number().int(),
  }),
  titles: z.record(z.string(), z.string()),
});

/** @public */
export type WhatIfAnswer = z.infer<typeof whatIfAnswerSchema>;

/** One line of a run sheet. @public */
export const runSheetRowSchema = z.object({
  wave: z.number().int(),
  /** Within the wave; the members of a cycle share one. */
  step: z.number().int(),
  cycle: z.boolean(),
  entityRef: z.string(),
  title: z.string(),
  kind: z.string(),
  resolved: z.boolean(),
  tier: tierSummarySchema.nullable(),
  owner: recoveryPartySchema.nullable(),
  alternates: z.array(recoveryPartySchema),
  plan: coveringPlanSchema.nullable(),
  /** Null: unknown. */
  ownTime: ownTimeSchema.nullable(),
  /** Expected ready, from the start of the disruption. */
  ready: expectedTimeSchema,
  /** The target: its RTO. */
  rtoSeconds: z.number().nullable(),
  againstRto: targetComparisonSchema,
  lateBySeconds: z.number().nullable(),
  mtpdSeconds: z.number().nullable(),
  againstMtpd: targetComparisonSchema,
});

/** @public */
export type RunSheetRow = z.infer<typeof runSheetRowSchema>;

/** Answer of `POST /dependencies/run-sheet` as JSON. @public */
export const runSheetSchema = dependencyDataSchema.extend({
  title: z.string(),
  mode: z.enum(['loss', 'recovery']),
  /** When it was made (ISO). */
  madeAt: z.string(),
  outageSeconds: z.number().nullable(),
  unknown: z.array(z.string()),
  rows: z.array(runSheetRowSchema),
  totalRows: z.number().int(),
  /** Rows left out for their number (more than 5,000). */
  truncated: z.number().int(),
  /** Rows left out because the caller may not see them. */
  redacted: z.number().int(),
  allBack: expectedTimeSchema.nullable(),
});

/** @public */
export type RunSheet = z.infer<typeof runSheetSchema>;
