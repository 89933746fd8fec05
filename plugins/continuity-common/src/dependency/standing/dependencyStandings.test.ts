import fc from 'fast-check';
import { fromRandom } from '../__testUtils__/fromRandom';
import { naiveCompared, naiveConflicts } from '../__testUtils__/naiveConflicts';
import { naiveExpected } from '../__testUtils__/naiveExpected';
import { aRandomCatalog } from '../__testUtils__/randomCatalog';
import type { DependencyStanding } from './dependencyStanding';
import { dependencyStandings } from './dependencyStandings';
import { expectedRecovery } from '../recovery/ExpectedRecovery';
import { findShortestPath } from '../reach/findShortestPath';
import type { PlanProtection } from './protectionCodes';

const protections: PlanProtection[] = [
  'covered',
  'missing',
  'tierless',
  'not-required',
];
const protectionOf = (ref: string) =>
  protections[ref.charCodeAt(ref.length - 1) % protections.length];

function named(refs: string[]) {
  return refs.length > 0
    ? { total: refs.length, refs: refs.slice(0, 5) }
    : undefined;
}

/* eslint-disable jest/no-conditional-expect -- whether there is something to compare is compared, too */

describe('what the graph says of an entity', () => {
  it('is what the definitions say, on any catalog', () => {
    fc.assert(
      fc.property(aRandomCatalog({ size: 12, relations: 40 }), catalog => {
        const { graph, columns, reference } = fromRandom(catalog);
        const factsOf = (ref: string) => catalog.facts.get(ref);
        const isAssessed = (ref: string) => factsOf(ref)?.inScope === true;
        const said = new Map<string, DependencyStanding>();
        const batches = dependencyStandings(graph, columns, {
          isAssessed,
          protectionOf,
        });
        for (const batch of batches) {
          for (const [ref, standing] of batch ?? []) said.set(ref, standing);
        }

        const expected = naiveExpected(reference, factsOf);
        const compared = {
          rto: naiveCompared(reference, factsOf, 'rto'),
          rpo: naiveCompared(reference, factsOf, 'rpo'),
        };
        for (const ref of reference.refs) {
          const standing = said.get(ref) ?? {};
          if (!isAssessed(ref) || !reference.rows.has(ref)) {
            expect(said.has(ref)).toBe(false);
            continue;
          }
          for (const target of ['rto', 'rpo'] as const) {
            const [conflict] = naiveConflicts([ref], compared[target], target);
            const conflictSaid = standing.slower?.[target];
            expect(
              conflictSaid && { ...conflictSaid, path: undefined },
            ).toEqual(
              conflict && {
                seconds: conflict.seconds,
                neededSeconds: conflict.demandedSeconds,
                neededBy: conflict.neededFasterBy,
                path: undefined,
              },
            );
            if (conflictSaid) {
              const { path } = conflictSaid;
              // it is a way that leads there, from one that demands just that
              expect(compared[target].dependentsOf(ref)).toContain(path[0]);
              expect(compared[target].valueOf(path[0])).toBe(
                conflict.demandedSeconds,
              );
              expect(path).toEqual(
                findShortestPath(graph, { from: path[0], to: ref }),
              );
            }
            const { valueOf, needsOf } = compared[target];
            const own = valueOf(ref);
            const slower = needsOf(ref).filter(
              other => own !== undefined && valueOf(other)! > own,
            );
            expect(standing.waitsFor?.[target]?.slowestSeconds).toBe(
              slower.length > 0
                ? Math.max(...slower.map(other => valueOf(other)!))
                : undefined,
            );
          }
          const time = expected(ref);
          const rto = factsOf(ref)?.rtoSeconds;
          expect(standing.beyondRto).toEqual(
            rto !== undefined && time.seconds > rto
              ? expect.objectContaining({
                  rtoSeconds: rto,
                  expectedSeconds: time.seconds,
                  atLeast: time.atLeast,
                  longestSeconds: Math.max(
                    ...expectedRecovery(graph, columns)
                      .criticalPathOf(ref)
                      .map(step => step.ownSeconds),
                  ),
                })
              : undefined,
          );
          const hard = reference.needsOf(ref);
          const resolved = hard.filter(other => reference.rows.has(other));
          const standingTo = (is: PlanProtection) =>
            named(resolved.filter(other => protectionOf(other) === is));
          expect(standing.unprotected).toEqual(standingTo('missing'));
          expect(standing.tierless).toEqual(standingTo('tierless'));
          expect(standing.unresolved).toEqual(
            named(
              graph
                .needsOf(ref)
                .map(({ to }) => to)
                .filter(to => !reference.rows.has(to)),
            ),
          );
        }
      }),
      { numRuns: 400 },
    );
  });
});
