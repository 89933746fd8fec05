import { randomUUID } from 'node:crypto';
import type {
  BackstageCredentials,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  continuityAuditReadPermission,
  continuityEvidenceCreatePermission,
  kpiPeriods,
  retentionPolicy,
  type ContinuityPolicy,
  type EvidencePack,
  type EvidencePackList,
  type evidencePackRequestSchema,
  type PlanFile,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import type { z } from 'zod';
import type { MirrorStore } from '../../catalog/MirrorStore';
import type { Visibility } from '../../catalog/Visibility';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import {
  coverageConditions,
  type ResolvedFilters,
} from '../../coverage/coverageFilters';
import {
  EvidencePackStore,
  evidenceRecordRef,
  type StoredPack,
} from '../../coverage/evidence/EvidencePackStore';
import { assessmentsAt } from '../../coverage/evidence/EvidenceReader';
import { visibleCondition } from '../../coverage/visibleCondition';
import { inList } from '../../database/whereInList';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import { CallerAccess } from '../../permissions/CallerAccess';
import type { RecordStore } from '../../record/RecordStore';
import type { StatusUpkeep } from '../../record/StatusUpkeep';
import { triggerTask } from '../triggerTask';

/** Id of the task that makes packs. */
export const EVIDENCE_TASK = 'continuity-evidence';

/** One pack is made in memory; more than this is for several. */
const MOST_SERVICES = 2_000;

type Request = z.output<typeof evidencePackRequestSchema>;

interface Options {
  database: Knex;
  permissions: PermissionsService;
  access: CallerAccess;
  visibility: CatalogVisibility;
  hiddenEntities: HiddenEntities;
  mirror: MirrorStore;
  scheduler: SchedulerService;
  records: RecordStore;
  engine: Pick<StatusUpkeep, 'settleDue'>;
  evidencePacks: EvidencePackStore;
  policy: ContinuityPolicy;
  clock: () => Date;
}

type Caller = { credentials: BackstageCredentials };

/** A scope with what had to be looked up for it. */
interface ResolvedScope {
  entityRefs?: string[];
  filters: ResolvedFilters;
}

/** Takes orders for evidence packs, and hands them out to those who asked for them. */
export class EvidenceService {
  readonly #options: Options;

  static create(options: Options): EvidenceService {
    return new EvidenceService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async request(
    request: Request,
    { credentials }: Caller,
  ): Promise<EvidencePack> {
    const { database, permissions, visibility, engine, records, clock } =
      this.#options;
    const { policy, evidencePacks } = this.#options;
    const [audit] = await permissions.authorize(
      [{ permission: continuityAuditReadPermission }],
      { credentials },
    );
    if (audit.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not do this: it needs the permission ${continuityAuditReadPermission.name}.`,
      );
    }
    const now = clock().toISOString();
    const { days, current } = periodOf(request, {
      now,
      timeZone: policy.timeZone,
    });
    await engine.settleDue();
    const access = await this.#options.access.of(credentials);
    const sight = await visibility.resolve(access.read);
    const filters = await this.#filters(request.scope, access.read);
    const entityRefs = await this.#matching(filters, sight, current.to);
    const all = await this.#matching(filters, { kind: 'all' }, current.to);
    if (entityRefs.length === 0) {
      throw wrongScope(
        'Nothing that you may see and that was in scope then matches this. Choose other filters or another day.',
      );
    }
    if (entityRefs.length > MOST_SERVICES) {
      throw wrongScope(
        `${entityRefs.length} services match this, and a pack is about at most ${MOST_SERVICES}. Narrow it down, for example by tier or system.`,
      );
    }
    const pack: StoredPack = {
      id: randomUUID(),
      title: request.title,
      state: 'queued',
      period: days,
      fromAt: current.from,
      toAt: current.to,
      scope: request.scope,
      entityRefs,
      leftOut: all.length - entityRefs.length,
      sight,
      requestedBy: access.subject,
      requestedAt: now,
      progress: 0,
      finishedAt: null,
      expiresAt: null,
      missing: null,
      bytes: null,
      sha256: null,
      problem: null,
    };
    await database.transaction(async trx => {
      await evidencePacks.insert(trx, pack);
      await records.append(trx, [
        {
          entityRef: evidenceRecordRef(pack.id),
          type: 'evidence',
          action: 'requested',
          by: access.subject,
          at: now,
          before: null,
          after: { period: days, services: entityRefs.length },
        },
      ]);
    });
    await triggerTask(this.#options.scheduler, EVIDENCE_TASK);
    return toAnswer(pack);
  }

  async list({ credentials }: Caller): Promise<EvidencePackList> {
    const { evidencePacks, permissions, policy } = this.#options;
    const { subject } = await this.#options.access.of(credentials);
    const [create] = await permissions.authorize(
      [{ permission: continuityEvidenceCreatePermission }],
      { credentials },
    );
    const items = (await evidencePacks.listOf(subject)).map(toAnswer);
    return {
      items,
      totalItems: items.length,
      timeZone: policy.timeZone,
      keptFor: retentionPolicy(policy).evidencePacks,
      allowedActions:
        create.result === AuthorizeResult.ALLOW ? ['evidence.create'] : [],
    };
  }

  async get(id: string, caller: Caller): Promise<EvidencePack> {
    return toAnswer(await this.#own(id, caller));
  }

  async file(id: string, caller: Caller): Promise<PlanFile> {
    const pack = await this.#own(id, caller);
    const content =
      pack.state === 'done'
        ? await this.#options.evidencePacks.content(id)
        : null;
    if (content === null) {
      throw new ConflictError('This pack is not made yet. Look again later.');
    }
    return {
      fileName: `continuity-evidence-${pack.period.to}.zip`,
      mediaType: 'application/zip',
      content,
    };
  }

  /** A pack holds what its maker could see, so that nobody else gets it. */
  async #own(id: string, { credentials }: Caller): Promise<StoredPack> {
    const { subject } = await this.#options.access.of(credentials);
    const pack = await this.#options.evidencePacks.get(id);
    if (!pack || pack.requestedBy !== subject) {
      throw new NotFoundError(
        'You have no such evidence pack. It may have been deleted when its time was over.',
      );
    }
    return pack;
  }

  async #filters(
    scope: Request['scope'],
    read: Parameters<HiddenEntities['among']>[1],
  ): Promise<ResolvedScope> {
    const { hiddenEntities, mirror } = this.#options;
    const lower = (refs?: string[]) =>
      refs?.map(ref => ref.toLocaleLowerCase('en-US'));
    const { entityRefs, owner, system, domain, ...rest } = scope;
    const hidden = await hiddenEntities.among(
      [owner, system, domain].flatMap(refs => lower(refs) ?? []),
      read,
    );
    const visible = (refs?: string[]) =>
      lower(refs)?.filter(ref => !hidden.has(ref));
    const owners = visible(owner);
    return {
      entityRefs: lower(entityRefs),
      filters: {
        ...rest,
        owner: owners && (await mirror.groupsBelow(owners)),
        system: visible(system),
        domain: visible(domain),
      },
    };
  }

  async #matching(
    { entityRefs, filters }: ResolvedScope,
    sight: Visibility,
    at: string,
  ): Promise<string[]> {
    const { database } = this.#options;
    const { client } = database;
    const query = assessmentsAt(database, at);
    for (const [sql, bindings] of [
      visibleCondition(client, 'uid', sight),
      ...coverageConditions(client, filters, sight),
      ...(entityRefs ? [inList(client, 'entity_ref', entityRefs)] : []),
    ]) {
      query.whereRaw(sql, bindings);
    }
    return query
      .orderByRaw('coalesce(tier_rank, 1000), entity_ref')
      .pluck('entity_ref');
  }
}

function periodOf(
  request: Request,
  options: { now: string; timeZone: string },
) {
  const to =
    request.to ??
    DateTime.fromISO(options.now, { zone: options.timeZone }).toISODate()!;
  const parsed = kpiPeriods(
    {
      from:
        request.from ??
        DateTime.fromISO(to, { zone: 'utc' })
          .minus({ years: 1 })
          .plus({ days: 1 })
          .toISODate()!,
      to,
    },
    options,
  );
  if (parsed.ok) return parsed.periods;
  throw new WrongFieldsError([{ path: parsed.path, message: parsed.message }]);
}

function wrongScope(message: string): WrongFieldsError {
  return new WrongFieldsError([{ path: 'scope', message }]);
}

function toAnswer(pack: StoredPack): EvidencePack {
  const { fromAt, toAt, entityRefs, sight, requestedBy, ...shown } = pack;
  return { ...shown, entities: entityRefs.length };
}
