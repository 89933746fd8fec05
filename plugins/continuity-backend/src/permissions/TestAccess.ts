import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';
import {
  continuityCalendarFeedCreatePermission,
  continuitySupplierEvidenceCreatePermission,
  continuityTestReviewPermission,
  continuityTestRunPermission,
  continuityTestUpdatePermission,
} from 'backstage-plugin-continuity-common';
import { Access, CallerAccess } from './CallerAccess';
import { ContinuityTestResources } from './ContinuityTestResources';
import type {
  ContinuityTestFilter,
  ContinuityTestResource,
} from './continuityTestResourceRef';

const permissions = {
  update: continuityTestUpdatePermission,
  run: continuityTestRunPermission,
  review: continuityTestReviewPermission,
} satisfies Record<string, ResourcePermission>;

/** What is authorised for single tests. */
export type TestRight = keyof typeof permissions;

const rights = Object.keys(permissions) as TestRight[];

const whoMay: Record<TestRight, string> = {
  update: 'change, move or cancel this test',
  run: 'hold this test or record its results',
  review: 'review the results of this test',
};

/** What the permission system says about a caller and tests, before any test is looked at. */
export interface TestCaller {
  access: Access;
  decisions: Record<TestRight, PolicyDecision>;
  mayRecordSupplierEvidence: boolean;
  mayCreateCalendarFeeds: boolean;
}

type Ruleset = PermissionRuleset<ContinuityTestResource, ContinuityTestFilter>;

interface Options {
  access: CallerAccess;
  permissions: PermissionsService;
  resources: ContinuityTestResources;
  ruleset: Ruleset;
}

/** Asks the permission system about a caller and tests, in a fixed number of questions. */
export class TestAccess {
  readonly #options: Options;

  static create(options: Options) {
    return new TestAccess(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async of(credentials: BackstageCredentials): Promise<TestCaller> {
    const [access, decisions, [supplier, feed]] = await Promise.all([
      this.#options.access.of(credentials),
      this.#options.permissions.authorizeConditional(
        rights.map(right => ({ permission: permissions[right] })),
        { credentials },
      ),
      this.#options.permissions.authorize(
        [
          { permission: continuitySupplierEvidenceCreatePermission },
          { permission: continuityCalendarFeedCreatePermission },
        ],
        { credentials },
      ),
    ]);
    return {
      access,
      decisions: Object.fromEntries(
        rights.map((right, at) => [right, decisions[at]]),
      ) as TestCaller['decisions'],
      mayRecordSupplierEvidence: supplier.result === AuthorizeResult.ALLOW,
      mayCreateCalendarFeeds: feed.result === AuthorizeResult.ALLOW,
    };
  }

  /** Refuses before anything is read where the policy says no whatever the test. */
  assertNotDenied(caller: TestCaller, right: TestRight): void {
    if (caller.decisions[right].result === AuthorizeResult.DENY) {
      throw refusal(right);
    }
  }

  async assertAllowed(
    caller: TestCaller,
    right: TestRight,
    testId: string,
  ): Promise<void> {
    const allowed = await this.allowedAmong(caller, right, [testId]);
    if (!allowed.has(testId)) throw refusal(right);
  }

  /** The rights that the caller has for a test. */
  async rightsFor(caller: TestCaller, testId: string): Promise<Set<TestRight>> {
    const authorize = createConditionAuthorizer(this.#options.ruleset);
    const [resource] = await this.#options.resources.load([testId]);
    return new Set(
      rights.filter(right => authorize(caller.decisions[right], resource)),
    );
  }

  /** The tests among the given ones for which the caller has a right. */
  async allowedAmong(
    caller: TestCaller,
    right: TestRight,
    testIds: string[],
  ): Promise<Set<string>> {
    const decision = caller.decisions[right];
    if (decision.result === AuthorizeResult.ALLOW) return new Set(testIds);
    if (decision.result !== AuthorizeResult.CONDITIONAL) return new Set();
    const authorize = createConditionAuthorizer(this.#options.ruleset);
    const resources = await this.#options.resources.load(testIds);
    return new Set(
      testIds.filter(
        (_, at) => resources[at] && authorize(decision, resources[at]),
      ),
    );
  }
}

function refusal(right: TestRight): NotAllowedError {
  return new NotAllowedError(
    `You may not ${whoMay[right]}: it needs the permission ${permissions[right].name}, which usually the facilitator and the owners of what is tested have.`,
  );
}
