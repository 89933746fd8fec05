import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  continuityChangeApprovePermission,
  continuityChangeCreatePermission,
  continuityChangeReviewPermission,
  continuityChangeUpdatePermission,
} from 'backstage-plugin-continuity-common';
import type { Access } from './CallerAccess';
import type {
  ContinuityChangeFilter,
  ContinuityChangeResource,
} from './resources/continuityChangeResourceRef';
import {
  ResourceAccess,
  type ResourceAccessOptions,
  type ResourceCaller,
} from './ResourceAccess';

const rights = {
  update: {
    permission: continuityChangeUpdatePermission,
    may: 'edit, implement or withdraw this change',
  },
  approve: {
    permission: continuityChangeApprovePermission,
    may: 'approve this change',
  },
  review: {
    permission: continuityChangeReviewPermission,
    may: 'review this change',
  },
};

/** What is authorised for single changes. */
export type ChangeRight = keyof typeof rights;

/** What the permission system says about a caller and changes, before any change is looked at. */
export interface ChangeCaller extends ResourceCaller<ChangeRight> {
  mayRecord: boolean;
}

type Options = ResourceAccessOptions<
  ContinuityChangeResource,
  ContinuityChangeFilter
>;

/** Asks the permission system about a caller and changes. */
export class ChangeAccess extends ResourceAccess<
  ChangeRight,
  ContinuityChangeResource,
  ContinuityChangeFilter
> {
  static create(options: Options) {
    return new ChangeAccess(options);
  }

  private constructor(options: Options) {
    super(options, {
      rights,
      usually:
        'change managers and, for some steps, who asked for the change and the owners of what it touches',
    });
  }

  /** @param known - what was found out about the caller already */
  async of(
    credentials: BackstageCredentials,
    known?: Access,
  ): Promise<ChangeCaller> {
    const { may, ...caller } = await this.ask(
      credentials,
      [continuityChangeCreatePermission],
      known,
    );
    return {
      ...caller,
      mayRecord: may[0],
    };
  }

  assertMayRecord(caller: ChangeCaller): void {
    if (caller.mayRecord) return;
    throw new NotAllowedError(
      `You may not record changes: it needs the permission ${continuityChangeCreatePermission.name}. Leave "record" out to check only.`,
    );
  }
}
