import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type {
  CoverageAskResponse,
  coverageAskRequestSchema,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { z } from 'zod';
import { readTitles } from '../../catalog/readTitles';
import { CoverageAsk, CoverageAskStore } from '../../coverage/CoverageAskStore';
import { whereInList } from '../../database/whereInList';
import { CallerAccess } from '../../permissions/CallerAccess';
import { collectEntityRefs } from '../../permissions/entityRefsIn';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import { hideEntities } from '../../permissions/hideEntities';
import { readNames } from '../../permissions/readNames';

/** Titles that a notification names; all are counted, and all are behind its link. */
const MOST_NAMED = 20;

interface Options {
  database: Knex;
  access: CallerAccess;
  hiddenEntities: HiddenEntities;
  asks: CoverageAskStore;
  notifications: Pick<NotificationService, 'send'>;
  logger: LoggerService;
  clock: () => Date;
}

interface Asked {
  ownerRef: string | null;
  entityRefs: string[];
}

type Outcome = Omit<CoverageAskResponse['items'][number], keyof Asked>;

/** Asks whoever answers for services about them: one notification each, with the list. */
export class CoverageAskService {
  readonly #options: Options;

  static create(options: Options) {
    return new CoverageAskService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async ask(
    request: z.output<typeof coverageAskRequestSchema>,
    {
      credentials,
    }: { credentials: BackstageCredentials<BackstageUserPrincipal> },
  ): Promise<CoverageAskResponse> {
    const { database, hiddenEntities } = this.#options;
    const access = await this.#options.access.of(credentials);
    const refs = [...new Set(request.entityRefs)];
    const hidden = await hiddenEntities.among(refs, access.read);
    const groups = await this.#byOwner(refs.filter(ref => !hidden.has(ref)));
    const known = new Set(groups.flatMap(({ entityRefs }) => entityRefs));

    const items: CoverageAskResponse['items'] = [];
    for (const group of groups) {
      items.push({
        ...group,
        ...(await this.#askOne(group, {
          message: request.message,
          askedBy: access.subject,
        })),
      });
    }
    const hiddenOwners = await hiddenEntities.among(
      collectEntityRefs(items.map(({ ownerRef }) => ownerRef)),
      access.read,
    );
    const shown = hideEntities(items, hiddenOwners);
    return {
      items: shown,
      unknown: refs.filter(ref => !known.has(ref)),
      names: await readNames(
        database,
        shown.map(({ ownerRef, entityRefs }) => [ownerRef, entityRefs]),
      ),
    };
  }

  async #byOwner(refs: string[]): Promise<Asked[]> {
    const rows: Array<{
      entity_ref: string;
      owner_ref: string | null;
      recovery_owner: string | null;
    }> = await whereInList(
      this.#options
        .database('assessments')
        .whereNull('valid_to')
        .orderBy('entity_ref')
        .select('entity_ref', 'owner_ref', 'recovery_owner'),
      'entity_ref',
      refs,
    );
    const groups = new Map<string | null, string[]>();
    for (const row of rows) {
      const owner = row.recovery_owner ?? row.owner_ref;
      groups.set(owner, [...(groups.get(owner) ?? []), row.entity_ref]);
    }
    return [...groups].map(([ownerRef, entityRefs]) => ({
      ownerRef,
      entityRefs,
    }));
  }

  async #askOne(
    { ownerRef, entityRefs }: Asked,
    { message, askedBy }: { message: string; askedBy: string },
  ): Promise<Outcome> {
    const { asks, notifications, logger, clock } = this.#options;
    if (ownerRef === null) return { result: 'nobody' };
    const at = clock().toISOString();
    const ask: CoverageAsk = { ownerRef, entityRefs, askedBy, message };
    if (!(await asks.claim(ask, at))) return { result: 'asked-before' };
    try {
      await notifications.send({
        // a group stands for its members
        recipients: { type: 'entity', entityRef: ownerRef },
        payload: await this.#payload(ask),
      });
      return { result: 'asked' };
    } catch (error) {
      await asks.release(ask, at);
      const isMissing = /status 404/.test(String(error));
      if (!isMissing) logger.warn(`An owner could not be asked: ${error}`);
      return {
        result: 'failed',
        message: isMissing
          ? 'This portal has no notifications.'
          : 'The notification could not be sent. Try again later.',
      };
    }
  }

  async #payload(ask: CoverageAsk): Promise<NotificationPayload> {
    const { entityRefs, askedBy, message } = ask;
    const titles = await readTitles(this.#options.database, [
      ...entityRefs,
      askedBy,
    ]);
    const nameOf = (ref: string) => titles.get(ref) ?? ref;
    const named = entityRefs.slice(0, MOST_NAMED).map(nameOf);
    const rest = entityRefs.length - named.length;
    const count =
      entityRefs.length === 1 ? '1 service' : `${entityRefs.length} services`;
    return {
      title: `Continuity: ${nameOf(askedBy)} asks about ${count}`,
      description: `${message} — ${named.join(', ')}${
        rest > 0 ? ` and ${rest} more` : ''
      }.`,
      link: '/continuity/coverage?mine=true',
      severity: 'normal',
      topic: 'continuity-ask',
    };
  }
}
