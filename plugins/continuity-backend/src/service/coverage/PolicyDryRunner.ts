import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import { PolicyDryRunStore } from '../../coverage/dryRun/PolicyDryRunStore';
import type { StandingUpkeep } from '../../dependency/StandingUpkeep';
import { policyVersionOf } from '../../policy/PolicyVersionStore';
import type { StatusUpkeep } from '../../record/StatusUpkeep';
import { SweepStatusReader } from '../profile/SweepStatusReader';
import { PolicyTrial } from './PolicyTrial';

/** Progress is noted at most as often: it is a write. */
const NOTED_EVERY_MS = 500;

/** Somebody asked for another one in its place. */
class Replaced extends Error {}

interface Options {
  policyDryRuns: PolicyDryRunStore;
  policyTrial: PolicyTrial;
  engine: Pick<StatusUpkeep, 'settleDue' | 'drain'>;
  standings: StandingUpkeep;
  sweep: SweepStatusReader;
  /** The policy in force. */
  policy: ContinuityPolicy;
  logger: LoggerService;
  clock: () => Date;
}

/** Works out the dry runs that were asked for, one after the other; any replica may. */
export class PolicyDryRunner {
  readonly #options: Options;

  static create(options: Options): PolicyDryRunner {
    return new PolicyDryRunner(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Works out what waits, and deletes what is over. */
  async run(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { policyDryRuns, logger } = this.#options;
    await policyDryRuns.forget(this.#now());
    while (!options.signal?.aborted) {
      const run = await policyDryRuns.claim(this.#now());
      if (!run) return;
      try {
        await this.#make(run, options.signal);
      } catch (error) {
        if (error instanceof Replaced) continue;
        logger.error(`A dry run of a policy failed: ${error}`);
        // the next turn takes it up again, a few times
        await policyDryRuns.release(run.id, 'The log of the portal says why.');
        return;
      }
    }
  }

  async #make(
    run: { id: string; policy: ContinuityPolicy },
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const { policyDryRuns, policyTrial, sweep, policy } = this.#options;
    await this.#settle();
    let notedAt = 0;
    const findings = await policyTrial.run(run.policy, {
      at: this.#now(),
      onProgress: async (done, total) => {
        if (signal?.aborted) throw new Error('stopped; it is begun again later');
        if (performance.now() - notedAt < NOTED_EVERY_MS) return;
        notedAt = performance.now();
        const now = this.#now();
        const isWanted = await policyDryRuns.progress(run.id, {
          done,
          total,
          now,
        });
        if (!isWanted) throw new Replaced();
      },
    });
    await policyDryRuns.finish(run.id, {
      at: this.#now(),
      outcome: {
        policyVersion: policyVersionOf(policy),
        dataAge: await sweep.dataAge(),
        summary: findings.summary(),
      },
      changes: findings.changes(),
    });
  }

  /** What has changed and was not assessed yet must not look like the other policy's doing. */
  async #settle(): Promise<void> {
    const { engine, standings } = this.#options;
    await engine.settleDue();
    await engine.drain();
    if ((await standings.run()) > 0) await engine.drain();
  }

  #now(): string {
    return this.#options.clock().toISOString();
  }
}
