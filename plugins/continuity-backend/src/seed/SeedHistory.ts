import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { AssessmentEngine } from '../assessment/AssessmentEngine';
import type { KpiDays } from '../coverage/KpiDays';
import type { ProfileStore } from '../profile/ProfileStore';
import type { StandingUpkeep } from '../dependency/StandingUpkeep';
import { seedMoment } from './seedMoment';
import { type SeedActs, SeedTimeline } from './SeedTimeline';

interface Playing {
  /** What people did, by the seeds of each room. */
  acts: Array<(timeline: SeedTimeline) => Promise<SeedActs[]>>;
  database: Knex;
  engine: AssessmentEngine;
  standings: StandingUpkeep;
  kpiDays: KpiDays;
  logger: LoggerService;
}

/**
 * Lets a portal for development begin in the past.
 *
 * Its clock stands at that moment until the catalog was read; then what the seed file tells is done again in its order, each act at its moment, and
 * everything is assessed as of then by the same code as any other day. When the present is reached, the clock goes on by itself.
 */
export class SeedHistory {
  /** What the moments of the seed file are relative to. */
  readonly startedAt: Date;
  #stands: Date | null = null;

  static create(options: {
    /** How far back, such as `P6M`. */
    length: string;
    policy: ContinuityPolicy;
    now: Date;
  }): SeedHistory {
    return new SeedHistory(options);
  }

  private constructor(
    private readonly options: {
      length: string;
      policy: ContinuityPolicy;
      now: Date;
    },
  ) {
    this.startedAt = options.now;
  }

  /** The portal's clock. */
  readonly clock = (): Date => this.#stands ?? new Date();

  /** Whether the past has not been told yet. */
  get isOpen(): boolean {
    return this.#stands !== null;
  }

  /** Goes back in time, if nothing has ever happened here. For a database that is up to date, before anything is written. */
  async open(options: {
    database: Knex;
    profiles: Pick<ProfileStore, 'isEmpty'>;
    logger: LoggerService;
  }): Promise<void> {
    const { database, profiles, logger } = options;
    const { policy, length } = this.options;
    const installed = await database('policy_versions')
      .orderBy('id')
      .first('valid_from');
    if (!installed) {
      this.#stands = new Date(
        seedMoment(`-${length}`, {
          now: this.startedAt,
          zone: policy.timeZone,
        }),
      );
      return;
    }
    if (await database('kpi_days').first('day')) return;
    if (await profiles.isEmpty()) {
      // it was stopped before it had begun to tell
      this.#stands = new Date(installed.valid_from);
      return;
    }
    logger.warn(
      'The portal was stopped while it told its history, of which a part is missing now. Delete its database to begin anew.',
    );
  }

  /** Tells the past, and comes back to the present. For a catalog that was read to its end. */
  async play(options: Playing): Promise<void> {
    if (!this.#stands) return;
    const { database, engine, standings, kpiDays, logger } = options;
    const begin = Date.now();
    const settle = async () => {
      await engine.drain();
      if ((await standings.run()) > 0) await engine.drain();
    };
    const timeline = SeedTimeline.since(this.#stands, {
      startedAt: this.startedAt,
      move: async moment => {
        await settle();
        await engine.settleDue(moment);
        this.#stands = new Date(moment);
        // the catalog that was read is also that of then: what is judged now is not said to rest on half a year ago
        const readAt = this.#stands.toISOString();
        await database('sweep_state')
          .where({ id: 1 })
          .update({ finished_at: readAt, last_good_at: readAt });
      },
    });
    await settle();
    for (const actsOf of options.acts) {
      await timeline.begin(await actsOf(timeline));
      await settle();
    }
    await timeline.goOn();
    await settle();
    this.#stands = null;
    await engine.settleDue();
    await settle();
    const days = await kpiDays.fill();
    logger.info(
      `Told the history of ${days} days in ${Math.round(
        (Date.now() - begin) / 1000,
      )} s`,
    );
  }
}
