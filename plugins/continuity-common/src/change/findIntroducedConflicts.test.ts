import fc from 'fast-check';
import {
  naiveCompared,
  naiveConflicts,
} from '../dependency/__testUtils__/naiveConflicts';
import {
  aRandomCatalog,
  type RandomCatalog,
} from '../dependency/__testUtils__/randomCatalog';
import { ReferenceGraph } from '../dependency/__testUtils__/ReferenceGraph';
import { buildDependencyGraph } from '../dependency/graph/buildDependencyGraph';
import { RecoveryColumns } from '../dependency/recovery/RecoveryColumns';
import { findIntroducedConflicts } from './findIntroducedConflicts';

const size = 10;

function judged(catalog: RandomCatalog) {
  const { entities, classifications, facts } = catalog;
  const graph = buildDependencyGraph({ entities, classifications });
  const factsOf = (ref: string) => facts.get(ref);
  const reference = new ReferenceGraph({ entities, classifications });
  return {
    graph,
    columns: RecoveryColumns.read(graph, { tiers: [], factsOf }),
    factsOf,
    conflicts: (target: 'rto' | 'rpo') =>
      naiveConflicts(
        reference.refs,
        naiveCompared(reference, factsOf, target),
        target,
      ),
    reference,
  };
}

type Judged = ReturnType<typeof judged>;

/** Every conflict of afterwards that was not there before, or milder: by comparing all with all. */
function naiveIntroduced(before: Judged, after: Judged): string[] {
  return (['rto', 'rpo'] as const).flatMap(target => {
    const then = new Map(
      before.conflicts(target).map(conflict => [conflict.ref, conflict]),
    );
    return after.conflicts(target).flatMap(now => {
      const was = then.get(now.ref);
      const isWorse =
        !was ||
        now.seconds > was.seconds ||
        now.demandedSeconds < was.demandedSeconds;
      return isWorse
        ? [`${now.ref} ${target} ${now.seconds} ${now.demandedSeconds}`]
        : [];
    });
  });
}

describe('findIntroducedConflicts', () => {
  it('finds in any two catalogs what comparing all conflicts finds, around what differs', () => {
    let introduced = 0;
    let standing = 0;
    fc.assert(
      fc.property(
        aRandomCatalog({ size, relations: 14 }),
        aRandomCatalog({ size, relations: 14 }),
        fc.boolean(),
        (one, other, isSmall) => {
          const before = judged(one);
          // A small change: other targets for one entity
          const [first] = one.facts.keys();
          const after = judged(
            isSmall
              ? {
                  ...one,
                  facts: new Map([
                    ...one.facts,
                    [first, other.facts.get(first)!],
                  ]),
                }
              : other,
          );
          const refs = new Set([...before.graph.refs(), ...after.graph.refs()]);
          const differing = [...refs].filter(
            ref =>
              JSON.stringify([
                before.graph.needsOf(ref),
                before.factsOf(ref),
                before.graph.isResolved(ref),
              ]) !==
              JSON.stringify([
                after.graph.needsOf(ref),
                after.factsOf(ref),
                after.graph.isResolved(ref),
              ]),
          );
          const found = findIntroducedConflicts(before, after, differing);
          expect(
            found
              .map(
                ({ ref, target, seconds, neededSeconds }) =>
                  `${ref} ${target} ${seconds} ${neededSeconds}`,
              )
              .sort(),
          ).toEqual(naiveIntroduced(before, after).sort());
          for (const { ref, path, neededSeconds, target } of found) {
            const { reference, factsOf } = after;
            expect(path[path.length - 1]).toBe(ref);
            expect(factsOf(path[0])?.[`${target}Seconds`]).toBe(neededSeconds);
            path
              .slice(1)
              .forEach((to, at) =>
                expect(reference.needsOf(path[at])).toContain(to),
              );
          }
          introduced += found.length;
          standing += after.conflicts('rto').length;
        },
      ),
      { numRuns: 150 },
    );
    expect(introduced).toBeGreaterThan(20);
    expect(standing).toBeGreaterThan(20);
  });

  it('finds nothing where nothing differs', () => {
    fc.assert(
      fc.property(aRandomCatalog({ size, relations: 14 }), catalog => {
        const now = judged(catalog);
        expect(findIntroducedConflicts(now, now, now.graph.refs())).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
