import type {
  AuthService,
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
  continuityAgreementApprovePermission,
  continuityAnalysisApprovePermission,
  continuityAnalysisUpdatePermission,
  continuityAgreementCreatePermission,
  continuityCatalogManagePermission,
  continuityCoverageAskPermission,
  continuityDependencyClassifyPermission,
  continuityExemptionApprovePermission,
  continuityExemptionCreatePermission,
  continuityFindingCreatePermission,
  continuityPlanCreatePermission,
  continuityProfileUpdatePermission,
  continuityTestCreatePermission,
  type AllowedAction,
} from 'backstage-plugin-continuity-common';
import { CatalogVisibility, VisibilityDecision } from './CatalogVisibility';
import { EntityPermissions } from './EntityPermissions';

/** The actions on an entity that are authorised for that entity. */
export type EntityAction = Exclude<
  AllowedAction,
  'catalog.manage' | 'plan.create' | 'test.create' | 'finding.create'
>;

const permissionOf: Record<EntityAction, ResourcePermission> = {
  'profile.update': continuityProfileUpdatePermission,
  'agreement.create': continuityAgreementCreatePermission,
  'agreement.approve': continuityAgreementApprovePermission,
  'analysis.update': continuityAnalysisUpdatePermission,
  'analysis.approve': continuityAnalysisApprovePermission,
  'dependency.classify': continuityDependencyClassifyPermission,
  'exemption.create': continuityExemptionCreatePermission,
  'exemption.approve': continuityExemptionApprovePermission,
};
const entityActions = Object.keys(permissionOf) as EntityAction[];

/** Everything that the permission system says about a caller, before any entity is looked at. */
export interface Access {
  credentials: BackstageCredentials;
  /** Who is asking, as records name them: a user ref, or the subject of a service. */
  subject: string;
  isUser: boolean;
  read: VisibilityDecision;
  actions: Record<EntityAction, PolicyDecision>;
  mayManageCatalog: boolean;
  mayCreatePlans: boolean;
  mayCreateTests: boolean;
  mayCreateFindings: boolean;
  mayAskOwners: boolean;
}

/** Asks the permission system about a caller, in a fixed number of questions. */
export class CallerAccess {
  readonly #auth: AuthService;
  readonly #permissions: PermissionsService;
  readonly #visibility: CatalogVisibility;
  readonly #entityPermissions: EntityPermissions;

  static create(options: {
    auth: AuthService;
    permissions: PermissionsService;
    visibility: CatalogVisibility;
    entityPermissions: EntityPermissions;
  }) {
    return new CallerAccess(options);
  }

  private constructor(options: {
    auth: AuthService;
    permissions: PermissionsService;
    visibility: CatalogVisibility;
    entityPermissions: EntityPermissions;
  }) {
    this.#auth = options.auth;
    this.#permissions = options.permissions;
    this.#visibility = options.visibility;
    this.#entityPermissions = options.entityPermissions;
  }

  async of(credentials: BackstageCredentials): Promise<Access> {
    const [read, decisions, unconditional] = await Promise.all([
      this.#visibility.decide(credentials),
      this.#entityPermissions.decide(
        entityActions.map(action => permissionOf[action]),
        credentials,
      ),
      this.#permissions.authorize(
        [
          { permission: continuityCatalogManagePermission },
          { permission: continuityPlanCreatePermission },
          { permission: continuityTestCreatePermission },
          { permission: continuityFindingCreatePermission },
          { permission: continuityCoverageAskPermission },
        ],
        { credentials },
      ),
    ]);
    const [
      mayManageCatalog,
      mayCreatePlans,
      mayCreateTests,
      mayCreateFindings,
      mayAskOwners,
    ] = unconditional.map(({ result }) => result === AuthorizeResult.ALLOW);
    return {
      credentials,
      ...this.#whoIs(credentials),
      read,
      actions: Object.fromEntries(
        entityActions.map((action, index) => [action, decisions[index]]),
      ) as Access['actions'],
      mayManageCatalog,
      mayCreatePlans,
      mayCreateTests,
      mayCreateFindings,
      mayAskOwners,
    };
  }

  /** Refuses before anything is read where the policy says no whatever the entity. */
  assertNotDenied(access: Access, action: EntityAction): void {
    this.assertOneNotDenied(access, [action]);
  }

  /** {@link assertNotDenied} where one of several actions is enough. */
  assertOneNotDenied(access: Access, actions: EntityAction[]): void {
    const isOpen = actions.some(
      action => access.actions[action].result !== AuthorizeResult.DENY,
    );
    if (!isOpen) throw refusal(actions[0]);
  }

  async assertAllowed(
    access: Access,
    action: EntityAction,
    entityRef: string,
  ): Promise<void> {
    await this.assertOneAllowed(access, [action], entityRef);
  }

  /** {@link assertAllowed} where one of several actions is enough. */
  async assertOneAllowed(
    access: Access,
    actions: EntityAction[],
    entityRef: string,
  ): Promise<void> {
    const allowed = await this.#entityPermissions.allowedFor(
      entityRef,
      actions.map(action => access.actions[action]),
    );
    if (!allowed.includes(true)) throw refusal(actions[0]);
  }

  async allowedActions(
    access: Access,
    entityRef: string,
  ): Promise<AllowedAction[]> {
    const allowed = await this.#entityPermissions.allowedFor(
      entityRef,
      entityActions.map(action => access.actions[action]),
    );
    return [
      ...entityActions.filter((_, index) => allowed[index]),
      ...(access.mayManageCatalog ? (['catalog.manage'] as const) : []),
      ...(access.mayCreatePlans ? (['plan.create'] as const) : []),
      ...(access.mayCreateTests ? (['test.create'] as const) : []),
      ...(access.mayCreateFindings ? (['finding.create'] as const) : []),
    ];
  }

  /** The refs for which the caller may do something. */
  async allowedAmong(
    access: Access,
    action: EntityAction,
    entityRefs: string[],
  ): Promise<Set<string>> {
    return this.#entityPermissions.allowedAmong(
      entityRefs,
      access.actions[action],
    );
  }

  #whoIs(credentials: BackstageCredentials) {
    if (this.#auth.isPrincipal(credentials, 'user')) {
      // as refs are stored: else nobody is the same person as who is named elsewhere, and could approve what they asked for
      const { userEntityRef } = credentials.principal;
      return {
        subject: userEntityRef.toLocaleLowerCase('en-US'),
        isUser: true,
      };
    }
    if (this.#auth.isPrincipal(credentials, 'service')) {
      return { subject: credentials.principal.subject, isUser: false };
    }
    throw new NotAllowedError('Sign in first.');
  }
}

const whoMay: Record<EntityAction, string> = {
  'profile.update': 'change the continuity data of this entity',
  'agreement.create': 'record agreements for this entity',
  'agreement.approve': 'confirm or decline agreements for this entity',
  'analysis.update':
    'record business impact analyses and risk assessments of this entity',
  'analysis.approve':
    'confirm or decline business impact analyses of this entity',
  'dependency.classify': 'classify the dependencies of this entity',
  'exemption.create': 'ask for exemptions of this entity, nor end them',
  'exemption.approve': 'decide on exemptions of this entity',
};

function refusal(action: EntityAction): NotAllowedError {
  return new NotAllowedError(
    `You may not ${whoMay[action]}: it needs the permission ${permissionOf[action].name}, which usually the recovery owner, the alternates and the owner have.`,
  );
}
