import { RouteHandlers } from '../../contract/RouteHandlers';
import { CalendarFeedService } from '../testing/calendar/CalendarFeedService';

/** The same calls; whoever makes one has been in the portal, so that their calendar feeds are authorised again. */
export function noteVisits(
  handlers: RouteHandlers,
  feeds: Pick<CalendarFeedService, 'visited'>,
): RouteHandlers {
  const noting = Object.entries(handlers).map(([id, handle]) => [
    id,
    async (request: Parameters<typeof handle>[0]) => {
      await feeds.visited(request.credentials);
      return handle(request as never);
    },
  ]);
  return Object.fromEntries(noting);
}
