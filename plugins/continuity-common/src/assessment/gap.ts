import { z } from 'zod';
import { gapCodes, type GapCode } from '../terms/gapCode';

/** @public */
export const severitySchema = z.enum(['critical', 'warning', 'information']);

/** @public */
export const gapCodeSchema = z.enum(
  Object.keys(gapCodes) as [GapCode, ...GapCode[]],
);

/**
 * One deviation from what the policy requires (DOMAIN.md §8).
 *
 * A gap is identified by `code` + `requirement`. Times are ISO 8601 in UTC.
 *
 * @public
 */
export const gapSchema = z.object({
  code: gapCodeSchema,
  severity: severitySchema,
  /** What is not met: `tier`, `rto`, `rpo`, `mtpd`, `owner`, `alternates`, `agreement`, `plan`, `bia`, `risk`, `test:restore`, `finding:<id>`, `change:<id>`, `metadata:<key>`, `metadata:<field>`. */
  requirement: z.string(),
  since: z.string(),
  dueBy: z.string(),
  /** True from `dueBy` on. Information gaps are never late. */
  late: z.boolean(),
  /** A sentence: what is wrong, and what it means. */
  message: z.string(),
  /** A sentence: what to do. */
  action: z.string(),
  /** The values in the message, so that a UI can say it in another language. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Set where an exemption covers the gap: it stays listed and does not count for `status`. */
  exemption: z
    .object({ id: z.string(), until: z.string(), reason: z.string() })
    .optional(),
});

/** @public */
export type Gap = z.infer<typeof gapSchema>;
