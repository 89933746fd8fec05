import { createHash } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { MirrorStore } from '../catalog/MirrorStore';
import { inChunks } from '../database/inChunks';
import { whereInList } from '../database/whereInList';
import type { StatusUpkeep } from '../record/StatusUpkeep';
import { PlanFileReader } from './PlanFileReader';
import { ImportedFile, PlanImport } from './PlanImport';
import { planAnnotation, resolvePlanLocation } from './resolvePlanLocation';

/** Files that one run reads. */
const MOST_FILES = 100;
/** A file that was read well is looked at again after an hour; the etag keeps that cheap. */
const READ_AGAIN = 3_600_000;
const FIRST_RETRY = 300_000;
const LAST_RETRY = 86_400_000;
/** What an entity that names no file any more is said to name: its plan is known again when it comes back. */
const NOWHERE = '';
const NEVER = '9999-12-31T00:00:00.000Z';

interface Options {
  database: Knex;
  mirror: MirrorStore;
  files: PlanFileReader;
  imports: PlanImport;
  engine: StatusUpkeep;
  logger: LoggerService;
  clock: () => Date;
}

interface SourceRow {
  entity_ref: string;
  plan_id: string | null;
  location: string;
  url: string | null;
  etag: string | null;
  sha256: string | null;
  next_read_at: string;
  failures: number;
  problem: string | null;
}

type Problem = {
  problem: 'invalid' | 'unreadable';
  line: number | null;
  message: string;
};

/** Finds the plans that repositories hold, and brings what changed into the portal as versions that somebody has to approve. */
export class PlanSources {
  readonly #options: Options;

  static create(options: Options) {
    return new PlanSources(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** After a sweep, in one replica at a time. One file that can't be used keeps no other from being read. */
  async run(options: { signal?: AbortSignal } = {}): Promise<void> {
    await this.#findFiles();
    const now = this.#options.clock().toISOString();
    const due: SourceRow[] = await this.#options
      .database('plan_sources')
      .where('next_read_at', '<=', now)
      .orderBy(['next_read_at', 'entity_ref'])
      .limit(MOST_FILES);
    for (const row of due) {
      if (options.signal?.aborted) return;
      try {
        await this.#read(row, options.signal);
      } catch (error) {
        this.#options.logger.warn(
          `The plan of ${row.entity_ref} could not be brought in: ${error}`,
        );
        await this.#failed(row, {
          problem: 'unreadable',
          line: null,
          message:
            'It could not be brought in; the log of the portal says why.',
        });
      }
    }
  }

  /** Which entities name a file now. */
  async #findFiles(): Promise<void> {
    const { database, engine } = this.#options;
    const found: Array<{ entity_ref: string; facts: string }> = await database(
      'mirror_entities',
    )
      .whereNull('archived_at')
      .where('facts', 'like', `%"${planAnnotation}"%`)
      .select('entity_ref', 'facts');
    const locations = new Map(
      found.flatMap(({ entity_ref, facts }) => {
        const text = JSON.parse(facts).metadata.annotations[planAnnotation];
        const tidy = typeof text === 'string' ? text.trim() : '';
        return tidy === '' ? [] : [[entity_ref, tidy] as const];
      }),
    );
    const known: SourceRow[] = await database('plan_sources');
    const before = new Map(known.map(row => [row.entity_ref, row]));
    const gone = known.filter(
      row => row.location !== NOWHERE && !locations.has(row.entity_ref),
    );
    const changed = [...locations].filter(
      ([ref, location]) => before.get(ref)?.location !== location,
    );
    if (gone.length === 0 && changed.length === 0) return;
    const at = this.#now();
    await engine.settleDue(at);
    await database.transaction(async trx => {
      for (const chunk of inChunks(gone.map(row => row.entity_ref))) {
        await whereInList(trx('plan_sources'), 'entity_ref', chunk).update({
          location: NOWHERE,
          next_read_at: NEVER,
          problem: null,
        });
      }
      for (const [ref, location] of changed) {
        await trx('plan_sources')
          .insert({
            entity_ref: ref,
            plan_id: before.get(ref)?.plan_id ?? null,
            location,
            next_read_at: at,
            failures: 0,
          })
          .onConflict('entity_ref')
          .merge({
            location,
            url: null,
            etag: null,
            next_read_at: at,
            failures: 0,
          });
      }
      const wereWrong = gone.filter(row => row.problem !== null);
      await engine.markDirty(
        trx,
        wereWrong.map(row => row.entity_ref),
        at,
      );
    });
  }

  async #read(row: SourceRow, signal: AbortSignal | undefined): Promise<void> {
    const { mirror, files, imports } = this.#options;
    const entity = (await mirror.get([row.entity_ref])).get(row.entity_ref);
    if (!entity) return;
    const where = resolvePlanLocation(row.location, entity.facts);
    if (!where.ok) {
      await this.#failed(row, {
        problem: 'invalid',
        line: null,
        message: where.message,
      });
      return;
    }
    const { url } = where;
    const read = await files.read(url, {
      etag: row.problem === null && row.url === url ? row.etag : null,
      signal,
    });
    if (read.state === 'unchanged') {
      await this.#done(row, { url, etag: row.etag });
    } else if (read.state === 'read') {
      const sha256 = createHash('sha256').update(read.text).digest('hex');
      const file: ImportedFile = {
        text: read.text,
        source: { url, etag: read.etag, readAt: this.#now() },
      };
      const isNew = sha256 !== row.sha256 || row.plan_id === null;
      const result = isNew
        ? await imports.bringIn(entity, {
            planId: row.plan_id,
            sharedPlanId: await this.#planOf(url),
            file,
          })
        : { ok: true as const, planId: row.plan_id! };
      if (result.ok) {
        await this.#done(row, {
          url,
          etag: read.etag,
          sha256,
          planId: result.planId,
        });
      } else {
        await this.#failed(row, { problem: 'invalid', ...result.issue }, url);
      }
    } else {
      await this.#failed(row, { problem: read.state, ...read.issue }, url);
    }
  }

  /** The plan that was made of the file for another entity. */
  async #planOf(url: string): Promise<string | null> {
    const row = await this.#options
      .database('plan_sources')
      .where({ url })
      .whereNot('location', NOWHERE)
      .whereNotNull('plan_id')
      .orderBy('entity_ref')
      .first('plan_id');
    return row?.plan_id ?? null;
  }

  async #done(
    row: SourceRow,
    read: {
      url: string;
      etag: string | null;
      sha256?: string;
      planId?: string;
    },
  ): Promise<void> {
    const at = this.#now();
    await this.#save(row, at, {
      url: read.url,
      etag: read.etag,
      sha256: read.sha256 ?? row.sha256,
      plan_id: read.planId ?? row.plan_id,
      read_at: at,
      next_read_at: this.#later(READ_AGAIN),
      failures: 0,
      problem: null,
    });
  }

  async #failed(
    row: SourceRow,
    problem: Problem,
    url: string | null = null,
  ): Promise<void> {
    const at = this.#now();
    const before = row.problem === null ? null : JSON.parse(row.problem);
    const failures = row.failures + 1;
    const wait = Math.min(FIRST_RETRY * 2 ** (failures - 1), LAST_RETRY);
    await this.#save(row, at, {
      url,
      read_at: at,
      next_read_at: this.#later(wait),
      failures,
      problem: JSON.stringify({
        problem: problem.problem,
        location: row.location,
        line: problem.line,
        message: problem.message,
        since: before?.problem === problem.problem ? before.since : at,
      }),
    });
  }

  async #save(
    row: SourceRow,
    at: string,
    change: Record<string, unknown> & { problem: string | null },
  ): Promise<void> {
    const { database, engine } = this.#options;
    const isShown = change.problem !== row.problem;
    if (isShown) await engine.settleDue(at);
    await database.transaction(async trx => {
      await trx('plan_sources')
        .where({ entity_ref: row.entity_ref })
        .update(change);
      if (isShown) await engine.markDirty(trx, [row.entity_ref], at);
    });
  }

  #now(): string {
    return this.#options.clock().toISOString();
  }

  #later(milliseconds: number): string {
    return new Date(
      this.#options.clock().getTime() + milliseconds,
    ).toISOString();
  }
}
