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
import { type SeedActs, SeedTimeline } from './SeedTimeline';

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
  #timeline: SeedTimeline;
  #at = '';

  static create(options: Options & { file: string }) {
    return new ChangeSeed(options);
  }

  private constructor(options: Options & { file: string }) {
    this.#options = options;
    this.#file = options.file;
    this.#timeline = SeedTimeline.standing(options.clock());
  }

  async run(): Promise<void> {
    const { database, engine, clock } = this.#options;
    if (!(await database('plans').first('id'))) return;
    const timeline = SeedTimeline.standing(clock());
    const acts = await this.acts(timeline);
    if (acts.length === 0) return;
    await engine.drain();
    await timeline.play(acts);
    await engine.drain();
  }

  /** What people did to changes; nothing where there are changes. */
  async acts(timeline: SeedTimeline): Promise<SeedActs[]> {
    const { database, logger } = this.#options;
    this.#timeline = timeline;
    if (await database('changes').first('id')) return [];
    const { changes } = readSeedFile(this.#file);
    logger.info(`Begins with ${changes.length} changes from ${this.#file}`);
    const writer = this.#writer();
    return changes.map(entry => () => this.#seed(entry, writer));
  }

  /** Writes as of the moments of the file; what that changes is assessed as of the moment that the timeline has come to. */
  #writer(): ChangeWriter {
    const { engine, policy } = this.#options;
    return ChangeWriter.create({
      ...this.#options,
      requestDueAt: at => requestDueAfter(at, policy),
      engine: {
        markDirty: (trx, refs) =>
          engine.markDirty(trx, refs, this.#timeline.now()),
        settleDue: async () => {},
        markAffected: (trx, refs) =>
          engine.markAffected(trx, refs, this.#timeline.now()),
        drain: options => engine.drain(options),
        close: (trx, refs, at) => engine.close(trx, refs, at),
      },
      clock: () => new Date(this.#at),
    });
  }

  async #seed(entry: Entry, changeWriter: ChangeWriter): Promise<void> {
    const { policy, changeStore } = this.#options;
    const { id, source, url, title, type, model, major, touched } = entry;
    const hours = (count: number) =>
      new Date(
        this.#timeline.startedAt.getTime() + count * 3_600_000,
      ).toISOString();
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
    await this.#goTo(entry.recorded.at);
    const subject = { touched };
    const assessed = await this.#options.assess({ change: said, ...subject });
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
      await this.#goTo(done.at);
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

  async #goTo(text: string): Promise<void> {
    const at = seedMoment(text, {
      now: this.#timeline.startedAt,
      zone: this.#options.policy.timeZone,
    });
    await this.#timeline.at(at);
    this.#at = at;
  }
}
