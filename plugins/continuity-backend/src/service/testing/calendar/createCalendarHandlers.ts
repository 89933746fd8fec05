import type { calendarRoutes } from 'backstage-plugin-continuity-common';
import { HandlersOf } from '../../../contract/RouteHandlers';
import { CalendarFeedService } from './CalendarFeedService';

/** Binds the calls about calendars to the service that answers them. */
export function createCalendarHandlers(services: {
  calendarFeeds: CalendarFeedService;
}) {
  const { calendarFeeds } = services;
  return {
    getTestCalendar: ({ query, credentials }) =>
      query.token === undefined
        ? calendarFeeds.own({ credentials })
        : calendarFeeds.read(query.token),
    listCalendarFeeds: ({ credentials }) => calendarFeeds.list({ credentials }),
    createCalendarFeed: ({ body, credentials }) =>
      calendarFeeds.create(body, { credentials }),
    revokeCalendarFeed: ({ params, credentials }) =>
      calendarFeeds.revoke(params.id, { credentials }),
  } satisfies HandlersOf<typeof calendarRoutes>;
}
