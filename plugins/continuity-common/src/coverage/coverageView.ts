import { z } from 'zod';
import { lineText } from '../terms/lineText';

/** A question about coverage that a person has kept. @public */
export const coverageViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The query of the page's address: filters, order, columns, grouping. */
  search: z.string(),
  updatedAt: z.string(),
});

/** @public */
export type CoverageView = z.infer<typeof coverageViewSchema>;

/** Answer of the calls about views: all of the caller, by name. @public */
export const coverageViewListSchema = z.object({
  items: z.array(coverageViewSchema),
});

/** @public */
export type CoverageViewList = z.infer<typeof coverageViewListSchema>;

/** Body of `PUT /coverage/views`. @public */
export const coverageViewRequestSchema = z
  .object({
    /** Of the view that is changed; a new one if left out. */
    id: z.string().min(1).max(64).optional(),
    name: lineText({ longest: 100, hint: 'Give it a name.' }),
    search: z.string().max(4_000),
  })
  .strict();

/** @public */
export type CoverageViewRequest = z.input<typeof coverageViewRequestSchema>;
