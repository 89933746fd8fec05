import { createHash } from 'node:crypto';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { DependencyStanding } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { lockForChange } from '../database/changeLock';
import { inChunks } from '../database/inChunks';
import { insertRows } from '../database/rowsAsTable';
import type { StatusUpkeep } from '../record/StatusUpkeep';
import type { GraphKeeper } from './GraphKeeper';
import type { GraphLog } from './GraphLog';
import type { GraphSnapshot } from './GraphSnapshot';
import type { GraphWorkplace } from './GraphWorkplace';
import type { PlanCoverageReader } from './PlanCoverageReader';
import { planProtections } from './planProtections';

interface Options {
  database: Knex;
  keeper: GraphKeeper;
  log: GraphLog;
  plans: PlanCoverageReader;
  engine: Pick<StatusUpkeep, 'markAffected' | 'settleDue' | 'drain'>;
  logger: LoggerService;
  clock: () => Date;
  workplace: GraphWorkplace;
  /** Entities up to which a reader waits for what the graph says; default 2,000. */
  mostWaitedFor?: number;
}

interface Row {
  entity_ref: string;
  standing: string;
  hash: string;
}

/** What is to be written, and of whom nothing is said any more. */
interface Differing {
  written: Row[];
  gone: string[];
}

/** Rows of a transaction: on SQLite everybody else waits for it. */
const WRITTEN_AT_ONCE = 200;
const READ_AT_ONCE = 5_000;
const COVERED_AT_ONCE = 2_000;

/**
 * Keeps what the graph says of each entity where assessments read it: when the graph, a target or a plan changed, it is worked out anew of all
 * whom that may have affected, and whoever is said something else of is assessed again. What is said depends on no status, so one pass is
 * enough.
 *
 * Only who wrote the last state knows what has changed since; after another replica has written, or after a start, all of it is worked out anew.
 */
export class StandingUpkeep {
  readonly #options: Options;
  #underWay: Promise<number> | undefined;
  /** The state that was written last, if by this one. */
  #written: { revision: number; covered: ReadonlySet<string> } | undefined;
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

  /** For background work: as {@link StandingUpkeep.run}, unless it took long not long ago: it may take a third of the time. */
  async runAtEase(): Promise<number> {
    if (performance.now() < this.#restUntil) return 0;
    const began = performance.now();
    try {
      return await this.run();
    } finally {
      const took = performance.now() - began;
      this.#restUntil = performance.now() + (took > 1_000 ? took * 2 : 0);
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
    const { keeper, log } = this.#options;
    const { standingsRevision } = await log.read();
    const snapshot = await keeper.current();
    const isNext = this.#written?.revision === standingsRevision;
    const changed = isNext ? await log.changedSince(standingsRevision) : null;
    const covered = await this.#covered(snapshot, changed);
    const work = { snapshot, covered };
    const partial =
      changed &&
      (await this.#judge(work, { revision: standingsRevision, changed }));
    // Who else has begun to write meanwhile may have written what is not known here
    const isAlone =
      (await this.#claim(snapshot.revision)) === standingsRevision;
    const judged =
      partial && isAlone ? partial : await this.#judge(work, undefined);
    const differing = judged.isComplete
      ? await this.#compareAll(judged.said)
      : await this.#compare(judged.said);
    this.#written = undefined;
    if (await this.#write(snapshot, differing)) {
      this.#written = { revision: snapshot.revision, covered };
    }
    return differing.written.length + differing.gone.length;
  }

  /** What the graph says: of everything, or of those who a change since a revision may have affected. */
  async #judge(
    work: { snapshot: GraphSnapshot; covered: ReadonlySet<string> },
    since: { revision: number; changed: string[] } | undefined,
  ) {
    const { snapshot, covered } = work;
    const said = new Map<string, DependencyStanding | null>();
    const { round } = await this.#options.workplace.run(
      snapshot,
      'judge',
      {
        revision: snapshot.revision,
        protection: planProtections(snapshot.graph, {
          factsOf: ref => snapshot.entities.get(ref)?.facts,
          covered,
        }),
        since,
      },
      piece => {
        if (piece.kind !== 'judgements') return;
        for (const [ref, standing] of piece.judgements) said.set(ref, standing);
      },
    );
    return { said, isComplete: round.isComplete };
  }

  /** Those that a plan in force covers; after a change only who changed is asked for. */
  async #covered(
    { entities }: GraphSnapshot,
    changed: string[] | null,
  ): Promise<Set<string>> {
    const requires = (ref: string) => {
      const facts = entities.get(ref)?.facts;
      return Boolean(facts?.in_scope && facts.requires_plan);
    };
    const asked = (changed ?? [...entities.keys()]).filter(requires);
    const covered = new Set(changed && this.#written?.covered);
    for (const ref of changed ?? []) covered.delete(ref);
    for (const refs of inChunks(asked, COVERED_AT_ONCE)) {
      for (const ref of (await this.#options.plans.coveredBy(refs)).keys()) {
        covered.add(ref);
      }
    }
    return covered;
  }

  /** Of those that were judged, who something else is said of than what is written. */
  async #compare(
    said: ReadonlyMap<string, DependencyStanding | null>,
  ): Promise<Differing> {
    const differing: Differing = { written: [], gone: [] };
    for (const refs of inChunks(said.keys())) {
      const stored: Array<Pick<Row, 'entity_ref' | 'hash'>> =
        await this.#options
          .database('dependency_standings')
          .whereIn('entity_ref', refs)
          .select('entity_ref', 'hash');
      const hashes = new Map(stored.map(row => [row.entity_ref, row.hash]));
      for (const ref of refs) {
        const standing = said.get(ref);
        if (!standing) {
          if (hashes.has(ref)) differing.gone.push(ref);
          continue;
        }
        const text = JSON.stringify(standing);
        const hash = createHash('sha256').update(text).digest('hex');
        if (hashes.get(ref) !== hash) {
          differing.written.push({ entity_ref: ref, standing: text, hash });
        }
      }
      await yieldToOthers();
    }
    return differing;
  }

  /** As {@link StandingUpkeep.#compare}, where everything was judged: what is written of anything else is gone, too. */
  async #compareAll(
    said: ReadonlyMap<string, DependencyStanding | null>,
  ): Promise<Differing> {
    const differing = await this.#compare(said);
    let after = '';
    for (;;) {
      const rows: Array<Pick<Row, 'entity_ref'>> = await this.#options
        .database('dependency_standings')
        .where('entity_ref', '>', after)
        .orderBy('entity_ref')
        .limit(READ_AT_ONCE)
        .select('entity_ref');
      for (const { entity_ref: ref } of rows) {
        if (!said.has(ref)) differing.gone.push(ref);
      }
      if (rows.length < READ_AT_ONCE) return differing;
      after = rows[rows.length - 1].entity_ref;
      await yieldToOthers();
    }
  }

  /**
   * In batches; the revision is noted with the last one, so that whoever stops in between leaves the rest to the next.
   *
   * @returns whether all of it was written: not where somebody began to write for a newer state
   */
  async #write(
    { revision }: GraphSnapshot,
    { written, gone }: Differing,
  ): Promise<boolean> {
    const { database, engine, clock } = this.#options;
    const at = clock().toISOString();
    await engine.settleDue(at);
    const inTurn = async (work: (trx: Knex.Transaction) => Promise<void>) => {
      const isDone = await database.transaction(async trx => {
        await lockForChange(trx);
        if (await this.#isOutdated(trx, revision)) return false;
        await work(trx);
        return true;
      });
      await yieldToOthers();
      return isDone;
    };
    for (const rows of inChunks(written, WRITTEN_AT_ONCE)) {
      const isDone = await inTurn(async trx => {
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
      if (!isDone) return false;
    }
    for (const refs of inChunks(gone, WRITTEN_AT_ONCE)) {
      const isDone = await inTurn(async trx => {
        await trx('dependency_standings').whereIn('entity_ref', refs).delete();
        await this.#markLiving(trx, refs, at);
      });
      if (!isDone) return false;
    }
    return inTurn(async trx => {
      await trx('graph_state')
        .where({ id: 1 })
        .where('standings_revision', '<', revision)
        .update({ standings_revision: revision });
    });
  }

  /**
   * From now on nobody writes what was worked out for an older state.
   *
   * @returns the revision that was claimed last before
   */
  async #claim(revision: number): Promise<number> {
    return this.#options.database.transaction(async trx => {
      await lockForChange(trx);
      const { standingsClaim } = await this.#options.log.read(trx);
      await trx('graph_state')
        .where({ id: 1 })
        .where('standings_claim', '<', revision)
        .update({ standings_claim: revision });
      return standingsClaim;
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
