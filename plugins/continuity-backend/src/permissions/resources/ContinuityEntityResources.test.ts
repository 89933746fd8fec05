import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  type PermissionCondition,
  type PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { continuityProfileUpdatePermission } from 'backstage-plugin-continuity-common';
import { aGroup, aService, aUser } from '../../__testUtils__/anEntity';
import { FakeCatalog } from '../../__testUtils__/FakeCatalog';
import { World } from '../../__testUtils__/World';
import {
  continuityConditions,
  createContinuityConditionalDecision,
} from './continuityConditions';
import { ContinuityEntityFilter } from './continuityEntityResourceRef';
import { ContinuityEntityResources } from './ContinuityEntityResources';
import { continuityRules } from '../rules';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const { isRecoveryOwner, isEntityOwner } = continuityConditions;

function aCatalog(): FakeCatalog {
  return new FakeCatalog(
    aService('teams').ownedBy('group:default/team'),
    aService('shared')
      .ownedBy('group:default/other')
      .ownedBy('group:default/team'),
    aService('departments').ownedBy('group:default/department'),
    aService('recovered')
      .ownedBy('group:default/other')
      .annotated('continuity/recovery-owner', 'group:default/team'),
    aService('alternates')
      .ownedBy('group:default/other')
      .annotated('continuity/recovery-alternates', 'user:default/a, team'),
    aService('circles').ownedBy('group:default/circle-b'),
    aService('nobodys'),
    aGroup('team').childOf('group:default/department'),
    aGroup('department').childOf('group:default/company'),
    aGroup('company'),
    aGroup('other'),
    aGroup('circle-a').childOf('group:default/circle-b'),
    aGroup('circle-b').childOf('group:default/circle-a'),
    aUser('a').memberOf('group:default/team'),
  );
}

const services = [
  'teams',
  'shared',
  'departments',
  'recovered',
  'alternates',
  'circles',
  'nobodys',
];
const refs = services.map(name => `component:default/${name}`);

type Criteria = PermissionCriteria<PermissionCondition>;

const cases: Array<[string, Criteria, string[]]> = [
  [
    'an owner, also one of several, and through the group above',
    isEntityOwner({ claims: ['group:default/team'] }),
    ['teams', 'shared', 'departments'],
  ],
  [
    'an owner in another case',
    isEntityOwner({ claims: ['Group:Default/Team'] }),
    ['teams', 'shared', 'departments'],
  ],
  [
    'a group above, which does not own what the groups below it own',
    isEntityOwner({ claims: ['group:default/department'] }),
    ['departments'],
  ],
  [
    'groups in a circle',
    isEntityOwner({ claims: ['group:default/circle-a'] }),
    ['circles'],
  ],
  [
    'a recovery owner, an alternate, and the owner where nobody else is named',
    isRecoveryOwner({ claims: ['group:default/team'] }),
    ['teams', 'departments', 'recovered', 'alternates'],
  ],
  [
    'an alternate by name',
    isRecoveryOwner({ claims: ['user:default/a'] }),
    ['alternates'],
  ],
  ['nobody', isEntityOwner({ claims: [] }), []],
  ['a stranger', isRecoveryOwner({ claims: ['user:default/z'] }), []],
  [
    'either',
    {
      anyOf: [
        isRecoveryOwner({ claims: ['user:default/a'] }),
        isEntityOwner({ claims: ['group:default/circle-b'] }),
      ],
    },
    ['alternates', 'circles'],
  ],
  [
    'both',
    {
      allOf: [
        isRecoveryOwner({ claims: ['group:default/team'] }),
        isEntityOwner({ claims: ['group:default/other'] }),
      ],
    },
    ['recovered', 'alternates'],
  ],
  [
    'not an owner',
    { not: isEntityOwner({ claims: ['group:default/team'] }) },
    ['recovered', 'alternates', 'circles', 'nobodys'],
  ],
];

describe.each(databases.eachSupportedId())('the rules on %s', id => {
  let resources: ContinuityEntityResources;

  beforeAll(async () => {
    const world = await World.create({
      knex: await databases.init(id),
      catalog: aCatalog(),
    });
    await world.sweep.run();
    // of several owners the catalog's first one is the fallback, which is not the team here
    resources = ContinuityEntityResources.create({ database: world.knex });
  });

  const rules = Object.values(continuityRules);

  it.each(cases)('apply to %s', async (_, conditions, expected) => {
    const authorize = createConditionAuthorizer(rules);
    const decision = createContinuityConditionalDecision(
      continuityProfileUpdatePermission,
      conditions as never,
    );
    const loaded = await resources.load(refs);
    const allowed = services.filter((_name, index) =>
      authorize(decision, loaded[index]),
    );
    expect(allowed).toEqual(expected);
  });

  it.each(cases)(
    'say the same in SQL for %s',
    async (_, conditions, expected) => {
      const transform = createConditionTransformer<ContinuityEntityFilter>(
        rules as never,
      );
      const matching = await resources.matching(refs, transform(conditions));
      expect(
        services.filter((_name, index) => matching.has(refs[index])),
      ).toEqual(expected);
    },
  );

  it('know nothing of what the mirror does not know', async () => {
    const unknown = 'component:default/unknown';
    expect(await resources.load([unknown])).toEqual([undefined]);
    const everything = { not: { role: 'owner' as const, claims: [] } };
    expect(await resources.matching([unknown], everything)).toEqual(new Set());
  });
});

it('a rule names its parameters in the permission metadata', () => {
  for (const rule of Object.values(continuityRules)) {
    const schema = (rule.paramsSchema as any)['~standard'].jsonSchema.input({
      target: 'draft-07',
    });
    expect(schema.properties.claims.type).toBe('array');
  }
});
