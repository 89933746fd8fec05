import { z } from 'zod';
import { refFilter } from './refFilter';

/** The most services that one pack is about. */
const MOST = 500;

const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'Write a day such as "2026-03-31".' });
const words = z.array(z.string().min(1).max(255)).max(MOST).optional();
const refs = (kind: string) => refFilter(kind).max(MOST).optional();

/** What an evidence pack is about: named entities, or all that filters of the coverage list match; everything in scope if left out. @public */
export const evidenceScopeSchema = z
  .object({
    entityRefs: refs('component'),
    tier: words,
    kind: words,
    type: words,
    /** Groups with all groups below them. */
    owner: refs('group'),
    system: refs('system'),
    domain: refs('domain'),
    search: z.string().trim().max(200).optional(),
  })
  .strict();

/** @public */
export type EvidenceScope = z.infer<typeof evidenceScopeSchema>;

/** Body of `POST /evidence-packs`. Days in the policy's zone, both included. @public */
export const evidencePackRequestSchema = z
  .object({
    /** A year before the last one if left out. */
    from: daySchema.optional(),
    /** As of the end of this day; today if left out. */
    to: daySchema.optional(),
    scope: evidenceScopeSchema.default({}),
    /** What it is for, for the list of packs. */
    title: z.string().trim().max(200).default(''),
  })
  .strict();

/** @public */
export type EvidencePackRequest = z.input<typeof evidencePackRequestSchema>;

/** @public */
export const evidencePackStates = [
  'queued',
  'running',
  'done',
  'failed',
] as const;

/** One pack, as its maker sees it. @public */
export const evidencePackSchema = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(evidencePackStates),
  period: z.object({ from: z.string(), to: z.string() }),
  scope: evidenceScopeSchema,
  requestedAt: z.string(),
  /** How many services it is about, and how many were left out since its maker may not see them. */
  entities: z.number().int(),
  leftOut: z.number().int(),
  /** Services that are gathered already. */
  progress: z.number().int(),
  finishedAt: z.string().nullable(),
  /** When the file is deleted. */
  expiresAt: z.string().nullable(),
  bytes: z.number().int().nullable(),
  sha256: z.string().nullable(),
  /** Why it failed. */
  problem: z.string().nullable(),
  /** In how many places something is missing or out of date; null until it is done. */
  missing: z.number().int().nullable(),
});

/** @public */
export type EvidencePack = z.infer<typeof evidencePackSchema>;

/** Answer of `GET /evidence-packs`. @public */
export const evidencePackListSchema = z.object({
  items: z.array(evidencePackSchema),
  totalItems: z.number().int(),
  timeZone: z.string(),
  /** How long packs are kept, a cadence. */
  keptFor: z.string(),
  allowedActions: z.array(z.enum(['evidence.create'])),
});

/** @public */
export type EvidencePackList = z.infer<typeof evidencePackListSchema>;
