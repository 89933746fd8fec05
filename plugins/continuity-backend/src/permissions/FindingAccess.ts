import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  continuityFindingAcceptPermission,
  continuityFindingCreatePermission,
  continuityFindingUpdatePermission,
  continuityFindingVerifyPermission,
} from 'backstage-plugin-continuity-common';
import type { Access } from './CallerAccess';
import type {
  ContinuityFindingFilter,
  ContinuityFindingResource,
} from './resources/continuityFindingResourceRef';
import {
  ResourceAccess,
  type ResourceAccessOptions,
  type ResourceCaller,
} from './ResourceAccess';

const rights = {
  update: {
    permission: continuityFindingUpdatePermission,
    may: 'work on this finding',
  },
  verify: {
    permission: continuityFindingVerifyPermission,
    may: 'verify this finding',
  },
  accept: {
    permission: continuityFindingAcceptPermission,
    may: 'accept this finding',
  },
};

/** What is authorised for single findings. */
export type FindingRight = keyof typeof rights;

/** What the permission system says about a caller and findings, before any finding is looked at. */
export interface FindingCaller extends ResourceCaller<FindingRight> {
  mayCreate: boolean;
}

type Options = ResourceAccessOptions<
  ContinuityFindingResource,
  ContinuityFindingFilter
>;

/** Asks the permission system about a caller and findings. */
export class FindingAccess extends ResourceAccess<
  FindingRight,
  ContinuityFindingResource,
  ContinuityFindingFilter
> {
  static create(options: Options) {
    return new FindingAccess(options);
  }

  private constructor(options: Options) {
    super(options, {
      rights,
      usually: 'the finding’s owner and the owners of what it is about',
    });
  }

  /** @param known - what was found out about the caller already */
  async of(
    credentials: BackstageCredentials,
    known?: Access,
  ): Promise<FindingCaller> {
    const { may, ...caller } = await this.ask(
      credentials,
      [continuityFindingCreatePermission],
      known,
    );
    return {
      ...caller,
      mayCreate: may[0],
    };
  }
}
