import fc from 'fast-check';
import { fromRandom } from '../__testUtils__/fromRandom';
import {
  aRandomCatalog,
  type RandomCatalog,
} from '../__testUtils__/randomCatalog';
import type { DependencyStanding } from './dependencyStanding';
import { layOverDependencyGraph } from '../graph/layOverDependencyGraph';
import { protectionCode } from './protectionCodes';
import type { PlanProtection } from './protectionCodes';
import { StandingJudge } from './StandingJudge';
import type { JudgedGraph } from './dependencyStandings';

const protections: PlanProtection[] = [
  'covered',
  'missing',
  'tierless',
  'not-required',
];

type Known = Map<string, { protection: number; isAssessed: boolean }>;

/** A moment of a catalog: its rows, and what is known of entities beside the graph. */
interface Moment extends RandomCatalog {
  known: Known;
}

function judgedOf(moment: Moment): JudgedGraph {
  const { graph, columns } = fromRandom(moment);
  return judgedAs(graph, columns, moment);
}

function judgedAs(
  graph: JudgedGraph['graph'],
  columns: JudgedGraph['columns'],
  { known }: Moment,
): JudgedGraph {
  const protection = new Uint8Array(graph.size);
  for (const node of graph.nodes()) {
    const one = known.get(graph.refOf(node))!;
    protection[node] = protectionCode(
      protections[one.protection],
      one.isAssessed,
    );
  }
  return { graph, columns, protection };
}

/** Keeps what is said, as a table would: after a complete round all that was there before is forgotten. */
function take(
  said: Map<string, DependencyStanding>,
  steps: ReturnType<StandingJudge['judge']>,
) {
  const judged = new Map<string, DependencyStanding | null>();
  for (;;) {
    const { done, value } = steps.next();
    if (done) {
      if (value.isComplete) said.clear();
      for (const [ref, standing] of judged) {
        if (standing) said.set(ref, standing);
        else said.delete(ref);
      }
      return value;
    }
    for (const [ref, standing] of value ?? []) judged.set(ref, standing);
  }
}

const catalog = aRandomCatalog({ size: 14, relations: 30 });
const aKnown = fc.array(
  fc.record({ protection: fc.nat(3), isAssessed: fc.boolean() }),
  { minLength: 14, maxLength: 14 },
);

/** The first with what the second says of some refs, and which refs those are. */
function mixed(
  first: Moment,
  second: Moment,
  changed: ReadonlySet<string>,
): Moment {
  const pick = <T extends { entityRef: string }>(a: T[], b: T[]) => [
    ...a.filter(row => !changed.has(row.entityRef)),
    ...b.filter(row => changed.has(row.entityRef)),
  ];
  return {
    entities: pick(first.entities, second.entities),
    classifications: [
      ...first.classifications.filter(({ from }) => !changed.has(from)),
      ...second.classifications.filter(({ from }) => changed.has(from)),
    ],
    facts: new Map(
      [...first.facts].map(([ref, facts]) => [
        ref,
        changed.has(ref) ? second.facts.get(ref)! : facts,
      ]),
    ),
    known: new Map(
      [...first.known].map(([ref, one]) => [
        ref,
        changed.has(ref) ? second.known.get(ref)! : one,
      ]),
    ),
  };
}

describe('judging after a change', () => {
  it('says of all what judging everything anew says, whatever changed', () => {
    let partly = 0;
    fc.assert(
      fc.property(
        catalog,
        catalog,
        fc.array(aKnown, { minLength: 2, maxLength: 2 }),
        fc.array(fc.uniqueArray(fc.nat(13), { maxLength: 2, minLength: 1 }), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.boolean(),
        (one, other, knowns, changes, isLaidOver) => {
          const [a, b] = [one, other].map((random, at): Moment => {
            const refs = [...random.facts.keys()];
            return {
              ...random,
              known: new Map(refs.map((ref, i) => [ref, knowns[at][i]])),
            };
          });
          const refs = [...a.facts.keys()];
          const judge = new StandingJudge();
          const said = new Map<string, DependencyStanding>();
          let now = a;
          let judged = judgedOf(now);
          take(said, judge.judge({ ...judged, revision: 0 }));
          changes.forEach((numbers, at) => {
            const changed = new Set(numbers.map(number => refs[number]));
            // every other change goes back to what was
            const before = now;
            now = mixed(now, at % 2 ? a : b, changed);
            if (isLaidOver) {
              const rows = now.entities.filter(row =>
                changed.has(row.entityRef),
              );
              const having = new Set(rows.map(row => row.entityRef));
              const graph = layOverDependencyGraph(judged.graph, {
                entities: rows,
                removed: [...changed].filter(ref => !having.has(ref)),
                classifications: [
                  ...before.classifications
                    .filter(({ from }) => changed.has(from))
                    .map(({ from, to }) => ({ from, to, class: null })),
                  ...now.classifications.filter(({ from }) =>
                    changed.has(from),
                  ),
                ],
              });
              const columns = judged.columns.layOver(
                graph,
                new Map([...changed].map(ref => [ref, now.facts.get(ref)])),
              );
              judged = judgedAs(graph, columns, now);
            } else {
              judged = judgedOf(now);
            }
            const round = take(
              said,
              judge.judge(
                { ...judged, revision: at + 1 },
                { since: { revision: at, changed: [...changed] } },
              ),
            );
            if (!round.isComplete) partly++;

            const anew = new Map<string, DependencyStanding>();
            take(
              anew,
              new StandingJudge().judge({ ...judgedOf(now), revision: 0 }),
            );
            const sorted = (all: Map<string, DependencyStanding>) =>
              [...all].sort(([x], [y]) => (x < y ? -1 : 1));
            expect(sorted(said)).toEqual(sorted(anew));
          });
        },
      ),
      { numRuns: 1_000 },
    );
    // else it would only have been compared with itself
    expect(partly).toBeGreaterThan(300);
  });

  it('judges everything where the revision is another than it was asked for last', () => {
    const nothing: Moment = {
      entities: [{ entityRef: 'component:default/a', relations: [] }],
      classifications: [],
      facts: new Map(),
      known: new Map([
        ['component:default/a', { protection: 0, isAssessed: true }],
      ]),
    };
    const judge = new StandingJudge();
    const judged = { ...judgedOf(nothing), revision: 1 };
    take(new Map(), judge.judge(judged));
    const since = { revision: 0, changed: [] };
    expect(take(new Map(), judge.judge(judged, { since })).isComplete).toBe(
      true,
    );
    expect(
      take(
        new Map(),
        judge.judge(judged, { since: { revision: 1, changed: [] } }),
      ),
    ).toEqual({ isComplete: false, judged: 0 });
    judge.forget();
    expect(
      take(
        new Map(),
        judge.judge(judged, { since: { revision: 1, changed: [] } }),
      ).isComplete,
    ).toBe(true);
  });
});
