import { z } from 'zod';
import { gapCodeSchema } from '../assessment/gap';
import { continuityStatusSchema } from '../assessment/status';
import { coverageQuerySchema } from './coverage';

/** Query of `GET /coverage/export`: the filters of the list. @public */
export const coverageExportQuerySchema = coverageQuerySchema
  .omit({ sort: true, limit: true, cursor: true })
  .extend({
    format: z.enum(['csv', 'json']).optional(),
    /** With a byte order mark, by which some spreadsheets tell UTF-8. */
    bom: z.boolean().optional(),
  })
  .strict();

/** @public */
export type CoverageExportQuery = z.infer<typeof coverageExportQuerySchema>;

/** One row of an export. Durations stand as ISO 8601 and as seconds; `none` (holds no data) has no seconds, and unset is null. @public */
export const coverageExportItemSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  kind: z.string(),
  type: z.string().nullable(),
  system: z.string().nullable(),
  domain: z.string().nullable(),
  owner: z.string().nullable(),
  recoveryOwner: z.string().nullable(),
  status: continuityStatusSchema,
  underlyingStatus: continuityStatusSchema,
  tier: z.string().nullable(),
  tierSource: z.string().nullable(),
  rto: z.string().nullable(),
  rtoSeconds: z.number().nullable(),
  rpo: z.string().nullable(),
  rpoSeconds: z.number().nullable(),
  mtpd: z.string().nullable(),
  mtpdSeconds: z.number().nullable(),
  gaps: z.array(gapCodeSchema),
  /** The earliest due date among critical and warning gaps. */
  dueBy: z.string().nullable(),
  late: z.boolean(),
  /** Since when all of this has been so. */
  since: z.string(),
});

/** @public */
export type CoverageExportItem = z.infer<typeof coverageExportItemSchema>;

/** Answer of `GET /coverage/export?format=json`. @public */
export const coverageExportSchema = z.object({
  /** The moment that is shown; for an export of now, when it began. */
  asOf: z.string(),
  policyVersion: z.string(),
  items: z.array(coverageExportItemSchema),
});

/** @public */
export type CoverageExport = z.infer<typeof coverageExportSchema>;
