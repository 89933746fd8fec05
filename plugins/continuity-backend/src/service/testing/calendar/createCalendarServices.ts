import type {
  AuthService,
  DiscoveryService,
  LoggerService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import { CatalogVisibility } from '../../../permissions/CatalogVisibility';
import { HiddenEntities } from '../../../permissions/HiddenEntities';
import { CalendarFeedQueries } from '../../../testing/calendar/CalendarFeedQueries';
import { CalendarFeedStore } from '../../../testing/calendar/CalendarFeedStore';
import { TestQueries } from '../../../testing/TestQueries';
import { CalendarFeedService } from './CalendarFeedService';
import type { Stores } from '../../createStores';

/** Puts together what answers the calls about calendars. */
export function createCalendarServices(options: {
  auth: AuthService;
  config: RootConfigService;
  discovery: DiscoveryService;
  logger: LoggerService;
  permissions: PermissionsService;
  stores: Stores;
  policy: ContinuityPolicy;
  visibility: CatalogVisibility;
  hiddenEntities: HiddenEntities;
  clock: () => Date;
}) {
  const { config, stores, ...rest } = options;
  const { database, mirror } = stores;
  return {
    calendarFeeds: CalendarFeedService.create({
      ...rest,
      database,
      mirror,
      calendarFeeds: CalendarFeedStore.create({ database }),
      calendarQueries: CalendarFeedQueries.create({
        database,
        mirror,
        testQueries: TestQueries.create({ database }),
      }),
      portalUrl: (config.getOptionalString('app.baseUrl') ?? '').replace(
        /\/$/,
        '',
      ),
    }),
  };
}
