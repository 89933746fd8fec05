import { z } from 'zod';
import { targetDurationSchema } from '../terms/durationSchema';

const texts = z.array(z.string().trim().min(1).max(500)).min(1).max(100);
const marks = z
  .record(z.string().min(1).max(300), z.array(z.string().max(500)).max(100))
  .refine(value => Object.keys(value).length <= 20, {
    error: 'At most 20 keys.',
  });

/**
 * Which entities are lost. Within one field the values are alternatives; different fields must all hold.
 *
 * @public
 */
export const lossFilterSchema = z
  .object({
    kind: texts.optional(),
    type: texts.optional(),
    lifecycle: texts.optional(),
    /** Catalog owner, refs. */
    owner: texts.optional(),
    /** System, and what is part of it. */
    system: texts.optional(),
    domain: texts.optional(),
    /** By key, the values that match; an empty list: any value. */
    labels: marks.optional(),
    annotations: marks.optional(),
    tags: texts.optional(),
  })
  .strict()
  .refine(filter => Object.keys(filter).length > 0, {
    error: 'Name at least one field: an empty filter would lose everything.',
  });

/** @public */
export type LossFilter = z.infer<typeof lossFilterSchema>;

const refs = z.array(z.string().trim().min(3).max(200)).max(500);
const outage = targetDurationSchema.meta({
  description:
    'How long the outage is assumed to last: soft dependencies that can’t be endured for so long count as hard. Without it no workaround ends.',
});

/** Body of `POST /dependencies/what-if`. @public */
export const whatIfRequestSchema = z
  .object({
    /** Lost are these, and what matches the filter. */
    entities: refs.optional(),
    filter: lossFilterSchema.optional(),
    outage: outage.optional(),
    /** Default 200. */
    limit: z.number().int().min(1).max(1000).optional(),
    cursor: z.string().max(200).optional(),
  })
  .strict()
  .refine(body => Boolean(body.entities?.length || body.filter), {
    error: 'Say what is lost: "entities", "filter", or both.',
  });

/** @public */
export type WhatIfRequest = z.infer<typeof whatIfRequestSchema>;

/**
 * Body of `POST /dependencies/run-sheet`.
 *
 * @public
 */
export const runSheetRequestSchema = z
  .object({
    /**
     * `loss` (default): these are lost; the sheet brings them and all that can't be recovered without them back, everything else being up.
     * `recovery`: bring these back with all that they need, none of it being up.
     */
    mode: z.enum(['loss', 'recovery']).optional(),
    entities: refs.optional(),
    filter: lossFilterSchema.optional(),
    outage: outage.optional(),
    /** Heads the sheet. */
    title: z.string().trim().max(200).optional(),
  })
  .strict()
  .refine(body => Boolean(body.entities?.length || body.filter), {
    error: 'Say what the sheet is for: "entities", "filter", or both.',
  });

/** @public */
export type RunSheetRequest = z.infer<typeof runSheetRequestSchema>;

/** Query of `POST /dependencies/run-sheet`. @public */
export const runSheetQuerySchema = z
  .object({
    /** Default: json. */
    format: z.enum(['json', 'csv', 'markdown']).optional(),
    /** With csv: begin with a byte order mark, so that Excel reads it as UTF-8. */
    bom: z.boolean().optional(),
  })
  .strict();
