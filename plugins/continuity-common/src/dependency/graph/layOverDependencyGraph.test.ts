import fc from 'fast-check';
import { aCatalog, anEntity, refOf } from '../__testUtils__/anEntity';
import { everythingOf } from '../__testUtils__/everythingOf';
import { columnsOf } from '../__testUtils__/fromRandom';
import {
  aRandomCatalog,
  type RandomCatalog,
} from '../__testUtils__/randomCatalog';
import { buildDependencyGraph } from './buildDependencyGraph';
import { compactDependencyGraph } from './compactDependencyGraph';
import { Concentration } from '../recovery/Concentration';
import type { DependencyChanges } from './dependencyChanges';
import { DependencyGraph } from './DependencyGraph';
import { expectedRecovery } from '../recovery/ExpectedRecovery';
import { findCycles } from '../reach/findCycles';
import { findTargetConflicts } from '../targets/findTargetConflicts';
import { layOverDependencyGraph } from './layOverDependencyGraph';
import { reachDependencies } from '../reach/reachDependencies';
import { RecoveryColumns } from '../recovery/RecoveryColumns';
import { recoveryOrder } from '../recovery/recoveryOrder';
import { whatIfLost } from '../recovery/whatIfLost';

const short = (graph: DependencyGraph) =>
  [...graph.edges()].map(
    ({ from, to }) => `${from.split('/')[1]} → ${to.split('/')[1]}`,
  );

describe('laying a change over', () => {
  const rows = aCatalog(
    anEntity('a').dependsOn('b'),
    anEntity('b').dependsOn('c'),
    anEntity('c'),
  );
  const graph = buildDependencyGraph({ entities: rows });

  it('leaves the graph as it was', () => {
    const before = everythingOf(graph);
    layOverDependencyGraph(graph, { removed: [refOf('b')] });
    expect(everythingOf(graph)).toEqual(before);
  });

  it('replaces what an entity states', () => {
    const changed = layOverDependencyGraph(graph, {
      entities: aCatalog(anEntity('a').dependsOn('c', 'new')),
    });
    // That b is needed by a was stated by b, too: it stays until b says otherwise
    expect(short(changed)).toEqual(['a → b', 'a → c', 'a → new', 'b → c']);
    expect(changed.isResolved(refOf('new'))).toBe(false);
  });

  it('takes a relation away whoever states it, and adds one', () => {
    const changed = layOverDependencyGraph(graph, {
      removedRelations: [
        { sourceRef: refOf('a'), type: 'dependsOn', targetRef: refOf('b') },
        { sourceRef: refOf('x'), type: 'dependsOn', targetRef: refOf('b') },
        { sourceRef: refOf('a'), type: 'ownedBy', targetRef: refOf('b') },
      ],
      addedRelations: [
        { sourceRef: refOf('c'), type: 'dependencyOf', targetRef: refOf('a') },
        { sourceRef: refOf('c'), type: 'ownedBy', targetRef: refOf('g') },
      ],
    });
    expect(short(changed)).toEqual(['a → c', 'b → c']);
    expect(changed.refs()).toEqual(['a', 'b', 'c'].map(refOf));
  });

  it('tells the consumers of an API when the API itself comes to depend on something', () => {
    const withApi = buildDependencyGraph({
      entities: aCatalog(
        anEntity('a').consumes('api:x'),
        anEntity('p').provides('api:x'),
        anEntity('api:x'),
      ),
    });
    const changed = layOverDependencyGraph(withApi, {
      addedRelations: [
        {
          sourceRef: refOf('db'),
          type: 'dependencyOf',
          targetRef: refOf('api:x'),
        },
      ],
    });
    expect(short(changed).sort()).toEqual(['a → p', 'a → x', 'x → db']);
    const needs = reachDependencies(changed, {
      from: [refOf('a')],
      direction: 'needs',
    });
    expect(needs.refs()).toEqual(['api:x', 'db', 'p'].map(refOf));
  });

  it('keeps what is removed as unresolved while others name it', () => {
    const changed = layOverDependencyGraph(graph, { removed: [refOf('c')] });
    expect(changed.unresolved()).toEqual([
      { ref: refOf('c'), namedBy: [refOf('b')] },
    ]);
    const gone = layOverDependencyGraph(changed, { removed: [refOf('b')] });
    expect(gone.refs()).toEqual(['a', 'b'].map(refOf));
    expect(gone.has(refOf('c'))).toBe(false);
  });

  it('forgets the targets of what is removed, also if it is named again later', () => {
    const own = new Map([[refOf('c'), { rtoSeconds: 60 }]]);
    const columns = RecoveryColumns.read(graph, {
      tiers: [],
      factsOf: ref => own.get(ref),
    });
    const gone = layOverDependencyGraph(graph, {
      removed: [refOf('c'), refOf('b')],
    });
    const without = columns.layOver(
      gone,
      new Map([refOf('c'), refOf('b')].map(ref => [ref, undefined])),
    );
    const again = layOverDependencyGraph(gone, {
      addedRelations: [
        { sourceRef: refOf('a'), type: 'dependsOn', targetRef: refOf('c') },
      ],
    });
    const { rto } = without.layOver(again);
    expect(columns.rto[graph.nodeOf(refOf('c'))]).toBe(60);
    expect(rto[again.nodeOf(refOf('c'))]).toBeNaN();
  });

  it('wakes a classification when its dependency appears, and forgets it on demand', () => {
    const classified = layOverDependencyGraph(graph, {
      classifications: [
        { from: refOf('a'), to: refOf('later'), class: 'soft' },
      ],
    });
    expect(classified.has(refOf('later'))).toBe(false);
    const appeared = layOverDependencyGraph(classified, {
      addedRelations: [
        { sourceRef: refOf('a'), type: 'dependsOn', targetRef: refOf('later') },
      ],
    });
    expect(appeared.edge(refOf('a'), refOf('later'))?.class).toBe('soft');
    const forgotten = layOverDependencyGraph(appeared, {
      classifications: [{ from: refOf('a'), to: refOf('later'), class: null }],
    });
    expect(forgotten.edge(refOf('a'), refOf('later'))?.class).toBe(
      'unclassified',
    );
  });
});

/** Everything that can be asked of a graph. */
function answersOf(graph: DependencyGraph, catalog: RandomCatalog) {
  const columns = columnsOf(graph, catalog);
  const expected = expectedRecovery(graph, columns);
  const [first, second] = graph.refs();
  const loss = whatIfLost(graph, {
    lost: [first, second].filter(Boolean),
    outageSeconds: 2,
  });
  return {
    ...everythingOf(graph),
    reached: graph.refs().map(ref => {
      const up = reachDependencies(graph, {
        from: [ref],
        direction: 'needed-by',
        outageSeconds: 2,
      });
      const down = reachDependencies(graph, {
        from: [ref],
        direction: 'needs',
      });
      return [
        up.refs().map(other => up.pathOf(other)),
        down.entities().map(other => down.pathOf(other.ref)),
      ];
    }),
    cycles: findCycles(graph),
    order: recoveryOrder(graph),
    expected: graph
      .refs()
      .map(ref => [expected.of(ref), expected.criticalPathOf(ref)]),
    conflicts: findTargetConflicts(graph, columns, { target: 'rto' }),
    concentration: Concentration.of(graph, columns).ranking(),
    loss: [
      loss.lost,
      loss.affected,
      loss.degraded.map(({ ref }) => loss.pathOf(ref)),
      loss.times(columns),
    ],
  };
}

/** What a sweep would find changed between two catalogs. */
function changesBetween(
  before: RandomCatalog,
  after: RandomCatalog,
): DependencyChanges {
  const old = new Map(
    before.entities.map(row => [row.entityRef, JSON.stringify(row)]),
  );
  const current = new Set(after.entities.map(row => row.entityRef));
  return {
    entities: after.entities.filter(
      row => old.get(row.entityRef) !== JSON.stringify(row),
    ),
    removed: [...old.keys()].filter(ref => !current.has(ref)),
    classifications: [
      ...before.classifications.map(({ from, to }) => ({
        from,
        to,
        class: null,
      })),
      ...after.classifications,
    ],
  };
}

/** The second catalog as a change of the first: some rows from one, some from the other. */
function mixed(
  first: RandomCatalog,
  second: RandomCatalog,
  changed: Set<string>,
): RandomCatalog {
  const pick = (from: RandomCatalog, isChanged: boolean) =>
    from.entities.filter(row => changed.has(row.entityRef) === isChanged);
  return {
    entities: [...pick(first, false), ...pick(second, true)],
    classifications: [
      ...first.classifications.filter(({ from }) => !changed.has(from)),
      ...second.classifications.filter(({ from }) => changed.has(from)),
    ],
    facts: first.facts,
  };
}

describe('random changes', () => {
  const catalog = aRandomCatalog({ size: 12, relations: 48 });

  it('answer everything as a graph built anew does, laid over twice and compacted', () => {
    fc.assert(
      fc.property(catalog, catalog, catalog, fc.nat(), (a, b, c, picked) => {
        const all = [...a.entities, ...b.entities].map(row => row.entityRef);
        const some = new Set(all.filter((_, i) => (picked >> i % 16) & 1));
        const second = mixed(a, b, some);
        const third = { ...c, facts: a.facts };
        const base = buildDependencyGraph(a);
        const once = layOverDependencyGraph(base, changesBetween(a, second));
        const twice = layOverDependencyGraph(
          once,
          changesBetween(second, third),
        );
        expect(answersOf(once, second)).toEqual(
          answersOf(buildDependencyGraph(second), second),
        );
        const rebuilt = buildDependencyGraph(third);
        expect(answersOf(twice, third)).toEqual(answersOf(rebuilt, third));
        const compacted = compactDependencyGraph(twice);
        expect(compacted.size).toBe(rebuilt.size);
        expect(everythingOf(compacted)).toEqual(everythingOf(rebuilt));
      }),
      { numRuns: 500 },
    );
  });

  it('need no more than the relations of a proposal', () => {
    const statedIn = ({ entities }: RandomCatalog) =>
      entities.flatMap(row =>
        row.relations.map(({ type, targetRef }) => ({
          sourceRef: row.entityRef,
          type,
          targetRef,
        })),
      );
    fc.assert(
      fc.property(catalog, catalog, (a, b) => {
        // The same entities and declarations, other relations
        const before = { ...a, classifications: [] };
        const rows = new Map(b.entities.map(row => [row.entityRef, row]));
        const after = {
          ...before,
          entities: a.entities.map(row => ({
            ...row,
            relations: rows.get(row.entityRef)?.relations ?? [],
          })),
        };
        const laidOver = layOverDependencyGraph(buildDependencyGraph(before), {
          removedRelations: statedIn(before),
          addedRelations: statedIn(after),
        });
        expect(everythingOf(laidOver)).toEqual(
          everythingOf(buildDependencyGraph(after)),
        );
      }),
      { numRuns: 300 },
    );
  });
});
