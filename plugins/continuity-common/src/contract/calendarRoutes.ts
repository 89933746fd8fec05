import { z } from 'zod';
import { planFileSchema } from '../plan/planRequests';
import { continuityReadPermission } from '../permissions';
import { continuityCalendarFeedCreatePermission } from '../testPermissions';
import {
  calendarFeedCreatedSchema,
  calendarFeedListSchema,
  calendarFeedRequestSchema,
  calendarFeedSchema,
} from '../testing/calendarFeed';
import { testPathSchema } from '../testing/testRequests';
import { defineRoute } from './ContinuityRoute';

/** The calls about calendars of tests; they come before {@link testRoutes}, whose ids would take their words. @public */
export const calendarRoutes = {
  getTestCalendar: defineRoute({
    method: 'get',
    path: '/tests/calendar.ics',
    summary: 'Planned tests as an iCalendar feed',
    description:
      'With `token`, the address that was given when the feed was made, nobody has to be signed in; without one it is the caller’s own calendar. An expired or revoked token is answered with 401.',
    permission: continuityReadPermission,
    feedToken: true,
    query: z.object({ token: z.string().max(200).optional() }).strict(),
    status: 200,
    response: planFileSchema,
    download: 'text/calendar',
    errors: [400, 401, 403, 503],
  }),
  listCalendarFeeds: defineRoute({
    method: 'get',
    path: '/tests/calendar-feeds',
    summary: 'The caller’s calendar feeds',
    permission: continuityReadPermission,
    usersOnly: true,
    status: 200,
    response: calendarFeedListSchema,
    errors: [401, 403],
  }),
  createCalendarFeed: defineRoute({
    method: 'post',
    path: '/tests/calendar-feeds',
    summary: 'Makes an address that a calendar can subscribe to',
    description: 'The address is shown only in this answer.',
    permission: continuityCalendarFeedCreatePermission,
    usersOnly: true,
    body: calendarFeedRequestSchema,
    status: 200,
    response: calendarFeedCreatedSchema,
    errors: [400, 401, 403, 404, 503],
    auditEvent: 'calendar-feed-create',
  }),
  revokeCalendarFeed: defineRoute({
    method: 'delete',
    path: '/tests/calendar-feeds/:id',
    summary: 'Takes a calendar feed back; its address gives nothing any more',
    permission: continuityReadPermission,
    usersOnly: true,
    params: testPathSchema,
    status: 200,
    response: calendarFeedSchema,
    errors: [401, 403, 404],
    auditEvent: 'calendar-feed-revoke',
  }),
};
