import fc from 'fast-check';
import { aCatalog, anEntity, refOf } from '../__testUtils__/anEntity';
import { fromRandom } from '../__testUtils__/fromRandom';
import { naiveWaves } from '../__testUtils__/naiveWaves';
import { aRandomCatalog, refsOf } from '../__testUtils__/randomCatalog';
import { buildDependencyGraph } from '../graph/buildDependencyGraph';
import { recoveryOrder, type RecoveryWave } from './recoveryOrder';

const shortOrder = (waves: RecoveryWave[]) =>
  waves.map(({ steps }) =>
    steps
      .map(({ refs }) =>
        refs
          .map(ref => ref.replace('component:', '').replace('default/', ''))
          .join('+'),
      )
      .join(' '),
  );

describe('the recovery order', () => {
  const graph = buildDependencyGraph({
    entities: aCatalog(
      anEntity('shop').dependsOn('cart', 'dns'),
      anEntity('cart').dependsOn('db', 'auth'),
      anEntity('auth').dependsOn('token', 'db'),
      anEntity('token').dependsOn('auth'),
      anEntity('db').dependsOn('db', 'gone'),
      anEntity('dns'),
      anEntity('other').dependsOn('dns'),
    ),
  });

  it('puts each entity into the first wave in which all it needs is up; a cycle is one step', () => {
    expect(shortOrder(recoveryOrder(graph, { refs: [refOf('shop')] }))).toEqual(
      ['dns gone', 'db', 'auth+token', 'cart', 'shop'],
    );
  });

  it('is of everything where nothing is named', () => {
    const [first, second] = shortOrder(recoveryOrder(graph));
    expect(first).toBe('dns gone');
    expect(second).toBe('db other');
  });

  it('numbers the waves from one', () => {
    expect(recoveryOrder(graph).map(({ wave }) => wave)).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });

  it('brings a System back after its parts', () => {
    const withSystem = buildDependencyGraph({
      entities: aCatalog(
        anEntity('system:s'),
        anEntity('a').partOf('system:s').dependsOn('b'),
        anEntity('b'),
      ),
    });
    const refs = [refOf('system:s')];
    expect(shortOrder(recoveryOrder(withSystem, { refs }))).toEqual([
      'b',
      'a',
      'system:s',
    ]);
  });

  it('is empty for what nobody knows', () => {
    expect(recoveryOrder(graph, { refs: ['component:default/never'] })).toEqual(
      [],
    );
  });
});

describe('random catalogs', () => {
  it('come back in the waves of the definition', () => {
    fc.assert(
      fc.property(
        aRandomCatalog({ size: 14, relations: 56 }),
        fc.subarray(refsOf(14), { maxLength: 4 }),
        fc.constantFrom(undefined, 2, Infinity),
        (catalog, starts, outageSeconds) => {
          const { graph, reference } = fromRandom(catalog);
          const refs = starts.filter(ref => graph.has(ref));
          const found = recoveryOrder(graph, { refs: starts, outageSeconds });
          expect(
            found.map(({ steps }) => steps.map(step => step.refs.join('+'))),
          ).toEqual(naiveWaves(reference, refs, outageSeconds));
          const all = recoveryOrder(graph, { outageSeconds });
          expect(
            all.map(({ steps }) => steps.map(step => step.refs.join('+'))),
          ).toEqual(naiveWaves(reference, reference.refs, outageSeconds));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
