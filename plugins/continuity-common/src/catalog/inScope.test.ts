import {
  evaluateFilterPredicate,
  type FilterPredicate,
} from '@backstage/filter-predicates';
import fc from 'fast-check';
import { defaultPolicy } from '../policy/defaultPolicy';
import type { EntityFacts } from './entityFacts';
import { inScope } from './inScope';

function anEntity(
  kind: string,
  spec: EntityFacts['spec'] = {},
  metadata: Partial<EntityFacts['metadata']> = {},
): EntityFacts {
  return {
    entityRef: `${kind.toLowerCase()}:default/x`,
    kind,
    metadata: {
      name: 'x',
      namespace: 'default',
      annotations: {},
      labels: {},
      tags: [],
      ...metadata,
    },
    spec,
    relations: [],
  };
}

describe('inScope', () => {
  it.each<[string, EntityFacts, boolean]>([
    ['a System', anEntity('System'), true],
    [
      'a Resource of any type',
      anEntity('Resource', { type: 'database' }),
      true,
    ],
    ['a service', anEntity('Component', { type: 'service' }), true],
    [
      'a website',
      anEntity('Component', { type: 'website', lifecycle: 'production' }),
      true,
    ],
    [
      'a service in other capitals',
      anEntity('component', { type: 'Service' }),
      true,
    ],
    ['a library', anEntity('Component', { type: 'library' }), false],
    ['documentation', anEntity('Component', { type: 'documentation' }), false],
    ['a Component without type', anEntity('Component'), false],
    [
      'a Component with a list as type',
      anEntity('Component', { type: ['service'] }),
      false,
    ],
    ['an API', anEntity('API', { type: 'openapi' }), false],
    ['a Template', anEntity('Template', { type: 'service' }), false],
    ['a User', anEntity('User'), false],
    [
      'an experimental service',
      anEntity('Component', { type: 'service', lifecycle: 'experimental' }),
      false,
    ],
    [
      'a deprecated System in other capitals',
      anEntity('System', { lifecycle: 'Deprecated' }),
      false,
    ],
    [
      'a service of unknown lifecycle',
      anEntity('Component', {
        type: 'service',
        lifecycle: '{{ values.lifecycle }}',
      }),
      true,
    ],
  ])('counts under the shipped policy %s: %#', (_, entity, expected) => {
    expect(inScope(defaultPolicy, entity)).toBe(expected);
  });

  const primitive = fc.constantFrom<string | number | boolean>(
    'a',
    'A',
    'b',
    '1',
    1,
    0,
    true,
    false,
    'true',
  );
  const field = fc.constantFrom(
    'kind',
    'spec.type',
    'spec.a.b',
    'metadata.name',
    'metadata.title',
    'metadata.tags',
    'metadata.annotations.x.io/a',
    'metadata.labels.a',
    'relations',
  );
  const predicate: fc.Arbitrary<FilterPredicate> = fc.letrec<{
    condition: FilterPredicate;
  }>(tie => ({
    condition: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.dictionary(
        field,
        fc.oneof(
          primitive,
          fc.record({ $in: fc.array(primitive, { maxLength: 3 }) }),
          fc.record({ $exists: fc.boolean() }),
          fc.record({ $hasPrefix: fc.constantFrom('a', '') }),
          fc.record({ $contains: primitive }),
        ),
        { maxKeys: 2 },
      ) as fc.Arbitrary<FilterPredicate>,
      fc.record({ $all: fc.array(tie('condition'), { maxLength: 3 }) }),
      fc.record({ $any: fc.array(tie('condition'), { maxLength: 3 }) }),
      fc.record({ $not: tie('condition') }),
    ),
  })).condition;
  const json = fc.constantFrom<any>(
    'a',
    'B',
    '1',
    1,
    0,
    true,
    null,
    ['a'],
    [1],
    {},
    { b: 'a' },
    { b: 1 },
  );
  const text = fc.constantFrom('a', 'A', 'b', '1', 'true');
  const entity = fc
    .record({
      kind: text,
      spec: fc.dictionary(fc.constantFrom('type', 'a', 'a.b'), json),
      annotations: fc.dictionary(fc.constantFrom('x.io/a', 'x'), text),
      labels: fc.dictionary(fc.constantFrom('a', 'b'), text),
      tags: fc.array(text),
    })
    .map(({ kind, spec, ...metadata }) => anEntity(kind, spec, metadata));

  it('decides as the filter predicates of the catalog do, whatever the scope', () => {
    let inside = 0;
    fc.assert(
      fc.property(predicate, entity, (scope, facts) => {
        const expected = evaluateFilterPredicate(scope, facts);
        inside += Number(expected);
        expect(inScope({ scope }, facts)).toBe(expected);
      }),
      { numRuns: 5000, seed: 7 },
    );
    expect(inside).toBeGreaterThan(500);
  });
});
