import { createHash } from 'node:crypto';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  dependencyStandings,
  type DependencyStanding,
  type PlanProtection,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { lockForChange } from '../database/changeLock';
import { inChunks } from '../database/inChunks';
import { insertRows } from '../database/rowsAsTable';
import type { StatusUpkeep } from '../record/StatusUpkeep';
import type { GraphKeeper } from './GraphKeeper';
import type { GraphLog } from './GraphLog';
import type { GraphSnapshot } from './GraphSnapshot';
import type { PlanCoverageReader } from './PlanCoverageReader';

interface Options {
  database: Knex;
  keeper: GraphKeeper;
  log: GraphLog;
  plans: PlanCoverageReader;
  engine: Pick<StatusUpkeep, 'markAffected' | 'settleDue' | 'drain'>;
  logger: LoggerService;
  clock: () => Date;
  /** Entities up to which a reader waits for what the graph says; default 2,000. */
  mostWaitedFor?: number;
}

interface Row {
  entity_ref: string;
  standing: string;
  hash: string;
}

/**
 * Keeps what the graph says of each entity where assessments read it: when the graph, a target or a plan changed, all of it is worked out anew
 * in one pass, and whoever is said something else of is assessed again. What is said depends on no status, so one pass is enough.
 */
export class StandingUpkeep {
  readonly #options: Options;
  #underWay: Promise<number> | undefined;
  /** Until when the processor is left to others; of `performance.now()`. */
  #restUntil = 0;

  static create(options: Options): StandingUpkeep {
    return new StandingUpkeep(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * For whoever is about to show something: brings it up to date if that is quick, and else has it done in the background.
   *
   * @returns whether anything was judged anew, so that who is assessed may have changed
   */
  async settle(): Promise<boolean> {
    const { keeper, log, mostWaitedFor = 2_000, logger } = this.#options;
    const { revision, standingsRevision } = await log.read();
    if (standingsRevision >= revision) return false;
    if ((await this.#size(mostWaitedFor + 1)) <= mostWaitedFor) {
      return (await this.run()) > 0;
    }
    // The answer would wait for seconds; whoever is looking sees the last known state until it is done
    if (keeper.isWarm) {
      this.runAtEase().catch(error =>
        logger.warn(`What depends on what could not be judged: ${error}`),
      );
    }
    return false;
  }

  /** For background work: as {@link StandingUpkeep.run}, unless it took long not long ago: it may take a tenth of the time. */
  async runAtEase(): Promise<number> {
    if (performance.now() < this.#restUntil) return 0;
    const began = performance.now();
    try {
      return await this.run();
    } finally {
      const took = performance.now() - began;
      this.#restUntil = performance.now() + (took > 1_000 ? took * 9 : 0);
    }
  }

  /** Brings everything up to date. Returns how many entities are said something else of. */
  async run(): Promise<number> {
    let changed = 0;
    for (;;) {
      const { revision, standingsRevision } = await this.#options.log.read();
      if (standingsRevision >= revision) return changed;
      this.#underWay ??= this.#pass().finally(() => {
        this.#underWay = undefined;
      });
      changed += await this.#underWay;
    }
  }

  async #size(limit: number): Promise<number> {
    const rows = await this.#options
      .database('mirror_entities')
      .whereNull('archived_at')
      .limit(limit)
      .select('entity_ref');
    return rows.length;
  }

  async #pass(): Promise<number> {
    const snapshot = await this.#options.keeper.current();
    const said = await this.#workOut(snapshot);
    await this.#claim(snapshot.revision);
    const stored = await this.#storedHashes();
    const written: Row[] = [];
    for (const [entityRef, standing] of said) {
      const text = JSON.stringify(standing);
      const hash = createHash('sha256').update(text).digest('hex');
      if (stored.get(entityRef) !== hash) {
        written.push({ entity_ref: entityRef, standing: text, hash });
      }
    }
    const gone = [...stored.keys()].filter(ref => !said.has(ref));
    await this.#write(snapshot, written, gone);
    return written.length + gone.length;
  }

  async #workOut(
    snapshot: GraphSnapshot,
  ): Promise<Map<string, DependencyStanding>> {
    const { graph, columns, entities } = snapshot;
    const protectionOf = await this.#protection(snapshot);
    const said = new Map<string, DependencyStanding>();
    const batches = dependencyStandings(graph, columns, {
      isAssessed: ref => entities.get(ref)?.facts?.in_scope === true,
      protectionOf,
    });
    for (const batch of batches) {
      for (const [ref, standing] of batch ?? []) said.set(ref, standing);
      await yieldToOthers();
    }
    return said;
  }

  async #protection({
    entities,
  }: GraphSnapshot): Promise<(ref: string) => PlanProtection> {
    const requiring: string[] = [];
    for (const [ref, { facts }] of entities) {
      if (facts?.in_scope && facts.requires_plan) requiring.push(ref);
    }
    const covered = await this.#options.plans.coveredBy(requiring);
    return ref => {
      const facts = entities.get(ref)?.facts;
      if (!facts?.in_scope) return 'not-required';
      if (facts.tier === null) return 'tierless';
      if (!facts.requires_plan) return 'not-required';
      return covered.has(ref) ? 'covered' : 'missing';
    };
  }

  async #storedHashes(): Promise<Map<string, string>> {
    const rows: Array<Pick<Row, 'entity_ref' | 'hash'>> = await this.#options
      .database('dependency_standings')
      .select('entity_ref', 'hash');
    return new Map(rows.map(({ entity_ref, hash }) => [entity_ref, hash]));
  }

  /** In batches; the revision is noted with the last one, so that whoever stops in between leaves the rest to the next. */
  async #write(
    { revision }: GraphSnapshot,
    written: Row[],
    gone: string[],
  ): Promise<void> {
    const { database, engine, clock } = this.#options;
    const at = clock().toISOString();
    await engine.settleDue(at);
    for (const rows of inChunks(written)) {
      await database.transaction(async trx => {
        await lockForChange(trx);
        if (await this.#isOutdated(trx, revision)) return;
        await insertRows(trx, {
          table: 'dependency_standings',
          columns: { entity_ref: 'text', standing: 'text', hash: 'text' },
          rows,
          onConflict:
            '(entity_ref) do update set standing = excluded.standing, hash = excluded.hash',
        });
        await this.#markLiving(
          trx,
          rows.map(row => row.entity_ref),
          at,
        );
      });
      await yieldToOthers();
    }
    for (const refs of inChunks(gone)) {
      await database.transaction(async trx => {
        await lockForChange(trx);
        if (await this.#isOutdated(trx, revision)) return;
        await trx('dependency_standings').whereIn('entity_ref', refs).delete();
        await this.#markLiving(trx, refs, at);
      });
      await yieldToOthers();
    }
    await database('graph_state')
      .where({ id: 1 })
      .where('standings_revision', '<', revision)
      .update({ standings_revision: revision });
  }

  /** From now on nobody writes what was worked out for an older state. */
  async #claim(revision: number): Promise<void> {
    await this.#options.database.transaction(async trx => {
      await lockForChange(trx);
      await trx('graph_state')
        .where({ id: 1 })
        .where('standings_claim', '<', revision)
        .update({ standings_claim: revision });
    });
  }

  async #isOutdated(trx: Knex.Transaction, revision: number): Promise<boolean> {
    return (await this.#options.log.read(trx)).standingsClaim > revision;
  }

  async #markLiving(
    trx: Knex.Transaction,
    refs: string[],
    at: string,
  ): Promise<void> {
    const living: Array<{ entity_ref: string }> = await trx('mirror_entities')
      .whereIn('entity_ref', refs)
      .whereNull('archived_at')
      .select('entity_ref');
    await this.#options.engine.markAffected(
      trx,
      living.map(row => row.entity_ref),
      at,
    );
  }
}
