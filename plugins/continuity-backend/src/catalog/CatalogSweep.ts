import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogFieldsNeeded } from 'backstage-plugin-continuity-common';
import { BATCH_SIZE, inChunks } from '../database/inChunks';
import { describeCatalogError } from './describeCatalogError';
import { describeMassLoss, type Loss } from './massLoss';
import { MirrorWriter, type MirrorWriterOptions } from './MirrorWriter';
import { projectMirrored } from './projectMirrored';
import { StagedChanges } from './StagedChanges';
import { type HeldSweep, SweepStateStore } from './SweepStateStore';

/** What a sweep did. `written` counts rows of the mirror. */
export interface SweepResult {
  state: 'idle' | 'held' | 'failed';
  read: number;
  written: number;
  archived: number;
  /** The first sweep ever: whoever notifies people keeps quiet about what it finds. */
  isFirst: boolean;
}

/** @internal */
export interface CatalogSweepOptions extends MirrorWriterOptions {
  catalog: Pick<CatalogService, 'streamEntities' | 'getEntitiesByRefs'>;
  auth: AuthService;
  logger: LoggerService;
  clock: () => Date;
  /** Entities in a page of the catalog, default 500. */
  pageSize?: number;
  /** Changes that may wait in memory until the sweep is finished, default 5,000; more of them wait in a table. */
  stagedInMemory?: number;
}

/** The history of the sweep itself hangs on this ref. */
export const sweepRecordRef = 'continuity:default/catalog-sweep';

const MILLISECONDS_BETWEEN_REPORTS = 3_000;
const REFS_PER_PAGE = 2_000;

/** A sweep's view of the catalog, before anything of it counts. */
interface Reading {
  seen: Set<string>;
  staged: StagedChanges;
  read: number;
}

/**
 * Compares the whole catalog with the mirror.
 *
 * First everything is read, and only what differs is put aside; then it is decided whether the catalog was whole; only then is anything
 * written. So a catalog that breaks in the middle, or returns half of itself, changes nothing: not even the entities that it did return, since what
 * refers to the missing half has changed with it.
 */
export class CatalogSweep {
  readonly #options: CatalogSweepOptions;
  readonly #state: SweepStateStore;
  readonly #writer: MirrorWriter;
  #running?: Promise<SweepResult>;

  static create(options: CatalogSweepOptions): CatalogSweep {
    return new CatalogSweep(options);
  }

  private constructor(options: CatalogSweepOptions) {
    this.#options = options;
    this.#state = SweepStateStore.create(options);
    this.#writer = MirrorWriter.create(options);
  }

  /**
   * Sweeps once. Does not throw when the catalog can't be read: what went wrong is in the sweep's state, and the next one catches up. One sweep at a
   * time; across replicas that is the scheduler's work.
   */
  async run(options?: { signal?: AbortSignal }): Promise<SweepResult> {
    this.#running ??= this.#run(options?.signal).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /**
   * Somebody has looked at a held sweep and says that so much is really gone: the next sweep that sees the same loss takes it over.
   *
   * @throws ConflictError when nothing is held.
   */
  async requestRelease(options: {
    by: string;
    reason?: string;
  }): Promise<void> {
    const { database, records } = this.#options;
    const { by, reason } = options;
    await database.transaction(async trx => {
      const held = await this.#state.release(trx, by);
      await records.append(trx, [
        {
          entityRef: sweepRecordRef,
          type: 'sweep',
          action: 'released',
          by,
          at: this.#now(),
          ...(reason !== undefined && { reason }),
          before: { ...held },
          after: null,
        },
      ]);
    });
  }

  async #run(signal: AbortSignal | undefined): Promise<SweepResult> {
    const { database, stagedInMemory = 5_000 } = this.#options;
    const reading: Reading = {
      seen: new Set(),
      staged: await StagedChanges.create({ database, limit: stagedInMemory }),
      read: 0,
    };
    const isFirst = (await this.#state.read()).firstFinishedAt === null;
    try {
      await this.#state.begin(this.#now());
      await this.#readAll(reading, signal);
      const gone = await this.#confirmGone(reading, signal);
      const held = await this.#holdIfMuchIsGone(reading, gone);
      if (held) {
        return this.#result('held', { ...reading, isFirst });
      }
      const { written, archived } = await this.#apply(reading, gone, signal);
      return this.#result('idle', { ...reading, written, archived, isFirst });
    } catch (error) {
      const message = signal?.aborted
        ? 'It was stopped before it was finished; the next one starts anew'
        : describeCatalogError(error);
      this.#options.logger.warn(`The sweep of the catalog failed: ${message}`);
      await this.#state.fail({ at: this.#now(), read: reading.read, message });
      return this.#result('failed', { ...reading, isFirst });
    } finally {
      await reading.staged.clear();
    }
  }

  async #readAll(
    reading: Reading,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const { catalog, auth, policy, pageSize = BATCH_SIZE } = this.#options;
    const pages = catalog.streamEntities(
      // no order: it would drop the entities without the field that it orders by
      { fields: catalogFieldsNeeded(policy), pageSize, totalItems: 'exclude' },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    let reported = Date.now();
    for await (const page of pages) {
      signal?.throwIfAborted();
      await this.#take(reading, page);
      if (Date.now() - reported > MILLISECONDS_BETWEEN_REPORTS) {
        reported = Date.now();
        await this.#state.progress(reading.read);
      }
      await yieldToOthers();
    }
  }

  /** Puts aside what differs from the mirror. */
  async #take(reading: Reading, entities: Entity[]): Promise<void> {
    const { mirror } = this.#options;
    for (const chunk of inChunks(entities, BATCH_SIZE)) {
      const projected = chunk.flatMap(entity => this.#project(reading, entity));
      const hashes = await mirror.hashesOf(
        projected.map(({ facts }) => facts.entityRef),
      );
      await reading.staged.add(
        projected
          .map(entity => ({
            entity,
            baseHash: hashes.get(entity.facts.entityRef) ?? null,
          }))
          .filter(({ entity, baseHash }) => entity.hash !== baseHash),
      );
    }
  }

  #project(reading: Reading, entity: Entity) {
    if (entity.kind?.toLocaleLowerCase('en-US') === 'location') {
      return [];
    }
    try {
      const projected = projectMirrored(entity, this.#options.policy);
      const { entityRef } = projected.facts;
      // entities move between pages while the catalog works
      if (reading.seen.has(entityRef)) {
        return [];
      }
      reading.seen.add(entityRef);
      reading.read++;
      return [projected];
    } catch (error) {
      const ref = refOf(entity);
      this.#options.logger.warn(
        `${ref ?? 'An entity'} in the catalog can't be read: ${error}`,
      );
      // it is there, whatever it is: its last known state stays
      if (ref) reading.seen.add(ref);
      return [];
    }
  }

  /** What the stream did not have is asked for by name, and only what is missing then is gone. */
  async #confirmGone(
    reading: Reading,
    signal: AbortSignal | undefined,
  ): Promise<string[]> {
    const { catalog, auth, mirror, policy } = this.#options;
    const missing: string[] = [];
    for await (const page of mirror.livingRefs(REFS_PER_PAGE)) {
      missing.push(...page.filter(ref => !reading.seen.has(ref)));
      await yieldToOthers();
    }
    for (const entityRefs of inChunks(missing)) {
      signal?.throwIfAborted();
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs, fields: catalogFieldsNeeded(policy) },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      await this.#take(
        reading,
        items.filter(item => item !== undefined),
      );
    }
    return missing.filter(ref => !reading.seen.has(ref));
  }

  async #holdIfMuchIsGone(reading: Reading, gone: string[]): Promise<boolean> {
    const { mirror, policy, records, database } = this.#options;
    if (gone.length === 0) {
      return false;
    }
    const before = await mirror.countByRole();
    const ownersGone = gone.filter(isOwner).length;
    const loss: Loss = {
      ownersGone,
      ownersBefore: before.owners,
      entitiesGone: gone.length - ownersGone,
      entitiesBefore: before.entities,
    };
    const reason = describeMassLoss(loss, policy.massLoss);
    if (reason === null) {
      return false;
    }
    const { held: earlier, releaseBy } = await this.#state.read();
    const isSame = earlier !== null && !exceeds(loss, earlier, policy.massLoss);
    if (isSame && releaseBy !== null) {
      return false;
    }
    const at = this.#now();
    const held: HeldSweep = {
      since: isSame ? earlier.since : at,
      reason,
      ...loss,
      seenAgain: isSame,
    };
    await this.#state.hold({
      at,
      read: reading.read,
      held,
      keepRelease: isSame,
    });
    this.#options.logger.warn(
      `The sweep of the catalog is held: ${reason}. The last known state stays until a second sweep sees the same and a person has looked`,
    );
    if (!isSame) {
      await database.transaction(trx =>
        records.append(trx, [
          {
            entityRef: sweepRecordRef,
            type: 'sweep',
            action: 'held',
            by: 'system',
            at,
            reason,
            before: null,
            after: { ...loss },
          },
        ]),
      );
    }
    return true;
  }

  async #apply(
    reading: Reading,
    gone: string[],
    signal: AbortSignal | undefined,
  ): Promise<{ written: number; archived: number }> {
    const { engine } = this.#options;
    const at = this.#now();
    await engine.settleDue(at);
    let written = 0;
    let archived = 0;
    for await (const batch of reading.staged.batches()) {
      signal?.throwIfAborted();
      written += await this.#writer.apply(batch, at);
      await yieldToOthers();
    }
    for (const batch of inChunks(gone)) {
      signal?.throwIfAborted();
      archived += await this.#writer.archive(batch, at);
      await yieldToOthers();
    }
    if (written + archived > 0) {
      await this.#writer.proposeRenames(at);
    }
    await this.#state.finish({
      at: this.#now(),
      read: reading.read,
      written,
      archived,
    });
    await engine.drain();
    return { written, archived };
  }

  #result(
    state: SweepResult['state'],
    result: Pick<SweepResult, 'read' | 'isFirst'> &
      Partial<Pick<SweepResult, 'written' | 'archived'>>,
  ): SweepResult {
    const { read, isFirst, written = 0, archived = 0 } = result;
    return { state, read, written, archived, isFirst };
  }

  #now(): string {
    return this.#options.clock().toISOString();
  }
}

function isOwner(entityRef: string): boolean {
  return entityRef.startsWith('user:') || entityRef.startsWith('group:');
}

/** Whether what was lost since a held sweep would be much by itself: then nobody has looked at it yet. */
function exceeds(
  loss: Loss,
  earlier: Loss,
  limits: Parameters<typeof describeMassLoss>[1],
): boolean {
  const more = {
    ...loss,
    ownersGone: Math.max(0, loss.ownersGone - earlier.ownersGone),
    entitiesGone: Math.max(0, loss.entitiesGone - earlier.entitiesGone),
  };
  return describeMassLoss(more, limits) !== null;
}

function refOf(entity: Entity): string | undefined {
  try {
    return stringifyEntityRef(entity);
  } catch {
    return undefined;
  }
}
