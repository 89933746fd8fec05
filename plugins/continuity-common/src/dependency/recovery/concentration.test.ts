import fc from 'fast-check';
import { aCatalog, anEntity, refOf } from '../__testUtils__/anEntity';
import { fromRandom } from '../__testUtils__/fromRandom';
import { naiveConcentration } from '../__testUtils__/naiveConcentration';
import { aRandomCatalog, TIERS } from '../__testUtils__/randomCatalog';
import { buildDependencyGraph } from '../graph/buildDependencyGraph';
import { Concentration } from './Concentration';
import { RecoveryColumns } from './RecoveryColumns';
import { bitCount } from '../reach/walksOfDependents';

describe('concentration', () => {
  const graph = buildDependencyGraph({
    entities: aCatalog(
      anEntity('a').dependsOn('db', 'mail').soft('component:mail'),
      anEntity('b').dependsOn('c'),
      anEntity('c').dependsOn('db', 'b'),
      anEntity('outside').dependsOn('db'),
      anEntity('untiered').dependsOn('db'),
      anEntity('db').dependsOn('gone'),
      anEntity('mail'),
    ),
  });
  const tiers: Record<string, string> = {
    a: 'tier-1',
    b: 'tier-2',
    c: 'tier-2',
    outside: 'tier-1',
    db: 'tier-1',
  };
  const columns = RecoveryColumns.read(graph, {
    tiers: TIERS,
    factsOf: ref => {
      const name = ref.replace('component:default/', '');
      return { tier: tiers[name], inScope: name !== 'outside' };
    },
  });
  const concentration = Concentration.of(graph, columns);

  it('counts who in scope, with a tier, can’t be recovered without it; not itself', () => {
    expect(concentration.entry(refOf('db'))).toEqual({
      ref: refOf('db'),
      total: 3,
      byTier: { 'tier-1': 1, 'tier-2': 2, 'tier-3': 0 },
    });
    expect(concentration.entry(refOf('b'))?.total).toBe(1);
    expect(concentration.entry(refOf('mail'))?.total).toBe(0);
    expect(concentration.entry('component:default/never')).toBeUndefined();
  });

  it('ranks by the most critical tier first, and counts what resolves nowhere, too', () => {
    const ranked = concentration.ranking().map(({ ref }) => ref);
    expect(ranked).toEqual(['gone', 'db', 'b', 'c'].map(refOf));
    expect(concentration.ranking({ limit: 1 })).toHaveLength(1);
  });
});

it('counts bits', () => {
  for (const word of [0, 1, -1, 0x80000000 | 0, 0x0f0f0f0f, 12345678]) {
    const bits = (word >>> 0).toString(2).replaceAll('0', '').length;
    expect(bitCount(word)).toBe(bits);
  }
});

describe('random catalogs', () => {
  const catalogs = fc
    .constantFrom(
      { size: 12, relations: 48 },
      // More than one word of each tier, and groups of one tier in a cycle
      { size: 330, relations: 420 },
    )
    .chain(aRandomCatalog);

  it('are counted as the definition says', () => {
    fc.assert(
      fc.property(
        catalogs,
        fc.constantFrom(undefined, 2),
        (catalog, outageSeconds) => {
          const { graph, columns, reference } = fromRandom(catalog);
          const expected = naiveConcentration(reference, {
            tiers: TIERS,
            factsOf: ref => catalog.facts.get(ref),
            outage: outageSeconds,
          });
          expect(
            Concentration.of(graph, columns, { outageSeconds }).ranking(),
          ).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
  });
});
