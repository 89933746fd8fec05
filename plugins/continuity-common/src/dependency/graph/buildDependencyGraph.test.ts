import fc from 'fast-check';
import {
  aCatalog,
  anEntity,
  refOf,
  type EntityBuilder,
} from '../__testUtils__/anEntity';
import { everythingOf } from '../__testUtils__/everythingOf';
import { fromRandom } from '../__testUtils__/fromRandom';
import { aRandomCatalog } from '../__testUtils__/randomCatalog';
import { buildDependencyGraph } from './buildDependencyGraph';
import type { DependencyClassification } from './dependencyFacts';
import { DependencyGraph } from './DependencyGraph';

function graphOf(...entities: EntityBuilder[]): DependencyGraph {
  return buildDependencyGraph({ entities: aCatalog(...entities) });
}

/** `a → b: hard` for each edge. */
function edgesOf(graph: DependencyGraph): string[] {
  const short = (ref: string) =>
    ref.replace('component:', '').replace('default/', '');
  return [...graph.edges()].map(edge => {
    const endured =
      edge.endurableSeconds === undefined ? '' : ` ${edge.endurableSeconds}`;
    return `${short(edge.from)} → ${short(edge.to)}: ${edge.class}${endured}`;
  });
}

describe('what makes an edge', () => {
  const cases: Array<[string, EntityBuilder[], string[]]> = [
    [
      'a dependsOn b',
      [anEntity('a').dependsOn('b'), anEntity('b')],
      ['a → b: unclassified'],
    ],
    [
      'b dependencyOf a',
      [anEntity('a'), anEntity('b').dependencyOf('a')],
      ['a → b: unclassified'],
    ],
    [
      'both, and twice: one edge',
      [anEntity('a').dependsOn('b', 'b'), anEntity('b').dependencyOf('a')],
      ['a → b: unclassified'],
    ],
    [
      'a ref that resolves nowhere',
      [anEntity('a').dependsOn('ghost')],
      ['a → ghost: unclassified'],
    ],
    [
      'an API through all its providers',
      [
        anEntity('a').consumes('api:x'),
        anEntity('p').provides('api:x'),
        anEntity('q').provides('api:x'),
        anEntity('api:x'),
      ],
      ['a → p: unclassified', 'a → q: unclassified'],
    ],
    [
      'an API without a provider: the API itself',
      [anEntity('a').consumes('api:x'), anEntity('api:x')],
      ['a → api:x: unclassified'],
    ],
    [
      'an API that resolves nowhere, with a provider',
      [anEntity('a').consumes('api:x'), anEntity('p').provides('api:x')],
      ['a → p: unclassified'],
    ],
    [
      'dependsOn an API is the same',
      [
        anEntity('a').dependsOn('api:x'),
        anEntity('p').provides('api:x'),
        anEntity('api:x'),
      ],
      ['a → p: unclassified'],
    ],
    [
      'an API that is itself said to depend on something, for its consumers, too',
      [
        anEntity('a').consumes('api:x'),
        anEntity('p').provides('api:x'),
        anEntity('api:x'),
        anEntity('resource:db').dependencyOf('api:x'),
      ],
      [
        'api:x → resource:db: unclassified',
        'a → api:x: unclassified',
        'a → p: unclassified',
      ],
    ],
    [
      'a System needs its parts of kind Component, Resource and System, never the other way round',
      [
        anEntity('system:s'),
        anEntity('a').partOf('system:s'),
        anEntity('resource:r').partOf('system:s'),
        anEntity('system:t').partOf('system:s'),
        anEntity('api:x').partOf('system:s'),
        anEntity('template:t').partOf('system:s'),
      ],
      [
        'system:s → a: unclassified',
        'system:s → resource:r: unclassified',
        'system:s → system:t: unclassified',
      ],
    ],
    [
      'partOf something that is no System does not count',
      [
        anEntity('domain:d'),
        anEntity('system:s').partOf('domain:d'),
        anEntity('a').partOf('b'),
        anEntity('b'),
      ],
      [],
    ],
    [
      'a System that nobody registered has its parts all the same',
      [
        anEntity('a').partOf('system:gone'),
        anEntity('b').dependsOn('system:gone'),
      ],
      ['b → system:gone: unclassified', 'system:gone → a: unclassified'],
    ],
    [
      'owners and others say nothing about dependencies',
      [anEntity('a').relatedBy('ownedBy', 'group:g').relatedBy('childOf', 'b')],
      [],
    ],
    [
      'a self-dependency is no edge',
      [
        anEntity('a').dependsOn('a').consumes('api:x').provides('api:x'),
        anEntity('b').provides('api:x'),
      ],
      ['a → b: unclassified'],
    ],
    [
      'any namespace, names with dots',
      [anEntity('prod/a').dependsOn('system:test/mqtt.home')],
      ['prod/a → system:test/mqtt.home: unclassified'],
    ],
  ];
  it.each(cases)('%s', (_, entities, expected) => {
    expect(edgesOf(graphOf(...entities)).sort()).toEqual(expected.sort());
  });

  it('compares refs as the catalog does, whatever their case', () => {
    const graph = buildDependencyGraph({
      entities: [
        {
          entityRef: 'Component:Default/A',
          metadata: {
            annotations: {
              'continuity/soft-dependencies': 'Component:B',
            },
          },
          relations: [{ type: 'dependsOn', targetRef: 'component:default/B' }],
        },
        { entityRef: 'component:default/b', relations: [] },
      ],
      classifications: [
        {
          from: 'COMPONENT:default/a',
          to: 'component:Default/b',
          class: 'soft',
          endurableSeconds: 60,
        },
      ],
    });
    expect(edgesOf(graph)).toEqual(['a → b: soft 60']);
    expect(graph.needsOf('component:DEFAULT/a')).toHaveLength(1);
  });
});

describe('what makes an edge soft', () => {
  const said = (
    from: string,
    to: string,
    rest: Pick<DependencyClassification, 'class' | 'endurableSeconds'>,
  ): DependencyClassification => ({
    from: refOf(from),
    to: refOf(to),
    ...rest,
  });
  const soft = (endurableSeconds?: number) => ({
    class: 'soft' as const,
    endurableSeconds,
  });
  const hard = { class: 'hard' as const };
  const direct = () => anEntity('a').dependsOn('b');
  const twoWays = () => anEntity('a').dependsOn('b').consumes('api:x');
  const others = [anEntity('b').provides('api:x'), anEntity('api:x')];
  const throughTwoApis = () => anEntity('a').consumes('api:x', 'api:y');

  const cases: Array<
    [string, EntityBuilder[], DependencyClassification[], string]
  > = [
    ['the annotation', [direct().soft('component:b')], [], 'soft'],
    ['the portal', [direct()], [said('a', 'b', soft())], 'soft'],
    [
      'the portal, for a time',
      [direct()],
      [said('a', 'b', soft(3600))],
      'soft 3600',
    ],
    ['zero endured', [direct()], [said('a', 'b', soft(0))], 'soft 0'],
    [
      'the annotation, the time from the portal',
      [direct().soft('component:b')],
      [said('a', 'b', soft(60))],
      'soft 60',
    ],
    ['declared hard', [direct().hard('component:b')], [], 'hard'],
    [
      'both soft and hard in the file: hard',
      [direct().soft('component:b').hard('component:b')],
      [],
      'hard',
    ],
    [
      'the file comes before the portal',
      [direct().hard('component:b')],
      [said('a', 'b', soft())],
      'hard',
    ],
    [
      'the file comes before the portal, the other way round',
      [direct().soft('component:b')],
      [said('a', 'b', hard)],
      'soft',
    ],
    [
      'the portal twice: the stricter',
      [direct()],
      [said('a', 'b', soft(60)), said('a', 'b', soft(30))],
      'soft 30',
    ],
    [
      'the portal soft and hard: hard',
      [direct()],
      [said('a', 'b', soft()), said('a', 'b', hard)],
      'hard',
    ],
    [
      'said by the wrong side: nothing',
      [direct()],
      [said('b', 'a', soft())],
      'unclassified',
    ],
    [
      'an API way by the name of the API',
      [anEntity('a').consumes('api:x').soft('api:x')],
      [],
      'soft',
    ],
    [
      'an API way by the name of its provider',
      [anEntity('a').consumes('api:x').soft('component:b')],
      [],
      'soft',
    ],
    [
      'an API way by both names: the stricter',
      [anEntity('a').consumes('api:x')],
      [said('a', 'api:x', soft(60)), said('a', 'b', soft(30))],
      'soft 30',
    ],
    [
      'an API way soft by one name, hard by the other: hard',
      [anEntity('a').consumes('api:x').soft('api:x')],
      [said('a', 'b', hard)],
      'hard',
    ],
    [
      'only the API of two ways is soft: not soft',
      [twoWays().soft('api:x')],
      [],
      'unclassified',
    ],
    [
      'only the direct one of two ways is soft: not soft',
      [twoWays().soft('component:b')],
      [],
      'unclassified',
    ],
    [
      'both ways soft: soft, for the shorter time',
      [twoWays()],
      [said('a', 'b', soft(60)), said('a', 'api:x', soft(90))],
      'soft 60',
    ],
    [
      'one of two ways hard: hard',
      [twoWays().soft('component:b').hard('api:x')],
      [],
      'hard',
    ],
    [
      'one of two ways hard, the other not classified: hard',
      [twoWays().hard('api:x')],
      [],
      'hard',
    ],
    [
      'two APIs of one provider, one soft: not soft',
      [throughTwoApis().soft('api:x'), anEntity('b').provides('api:y')],
      [],
      'unclassified',
    ],
    [
      'two APIs of one provider, both soft: soft',
      [throughTwoApis().soft('api:x, api:y'), anEntity('b').provides('api:y')],
      [],
      'soft',
    ],
    ['unclassified where nobody says a thing', [direct()], [], 'unclassified'],
  ];
  it.each(cases)('%s', (_, [a, b], classifications, expected) => {
    const provider = b ? [b.provides('api:x'), others[1]] : others;
    const graph = buildDependencyGraph({
      entities: aCatalog(a, ...provider),
      classifications,
    });
    expect(edgesOf(graph)).toEqual([`a → b: ${expected}`]);
  });

  it('makes no edge of a classified ref that is no dependency', () => {
    const graph = buildDependencyGraph({
      entities: aCatalog(anEntity('a').soft('component:b, component:nowhere')),
      classifications: [
        said('a', 'c', soft()),
        said('gone', 'a', { class: 'hard' }),
      ],
    });
    expect(graph.refs()).toEqual(['component:default/a']);
    expect([...graph.edges()]).toEqual([]);
  });

  it('lets a System do without one of its parts', () => {
    const graph = graphOf(
      anEntity('system:s').soft('component:a'),
      anEntity('a').partOf('system:s'),
    );
    expect(edgesOf(graph)).toEqual(['system:s → a: soft']);
    expect(graph.partsOf(refOf('system:s'))).toEqual([refOf('a')]);
  });

  it('reads nothing from an annotation that is no text', () => {
    const [row] = aCatalog(direct());
    const annotations = { 'continuity/soft-dependencies': 7 } as any;
    const graph = buildDependencyGraph({
      entities: [{ ...row, metadata: { annotations } }],
    });
    expect(edgesOf(graph)).toEqual(['a → b: unclassified']);
  });

  it('takes a time that is none as not endured at all', () => {
    for (const endurableSeconds of [-5, NaN]) {
      const graph = buildDependencyGraph({
        entities: aCatalog(direct()),
        classifications: [said('a', 'b', soft(endurableSeconds))],
      });
      expect(edgesOf(graph)).toEqual(['a → b: soft 0']);
    }
  });
});

describe('what a graph says of itself', () => {
  const graph = graphOf(
    anEntity('a').dependsOn('b', 'a').consumes('api:x').soft('api:x'),
    anEntity('b').provides('api:x').dependsOn('gone'),
    anEntity('system:s').dependsOn('a'),
    anEntity('api:x'),
    anEntity('c').partOf('system:s').consumes('api:y').provides('api:y'),
  );

  it('tells each way of an edge, and the ref that classifies it', () => {
    expect(graph.edge(refOf('a'), refOf('b'))).toEqual({
      from: refOf('a'),
      to: refOf('b'),
      class: 'unclassified',
      resolved: true,
      ways: [
        { kind: 'direct', class: 'unclassified', classifiedAs: refOf('b') },
        {
          kind: 'api',
          api: refOf('api:x'),
          class: 'soft',
          declaredBy: 'catalog',
          classifiedAs: refOf('api:x'),
        },
      ],
    });
    expect(graph.edge(refOf('b'), refOf('a'))).toBeUndefined();
    expect(graph.edge(refOf('a'), refOf('a'))).toBeUndefined();
    expect(graph.edge(refOf('a'), 'component:default/never')).toBeUndefined();
  });

  it('tells who needs an entity', () => {
    const needing = graph.neededByOf(refOf('a')).map(edge => edge.from);
    expect(needing).toEqual([refOf('system:s')]);
    expect(graph.neededByOf('component:default/never')).toEqual([]);
  });

  it('shows self-dependencies, and the APIs through which', () => {
    expect(graph.selfDependencies()).toEqual([
      { ref: refOf('a'), apis: [] },
      { ref: refOf('c'), apis: [refOf('api:y')] },
    ]);
  });

  it('shows what resolves nowhere, and who names it', () => {
    expect(graph.unresolved()).toEqual([
      { ref: refOf('api:y'), namedBy: [refOf('c')] },
      { ref: refOf('gone'), namedBy: [refOf('b')] },
    ]);
    expect(graph.isResolved(refOf('gone'))).toBe(false);
    expect(graph.has(refOf('gone'))).toBe(true);
    expect(graph.has('component:default/never')).toBe(false);
  });

  it('counts', () => {
    expect(graph.counts()).toEqual({
      entities: 5,
      unresolved: 2,
      hard: 0,
      soft: 0,
      unclassified: 4,
    });
  });

  it('knows APIs and Systems', () => {
    expect(graph.consumersOf(refOf('api:x'))).toEqual([refOf('a')]);
    expect(graph.providersOf(refOf('api:x'))).toEqual([refOf('b')]);
    expect(graph.systemsOf(refOf('c'))).toEqual([refOf('system:s')]);
    expect(graph.partsOf('system:default/never')).toEqual([]);
  });

  it('is the same after being handed to another thread', () => {
    const copy = DependencyGraph.fromPacked(structuredClone(graph.packed));
    expect(everythingOf(copy)).toEqual(everythingOf(graph));
  });

  it('can be of nothing', () => {
    const nothing = graphOf();
    expect(nothing.refs()).toEqual([]);
    expect(nothing.needsOf(refOf('a'))).toEqual([]);
    expect(nothing.counts().entities).toBe(0);
  });
});

describe('random catalogs', () => {
  it('give the edges that DOMAIN.md says', () => {
    fc.assert(
      fc.property(aRandomCatalog({ size: 14, relations: 56 }), catalog => {
        const { graph, reference } = fromRandom(catalog);
        expect(graph.refs()).toEqual(reference.refs);
        const found = reference.refs.map(ref => ({
          ref,
          needs: graph
            .needsOf(ref)
            .map(edge => [
              edge.to,
              edge.class === 'soft'
                ? { soft: edge.endurableSeconds ?? Infinity }
                : edge.class,
            ]),
          resolved: graph.isResolved(ref),
          parts: graph.partsOf(ref),
        }));
        const expected = reference.refs.map(ref => ({
          ref,
          needs: [...reference.edges.get(ref)!],
          resolved: reference.rows.has(ref),
          parts: reference.partsOf(ref),
        }));
        expect(found).toEqual(expected);
        expect(graph.selfDependencies().map(({ ref }) => ref)).toEqual(
          [...reference.selfDependent].sort(),
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('give each edge from both ends', () => {
    fc.assert(
      fc.property(aRandomCatalog({ size: 12, relations: 48 }), catalog => {
        const { graph } = fromRandom(catalog);
        const backward = graph.refs().flatMap(ref => graph.neededByOf(ref));
        const key = (edge: { from: string; to: string }) =>
          `${edge.from} ${edge.to}`;
        expect(backward.sort((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual([
          ...graph.edges(),
        ]);
        const counts = graph.counts();
        expect(counts.hard + counts.soft + counts.unclassified).toBe(
          backward.length,
        );
        expect(counts.unclassified).toBe(
          backward.filter(edge => edge.class === 'unclassified').length,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('give the same graph in whatever order they come', () => {
    fc.assert(
      fc.property(
        aRandomCatalog({ size: 12, relations: 48 }).chain(catalog =>
          fc.tuple(
            fc.constant(catalog),
            fc.shuffledSubarray(catalog.entities, {
              minLength: catalog.entities.length,
            }),
            fc.shuffledSubarray(catalog.classifications, {
              minLength: catalog.classifications.length,
            }),
          ),
        ),
        ([catalog, entities, classifications]) => {
          const graph = buildDependencyGraph(catalog);
          const shuffled = buildDependencyGraph({
            entities: entities.map(row => ({
              ...row,
              relations: [...row.relations].reverse(),
            })),
            classifications,
          });
          expect(everythingOf(shuffled)).toEqual(everythingOf(graph));
        },
      ),
      { numRuns: 500 },
    );
  });
});
