import { layOverDependencyGraph } from '../dependency/graph/layOverDependencyGraph';
import { buildDependencyGraph } from '../dependency/graph/buildDependencyGraph';
import { compareProposed } from './compareProposed';
import { defaultPolicy } from '../policy/defaultPolicy';
import { parsePolicy } from '../policy/parsePolicy';
import { aCatalogOf, aDocument } from './__testUtils__/aCatalogOf';
import { dependencyChangesOf, draftProposal } from './draftProposal';
import { projectProposed } from './projectProposed';
import { readProposed } from './readProposed';

const shop = aDocument('web', {
  dependsOn: ['component:ledger'],
  consumesApis: ['orders'],
  providesApis: ['pages'],
  system: 'shop',
  owner: 'payments',
});
const catalog = aCatalogOf(
  shop,
  aDocument('ledger', { dependsOn: ['resource:db'], system: 'money' }),
  aDocument('Resource:db', { dependencyOf: ['component:report'] }),
  aDocument('report'),
  aDocument('System:shop'),
  aDocument('System:money'),
  aDocument('API:orders', { owner: 'payments' }),
);

function propose(documents: object[], removed: string[] = []) {
  const { proposed, problems } = readProposed(documents, defaultPolicy);
  expect(problems).toEqual([]);
  return draftProposal({ proposed, removed, current: catalog });
}

it('is none of a part of a template, whose name somebody has yet to fill in', () => {
  const { proposed, problems } = readProposed(
    [aDocument('${{ values.name }}'), aDocument('web')],
    defaultPolicy,
  );
  expect(proposed.map(({ entity }) => entity.entityRef)).toEqual([
    'component:default/web',
  ]);
  expect(problems).toMatchObject([
    { at: 'proposed[0]', kind: 'document-not-an-entity' },
  ]);
});

it.each([
  ['too long', 'x'.repeat(300)],
  ['with what no text may hold', 'a\u0000b'],
  ['of blanks', ' '],
])('is none of a name %s', (_, name) => {
  const { proposed, problems } = readProposed(
    [aDocument('web', {}, { name }), aDocument('web')],
    defaultPolicy,
  );
  expect(proposed).toHaveLength(1);
  expect(problems).toMatchObject([
    { at: 'proposed[0]', kind: 'document-not-an-entity' },
  ]);
});

describe('a proposal', () => {
  it('of what the catalog has already changes nothing', () => {
    const proposal = propose([shop]);
    const [entity] = proposal.entities.values();
    expect(entity).toEqual(catalog.get('component:default/web'));
    expect(proposal.concerned).toEqual([]);
  });

  it('keeps what only others say of an entity, where its document of now tells', () => {
    const document = aDocument('report');
    const { proposed } = readProposed([document], defaultPolicy);
    const { entities, concerned } = draftProposal({
      proposed,
      current: catalog,
      documents: new Map([
        [
          'component:default/report',
          projectProposed(document, defaultPolicy).entity,
        ],
      ]),
    });
    expect([...entities.values()]).toEqual([
      catalog.get('component:default/report'),
    ]);
    expect(concerned).toEqual([]);
  });

  it('keeps what others say of an entity, and where its file is', () => {
    const proposal = propose([
      aDocument('Ledger', { dependsOn: [], owner: 'a' }),
    ]);
    const entity = proposal.entities.get('component:default/ledger')!;
    expect(entity.relations).toEqual([
      { type: 'dependencyOf', targetRef: 'component:default/web' },
      { type: 'ownedBy', targetRef: 'group:default/a' },
    ]);
    expect(
      entity.metadata.annotations['backstage.io/managed-by-location'],
    ).toBe('url:https://example.com/ledger.yaml');
    expect(proposal.removedRelations).toEqual([
      {
        sourceRef: 'resource:default/db',
        type: 'dependencyOf',
        targetRef: 'component:default/ledger',
      },
      {
        sourceRef: 'system:default/money',
        type: 'hasPart',
        targetRef: 'component:default/ledger',
      },
    ]);
    expect(proposal.concerned).toEqual([
      'resource:default/db',
      'system:default/money',
    ]);
  });

  it('gives others relations by dependencyOf, in both kinds of capital letters', () => {
    const proposal = propose([
      aDocument('Resource:db', {
        dependencyOf: ['component:Report', 'Component:default/web'],
      }),
    ]);
    expect(proposal.addedRelations).toEqual([
      {
        sourceRef: 'component:default/web',
        type: 'dependsOn',
        targetRef: 'resource:default/db',
      },
    ]);
  });

  it('knows by the document of now which relations are an entity’s own', () => {
    const now = aDocument('Resource:db', {
      dependencyOf: ['component:report'],
    });
    const after = aDocument('Resource:db');
    const { proposed } = readProposed([after], defaultPolicy);
    const of = (
      documents?: Map<string, ReturnType<typeof projectProposed>['entity']>,
    ) =>
      draftProposal({ proposed, current: catalog, documents }).removedRelations;
    expect(of()).toEqual([]);
    expect(
      of(
        new Map([
          ['resource:default/db', projectProposed(now, defaultPolicy).entity],
        ]),
      ),
    ).toEqual([
      {
        sourceRef: 'component:default/report',
        type: 'dependsOn',
        targetRef: 'resource:default/db',
      },
    ]);
  });

  it('laid over the graph gives the graph of the changed catalog', () => {
    const changed = [
      aDocument('web', { dependsOn: ['component:report'], system: 'money' }),
      aDocument('new', { dependsOn: ['component:web'], system: 'shop' }),
    ];
    const before = buildDependencyGraph({ entities: catalog.values() });
    const after = layOverDependencyGraph(
      before,
      dependencyChangesOf(propose(changed, ['component:default/ledger'])),
    );
    const expected = buildDependencyGraph({
      entities: aCatalogOf(
        ...changed,
        aDocument('Resource:db', { dependencyOf: ['component:report'] }),
        aDocument('report'),
        aDocument('System:shop'),
        aDocument('System:money'),
        aDocument('API:orders'),
      ).values(),
    });
    expect([...after.edges()]).toEqual([...expected.edges()]);
    expect(after.isResolved('component:default/ledger')).toBe(false);
  });
});

describe('compareProposed', () => {
  const base = {
    owner: 'payments',
    lifecycle: 'production',
    type: 'service',
    system: 'shop',
    dependsOn: ['component:b', 'component:a'],
  };
  const compare = (
    spec: object,
    options: {
      metadata?: object;
      beforeMetadata?: object;
      policy?: typeof defaultPolicy;
    } = {},
  ) => {
    const {
      metadata = {},
      beforeMetadata = {},
      policy = defaultPolicy,
    } = options;
    const of = (more: object, meta: object) =>
      projectProposed(aDocument('web', { ...base, ...more }, meta), policy)
        .entity;
    return compareProposed(
      of({}, beforeMetadata),
      of(spec, metadata),
      policy,
    ).map(({ aspect, before, after }) => `${aspect}: ${before} → ${after}`);
  };

  it.each<[string, object, object]>([
    ['the order of a list', { dependsOn: ['component:a', 'component:b'] }, {}],
    [
      'another way to write a ref',
      { owner: 'Group:Default/Payments', system: 'system:shop' },
      {},
    ],
    ['a description', {}, { description: 'New words' }],
    [
      'tags and links',
      {},
      { tags: ['x'], links: [{ url: 'https://example.com' }] },
    ],
    [
      'who needs it, which is a change of those',
      { dependencyOf: ['component:z'] },
      {},
    ],
    ['a title', {}, { title: 'Web shop' }],
    [
      'an annotation of somebody else',
      {},
      { annotations: { 'example.com/a': 'b' } },
    ],
  ])('takes %s as nothing', (_, spec, metadata) => {
    expect(compare(spec, { metadata })).toEqual([]);
  });

  it.each<[string, object, object, string[]]>([
    [
      'a dependency more',
      { dependsOn: ['component:b', 'component:a', 'component:c'] },
      {},
      ['dependencies: null → component:default/c'],
    ],
    [
      'an API consumed and a dependency less',
      { dependsOn: ['component:a'], consumesApis: ['orders'] },
      {},
      [
        'dependencies: null → api:default/orders',
        'dependencies: component:default/b → null',
      ],
    ],
    [
      'an API provided',
      { providesApis: ['pages'] },
      {},
      ['dependencies: null → provides api:default/pages'],
    ],
    [
      'a dependency declared soft',
      {},
      { annotations: { 'continuity/soft-dependencies': 'component:a' } },
      ['dependencies: component:default/a → component:default/a (soft)'],
    ],
    [
      'the owner',
      { owner: 'search' },
      {},
      ['owner: group:default/payments → group:default/search'],
    ],
    [
      'the recovery owner',
      {},
      { annotations: { 'continuity/recovery-owner': 'sre' } },
      ['owner: null → recovery owner group:default/sre'],
    ],
    [
      'the lifecycle',
      { lifecycle: 'deprecated' },
      {},
      ['lifecycle: production → deprecated'],
    ],
    ['the type', { type: 'website' }, {}, ['type: service → website']],
    [
      'the system',
      { system: 'money' },
      {},
      ['system: system:default/shop → system:default/money'],
    ],
    [
      'targets',
      {},
      { annotations: { 'continuity/rto': '4h', 'continuity/rpo': 'none' } },
      ['targets: null → RPO holds no data', 'targets: null → RTO 4 h'],
    ],
  ])('tells %s', (_, spec, metadata, expected) => {
    expect(compare(spec, { metadata })).toEqual(expected);
  });

  it('tells nothing of an aspect that the policy does not name', () => {
    const policy = parsePolicy({ changes: { material: ['owner'] } });
    expect(compare({ owner: 'search', type: 'website' }, { policy })).toEqual([
      'owner: group:default/payments → group:default/search',
    ]);
  });

  it('tells an addition and a removal', () => {
    const { entity } = projectProposed(aDocument('web'), defaultPolicy);
    expect(compareProposed(null, entity, defaultPolicy)).toEqual([
      {
        entityRef: entity.entityRef,
        aspect: 'addition',
        before: null,
        after: entity.entityRef,
      },
    ]);
    expect(compareProposed(entity, null, defaultPolicy)).toEqual([
      {
        entityRef: entity.entityRef,
        aspect: 'removal',
        before: entity.entityRef,
        after: null,
      },
    ]);
    expect(compareProposed(null, null, defaultPolicy)).toEqual([]);
  });
});

describe('readProposed', () => {
  it('takes what it can, and tells of the rest one by one', () => {
    const { proposed, problems } = readProposed(
      [
        'text',
        aDocument('web', { dependsOn: ['db'] }),
        { kind: 'Location', metadata: { name: 'all' } },
        aDocument('WEB'),
        { kind: 'Component', metadata: {} },
        aDocument('a', {}, { annotations: { 'continuity/rto': 'soon' } }),
        null,
      ],
      defaultPolicy,
    );
    expect(
      proposed.map(({ at, entity }) => `${at} ${entity.entityRef}`),
    ).toEqual([
      'proposed[1] component:default/web',
      'proposed[5] component:default/a',
    ]);
    expect(problems.map(({ at, kind }) => `${kind} ${at}`)).toEqual([
      'document-not-an-entity proposed[0]',
      'document-invalid proposed[1].spec.dependsOn',
      'duplicate proposed[3]',
      'document-not-an-entity proposed[4]',
      'annotation-invalid proposed[5].metadata.annotations.continuity/rto',
      'document-not-an-entity proposed[6]',
    ]);
  });
});
