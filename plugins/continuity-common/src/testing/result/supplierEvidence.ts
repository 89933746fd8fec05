import { z } from 'zod';
import { entityRefText } from '../../terms/entityRefText';
import { lineText } from '../../terms/lineText';
import { markdownText } from '../../terms/markdownText';
import { testDepthSchema } from '../testDepth';
import { testEnvironmentSchema } from '../testEnvironment';
import { testOutcomeSchema } from './testOutcome';
import { targetDurationSchema } from '../../terms/durationSchema';

/**
 * Body of `POST /tests/supplier-evidence`: a supplier's attestation of a test of its own. It satisfies a requirement only where the policy allows
 * that for the depth, and by the times that the supplier attests.
 *
 * @public
 */
export const supplierEvidenceRequestSchema = z
  .object({
    supplier: lineText({ longest: 200, hint: 'Name the supplier.' }),
    /** Title of the attestation. */
    document: lineText({
      longest: 300,
      hint: 'Name the document, such as "SOC 2 Type II report 2026".',
    }),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .nullable()
      .default(null),
    /** The day on which it was issued. */
    issuedOn: z.iso.date(),
    /** The day on which the supplier held the test: from then on it counts. */
    heldOn: z.iso.date(),
    depth: testDepthSchema,
    environment: testEnvironmentSchema,
    partial: z.boolean().default(false),
    restoredFromBackup: z.boolean().default(false),
    entities: z
      .array(entityRefText('resource:default/orders-db'))
      .min(1)
      .max(100),
    outcome: testOutcomeSchema,
    /** Recovery time and loss of data as attested; null = not said, then a measuring test is inconclusive. */
    attestedRta: targetDurationSchema.nullable().default(null),
    attestedRpa: targetDurationSchema.nullable().default(null),
    deliveredPercent: z.number().min(0).max(100).nullable().default(null),
    note: markdownText,
  })
  .strict();

/** @public */
export type SupplierEvidenceRequest = z.input<
  typeof supplierEvidenceRequestSchema
>;
