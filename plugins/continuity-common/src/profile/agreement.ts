import { z } from 'zod';

/**
 * The values that can be agreed with the business (DOMAIN.md §1 "Agreement").
 *
 * @public
 */
export const agreedValuesSchema = z
  .object({
    tier: z.string().optional(),
    rto: z.string().optional(),
    rpo: z.string().optional(),
    mtpd: z.string().optional(),
  })
  .strict();

/** @public */
export type AgreedValues = z.infer<typeof agreedValuesSchema>;

/**
 * State of an agreement record. One that is looser than the one before it waits until a second person confirms it;
 * until then the earlier one holds.
 *
 * @public
 */
export const agreementStateSchema = z.enum([
  'in-force',
  'awaiting-second-person',
  'superseded',
  'rejected',
]);

/** @public */
export type AgreementState = z.infer<typeof agreementStateSchema>;

/** @public */
export const agreementSchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  values: agreedValuesSchema,
  /** With whom in the business: free text, for example a role. */
  with: z.string(),
  /** SLA or contract reference. */
  reference: z.string(),
  /** The day it was agreed, `YYYY-MM-DD` in the policy's zone. */
  agreedOn: z.string(),
  state: agreementStateSchema,
  /** Which values are looser than the agreement before it. */
  looserThanBefore: z.array(z.enum(['tier', 'rto', 'rpo', 'mtpd'])),
  recordedBy: z.string(),
  recordedAt: z.string(),
  confirmedBy: z.string().optional(),
  confirmedAt: z.string().optional(),
  note: z.string().optional(),
});

/** @public */
export type Agreement = z.infer<typeof agreementSchema>;

/** Body of `PUT /entities/by-name/…/agreement`. Durations as people write them. @public */
export const agreementInputSchema = z
  .object({
    values: agreedValuesSchema.refine(v => Object.keys(v).length > 0, {
      message:
        'At least one of tier, rto, rpo and mtpd is needed: an agreement says which values were agreed.',
    }),
    with: z.string().trim().min(1).max(200),
    reference: z.string().trim().min(1).max(500),
    agreedOn: z.iso.date(),
    note: z.string().max(2000).optional(),
  })
  .strict();

/** @public */
export type AgreementInput = z.infer<typeof agreementInputSchema>;
