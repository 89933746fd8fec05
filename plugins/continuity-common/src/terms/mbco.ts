import { z } from 'zod';

/**
 * Minimum service level while a plan is invoked: a text, and optionally a percentage of normal service (0–100).
 *
 * @public
 */
export const mbcoSchema = z.object({
  text: z.string().max(2000),
  percent: z.number().min(0).max(100).optional(),
});

/** @public */
export type Mbco = z.infer<typeof mbcoSchema>;
