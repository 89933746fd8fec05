import fc from 'fast-check';
import {
  aCatalog,
  anEntity,
  refOf,
  type EntityBuilder,
} from '../__testUtils__/anEntity';
import { columnsOf, fromRandom } from '../__testUtils__/fromRandom';
import { naiveExpected } from '../__testUtils__/naiveExpected';
import { aRandomCatalog, refsOf } from '../__testUtils__/randomCatalog';
import { buildDependencyGraph } from '../graph/buildDependencyGraph';
import { compareWithTarget } from '../targets/compareWithTarget';
import { expectedRecovery } from './ExpectedRecovery';
import { layOverDependencyGraph } from '../graph/layOverDependencyGraph';
import { RecoveryColumns, type RecoveryFacts } from './RecoveryColumns';

const estimated = (seconds: number): RecoveryFacts => ({
  ownTime: { seconds, source: 'estimated' },
});
const measured = (seconds: number): RecoveryFacts => ({
  ownTime: { seconds, source: 'measured' },
});

function timesOf(
  entities: EntityBuilder[],
  facts: Record<string, RecoveryFacts>,
) {
  const graph = buildDependencyGraph({ entities: aCatalog(...entities) });
  const byRef = new Map(
    Object.entries(facts).map(([short, value]) => [refOf(short), value]),
  );
  const columns = RecoveryColumns.read(graph, {
    tiers: [],
    factsOf: ref => byRef.get(ref),
  });
  return expectedRecovery(graph, columns);
}

describe('the expected recovery time', () => {
  it('is the own time and the longest of what is needed', () => {
    const expected = timesOf(
      [anEntity('a').dependsOn('b', 'c'), anEntity('b'), anEntity('c')],
      { a: estimated(10), b: measured(100), c: estimated(40) },
    );
    expect(expected.of(refOf('a'))).toEqual({ seconds: 110, atLeast: false });
    expect(expected.criticalPathOf(refOf('a'))).toEqual([
      { refs: [refOf('b')], ownSeconds: 100, unknown: [], readySeconds: 100 },
      { refs: [refOf('a')], ownSeconds: 10, unknown: [], readySeconds: 110 },
    ]);
    expect(expected.unknownOf(refOf('a'))).toEqual([]);
  });

  it('waits, of several that take as long, for the first in the order of refs', () => {
    const expected = timesOf(
      [anEntity('a').dependsOn('z', 'y', 'x'), anEntity('z'), anEntity('y')],
      { a: estimated(1), x: estimated(9), y: estimated(5), z: estimated(5) },
    );
    const path = expected.criticalPathOf(refOf('a')).map(step => step.refs[0]);
    // x resolves nowhere: whatever is said of it, nothing is known
    expect(path).toEqual([refOf('y'), refOf('a')]);
  });

  it('takes zero for a time and not for unknown', () => {
    const expected = timesOf([anEntity('a')], { a: measured(0) });
    expect(expected.of(refOf('a'))).toEqual({ seconds: 0, atLeast: false });
  });

  it('is a lower bound where anything needed is unknown, be it off the longest path', () => {
    const expected = timesOf(
      [anEntity('a').dependsOn('b', 'c'), anEntity('b'), anEntity('c')],
      { a: estimated(10), b: estimated(100) },
    );
    expect(expected.of(refOf('a'))).toEqual({ seconds: 110, atLeast: true });
    expect(expected.of(refOf('b'))).toEqual({ seconds: 100, atLeast: false });
    expect(expected.unknownOf(refOf('a'))).toEqual([refOf('c')]);
  });

  it('knows nothing of what resolves nowhere, whatever is said of it', () => {
    const expected = timesOf([anEntity('a').dependsOn('gone')], {
      a: estimated(10),
      gone: estimated(500),
    });
    expect(expected.of(refOf('a'))).toEqual({ seconds: 10, atLeast: true });
  });

  it('takes the sum of the members of a cycle', () => {
    const expected = timesOf(
      [
        anEntity('a').dependsOn('b'),
        anEntity('b').dependsOn('a', 'c'),
        anEntity('c'),
        anEntity('d').dependsOn('a'),
      ],
      { a: estimated(1), b: estimated(2), c: estimated(4), d: estimated(8) },
    );
    expect(expected.of(refOf('a'))).toEqual({ seconds: 7, atLeast: false });
    expect(expected.of(refOf('b'))).toEqual({ seconds: 7, atLeast: false });
    expect(expected.criticalPathOf(refOf('d')).map(step => step.refs)).toEqual([
      [refOf('c')],
      [refOf('a'), refOf('b')],
      [refOf('d')],
    ]);
  });

  it('counts a System as zero unless it was measured', () => {
    const system = [
      anEntity('system:s'),
      anEntity('a').partOf('system:s'),
      anEntity('system:empty'),
    ];
    const facts = { a: estimated(5), 'system:s': estimated(100) };
    const expected = timesOf(system, facts);
    expect(expected.of(refOf('system:s'))).toEqual({
      seconds: 5,
      atLeast: false,
    });
    expect(expected.of(refOf('system:empty'))?.atLeast).toBe(false);
    expect(
      timesOf(system, { ...facts, 'system:s': measured(7) }).of(
        refOf('system:s'),
      ),
    ).toEqual({ seconds: 12, atLeast: false });
  });

  it('knows nothing of a System that resolves nowhere', () => {
    const expected = timesOf([anEntity('a').partOf('system:gone')], {
      a: estimated(5),
    });
    expect(expected.of(refOf('system:gone'))).toEqual({
      seconds: 5,
      atLeast: true,
    });
  });

  it('has nothing to say of what was not asked about', () => {
    const graph = buildDependencyGraph({
      entities: aCatalog(anEntity('a'), anEntity('b')),
    });
    const columns = RecoveryColumns.read(graph, {
      tiers: [],
      factsOf: () => estimated(1),
    });
    const expected = expectedRecovery(graph, columns, { refs: [refOf('a')] });
    expect(expected.of(refOf('a'))).toBeDefined();
    expect(expected.of(refOf('b'))).toBeUndefined();
    expect(expected.criticalPathOf(refOf('b'))).toEqual([]);
    expect(expected.unknownOf('component:default/never')).toEqual([]);
  });

  it('refuses facts that were read for another graph', () => {
    const graph = buildDependencyGraph({ entities: aCatalog(anEntity('a')) });
    const columns = RecoveryColumns.read(graph, {
      tiers: [],
      factsOf: () => undefined,
    });
    const larger = layOverDependencyGraph(graph, {
      entities: aCatalog(anEntity('b')),
    });
    expect(() => expectedRecovery(larger, columns)).toThrow(/another graph/);
    const facts = new Map([[refOf('b'), estimated(3)]]);
    expect(
      expectedRecovery(larger, columns.layOver(larger, facts)).of(refOf('b')),
    ).toEqual({ seconds: 3, atLeast: false });
  });
});

describe('a time against a target', () => {
  it.each([
    [100, false, 100, 'within'],
    [101, false, 100, 'beyond'],
    [0, false, 0, 'within'],
    [101, true, 100, 'beyond'],
    [100, true, 100, 'unproven'],
    [0, true, 0, 'unproven'],
    [5, false, undefined, 'no-target'],
  ])('%s s (at least: %s) against %s is %s', (seconds, atLeast, target, is) => {
    expect(compareWithTarget({ seconds, atLeast }, target)).toBe(is);
  });
});

describe('random catalogs', () => {
  const outages = fc.constantFrom(undefined, 2, Infinity);

  it('take the times of the definition, and their critical path adds up', () => {
    fc.assert(
      fc.property(
        aRandomCatalog({ size: 14, relations: 56 }),
        outages,
        (catalog, outageSeconds) => {
          const { graph, columns, reference } = fromRandom(catalog);
          const naive = naiveExpected(
            reference,
            ref => catalog.facts.get(ref),
            outageSeconds,
          );
          const expected = expectedRecovery(graph, columns, { outageSeconds });
          expect(reference.refs.map(ref => expected.of(ref))).toEqual(
            reference.refs.map(naive),
          );
          for (const ref of reference.refs) {
            const path = expected.criticalPathOf(ref);
            const needs = (from: string[], to: string[]) =>
              from.some(own =>
                reference
                  .needsOf(own, outageSeconds)
                  .some(need => to.includes(need)),
              );
            let sum = 0;
            path.forEach((step, i) => {
              sum += step.ownSeconds;
              const isNext = i === 0 || needs(step.refs, path[i - 1].refs);
              if (step.readySeconds !== sum || !isNext) {
                throw new Error(`Not a path: ${JSON.stringify(path)}`);
              }
            });
            const last = path[path.length - 1];
            if (sum !== naive(ref).seconds || !last.refs.includes(ref)) {
              throw new Error(`Not the time of ${ref}: ${sum}`);
            }
            const alone = expectedRecovery(graph, columns, {
              refs: [ref],
              outageSeconds,
            });
            if (alone.of(ref)?.seconds !== sum) {
              throw new Error(`Asked alone, ${ref} takes another time`);
            }
          }
        },
      ),
      { numRuns: 700 },
    );
  });

  it('are never back before anything they need', () => {
    fc.assert(
      fc.property(aRandomCatalog({ size: 20, relations: 80 }), catalog => {
        const { graph, columns, reference } = fromRandom(catalog);
        const expected = expectedRecovery(graph, columns);
        const early = reference.refs.filter(ref =>
          reference
            .needsOf(ref)
            .some(
              need =>
                expected.of(ref)!.seconds < expected.of(need)!.seconds ||
                (expected.of(need)!.atLeast && !expected.of(ref)!.atLeast),
            ),
        );
        expect(early).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('never come back sooner, or are better known, with one more edge', () => {
    const pair = fc.tuple(
      fc.constantFrom(...refsOf(14)),
      fc.constantFrom(...refsOf(14)),
    );
    fc.assert(
      fc.property(
        aRandomCatalog({ size: 14, relations: 56 }),
        pair,
        (catalog, [from, to]) => {
          const { graph, columns } = fromRandom(catalog);
          const more = layOverDependencyGraph(graph, {
            addedRelations: [
              { sourceRef: from, type: 'dependsOn', targetRef: to },
            ],
            classifications: [{ from, to, class: 'hard' }],
          });
          const before = expectedRecovery(graph, columns);
          const after = expectedRecovery(more, columnsOf(more, catalog));
          const sooner = graph
            .refs()
            .filter(
              ref =>
                after.of(ref)!.seconds < before.of(ref)!.seconds ||
                (before.of(ref)!.atLeast && !after.of(ref)!.atLeast),
            );
          expect(sooner).toEqual([]);
        },
      ),
      { numRuns: 700 },
    );
  });
});
