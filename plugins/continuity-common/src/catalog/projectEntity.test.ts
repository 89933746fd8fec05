import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import fc from 'fast-check';
import { defaultPolicy } from '../policy/defaultPolicy';
import { parsePolicy } from '../policy/parsePolicy';
import { canonicalJson } from '../record/canonicalJson';
import type { EntityFacts } from './entityFacts';
import { projectEntity } from './projectEntity';

function anEntity(parts: {
  kind?: unknown;
  metadata?: Record<string, unknown>;
  spec?: unknown;
  relations?: unknown;
}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    ...parts,
    metadata: { name: 'checkout', ...parts.metadata },
  } as Entity;
}

const mappingPolicy = parsePolicy({
  scope: {
    kind: 'Component',
    'metadata.annotations.example.com/scope': 'in',
    'metadata.labels.region': { $exists: true },
    'spec.cost.centre': 'a',
  },
  mappings: [
    {
      field: 'tier',
      annotation: 'contentful.com/service-tier',
      values: { 4: 'tier-4' },
    },
    { field: 'tier', label: 'iks.dev/criticality', values: { high: 'tier-1' } },
    { field: 'rto', spec: 'continuity.rto' },
  ],
});

describe('projectEntity', () => {
  it('keeps what the rules use and nothing else', () => {
    const entity = anEntity({
      metadata: {
        name: 'Check.Out',
        namespace: 'Shop',
        title: 'Checkout',
        uid: 'uid-1',
        etag: 'x',
        description: 'Sells things',
        links: [{ url: 'https://example.com' }],
        annotations: {
          'continuity/rto': '4h',
          'continuity/unheard-of': 'x',
          'backstage.io/managed-by-location': 'url:https://example.com/a',
          'backstage.io/managed-by-origin-location':
            'url:https://example.com/b',
          'backstage.io/source-location': 'url:https://example.com/c',
          'backstage.io/view-url': 'https://example.com/d',
          'backstage.io/edit-url': 'https://example.com/e',
          'backstage.io/orphan': 'true',
          'github.com/project-slug': 'a/b',
        },
        labels: { region: 'eu', colour: 'blue', 'continuity/status': 'met' },
        tags: ['java', 'go', 'java'],
      },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: 'Payments',
        system: 'shop',
        domain: 'commerce',
        definition: 'x'.repeat(76_000),
        dependsOn: ['component:db'],
      },
      relations: [
        { type: 'partOf', targetRef: 'System:Default/Shop' },
        { type: 'dependsOn', targetRef: 'resource:default/db' },
        { type: 'dependsOn', targetRef: 'Resource:default/DB' },
        { type: 'ownedBy', targetRef: 'group:default/payments' },
        { type: 'documentedBy', targetRef: 'component:default/docs' },
      ],
    });

    expect(projectEntity(entity, defaultPolicy)).toEqual({
      entityRef: 'component:shop/check.out',
      uid: 'uid-1',
      kind: 'Component',
      metadata: {
        name: 'Check.Out',
        namespace: 'Shop',
        title: 'Checkout',
        annotations: {
          'backstage.io/edit-url': 'https://example.com/e',
          'backstage.io/managed-by-location': 'url:https://example.com/a',
          'backstage.io/orphan': 'true',
          'backstage.io/source-location': 'url:https://example.com/c',
          'backstage.io/view-url': 'https://example.com/d',
          'continuity/rto': '4h',
          'continuity/unheard-of': 'x',
        },
        labels: { region: 'eu' },
        tags: ['go', 'java'],
      },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: 'Payments',
        system: 'shop',
        domain: 'commerce',
      },
      relations: [
        { type: 'dependsOn', targetRef: 'resource:default/db' },
        { type: 'ownedBy', targetRef: 'group:default/payments' },
        { type: 'partOf', targetRef: 'system:default/shop' },
      ],
    });
  });

  it('keeps what the scope and the mappings of the policy read', () => {
    const entity = anEntity({
      metadata: {
        annotations: {
          'contentful.com/service-tier': 4,
          'example.com/scope': 'in',
          'example.com/other': 'x',
        },
        labels: { 'iks.dev/criticality': 'high', region: 'eu', team: 'x' },
      },
      spec: {
        type: 'service',
        continuity: { rto: '4h', rpo: '1h' },
        cost: { centre: 'a', amount: 4 },
      },
    });

    const { metadata, spec } = projectEntity(entity, mappingPolicy);

    expect(metadata.annotations).toEqual({
      'contentful.com/service-tier': '4',
      'example.com/scope': 'in',
    });
    expect(metadata.labels).toEqual({
      'iks.dev/criticality': 'high',
      region: 'eu',
    });
    expect(spec).toEqual({
      type: 'service',
      continuity: { rto: '4h' },
      cost: { centre: 'a' },
    });
  });

  it('keeps the display name of a person, and no address', () => {
    const user = anEntity({
      kind: 'User',
      spec: { profile: { displayName: 'Jane', email: 'jane@example.com' } },
      relations: [{ type: 'memberOf', targetRef: 'group:default/payments' }],
    });
    expect(projectEntity(user, defaultPolicy)).toMatchObject({
      spec: { profile: { displayName: 'Jane' } },
      relations: [{ type: 'memberOf', targetRef: 'group:default/payments' }],
    });
    expect(JSON.stringify(projectEntity(user, defaultPolicy))).not.toContain(
      '@',
    );
  });

  it('finds a spec field whose key has a dot, and one below a section that is kept whole', () => {
    const policy = parsePolicy({
      mappings: [
        { field: 'rto', spec: 'continuity.rto' },
        { field: 'mtpd', spec: 'dr.mtpd' },
        { field: 'recoveryAlternates', spec: 'dr' },
      ],
    });
    const spec = { 'continuity.rto': '4h', dr: { mtpd: '8h', site: 'b' } };
    const entity = anEntity({ spec });
    expect(projectEntity(entity, policy).spec).toEqual(spec);
    expect(entity.spec).toEqual({
      'continuity.rto': '4h',
      dr: { mtpd: '8h', site: 'b' },
    });
  });

  it.each<[string, Entity]>([
    [
      'no namespace, annotations, labels, tags, spec and relations',
      anEntity({}),
    ],
    [
      'nulls',
      anEntity({
        metadata: {
          namespace: null,
          title: null,
          uid: null,
          annotations: null,
          labels: null,
          tags: null,
        },
        spec: null,
        relations: null,
      }),
    ],
    [
      'blank texts',
      anEntity({ metadata: { namespace: ' ', title: '', uid: '' } }),
    ],
    [
      'other shapes',
      anEntity({
        metadata: {
          namespace: 4,
          title: {},
          annotations: 'x',
          labels: [],
          tags: 'java',
        },
        spec: ['x'],
        relations: {},
      }),
    ],
    [
      'useless entries',
      anEntity({
        metadata: {
          annotations: {
            'continuity/rto': null,
            'continuity/rpo': {},
            'continuity/mtpd': ['4h'],
          },
          tags: [1, null],
        },
        spec: { type: undefined },
        relations: [
          null,
          'x',
          {},
          { type: 'dependsOn' },
          { type: 'dependsOn', targetRef: 'component:' },
          { type: 4, targetRef: 'component:default/a' },
        ],
      }),
    ],
  ])('takes an entity with %s', (_, entity) => {
    expect(projectEntity(entity, defaultPolicy)).toEqual({
      entityRef: 'component:default/checkout',
      kind: 'Component',
      metadata: {
        name: 'checkout',
        namespace: 'default',
        annotations: {},
        labels: {},
        tags: [],
      },
      spec: {},
      relations: [],
    });
  });

  it.each<[string, unknown]>([
    ['no kind', anEntity({ kind: undefined })],
    ['no name', anEntity({ metadata: { name: undefined } })],
    ['a number as name', anEntity({ metadata: { name: 4 } })],
    ['no metadata', { kind: 'Component' }],
    ['nothing', undefined],
  ])('refuses an entity with %s', (_, entity) => {
    expect(() => projectEntity(entity as Entity, defaultPolicy)).toThrow(
      InputError,
    );
  });

  it('keeps refs that resolve nowhere, and the entity itself as a dependency', () => {
    const { relations } = projectEntity(
      anEntity({
        relations: [
          { type: 'dependsOn', targetRef: 'component:default/checkout' },
          { type: 'dependsOn', targetRef: 'system:home/mqtt.home' },
          { type: 'ownedBy', targetRef: 'group:default/The Payments Team' },
        ],
      }),
      defaultPolicy,
    );
    expect(relations.map(relation => relation.targetRef)).toEqual([
      'component:default/checkout',
      'system:home/mqtt.home',
      'group:default/the payments team',
    ]);
  });

  it('cuts texts and empties sections that are too large to be kept for every entity', () => {
    const { metadata, spec } = projectEntity(
      anEntity({
        metadata: { annotations: { 'continuity/mbco': 'x'.repeat(40_000) } },
        spec: {
          type: Array.from({ length: 20_000 }, () => 'service'),
          continuity: { rto: { x: 'x'.repeat(40_000) } },
        },
      }),
      mappingPolicy,
    );
    expect(metadata.annotations['continuity/mbco']).toHaveLength(32_768);
    expect(spec).toEqual({ type: [], continuity: { rto: {} } });
  });

  const ref = fc.constantFrom(
    'component:default/a',
    'Component:default/A',
    'resource:x/b',
    'group:default/g',
    'junk',
  );
  const relation = fc.record({
    type: fc.constantFrom('dependsOn', 'ownedBy', 'partOf', 'documentedBy'),
    targetRef: ref,
  });
  // JSON writes -0 as 0, so that a catalog can't hold it
  const json = fc.jsonValue().map(value => JSON.parse(JSON.stringify(value)));
  const anything = fc.record({
    metadata: fc.record(
      {
        namespace: fc.constantFrom('default', 'Shop'),
        uid: fc.string(),
        title: fc.string(),
        annotations: fc.dictionary(
          fc.constantFrom(
            'continuity/rto',
            'backstage.io/orphan',
            'contentful.com/service-tier',
            'a/b',
          ),
          json,
        ),
        labels: fc.dictionary(
          fc.constantFrom('region', 'iks.dev/criticality', 'continuity/status'),
          json,
        ),
        tags: fc.array(fc.constantFrom('a', 'b', 'tier1')),
      },
      { requiredKeys: [] },
    ),
    spec: fc.dictionary(
      fc.constantFrom(
        'type',
        'owner',
        'continuity',
        'continuity.rto',
        'cost',
        'profile',
      ),
      fc.oneof(
        json,
        fc.dictionary(fc.constantFrom('rto', 'centre', 'displayName'), json),
      ),
    ),
    relations: fc.array(relation),
  });

  function asEntity(facts: EntityFacts): Entity {
    return anEntity({
      ...facts,
      metadata: { ...facts.metadata, uid: facts.uid },
    });
  }

  it('gives the same facts of its own facts', () => {
    fc.assert(
      fc.property(anything, parts => {
        const facts = projectEntity(anEntity(parts), mappingPolicy);
        expect(projectEntity(asEntity(facts), mappingPolicy)).toEqual(facts);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same facts whatever the order of relations, tags and annotations', () => {
    fc.assert(
      fc.property(anything, parts => {
        const { annotations, tags } = parts.metadata;
        const turned = {
          ...parts,
          metadata: {
            ...parts.metadata,
            ...(annotations && {
              annotations: Object.fromEntries(
                Object.entries(annotations).reverse(),
              ),
            }),
            ...(tags && { tags: [...tags].reverse() }),
          },
          relations: [...parts.relations, ...parts.relations].reverse(),
        };
        expect(
          JSON.stringify(projectEntity(anEntity(turned), mappingPolicy)),
        ).toBe(JSON.stringify(projectEntity(anEntity(parts), mappingPolicy)));
      }),
      { numRuns: 500 },
    );
  });

  it('gives facts that can be hashed, whatever the entity holds', () => {
    fc.assert(
      fc.property(anything, parts => {
        const facts = projectEntity(anEntity(parts), mappingPolicy);
        expect(JSON.parse(canonicalJson(facts))).toEqual(facts);
      }),
    );
  });
});
