import fc from 'fast-check';
import {
  aCatalog,
  anEntity,
  refOf,
} from '../dependency/__testUtils__/anEntity';
import {
  aRandomCatalog,
  refsOf,
} from '../dependency/__testUtils__/randomCatalog';
import { ReferenceGraph } from '../dependency/__testUtils__/ReferenceGraph';
import { buildDependencyGraph } from '../dependency/graph/buildDependencyGraph';
import { layOverDependencyGraph } from '../dependency/graph/layOverDependencyGraph';
import { naiveImpact } from './__testUtils__/naiveImpact';
import { findImpacted } from './findImpacted';

const shop = aCatalog(
  anEntity('db').partOf('system:data'),
  anEntity('ledger').dependsOn('db').partOf('system:money'),
  anEntity('mailer').partOf('system:money'),
  anEntity('web').dependsOn('ledger', 'system:money'),
  anEntity('report').dependsOn('ledger').soft('component:ledger'),
  anEntity('board').dependsOn('report').partOf('system:office'),
  anEntity('system:data'),
  anEntity('system:money'),
  anEntity('system:office'),
  anEntity('outside').dependsOn('system:money'),
);
const graph = buildDependencyGraph({ entities: shop });

/** As `effect entity … touched`, with short names. */
function impactOf(touched: string[]) {
  const impact = findImpacted(graph, { touched: touched.map(refOf) });
  return impact.list().map(({ effect, path }) =>
    [effect, ...path]
      .join(' ')
      .replace(/component:default\//g, '')
      .replace(/system:default\//g, 's:'),
  );
}

describe('findImpacted', () => {
  it('takes what needs the touched, the systems around it, and what depends on those; not the other parts of a system', () => {
    expect(impactOf(['db'])).toEqual([
      'touched db',
      'affected ledger db',
      'system s:data db',
      'affected web ledger db',
      'system s:money ledger db',
      'affected outside s:money ledger db',
      'degraded report ledger db',
    ]);
  });

  it('says of what is softly reached that it is degraded, and goes no further: neither to what needs it nor to its system', () => {
    const impact = findImpacted(graph, { touched: [refOf('ledger')] });
    expect(impact.effectOn(refOf('report'))).toBe('degraded');
    expect(impact.effectOn(refOf('board'))).toBeUndefined();
    expect(impact.effectOn(refOf('system:office'))).toBeUndefined();
  });

  it.each([
    [undefined, 'degraded'],
    [3_600, 'degraded'],
    [3_601, 'affected'],
  ])(
    'takes a workaround of an hour in a window of %s seconds as %s',
    (windowSeconds, effect) => {
      const entities = aCatalog(
        anEntity('db'),
        anEntity('a').dependsOn('db'),
        anEntity('b').dependsOn('a'),
      );
      const soft = buildDependencyGraph({
        entities,
        classifications: [
          {
            from: refOf('a'),
            to: refOf('db'),
            class: 'soft',
            endurableSeconds: 3_600,
          },
        ],
      });
      const impact = findImpacted(soft, {
        touched: [refOf('db')],
        windowSeconds,
      });
      expect(impact.effectOn(refOf('a'))).toBe(effect);
      expect(impact.effectOn(refOf('b'))).toBe(
        effect === 'affected' ? 'affected' : undefined,
      );
    },
  );

  it('takes the consumers of a touched API with what needs them, its system without, and not its provider', () => {
    const entities = aCatalog(
      anEntity('provider').provides('api:orders'),
      anEntity('api:orders'),
      anEntity('consumer').consumes('api:orders'),
      anEntity('above').dependsOn('consumer'),
      anEntity('soft').consumes('api:orders').soft('api:orders'),
      anEntity('system:trade'),
      anEntity('uses').dependsOn('system:trade'),
    );
    const impact = findImpacted(buildDependencyGraph({ entities }), {
      touched: [refOf('api:orders')],
      systemsOfApi: () => [refOf('system:trade')],
    });
    expect(
      impact.list().map(({ entityRef, effect }) => `${effect} ${entityRef}`),
    ).toEqual([
      'touched api:default/orders',
      'affected component:default/consumer',
      'system system:default/trade',
      'affected component:default/above',
      'degraded component:default/soft',
    ]);
    expect(impact.pathOf(refOf('system:trade'))).toEqual([
      'system:default/trade',
      'api:default/orders',
    ]);
  });

  it('names what neither graph has, and takes refs in any case', () => {
    const impact = findImpacted(graph, {
      touched: ['Component:Default/New', 'Component:Default/DB'],
    });
    expect(impact.unknown).toEqual(['component:default/new']);
    expect(impact.effectOn('component:default/NEW')).toBe('touched');
    expect(impact.pathOf('component:default/new')).toEqual([
      'component:default/new',
    ]);
    expect(impact.size).toBe(8);
  });

  it('goes round a cycle once', () => {
    const entities = aCatalog(
      anEntity('a').dependsOn('b'),
      anEntity('b').dependsOn('a'),
      anEntity('c').dependsOn('a'),
    );
    const impact = findImpacted(buildDependencyGraph({ entities }), {
      touched: [refOf('a')],
    });
    expect(impact.list().map(each => each.path.length)).toEqual([1, 2, 2]);
  });

  it('takes who is impacted with the proposal, or without it', () => {
    const before = buildDependencyGraph({
      entities: aCatalog(
        anEntity('db'),
        anEntity('old').dependsOn('db'),
        anEntity('new'),
        anEntity('soft').dependsOn('db').soft('component:db'),
      ),
    });
    const after = layOverDependencyGraph(before, {
      entities: aCatalog(
        anEntity('db').dependencyOf('new'),
        anEntity('new'),
        anEntity('soft').dependsOn('db'),
        anEntity('old'),
      ),
      removedRelations: [
        {
          sourceRef: refOf('old'),
          type: 'dependsOn',
          targetRef: refOf('db'),
        },
      ],
    });
    const impact = findImpacted(before, { touched: [refOf('db')], after });
    expect(
      impact.list().map(({ entityRef, effect }) => `${effect} ${entityRef}`),
    ).toEqual([
      'touched component:default/db',
      'affected component:default/new',
      'affected component:default/old',
      'affected component:default/soft',
    ]);
    expect(impact.size).toBe(4);
  });

  it('names as many as asked for, of those that may be named', () => {
    const impact = findImpacted(graph, { touched: [refOf('db')] });
    const includes = (ref: string) => ref !== refOf('ledger');
    expect(
      impact.list({ limit: 2, includes }).map(each => each.entityRef),
    ).toEqual([refOf('db'), refOf('system:data')]);
  });

  it('lists what neither graph has among the touched, by ref', () => {
    const touched = ['zebra', 'db', 'aardvark'].map(refOf);
    expect(
      findImpacted(graph, { touched })
        .list({ limit: 3 })
        .map(({ entityRef }) => entityRef),
    ).toEqual(['aardvark', 'db', 'zebra'].map(refOf));
    expect(findImpacted(graph, { touched: [refOf('zebra')] }).list()).toEqual([
      { entityRef: refOf('zebra'), effect: 'touched', path: [refOf('zebra')] },
    ]);
  });

  it('names the way over which an entity is hit, though it is degraded by a shorter one without the proposal', () => {
    const before = buildDependencyGraph({
      entities: aCatalog(
        anEntity('db'),
        anEntity('mid').dependsOn('db'),
        anEntity('top').dependsOn('db').soft('component:db'),
      ),
    });
    const after = layOverDependencyGraph(before, {
      addedRelations: [
        {
          sourceRef: refOf('top'),
          type: 'dependsOn',
          targetRef: refOf('mid'),
        },
      ],
    });
    const impact = findImpacted(before, { touched: [refOf('db')], after });
    expect(
      impact.list().map(({ effect, path }) => [effect, path.length]),
    ).toEqual([
      ['touched', 1],
      ['affected', 2],
      ['affected', 3],
    ]);
  });

  it('finds what brute force finds, with the same paths, in any catalog', () => {
    const size = 12;
    fc.assert(
      fc.property(
        aRandomCatalog({ size, relations: 20 }),
        fc.uniqueArray(fc.constantFrom(...refsOf(size)), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.integer({ min: 0, max: 4 }),
        ({ entities, classifications }, touched, windowSeconds) => {
          const packed = buildDependencyGraph({ entities, classifications });
          const reference = new ReferenceGraph({ entities, classifications });
          const expected = naiveImpact(reference, { touched, windowSeconds });
          const impact = findImpacted(packed, {
            touched,
            windowSeconds,
            systemsOfApi: api => reference.systemsOfApi(api),
          });
          const found = new Map(
            impact
              .list()
              .map(({ entityRef, effect, path }) => [
                entityRef,
                { effect, path },
              ]),
          );
          expect(new Map([...found].sort())).toEqual(
            new Map([...expected].sort()),
          );
          expect(impact.size).toBe(expected.size);
        },
      ),
      { numRuns: 300 },
    );
  });
});
