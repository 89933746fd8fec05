import { z } from 'zod';
import {
  plannedGlanceSchema,
  requirementStateSchema,
  resultGlanceSchema,
} from './requirementStanding';
import { testDepthSchema } from '../testDepth';
import { testEnvironmentSchema } from '../testEnvironment';

/** A test that the policy demands and nobody has planned in time. @public */
export const dueTestSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  tier: z.string(),
  /** Recovery owner; null where there is none. */
  owner: z.string().nullable(),
  ownerTitle: z.string().nullable(),
  /** `test:failover`. */
  requirement: z.string(),
  depth: testDepthSchema,
  every: z.string(),
  environments: z.array(testEnvironmentSchema).optional(),
  partial: z.boolean().optional(),
  state: requirementStateSchema,
  due: z.string(),
  late: z.boolean(),
  /** Until when an exemption covers that it is not satisfied; absent where none does. */
  exemptUntil: z.string().optional(),
  /** The result that decides. */
  result: resultGlanceSchema.nullable(),
  /** A test that is planned for it, too late. */
  planned: plannedGlanceSchema.nullable(),
});

/** @public */
export type DueTest = z.infer<typeof dueTestSchema>;

/** Filters of `GET /tests/due`. Within one filter the values are alternatives; different filters must all hold. @public */
export const dueTestQuerySchema = z
  .object({
    /** Users and groups, nested groups included; `none` for what has no owner. */
    owner: z.array(z.string()).optional(),
    /** Only of what the caller or their groups recover; for services nothing. */
    mine: z.boolean().optional(),
    tier: z.array(z.string()).optional(),
    depth: z.array(testDepthSchema).optional(),
    state: z.array(requirementStateSchema).optional(),
    entity: z.array(z.string()).optional(),
    late: z.boolean().optional(),
    /** Due before this moment or day; without it within the policy's "due soon". */
    until: z.string().max(40).optional(),
    search: z.string().max(200).optional(),
    groupBy: z.enum(['owner', 'tier', 'depth']).optional(),
    /** Latest due first is `-due`; without it the longest overdue come first. */
    sort: z.enum(['due', '-due', 'title', '-title']).optional(),
    limit: z.number().int().min(1).max(500).optional(),
    cursor: z.string().max(2_000).optional(),
  })
  .strict();

/** @public */
export type DueTestQuery = z.infer<typeof dueTestQuerySchema>;

/** Answer of `GET /tests/due`. @public */
export const dueTestListSchema = z.object({
  items: z.array(dueTestSchema),
  totalItems: z.number().int(),
  late: z.number().int(),
  /** Of all that match, by `groupBy`; empty without it. */
  groups: z.array(
    z.object({
      key: z.string().nullable(),
      title: z.string().nullable(),
      count: z.number().int(),
      late: z.number().int(),
    }),
  ),
  pageInfo: z.object({ nextCursor: z.string().optional() }),
  allowedActions: z.array(z.enum(['test.create'])),
});

/** @public */
export type DueTestList = z.infer<typeof dueTestListSchema>;
