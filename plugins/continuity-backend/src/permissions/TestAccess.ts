import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  continuityCalendarFeedCreatePermission,
  continuitySupplierEvidenceCreatePermission,
  continuityTestReviewPermission,
  continuityTestRunPermission,
  continuityTestUpdatePermission,
} from 'backstage-plugin-continuity-common';
import type { Access } from './CallerAccess';
import type {
  ContinuityTestFilter,
  ContinuityTestResource,
} from './resources/continuityTestResourceRef';
import {
  ResourceAccess,
  type ResourceAccessOptions,
  type ResourceCaller,
} from './ResourceAccess';

const rights = {
  update: {
    permission: continuityTestUpdatePermission,
    may: 'change, move or cancel this test',
  },
  run: {
    permission: continuityTestRunPermission,
    may: 'hold this test or record its results',
  },
  review: {
    permission: continuityTestReviewPermission,
    may: 'review the results of this test',
  },
};

/** What is authorised for single tests. */
export type TestRight = keyof typeof rights;

/** What the permission system says about a caller and tests, before any test is looked at. */
export interface TestCaller extends ResourceCaller<TestRight> {
  mayRecordSupplierEvidence: boolean;
  mayCreateCalendarFeeds: boolean;
}

type Options = ResourceAccessOptions<
  ContinuityTestResource,
  ContinuityTestFilter
>;

/** Asks the permission system about a caller and tests. */
export class TestAccess extends ResourceAccess<
  TestRight,
  ContinuityTestResource,
  ContinuityTestFilter
> {
  static create(options: Options) {
    return new TestAccess(options);
  }

  private constructor(options: Options) {
    super(options, {
      rights,
      usually: 'the facilitator and the owners of what is tested',
    });
  }

  /** @param known - what was found out about the caller already */
  async of(
    credentials: BackstageCredentials,
    known?: Access,
  ): Promise<TestCaller> {
    const { may, ...caller } = await this.ask(
      credentials,
      [
        continuitySupplierEvidenceCreatePermission,
        continuityCalendarFeedCreatePermission,
      ],
      known,
    );
    return {
      ...caller,
      mayRecordSupplierEvidence: may[0],
      mayCreateCalendarFeeds: may[1],
    };
  }
}
