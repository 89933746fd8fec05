import fc from 'fast-check';
import { aCatalog, anEntity, refOf } from '../__testUtils__/anEntity';
import { fromRandom } from '../__testUtils__/fromRandom';
import { aRandomCatalog, refsOf } from '../__testUtils__/randomCatalog';
import { buildDependencyGraph } from '../graph/buildDependencyGraph';
import { findCycles } from './findCycles';
import { findShortestPath } from './findShortestPath';
import { reachDependencies } from './reachDependencies';

const outages = fc.constantFrom(undefined, 0, 1, 2, 3, 100, Infinity);

describe('reaching what is needed', () => {
  const graph = buildDependencyGraph({
    entities: aCatalog(
      anEntity('shop').dependsOn('cart', 'search'),
      anEntity('search').dependsOn('db'),
      anEntity('db').dependsOn('disk', 'db'),
      anEntity('disk'),
      anEntity('cart').dependsOn('db', 'mail').soft('component:mail'),
      anEntity('mail').dependsOn('smtp'),
      anEntity('smtp'),
    ),
    classifications: [
      {
        from: refOf('cart'),
        to: refOf('mail'),
        class: 'soft',
        endurableSeconds: 3600,
      },
    ],
  });
  const needs = (from: string, rest: object = {}) =>
    reachDependencies(graph, {
      from: [refOf(from)],
      direction: 'needs',
      ...rest,
    });
  const neededBy = (from: string, rest: object = {}) =>
    reachDependencies(graph, {
      from: [refOf(from)],
      direction: 'needed-by',
      ...rest,
    });
  const names = (refs: readonly string[] | undefined) =>
    refs?.map(ref => ref.replace('component:default/', ''));

  it('goes to the end, in the order of refs', () => {
    expect(names(needs('shop').refs())).toEqual([
      'cart',
      'db',
      'disk',
      'search',
    ]);
    expect(needs('shop').size).toBe(4);
  });

  it('tells the nearest first', () => {
    expect(neededBy('disk').entities()).toEqual([
      { ref: refOf('db'), distance: 1 },
      { ref: refOf('cart'), distance: 2 },
      { ref: refOf('search'), distance: 2 },
      { ref: refOf('shop'), distance: 3 },
    ]);
  });

  it('stops at a depth', () => {
    expect(names(needs('shop', { depth: 1 }).refs())).toEqual([
      'cart',
      'search',
    ]);
    expect(needs('shop', { depth: 0 }).size).toBe(0);
  });

  it('follows a soft edge in an outage longer than can be endured', () => {
    expect(needs('cart', { outageSeconds: 3600 }).has(refOf('mail'))).toBe(
      false,
    );
    expect(needs('cart', { outageSeconds: 3601 }).has(refOf('smtp'))).toBe(
      true,
    );
    expect(
      names(neededBy('smtp', { outageSeconds: 3601 }).pathOf(refOf('shop'))),
    ).toEqual(['shop', 'cart', 'mail', 'smtp']);
  });

  it('gives the path from what depends to what is depended on, in both directions', () => {
    const path = ['shop', 'cart', 'db', 'disk'];
    expect(names(needs('shop').pathOf(refOf('disk')))).toEqual(path);
    expect(names(neededBy('disk').pathOf(refOf('shop')))).toEqual(path);
    expect(
      names(
        findShortestPath(graph, { from: refOf('shop'), to: refOf('disk') }),
      ),
    ).toEqual(path);
  });

  it('takes, of paths of one length, the first in the order of refs, from whichever end it is found', () => {
    // Seen from the end, the way over m and z is found before the one over n and b
    const rhombus = buildDependencyGraph({
      entities: aCatalog(
        anEntity('v').dependsOn('z', 'b'),
        anEntity('z').dependsOn('m'),
        anEntity('b').dependsOn('n'),
        anEntity('m').dependsOn('end'),
        anEntity('n').dependsOn('end'),
        anEntity('end'),
      ),
    });
    const path = ['v', 'b', 'n', 'end'].map(refOf);
    for (const [start, direction, other] of [
      ['v', 'needs', 'end'],
      ['end', 'needed-by', 'v'],
    ] as const) {
      const reach = reachDependencies(rhombus, {
        from: [refOf(start)],
        direction,
      });
      expect(reach.pathOf(refOf(other))).toEqual(path);
    }
  });

  it('has no path where there is none', () => {
    expect(needs('db').pathOf(refOf('shop'))).toBeUndefined();
    expect(needs('db').pathOf('component:default/never')).toBeUndefined();
    expect(needs('db').has('component:default/never')).toBe(false);
    expect(
      findShortestPath(graph, { from: 'component:default/x', to: refOf('db') }),
    ).toBeUndefined();
  });

  it('does not count where it started', () => {
    expect(needs('shop').has(refOf('shop'))).toBe(false);
    expect(needs('shop').pathOf(refOf('shop'))).toEqual([refOf('shop')]);
  });
});

describe('random catalogs', () => {
  it('reach what a naive closure reaches, for every outage', () => {
    fc.assert(
      fc.property(
        aRandomCatalog({ size: 16, relations: 64 }),
        outages,
        (catalog, outageSeconds) => {
          const { graph, reference } = fromRandom(catalog);
          const closures = reference.closures(outageSeconds);
          const found = reference.refs.map(ref => [
            reachDependencies(graph, {
              from: [ref],
              direction: 'needs',
              outageSeconds,
            }).refs(),
            reachDependencies(graph, {
              from: [ref],
              direction: 'needed-by',
              outageSeconds,
            }).refs(),
          ]);
          const expected = reference.refs.map(ref => [
            [...closures.get(ref)!].filter(other => other !== ref).sort(),
            reference.refs.filter(
              other => other !== ref && closures.get(other)!.has(ref),
            ),
          ]);
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('give the shortest path, the first of several, the same from both ends', () => {
    fc.assert(
      fc.property(
        aRandomCatalog({ size: 9, relations: 36 }),
        outages,
        (catalog, outageSeconds) => {
          const { graph, reference } = fromRandom(catalog);
          const found: unknown[] = [];
          const expected: unknown[] = [];
          for (const from of reference.refs) {
            const down = reachDependencies(graph, {
              from: [from],
              direction: 'needs',
              outageSeconds,
            });
            for (const to of reference.refs) {
              const path = reference.bestPath(
                from,
                ref => ref === to,
                outageSeconds,
              );
              const up = reachDependencies(graph, {
                from: [to],
                direction: 'needed-by',
                outageSeconds,
              });
              found.push([down.pathOf(to), up.pathOf(from)]);
              expected.push([path, path]);
            }
          }
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('give the first of the shortest paths in larger catalogs, too', () => {
    fc.assert(
      fc.property(
        aRandomCatalog({ size: 40, relations: 110 }),
        fc.constantFrom(...refsOf(40)),
        (catalog, end) => {
          const { graph, reference } = fromRandom(catalog);
          fc.pre(graph.has(end));
          // Level by level; then, from each, always the first need that is one level nearer
          const level = new Map([[end, 0]]);
          for (let far = 1, size = 0; size !== level.size; far++) {
            size = level.size;
            for (const ref of reference.refs) {
              const isNext = reference
                .needsOf(ref)
                .some(need => level.get(need) === far - 1);
              if (isNext && !level.has(ref)) level.set(ref, far);
            }
          }
          const expected = [...level.keys()].sort().map(ref => {
            const path = [ref];
            while (path[path.length - 1] !== end) {
              const last = path[path.length - 1];
              path.push(
                reference
                  .needsOf(last)
                  .find(need => level.get(need) === level.get(last)! - 1)!,
              );
            }
            return path;
          });
          const up = reachDependencies(graph, {
            from: [end],
            direction: 'needed-by',
          });
          expect([...up.refs(), end].sort().map(ref => up.pathOf(ref))).toEqual(
            expected,
          );
          expect(
            expected.map(([ref]) =>
              findShortestPath(graph, { from: ref, to: end }),
            ),
          ).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('give the path to the nearest of several', () => {
    const refs = fc.uniqueArray(fc.constantFrom(...refsOf(9)), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        aRandomCatalog({ size: 9, relations: 36 }),
        refs,
        (catalog, starts) => {
          const { graph, reference } = fromRandom(catalog);
          const known = starts.filter(ref => graph.has(ref));
          const up = reachDependencies(graph, {
            from: starts,
            direction: 'needed-by',
          });
          const expected = reference.refs.map(ref =>
            reference.bestPath(ref, other => known.includes(other)),
          );
          expect(reference.refs.map(ref => up.pathOf(ref))).toEqual(expected);
          expect(
            reference.refs.map(ref => up.distanceTo(graph.nodeOf(ref))),
          ).toEqual(expected.map(path => (path ? path.length - 1 : -1)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('have the cycles in which each member needs each other', () => {
    fc.assert(
      fc.property(
        aRandomCatalog({ size: 14, relations: 56 }),
        outages,
        (catalog, outageSeconds) => {
          const { graph, reference } = fromRandom(catalog);
          const closures = reference.closures(outageSeconds);
          const groups = new Map<string, string[]>();
          for (const ref of reference.refs) {
            const group = reference.refs.filter(
              other =>
                other === ref ||
                (closures.get(ref)!.has(other) &&
                  closures.get(other)!.has(ref)),
            );
            if (group.length > 1) groups.set(group[0], group);
          }
          expect(findCycles(graph, { outageSeconds })).toEqual([
            ...groups.values(),
          ]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
