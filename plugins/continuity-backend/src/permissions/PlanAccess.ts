import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  continuityPlanApprovePermission,
  continuityPlanArchivePermission,
  continuityPlanContactsReadPermission,
  continuityPlanContactsUpdatePermission,
  continuityPlanEmergencyCopyPermission,
  continuityPlanUpdatePermission,
} from 'backstage-plugin-continuity-common';
import type { Access } from './CallerAccess';
import type {
  ContinuityPlanFilter,
  ContinuityPlanResource,
} from './resources/continuityPlanResourceRef';
import {
  ResourceAccess,
  type ResourceAccessOptions,
  type ResourceCaller,
} from './ResourceAccess';

const rights = {
  update: {
    permission: continuityPlanUpdatePermission,
    may: 'write this plan',
  },
  approve: {
    permission: continuityPlanApprovePermission,
    may: 'approve, return or confirm this plan',
  },
  archive: {
    permission: continuityPlanArchivePermission,
    may: 'archive this plan',
  },
  readContacts: {
    permission: continuityPlanContactsReadPermission,
    may: 'read phones and private mails of this plan',
  },
  updateContacts: {
    permission: continuityPlanContactsUpdatePermission,
    may: 'write phones and private mails of this plan',
  },
};

/** What is authorised for single plans. */
export type PlanRight = keyof typeof rights;

/** What the permission system says about a caller and plans, before any plan is looked at. */
export interface PlanCaller extends ResourceCaller<PlanRight> {
  mayTakeEmergencyCopy: boolean;
}

type Options = ResourceAccessOptions<
  ContinuityPlanResource,
  ContinuityPlanFilter
>;

/** Asks the permission system about a caller and plans. */
export class PlanAccess extends ResourceAccess<
  PlanRight,
  ContinuityPlanResource,
  ContinuityPlanFilter
> {
  static create(options: Options) {
    return new PlanAccess(options);
  }

  private constructor(options: Options) {
    super(options, {
      rights,
      usually: 'the plan’s owner and the owners of what it covers',
    });
  }

  /** @param known - what was found out about the caller already */
  async of(
    credentials: BackstageCredentials,
    known?: Access,
  ): Promise<PlanCaller> {
    const { may, ...caller } = await this.ask(
      credentials,
      [continuityPlanEmergencyCopyPermission],
      known,
    );
    return {
      ...caller,
      mayTakeEmergencyCopy: may[0],
    };
  }
}
