import {
  type ContinuityPolicy,
  type CoverageThen,
  resolveAsOf,
} from 'backstage-plugin-continuity-common';
import { WrongFieldsError } from '../contract/WrongFieldsError';
import {
  policyVersionOf,
  type PolicyVersionStore,
} from '../policy/PolicyVersionStore';

/** A moment that is asked about: null = now; `then` says by which policy it was judged. */
export interface AskedMoment {
  asOf: string | null;
  then: CoverageThen | null;
}

interface Options {
  versions: PolicyVersionStore;
  policy: ContinuityPolicy;
  clock: () => Date;
}

/** Tells which moment somebody means, and which policy ruled then. */
export class PastReader {
  readonly #options: Options;

  static create(options: Options) {
    return new PastReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @throws WrongFieldsError for the future, and for what was before the installation. */
  async resolve(asOf: string | undefined): Promise<AskedMoment> {
    if (asOf === undefined) return { asOf: null, then: null };
    const { policy, versions } = this.#options;
    const first = await this.#moment(asOf, policy.timeZone);
    const { timeZone } = (await versions.policyAt(first.at)) ?? policy;
    // a day ends by the clocks that ruled then
    const moment =
      timeZone === policy.timeZone ? first : await this.#moment(asOf, timeZone);
    const ruling = (await versions.policyAt(moment.at)) ?? policy;
    return {
      asOf: moment.at,
      then: {
        day: moment.day,
        policyVersion: policyVersionOf(ruling),
        timeZone,
        tiers: ruling.tiers.map(({ id, title }) => ({ id, title })),
      },
    };
  }

  /** The first moment of which anything was recorded. */
  async installedAt(): Promise<string> {
    const versions = await this.#options.versions.versions();
    return (
      versions[versions.length - 1]?.from ?? this.#options.clock().toISOString()
    );
  }

  async #moment(asOf: string, timeZone: string) {
    const resolved = resolveAsOf(asOf, {
      now: this.#options.clock().toISOString(),
      installedAt: await this.installedAt(),
      timeZone,
    });
    if (!resolved.ok) {
      throw new WrongFieldsError([{ path: 'asOf', message: resolved.message }]);
    }
    return resolved;
  }
}
