import {
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  Permission,
} from '@backstage/plugin-permission-common';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';
import {
  continuityAgreementApprovePermission,
  continuityAnalysisApprovePermission,
  continuityAnalysisUpdatePermission,
  continuityAgreementCreatePermission,
  continuityAuditReadPermission,
  continuityCatalogManagePermission,
  continuityFindingUpdatePermission,
  continuityFindingVerifyPermission,
  continuityPermissions,
  continuityPolicyReadPermission,
  continuityProfileUpdatePermission,
  continuityReadPermission,
  continuityTestCreatePermission,
  continuityTestReportPermission,
  continuityTestReviewPermission,
  continuityTestRunPermission,
} from 'backstage-plugin-continuity-common';
import { PortalPermissionPolicy } from './PortalPermissionPolicy';

const policy = PortalPermissionPolicy.create({
  people: [
    { ref: 'user:default/anna', name: 'Anna' },
    {
      ref: 'user:default/sam',
      name: 'Sam',
      readsOnlyOwnedBy: ['group:default/logistics'],
    },
  ],
});

const engineer = ['user:default/anna', 'group:default/checkout-team'];
const manager = ['user:default/claudia', 'group:default/continuity-managers'];
const auditor = ['user:default/greta', 'group:default/internal-audit'];
const contractor = ['user:default/sam', 'group:default/partners'];

function decide(permission: Permission, claims: string[]) {
  const user = {
    info: { userEntityRef: claims[0], ownershipEntityRefs: claims },
  } as Partial<PolicyQueryUser> as PolicyQueryUser;
  return policy.handle({ permission }, user);
}

async function resultFor(permission: Permission, claims: string[]) {
  return (await decide(permission, claims)).result;
}

const { ALLOW, DENY, CONDITIONAL } = AuthorizeResult;

describe('PortalPermissionPolicy', () => {
  it.each<[string, Permission, string[], AuthorizeResult]>([
    ['an engineer reads', continuityReadPermission, engineer, ALLOW],
    [
      'an engineer reads the policy',
      continuityPolicyReadPermission,
      engineer,
      ALLOW,
    ],
    [
      'an engineer reads the whole catalog',
      catalogEntityReadPermission,
      engineer,
      ALLOW,
    ],
    [
      'an engineer edits some',
      continuityProfileUpdatePermission,
      engineer,
      CONDITIONAL,
    ],
    [
      'an engineer records some agreements',
      continuityAgreementCreatePermission,
      engineer,
      CONDITIONAL,
    ],
    [
      'an engineer approves nothing',
      continuityAgreementApprovePermission,
      engineer,
      DENY,
    ],
    [
      'an engineer records some analyses',
      continuityAnalysisUpdatePermission,
      engineer,
      CONDITIONAL,
    ],
    [
      'an engineer confirms no analysis',
      continuityAnalysisApprovePermission,
      engineer,
      DENY,
    ],
    [
      'an engineer plans tests',
      continuityTestCreatePermission,
      engineer,
      ALLOW,
    ],
    [
      'an engineer holds some tests',
      continuityTestRunPermission,
      engineer,
      CONDITIONAL,
    ],
    [
      'an engineer reviews some tests',
      continuityTestReviewPermission,
      engineer,
      CONDITIONAL,
    ],
    [
      'an engineer works on some findings',
      continuityFindingUpdatePermission,
      engineer,
      CONDITIONAL,
    ],
    [
      'an engineer verifies some findings',
      continuityFindingVerifyPermission,
      engineer,
      CONDITIONAL,
    ],
    [
      'an engineer reports nothing as a machine',
      continuityTestReportPermission,
      engineer,
      DENY,
    ],
    [
      'an engineer runs no sweep',
      continuityCatalogManagePermission,
      engineer,
      DENY,
    ],
    [
      'an engineer reads no aggregates',
      continuityAuditReadPermission,
      engineer,
      DENY,
    ],
    [
      'an auditor reads aggregates',
      continuityAuditReadPermission,
      auditor,
      ALLOW,
    ],
    ['a contractor reads', continuityReadPermission, contractor, ALLOW],
    [
      'an engineer refreshes entities',
      catalogEntityRefreshPermission,
      engineer,
      ALLOW,
    ],
    [
      'an engineer deletes no entities',
      catalogEntityDeletePermission,
      engineer,
      DENY,
    ],
    [
      'a manager deletes entities',
      catalogEntityDeletePermission,
      manager,
      ALLOW,
    ],
  ])('%s', async (_, permission, claims, expected) => {
    expect(await resultFor(permission, claims)).toBe(expected);
  });

  it('lets continuity managers do everything', async () => {
    expect(
      await Promise.all(
        continuityPermissions.map(permission => resultFor(permission, manager)),
      ),
    ).toEqual(continuityPermissions.map(() => ALLOW));
  });

  it('lets people edit what they recover and what they own', async () => {
    expect(await decide(continuityProfileUpdatePermission, engineer)).toEqual({
      result: CONDITIONAL,
      pluginId: 'continuity',
      resourceType: 'continuity-entity',
      conditions: {
        anyOf: [
          expect.objectContaining({
            rule: 'IS_RECOVERY_OWNER',
            params: { claims: engineer },
          }),
          expect.objectContaining({
            rule: 'IS_ENTITY_OWNER',
            params: { claims: engineer },
          }),
        ],
      },
    });
  });

  it('shows a limited reader what the named groups own, and people', async () => {
    expect(await decide(catalogEntityReadPermission, contractor)).toMatchObject(
      {
        result: CONDITIONAL,
        pluginId: 'catalog',
        conditions: {
          anyOf: [
            { rule: 'IS_ENTITY_KIND', params: { kinds: ['User', 'Group'] } },
            {
              rule: 'IS_ENTITY_OWNER',
              params: { claims: ['group:default/logistics'] },
            },
          ],
        },
      },
    );
  });

  it('lets nobody do anything who is not signed in', async () => {
    expect(
      await policy.handle({ permission: continuityReadPermission }),
    ).toEqual({ result: DENY });
  });
});
