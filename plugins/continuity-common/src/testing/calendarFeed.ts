import { z } from 'zod';
import { entityRefText } from '../terms/entityRefText';
import { lineText } from '../terms/lineText';

/** Whose tests a calendar feed shows. @public */
export const calendarScopeSchema = z.discriminatedUnion('kind', [
  /** Those that the person facilitates, takes part in, or answers for as owner. */
  z.object({ kind: z.literal('mine') }).strict(),
  /** Those of what a group or user recovers, nested groups included. */
  z
    .object({
      kind: z.literal('owner'),
      ref: entityRefText('group:default/payments'),
    })
    .strict(),
  z
    .object({
      kind: z.literal('entity'),
      ref: entityRefText('component:default/checkout'),
    })
    .strict(),
  z.object({ kind: z.literal('all') }).strict(),
]);

/** @public */
export type CalendarScope = z.infer<typeof calendarScopeSchema>;

/** A calendar feed that somebody subscribed to. Its token is never shown again. @public */
export const calendarFeedSchema = z.object({
  id: z.string(),
  name: z.string(),
  scope: calendarScopeSchema,
  createdAt: z.string(),
  expiresAt: z.string(),
  /** When a calendar last read it. */
  lastReadAt: z.string().nullable(),
  /** Past its end, or its owner did not visit the portal for too long: it gives nothing. */
  expired: z.boolean(),
});

/** @public */
export type CalendarFeed = z.infer<typeof calendarFeedSchema>;

/** Body of `POST /tests/calendar-feeds`. @public */
export const calendarFeedRequestSchema = z
  .object({
    scope: calendarScopeSchema,
    name: lineText({ longest: 100 }).default(''),
    /** At most a year; the policy's time if left out. */
    expiresInDays: z.number().int().min(1).max(366).optional(),
  })
  .strict();

/** @public */
export type CalendarFeedRequest = z.input<typeof calendarFeedRequestSchema>;

/** Answer of `POST /tests/calendar-feeds`: the address is shown this once. @public */
export const calendarFeedCreatedSchema = calendarFeedSchema.extend({
  url: z.string(),
});

/** @public */
export type CalendarFeedCreated = z.infer<typeof calendarFeedCreatedSchema>;

/** Answer of `GET /tests/calendar-feeds`: those of the caller. @public */
export const calendarFeedListSchema = z.object({
  items: z.array(calendarFeedSchema),
});

/** @public */
export type CalendarFeedList = z.infer<typeof calendarFeedListSchema>;
