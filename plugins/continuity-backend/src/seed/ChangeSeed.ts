import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ChangeAssessment,
  ChangeAssessRequest,
  ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { AssessmentEngine } from '../assessment/AssessmentEngine';
import type { ChangeStore, StoredChange } from '../change/ChangeStore';
import { ChangeWriter } from '../change/ChangeWriter';
import type { PlanChangeRequests } from '../change/PlanChangeRequests';
import type { RecordStore } from '../record/RecordStore';
import { ChangeRecorder } from '../change/ChangeRecorder';
import {
  approvedBy,
  implementedBy,
  requestDueAfter,
  steppedTo,
} from '../change/changeSteps';
import { readSeedFile } from './readSeedFile';
import { seedMoment } from './seedMoment';
import type { SeedFile } from './seedFileSchema';

interface Options {
  database: Knex;
  changeStore: ChangeStore;
  planChangeRequests: PlanChangeRequests;
  records: RecordStore;
  engine: AssessmentEngine;
  policy: ContinuityPolicy;
  logger: LoggerService;
  /** Checks a change as one who sees everything. */
  assess: (question: ChangeAssessRequest) => Promise<ChangeAssessment>;
  clock: () => Date;
}

type Entry = SeedFile['changes'][number];

/**
 * Fills an empty store with changes from a seed file, as if people had recorded, approved, implemented and reviewed them. It is for a store whose plans
 * are there, since they are asked for something. For development.
 */
export class ChangeSeed {
  readonly #options: Options;
  readonly #file: string;
  readonly #dirty = new Set<string>();
  #at = '';

  static create(options: Options & { file: string }) {
    return new ChangeSeed(options);
  }

  private constructor(options: Options & { file: string }) {
    this.#options = options;
    this.#file = options.file;
  }

  async run(): Promise<void> {
    const { database, engine, logger, clock } = this.#options;
    if (await database('changes').first('id')) return;
    if (!(await database('plans').first('id'))) return;
    const { changes } = readSeedFile(this.#file);
    if (changes.length === 0) return;
    await engine.drain();
    const writer = this.#writer();
    for (const entry of changes) await this.#seed(entry, writer);
    await database.transaction(trx =>
      engine.markDirty(trx, [...this.#dirty], clock().toISOString()),
    );
    await engine.drain();
    logger.info(`Began with ${changes.length} changes from ${this.#file}`);
  }

  /** Writes as of the moments of the file. What was assessed meanwhile is not assessed anew for a past moment: that is done once, for now. */
  #writer(): ChangeWriter {
    const { engine, policy } = this.#options;
    return ChangeWriter.create({
      ...this.#options,
      requestDueAt: at => requestDueAfter(at, policy),
      engine: {
        markDirty: async (_, refs) => {
          for (const ref of refs) this.#dirty.add(ref);
        },
        settleDue: async () => {},
        markAffected: (trx, refs, at) => engine.markAffected(trx, refs, at),
        drain: options => engine.drain(options),
        close: (trx, refs, at) => engine.close(trx, refs, at),
      },
      clock: () => new Date(this.#at),
    });
  }

  async #seed(entry: Entry, changeWriter: ChangeWriter): Promise<void> {
    const { policy, changeStore, clock } = this.#options;
    const { id, source, url, title, type, model, major, touched } = entry;
    const hours = (count: number) =>
      new Date(clock().getTime() + count * 3_600_000).toISOString();
    const said = {
      id,
      title,
      type,
      ...(url && { url }),
      ...(model && { model }),
      ...(major && { major }),
      ...(entry.window && {
        plannedStart: hours(entry.window.startsIn),
        plannedEnd: hours(entry.window.endsIn),
      }),
    };
    const subject = { touched };
    const assessed = await this.#options.assess({ change: said, ...subject });
    this.#at = this.#moment(entry.recorded.at);
    const { by } = entry.recorded;
    const changeId = await ChangeRecorder.create({
      policy,
      changeStore,
      changeWriter,
    }).begin({
      whole: { ...assessed, assessedAt: this.#at },
      subject,
      said,
      source,
      by,
    });
    if (changeId === undefined) return;
    await this.#steps(entry, changeId, changeWriter);
  }

  async #steps(
    entry: Entry,
    changeId: string,
    changeWriter: ChangeWriter,
  ): Promise<void> {
    const { policy } = this.#options;
    type Done = NonNullable<Entry['approved']>;
    const step = async (
      name: 'approve' | 'implement' | 'withdraw' | 'review',
      done: Done | undefined,
      apply: (
        change: StoredChange,
        how: { by: string; at: string },
      ) => StoredChange,
    ) => {
      if (!done) return;
      const { by, note } = done;
      this.#at = this.#moment(done.at);
      await changeWriter.change(changeId, by, ({ change, at }) =>
        steppedTo(apply(change, { by, at }), { name, change, reason: note }),
      );
    };
    await step('approve', entry.approved, approvedBy);
    await step('implement', entry.implemented, (change, how) =>
      implementedBy(change, { ...how, policy }),
    );
    await step('withdraw', entry.withdrawn, change => ({
      ...change,
      state: 'withdrawn',
    }));
    await step('review', entry.reviewed, (change, { by, at }) => ({
      ...change,
      reviewDoneAt: at,
      reviewDoneBy: by,
      reviewOutcome: entry.reviewed?.note ?? null,
    }));
  }

  #moment(text: string): string {
    const { clock, policy } = this.#options;
    return seedMoment(text, { now: clock(), zone: policy.timeZone });
  }
}
