import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  ContinuityPolicy,
  PolicyResponse,
} from 'backstage-plugin-continuity-common';
import {
  PolicyVersion,
  PolicyVersionStore,
} from '../../policy/PolicyVersionStore';
import { CatalogCareService } from './CatalogCareService';

/** Answers which policy rules, and ruled. */
export class PolicyService {
  readonly #options: {
    policy: ContinuityPolicy;
    inForce: PolicyVersion;
    versions: PolicyVersionStore;
    care: CatalogCareService;
    peopleKnown: () => Promise<boolean>;
  };

  static create(options: {
    policy: ContinuityPolicy;
    inForce: PolicyVersion;
    versions: PolicyVersionStore;
    care: CatalogCareService;
    peopleKnown: () => Promise<boolean>;
  }) {
    return new PolicyService(options);
  }

  private constructor(options: {
    policy: ContinuityPolicy;
    inForce: PolicyVersion;
    versions: PolicyVersionStore;
    care: CatalogCareService;
    peopleKnown: () => Promise<boolean>;
  }) {
    this.#options = options;
  }

  async get({
    credentials,
  }: {
    credentials: BackstageCredentials;
  }): Promise<
    Omit<PolicyResponse, 'policy'> & { policy: Record<string, unknown> }
  > {
    const { policy, inForce, versions, care, peopleKnown } = this.#options;
    return {
      policy: { ...policy },
      version: inForce.version,
      inForceSince: inForce.from,
      versions: (await versions.versions()).filter(({ to }) => to !== null),
      sweep: await care.sweepStatus({ credentials }),
      peopleKnown: await peopleKnown(),
    };
  }
}
