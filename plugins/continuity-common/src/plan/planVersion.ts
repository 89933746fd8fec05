import { z } from 'zod';
import { planContentsSchema } from './planContents';

/** States of a version (DOMAIN.md §4). In force = `approved`. @public */
export const planVersionStateSchema = z.enum([
  'draft',
  'in-review',
  'approved',
  'superseded',
  'archived',
]);

/** @public */
export type PlanVersionState = z.infer<typeof planVersionStateSchema>;

/** The file that a version was imported from. @public */
export const planVersionSourceSchema = z.object({
  url: z.string(),
  etag: z.string().nullable(),
  readAt: z.string(),
});

/** Who did what to a version; moments are ISO, UTC. @public */
export const planVersionSummarySchema = z.object({
  version: z.number().int(),
  state: planVersionStateSchema,
  title: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
  /** Everybody who changed it: none of them approves it. */
  editedBy: z.array(z.string()),
  updatedAt: z.string(),
  updatedBy: z.string(),
  submittedAt: z.string().nullable(),
  submittedBy: z.string().nullable(),
  /** Whom the submitter asked to approve it. */
  reviewer: z.string().nullable(),
  returnedAt: z.string().nullable(),
  returnedBy: z.string().nullable(),
  returnReason: z.string().nullable(),
  approvedAt: z.string().nullable(),
  approvedBy: z.string().nullable(),
  /** For whom a deputy approved it. */
  approvedFor: z.string().nullable(),
  supersededAt: z.string().nullable(),
  changeReference: z.string(),
  source: planVersionSourceSchema.nullable(),
  /** SHA-256 of the contents as canonical JSON. */
  sha256: z.string(),
});

/** @public */
export type PlanVersionSummary = z.infer<typeof planVersionSummarySchema>;

/** A version with all that it says. @public */
export const planVersionSchema = planVersionSummarySchema.extend({
  contents: planContentsSchema,
});

/** @public */
export type PlanVersion = z.infer<typeof planVersionSchema>;
