import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  parseProfilePatch,
  refused,
  type BulkProfileRequest,
  type BulkProfileResponse,
  type ContinuityPolicy,
  type EntityContinuity,
  type ProfilePatch,
  type ProfileUpdateRequest,
  type Refusal,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { AssessmentEngine } from '../../assessment/AssessmentEngine';
import type { CatalogRefresh } from '../../catalog/CatalogRefresh';
import type { StandingUpkeep } from '../../dependency/StandingUpkeep';
import { ProfileConflictError } from '../../contract/ProfileConflictError';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { Access, CallerAccess } from '../../permissions/CallerAccess';
import type { RecordStore } from '../../record/RecordStore';
import { EntityBatch, type Openable } from './EntityBatch';
import {
  EntityContinuityService,
  OpenedEntity,
} from './EntityContinuityService';
import { holdsContinuity } from './holdsContinuity';
import { readHistorySince } from './readHistorySince';
import { lockedFields } from './lockedFields';
import { PartyCheck } from './PartyCheck';
import type { ProfileWriter } from '../../profile/ProfileWriter';

/** Parts of a changed system that are brought up to date before the answer; the scheduled work does the rest. */
const DEPENDENTS_AT_ONCE = 100;

interface Options {
  database: Knex;
  policy: ContinuityPolicy;
  access: CallerAccess;
  entities: EntityContinuityService;
  batch: EntityBatch;
  refresh: CatalogRefresh;
  parties: PartyCheck;
  profileWriter: ProfileWriter;
  records: RecordStore;
  engine: AssessmentEngine;
  standings: StandingUpkeep;
  clock: () => Date;
}

interface Change {
  values: ProfilePatch;
  reason?: string;
  /** The revision the edit started from; absent for "whatever it is now". */
  revision?: number;
}

/** Changes what the portal holds about entities, and keeps who did it and why. */
export class ProfileService {
  readonly #options: Options;

  static create(options: Options) {
    return new ProfileService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async update(
    entityRef: string,
    update: ProfileUpdateRequest & { revision: number },
    options: { credentials: BackstageCredentials },
  ): Promise<EntityContinuity> {
    const { access: caller, entities, engine } = this.#options;
    const access = await caller.of(options.credentials);
    caller.assertNotDenied(access, 'profile.update');
    const opened = await entities.open(entityRef, access);
    await caller.assertAllowed(access, 'profile.update', entityRef);

    await this.#refreshParties([update.values], access);
    const saved = await this.#change(opened, update);
    if (saved === 'stale') await this.#refuseStale(opened, update.revision);
    if (saved === 'changed') {
      await engine.drain({ first: [entityRef], limit: DEPENDENTS_AT_ONCE });
      await this.#judgeDependencies([entityRef]);
    }
    return entities.show(await this.#again(opened));
  }

  /** The same values for many entities: each is decided for itself, with one question to the permission system. */
  async updateMany(
    request: BulkProfileRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<BulkProfileResponse> {
    const { access: caller, batch, engine } = this.#options;
    const access = await caller.of(options.credentials);
    caller.assertNotDenied(access, 'profile.update');
    this.#parse(request.values, request.entityRefs[0]);
    const refs = [...new Set(request.entityRefs.map(normalise))];

    await this.#refreshParties([request.values], access);
    const open = await batch.open(refs, 'profile.update', access);

    const items: BulkProfileResponse['items'] = [];
    for (const entityRef of refs) {
      items.push(await this.#changeOne(entityRef, request, open(entityRef)));
    }
    const changed = items.filter(item => item.result === 'changed');
    await engine.drain({
      first: changed.map(item => item.entityRef),
      limit: DEPENDENTS_AT_ONCE,
    });
    await this.#judgeDependencies(changed.map(item => item.entityRef));
    return { items };
  }

  async #changeOne(
    entityRef: string,
    request: BulkProfileRequest,
    openable: Openable,
  ): Promise<BulkProfileResponse['items'][number]> {
    const refuse = (refusal: Refusal) => ({
      entityRef,
      result: 'refused' as const,
      ...refusal,
    });
    if (!openable.ok) return refuse(openable.refusal);
    try {
      const saved = await this.#change(openable.opened, {
        values: request.values,
        reason: request.reason,
      });
      return saved === 'stale'
        ? refuse(refused('entity-changed'))
        : { entityRef, result: saved };
    } catch (error) {
      if (!(error instanceof WrongFieldsError)) throw error;
      const [first, ...others] = error.issues;
      const { code = 'other', params = {} } = first;
      // which field is meant is known where only one is wrong
      const { message } = others.length === 0 ? first : error;
      return refuse({ code, params, message });
    }
  }

  async #change(
    opened: OpenedEntity,
    change: Change,
  ): Promise<'changed' | 'unchanged' | 'stale'> {
    const { database, profileWriter, engine, parties, clock } = this.#options;
    const { entityRef } = opened.entity.facts;
    assertHoldsContinuity(opened);
    const patch = this.#parse(change.values, entityRef);
    const issues = [
      ...lockedFields(patch.values, opened),
      ...(await parties.issues(patch.values, opened.access)),
    ];
    if (issues.length > 0) throw new WrongFieldsError(issues);

    const at = clock().toISOString();
    await engine.settleDue(at);
    return database.transaction(async trx => {
      const saved = await profileWriter.write(trx, entityRef, {
        patch,
        by: opened.access.subject,
        at,
        reason: change.reason,
        revision: change.revision,
      });
      if (saved === 'changed') await engine.markDirty(trx, [entityRef], at);
      return saved;
    });
  }

  /** Targets that were changed may no longer fit those of others. */
  async #judgeDependencies(entityRefs: string[]): Promise<void> {
    const { engine, standings } = this.#options;
    if (entityRefs.length === 0) return;
    if (await standings.settle()) {
      await engine.drain({ first: entityRefs, limit: DEPENDENTS_AT_ONCE });
    }
  }

  async #refuseStale(opened: OpenedEntity, revision: number): Promise<never> {
    const { entities, records } = this.#options;
    const { entityRef } = opened.entity.facts;
    const current = await entities.show(await this.#again(opened));
    const changedSince = await entities.hideInHistory(
      await readHistorySince(records, { entityRef, revision }),
      opened.access,
    );
    throw new ProfileConflictError({ current, changedSince });
  }

  async #again({ entity, access, isLive }: OpenedEntity) {
    const { entityRef } = entity.facts;
    const opened = (await this.#openMany([entityRef], access)).get(entityRef);
    if (!opened) {
      throw new ConflictError(`${entityRef} has just left the catalog.`);
    }
    return { ...opened, isLive };
  }

  async #openMany(
    entityRefs: string[],
    access: Access,
  ): Promise<Map<string, OpenedEntity>> {
    return this.#options.entities.openKnown(entityRefs, access);
  }

  /** Somebody may name a group that was registered a minute ago. */
  async #refreshParties(patches: ProfilePatch[], access: Access) {
    const { refresh, parties } = this.#options;
    const refs = patches.flatMap(patch => parties.refsIn(patch));
    if (refs.length > 0) {
      await refresh.refresh(refs, { credentials: access.credentials });
    }
  }

  #parse(patch: ProfilePatch, entityRef: string) {
    const parsed = parseProfilePatch(patch, this.#options.policy, entityRef);
    if (parsed.ok) return parsed;
    throw new WrongFieldsError(
      parsed.issues.map(({ field, message }) => ({
        path: `values.${field}`,
        message,
      })),
    );
  }
}

function normalise(entityRef: string): string {
  return entityRef.trim().toLocaleLowerCase('en-US');
}

function assertHoldsContinuity({ entity }: OpenedEntity): void {
  if (holdsContinuity(entity)) return;
  throw new WrongFieldsError([
    {
      path: 'path',
      ...refused('kind-without-continuity', { kind: entity.facts.kind }),
    },
  ]);
}
