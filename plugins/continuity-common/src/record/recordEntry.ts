import { z } from 'zod';

/**
 * One entry of the append-only history (DOMAIN.md §9): who, when, why, what was before.
 *
 * `before` and `after` hold only what changed, in the words of the API.
 *
 * @public
 */
export const recordEntrySchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  /** What kind of record changed. */
  type: z.enum([
    'profile',
    'agreement',
    'bia',
    'risk-assessment',
    'entity',
    'carry-over',
    'policy',
    'sweep',
    'plan',
    'dependency',
    'test',
    'finding',
    'exemption',
    'insights',
    'evidence',
    'change',
  ]),
  /** What happened to it, for example `updated`, `recorded`, `confirmed`, `rejected`, `archived`, `returned`, `seeded`. */
  action: z.string(),
  /** User ref, service subject, or `system` for what the software did by itself. */
  by: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  reason: z.string().optional(),
  /** The file it was imported from, and the line in it. */
  imported: z.object({ file: z.string(), line: z.number().int() }).optional(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  /** The record's revision after the change. */
  revision: z.number().int().optional(),
});

/** @public */
export type RecordEntry = z.infer<typeof recordEntrySchema>;
