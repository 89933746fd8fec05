import {
  addCadence,
  apisProvidedOtherwise,
  type ContinuityPolicy,
  type EntityFacts,
  parseCadence,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { StatusUpkeep } from '../record/StatusUpkeep';
import { lockForMirror } from '../database/changeLock';
import type { RecordArchive } from '../record/RecordArchive';
import type { NewRecordEntry, RecordStore } from '../record/RecordStore';
import type { CarryOverStore } from './CarryOverStore';
import type { DatabaseMirrorStore } from './DatabaseMirrorStore';
import { findRenames } from './findRenames';
import type { MirroredEntity } from './MirrorStore';
import type { StagedChange } from './StagedChanges';

/** @internal */
export interface MirrorWriterOptions {
  database: Knex;
  policy: ContinuityPolicy;
  mirror: DatabaseMirrorStore;
  profiles: RecordArchive;
  records: RecordStore;
  carryOvers: CarryOverStore;
  engine: StatusUpkeep;
}

/** Where somebody came back from, and whether that counts as the same entity. */
type Return = 'in-time' | { reason: 'returned-late' | 'returned-elsewhere' };

/**
 * Brings changes of the catalog into the mirror, with all that follows in the same transaction: what leaves puts its records away, what comes
 * back gets them again or has a person asked, and whoever is assessed differently now is marked.
 */
export class MirrorWriter {
  readonly #options: MirrorWriterOptions;

  static create(options: MirrorWriterOptions): MirrorWriter {
    return new MirrorWriter(options);
  }

  private constructor(options: MirrorWriterOptions) {
    this.#options = options;
  }

  /** Writes one batch as of a moment. Returns how many entities were written. */
  async apply(changes: StagedChange[], at: string): Promise<number> {
    const { database, mirror, records, engine } = this.#options;
    return database.transaction(async trx => {
      await lockForMirror(trx);
      const refs = changes.map(({ entity }) => entity.facts.entityRef);
      const before = await mirror.get(refs, { includeArchived: true, trx });
      const news = changes.filter(change =>
        isNews(change, before.get(change.entity.facts.entityRef)),
      );
      const entries: NewRecordEntry[] = [];
      const written = [];
      for (const { entity } of news) {
        const old = before.get(entity.facts.entityRef);
        const returned =
          old && old.archivedAt !== null
            ? this.#judgeReturn(old, entity.sourceLocation, at)
            : null;
        const isSame = old && (returned === null || returned === 'in-time');
        written.push({
          ...entity,
          firstSeenAt: isSame ? old.firstSeenAt : at,
        });
        if (returned !== null) {
          entries.push(
            await this.#welcomeBack(trx, { entity: old!, returned, at }),
          );
        }
      }
      if (written.length === 0) {
        return 0;
      }
      await mirror.write(trx, { changes: written, before, at });
      await records.append(trx, entries);
      await engine.markDirty(
        trx,
        withApis(written, ({ facts }) => {
          const old = before.get(facts.entityRef);
          return [
            old && old.archivedAt === null ? old.facts : undefined,
            facts,
          ];
        }),
        at,
      );
      return written.length;
    });
  }

  /** Puts away entities that left the catalog. Returns how many. */
  async archive(entityRefs: string[], at: string): Promise<number> {
    const { database, mirror, profiles, records, carryOvers, engine } =
      this.#options;
    return database.transaction(async trx => {
      await lockForMirror(trx);
      const leaving = await mirror.get(entityRefs, { trx });
      const living = [...leaving.keys()];
      if (living.length === 0) {
        return 0;
      }
      await mirror.archive(trx, { entityRefs: living, at });
      await profiles.archive(trx, { entityRefs: living, at });
      await carryOvers.withdraw(trx, { column: 'to_ref', refs: living, at });
      await records.append(
        trx,
        living.map(entityRef => ({
          entityRef,
          type: 'entity',
          action: 'archived',
          by: 'system',
          at,
          reason: 'It is no longer in the catalog',
          before: null,
          after: null,
        })),
      );
      await engine.close(trx, living, at);
      await engine.markDirty(
        trx,
        withApis(leaving.values(), ({ facts }) => [facts, undefined]),
        at,
      );
      return living.length;
    });
  }

  /** Asks a person about each probable rename that nobody was asked about. Returns how many. */
  async proposeRenames(at: string): Promise<number> {
    const { database, mirror, policy, carryOvers, records } = this.#options;
    return database.transaction(async trx => {
      const renames = await findRenames(trx, { mirror, policy, at });
      for (const { fromRef, toRef } of renames) {
        await carryOvers.open(trx, {
          fromRef,
          toRef,
          reason: 'same-source-location',
          since: at,
        });
        await records.append(trx, [
          {
            entityRef: toRef,
            type: 'carry-over',
            action: 'proposed',
            by: 'system',
            at,
            reason:
              'It appeared at the source location of an entity that left the catalog: probably a new name',
            before: null,
            after: { fromRef },
          },
        ]);
      }
      return renames.length;
    });
  }

  #judgeReturn(
    old: MirroredEntity,
    sourceLocation: string | null,
    at: string,
  ): Return {
    const { returnWithin, timeZone } = this.#options.policy;
    const cadence = parseCadence(returnWithin);
    if (!cadence.ok) {
      throw new RangeError(cadence.message);
    }
    if (at > addCadence(old.archivedAt!, cadence.cadence, timeZone)) {
      return { reason: 'returned-late' };
    }
    return sourceLocation === old.sourceLocation
      ? 'in-time'
      : { reason: 'returned-elsewhere' };
  }

  async #welcomeBack(
    trx: Knex.Transaction,
    options: { entity: MirroredEntity; returned: Return; at: string },
  ): Promise<NewRecordEntry> {
    const { profiles, carryOvers } = this.#options;
    const { entity, returned, at } = options;
    const { entityRef } = entity.facts;
    const entry = {
      entityRef,
      type: 'entity',
      action: 'returned',
      by: 'system',
      at,
      before: { archivedAt: entity.archivedAt },
    } as const;
    if (returned === 'in-time') {
      const given = await profiles.revive(trx, {
        fromRef: entityRef,
        toRef: entityRef,
      });
      await carryOvers.withdraw(trx, {
        column: 'from_ref',
        refs: [entityRef],
        at,
      });
      return {
        ...entry,
        reason: 'It came back in time, from the same source location',
        after: { records: given ? 'restored' : 'none' },
      };
    }
    const has = (await profiles.withArchived(trx, [entityRef])).size > 0;
    if (has) {
      await carryOvers.open(trx, {
        fromRef: entityRef,
        toRef: entityRef,
        reason: returned.reason,
        since: at,
      });
    }
    return {
      ...entry,
      reason:
        returned.reason === 'returned-late'
          ? 'It came back after the time in which its records come back by themselves'
          : 'It came back from another source location',
      after: { records: has ? 'awaiting decision' : 'none' },
    };
  }
}

/** What changed, with the APIs that it provides otherwise than before: an API may be unknown to the catalog, and then nothing else says so. */
function withApis<T>(
  changes: Iterable<T>,
  factsOf: (
    change: T,
  ) => [before: EntityFacts | undefined, now: EntityFacts | undefined],
): string[] {
  const refs = new Set<string>();
  for (const change of changes) {
    const [before, now] = factsOf(change);
    refs.add((now ?? before)!.entityRef);
    apisProvidedOtherwise(before, now).forEach(api => refs.add(api));
  }
  return [...refs];
}

/** Somebody may have refreshed the entity after the sweep had read it: then the sweep's view is the older one. */
function isNews(
  { entity, baseHash }: StagedChange,
  before: MirroredEntity | undefined,
): boolean {
  const stored = before && before.archivedAt === null ? before.hash : null;
  return stored === baseHash && entity.hash !== stored;
}
