import type { CalendarScope } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';

/** What somebody could see when a feed was authorised last: all, nothing, or the entities with these uids of the catalog. */
export type CalendarSight =
  | { kind: 'all' }
  | { kind: 'none' }
  | { kind: 'some'; uids: string[] };

/** A calendar feed, without its token, which is kept nowhere. */
export interface StoredCalendarFeed {
  id: string;
  ownerRef: string;
  name: string;
  scope: CalendarScope;
  sight: CalendarSight;
  /** When its owner was last in the portal, and the sight was asked for. */
  sightedAt: string;
  createdAt: string;
  expiresAt: string;
  lastReadAt: string | null;
  contentSha256: string | null;
  contentChangedAt: string | null;
}

interface Row {
  id: string;
  token_sha256: string;
  owner_ref: string;
  name: string;
  scope: string;
  sight: string;
  sighted_at: string;
  created_at: string;
  expires_at: string;
  last_read_at: string | null;
  content_sha256: string | null;
  content_changed_at: string | null;
  revoked_at: string | null;
}

/** Calendar feeds in the database; what is revoked is not given out any more. */
export class CalendarFeedStore {
  readonly #database: Knex;

  static create(options: { database: Knex }) {
    return new CalendarFeedStore(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async insert(feed: StoredCalendarFeed, tokenSha256: string): Promise<void> {
    await this.#database('calendar_feeds').insert({
      id: feed.id,
      token_sha256: tokenSha256,
      owner_ref: feed.ownerRef,
      name: feed.name,
      scope: JSON.stringify(feed.scope),
      sight: JSON.stringify(feed.sight),
      sighted_at: feed.sightedAt,
      created_at: feed.createdAt,
      expires_at: feed.expiresAt,
    });
  }

  async byToken(tokenSha256: string): Promise<StoredCalendarFeed | undefined> {
    const row: Row | undefined = await this.#database('calendar_feeds')
      .where({ token_sha256: tokenSha256 })
      .whereNull('revoked_at')
      .first();
    return row && toFeed(row);
  }

  /** Newest first. */
  async ofOwner(ownerRef: string): Promise<StoredCalendarFeed[]> {
    const rows: Row[] = await this.#database('calendar_feeds')
      .where({ owner_ref: ownerRef })
      .whereNull('revoked_at')
      .orderBy('created_at', 'desc');
    return rows.map(toFeed);
  }

  async sighted(
    feedId: string,
    { sight, at }: { sight: CalendarSight; at: string },
  ): Promise<void> {
    await this.#database('calendar_feeds')
      .where({ id: feedId })
      .update({ sight: JSON.stringify(sight), sighted_at: at });
  }

  async read(
    feedId: string,
    content: { at: string; sha256: string; changedAt: string },
  ): Promise<void> {
    await this.#database('calendar_feeds').where({ id: feedId }).update({
      last_read_at: content.at,
      content_sha256: content.sha256,
      content_changed_at: content.changedAt,
    });
  }

  /** False where somebody was faster. */
  async revoke(feedId: string, at: string): Promise<boolean> {
    const changed = await this.#database('calendar_feeds')
      .where({ id: feedId })
      .whereNull('revoked_at')
      .update({ revoked_at: at, sight: JSON.stringify({ kind: 'none' }) });
    return changed === 1;
  }
}

function toFeed(row: Row): StoredCalendarFeed {
  return {
    id: row.id,
    ownerRef: row.owner_ref,
    name: row.name,
    scope: JSON.parse(row.scope),
    sight: JSON.parse(row.sight),
    sightedAt: row.sighted_at,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastReadAt: row.last_read_at,
    contentSha256: row.content_sha256,
    contentChangedAt: row.content_changed_at,
  };
}
