import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  DiscoveryService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthenticationError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  addCadence,
  continuityCalendarFeedCreatePermission,
  continuityReadPermission,
  hiddenEntityText,
  parseCadence,
  testingPolicy,
  type CalendarFeed,
  type CalendarFeedCreated,
  type CalendarFeedList,
  type calendarFeedRequestSchema,
  type CalendarScope,
  type ContinuityPolicy,
  type PlanFile,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { z } from 'zod';
import type { Visibility } from '../../../catalog/Visibility';
import type { MirrorStore } from '../../../catalog/MirrorStore';
import { seenRows } from '../../../coverage/seenRows';
import { CatalogVisibility } from '../../../permissions/CatalogVisibility';
import { replaceEntityRefs } from '../../../permissions/entityRefsIn';
import { HiddenEntities } from '../../../permissions/HiddenEntities';
import { CalendarFeedQueries } from '../../../testing/calendar/CalendarFeedQueries';
import {
  CalendarFeedStore,
  CalendarSight,
  StoredCalendarFeed,
} from '../../../testing/calendar/CalendarFeedStore';
import { writeCalendar } from '../../../testing/calendar/writeCalendar';

/** A person who works in the portal is asked about once in this time. */
const ASKED_EVERY_MS = 60 * 60_000;

interface Options {
  database: Knex;
  auth: AuthService;
  permissions: PermissionsService;
  discovery: DiscoveryService;
  logger: LoggerService;
  mirror: MirrorStore;
  visibility: CatalogVisibility;
  hiddenEntities: HiddenEntities;
  calendarFeeds: CalendarFeedStore;
  calendarQueries: CalendarFeedQueries;
  policy: ContinuityPolicy;
  /** Where people open the portal. */
  portalUrl: string;
  clock: () => Date;
}

type UserCredentials = BackstageCredentials<BackstageUserPrincipal>;

/** A calendar as a file, and when it changed. */
export type CalendarFile = PlanFile & { changedAt?: string };

/**
 * Gives tests to calendars. A calendar can't sign in: it shows a token, of which only the hash is kept, and gets what its owner could see when they were
 * last in the portal.
 */
export class CalendarFeedService {
  readonly #options: Options;
  readonly #askedAt = new Map<string, number>();

  static create(options: Options) {
    return new CalendarFeedService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list({
    credentials,
  }: {
    credentials: UserCredentials;
  }): Promise<CalendarFeedList> {
    const ownerRef = credentials.principal.userEntityRef;
    await this.#revalidate(credentials);
    const feeds = await this.#options.calendarFeeds.ofOwner(ownerRef);
    return { items: feeds.map(feed => this.#shown(feed)) };
  }

  async create(
    request: z.output<typeof calendarFeedRequestSchema>,
    { credentials }: { credentials: UserCredentials },
  ): Promise<CalendarFeedCreated> {
    const { calendarFeeds, discovery, policy } = this.#options;
    const { scope, expiresInDays } = request;
    const at = this.#now();
    const sight = await this.#sightOf(scope, credentials);
    if (sight === undefined) {
      throw new NotFoundError(
        `There is no ${scopeRef(scope)} in the catalog that you may see.`,
      );
    }
    const { expireAfter } = testingPolicy(policy).calendarFeeds;
    const feed: StoredCalendarFeed = {
      id: randomUUID(),
      ownerRef: credentials.principal.userEntityRef,
      name: request.name,
      scope,
      sight,
      sightedAt: at,
      createdAt: at,
      expiresAt: this.#after(
        at,
        expiresInDays === undefined ? expireAfter : `P${expiresInDays}D`,
      ),
      lastReadAt: null,
      contentSha256: null,
      contentChangedAt: null,
    };
    const token = randomBytes(32).toString('base64url');
    await calendarFeeds.insert(feed, sha256(token));
    const base = await discovery.getExternalBaseUrl('continuity');
    return {
      ...this.#shown(feed),
      url: `${base}/tests/calendar.ics?token=${token}`,
    };
  }

  async revoke(
    feedId: string,
    { credentials }: { credentials: UserCredentials },
  ): Promise<CalendarFeed> {
    const { calendarFeeds } = this.#options;
    const ownerRef = credentials.principal.userEntityRef;
    const own = await calendarFeeds.ofOwner(ownerRef);
    const feed = own.find(each => each.id === feedId);
    if (!feed || !(await calendarFeeds.revoke(feedId, this.#now()))) {
      throw new NotFoundError('You have no such calendar feed.');
    }
    return { ...this.#shown(feed), expired: true };
  }

  /** What a calendar gets that shows a token. What is unknown, revoked and expired is refused alike. */
  async read(token: string): Promise<CalendarFile> {
    const { calendarFeeds } = this.#options;
    const feed = await calendarFeeds.byToken(sha256(token));
    if (!feed || this.#isOver(feed) || (await this.#hasLeft(feed.ownerRef))) {
      throw new AuthenticationError(
        'This calendar address is not valid any more. Make a new one on the page of tests in the portal.',
      );
    }
    const file = await this.#file(feed, visibilityOf(feed.sight));
    const hash = sha256(String(file.content));
    const at = this.#now();
    const changedAt =
      hash === feed.contentSha256 ? feed.contentChangedAt ?? at : at;
    await calendarFeeds.read(feed.id, { at, sha256: hash, changedAt });
    return { ...file, changedAt };
  }

  /** The caller's own tests, as a file to be imported once. */
  async own({
    credentials,
  }: {
    credentials: BackstageCredentials;
  }): Promise<CalendarFile> {
    const { auth, visibility } = this.#options;
    const isUser = auth.isPrincipal(credentials, 'user');
    return this.#file(
      {
        name: '',
        scope: isUser ? { kind: 'mine' } : { kind: 'all' },
        ownerRef: isUser ? credentials.principal.userEntityRef : '',
      },
      await visibility.resolve(await visibility.decide(credentials)),
    );
  }

  /** Asks again what the owner of feeds may see; to be called whenever somebody uses the portal. Never fails. */
  async visited(credentials: BackstageCredentials): Promise<void> {
    const { auth, clock, logger } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) return;
    const { userEntityRef } = credentials.principal;
    const now = clock().getTime();
    const last = this.#askedAt.get(userEntityRef);
    if (last !== undefined && now - last < ASKED_EVERY_MS) return;
    if (this.#askedAt.size > 10_000) this.#askedAt.clear();
    this.#askedAt.set(userEntityRef, now);
    try {
      await this.#revalidate(credentials as UserCredentials);
    } catch (error) {
      this.#askedAt.delete(userEntityRef);
      logger.warn(
        `The calendar feeds of ${userEntityRef} could not be authorised again: ${error}`,
      );
    }
  }

  /** People may sign in whom the catalog never knew; whom it knew and knows no more has left. */
  async #hasLeft(ownerRef: string): Promise<boolean> {
    const known = await this.#options.mirror.get([ownerRef], {
      includeArchived: true,
    });
    return typeof known.get(ownerRef)?.archivedAt === 'string';
  }

  async #revalidate(credentials: UserCredentials): Promise<void> {
    const { calendarFeeds } = this.#options;
    const own = await calendarFeeds.ofOwner(
      credentials.principal.userEntityRef,
    );
    const at = this.#now();
    for (const feed of own) {
      const sight = (await this.#sightOf(feed.scope, credentials)) ?? {
        kind: 'none',
      };
      await calendarFeeds.sighted(feed.id, { sight, at });
    }
  }

  /** Undefined where the scope itself is hidden. */
  async #sightOf(
    scope: CalendarScope,
    credentials: UserCredentials,
  ): Promise<CalendarSight | undefined> {
    const { permissions, visibility, hiddenEntities, mirror } = this.#options;
    const decisions = await permissions.authorize(
      [
        { permission: continuityReadPermission },
        { permission: continuityCalendarFeedCreatePermission },
      ],
      { credentials },
    );
    if (decisions.some(({ result }) => result !== AuthorizeResult.ALLOW)) {
      return { kind: 'none' };
    }
    const decision = await visibility.decide(credentials);
    const ref = scopeRef(scope);
    if (ref !== undefined) {
      const known = await mirror.get([ref]);
      const hidden = await hiddenEntities.among([ref], decision);
      if (!known.has(ref) || hidden.has(ref)) return undefined;
    }
    const seen = await visibility.resolve(decision);
    return seen.kind === 'some'
      ? { kind: 'some', uids: [...seen.uids].sort() }
      : seen;
  }

  async #file(
    feed: Pick<StoredCalendarFeed, 'name' | 'scope' | 'ownerRef'>,
    visibility: Visibility,
  ): Promise<CalendarFile> {
    const { calendarQueries, database, portalUrl } = this.#options;
    const tests = await calendarQueries.of(feed.scope, {
      personRef: feed.ownerRef,
      ...seenRows(database, visibility),
      now: this.#now(),
    });
    const sight = await calendarQueries.sightOf(tests, visibility);
    const entries = tests.map(test => {
      const { visible, redacted } = sight.get(test.id)!;
      const { schedule, title, depth } = test.contents;
      return {
        testId: test.id,
        title:
          visibility.kind === 'all'
            ? title
            : replaceEntityRefs(title, ref =>
                visible.has(ref) ? undefined : hiddenEntityText,
              ),
        depth,
        isCancelled: test.state === 'cancelled',
        allDay: schedule.allDay,
        start: schedule.start,
        end: schedule.end,
        entities: visible.size,
        redacted,
        sequence: test.calendarSequence,
        createdAt: test.createdAt,
        changedAt: test.calendarChangedAt,
        url: `${portalUrl}/continuity/tests/${test.id}`,
      };
    });
    return {
      fileName: 'continuity-tests.ics',
      mediaType: 'text/calendar',
      content: writeCalendar(entries, {
        name: feed.name || 'Continuity tests',
      }),
    };
  }

  #shown(feed: StoredCalendarFeed): CalendarFeed {
    const { id, name, scope, createdAt, expiresAt, lastReadAt } = feed;
    return {
      id,
      name,
      scope,
      createdAt,
      expiresAt,
      lastReadAt,
      expired: this.#isOver(feed),
    };
  }

  #isOver({ expiresAt, sightedAt }: StoredCalendarFeed): boolean {
    const { visitWithin } = testingPolicy(this.#options.policy).calendarFeeds;
    const now = this.#now();
    return expiresAt <= now || this.#after(sightedAt, visitWithin) <= now;
  }

  #after(at: string, cadence: string): string {
    const parsed = parseCadence(cadence);
    if (!parsed.ok) throw new RangeError(parsed.message);
    return addCadence(at, parsed.cadence, this.#options.policy.timeZone);
  }

  #now(): string {
    return this.#options.clock().toISOString();
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function scopeRef(scope: CalendarScope): string | undefined {
  return 'ref' in scope ? scope.ref : undefined;
}

function visibilityOf(sight: CalendarSight): Visibility {
  return sight.kind === 'some'
    ? { kind: 'some', uids: new Set(sight.uids) }
    : sight;
}
