import fc from 'fast-check';
import {
  aCatalog,
  anEntity,
  refOf,
  type EntityBuilder,
} from '../__testUtils__/anEntity';
import { fromRandom } from '../__testUtils__/fromRandom';
import { largeSystems } from '../__testUtils__/largeSystems';
import { naiveCompared, naiveConflicts } from '../__testUtils__/naiveConflicts';
import { aRandomCatalog, refsOf } from '../__testUtils__/randomCatalog';
import { buildDependencyGraph } from '../graph/buildDependencyGraph';
import { demandedTargets, slowestNeededTargets } from './ComparedTargets';
import { explainTargets } from './explainTargets';
import { countTargetDemands } from './countTargetDemands';
import { findTargetConflicts } from './findTargetConflicts';
import {
  RecoveryColumns,
  type ConflictTarget,
  type RecoveryFacts,
} from '../recovery/RecoveryColumns';

const HOUR = 3600;

function having(
  facts: Record<string, RecoveryFacts>,
  ...entities: EntityBuilder[]
) {
  const graph = buildDependencyGraph({ entities: aCatalog(...entities) });
  const byRef = new Map(
    Object.entries(facts).map(([short, value]) => [refOf(short), value]),
  );
  const columns = RecoveryColumns.read(graph, {
    tiers: [],
    factsOf: ref => byRef.get(ref),
  });
  return { graph, columns };
}

const rto = (hours: number): RecoveryFacts => ({ rtoSeconds: hours * HOUR });

describe('RTO conflicts', () => {
  it('are one for each dependency, over any distance', () => {
    const { graph, columns } = having(
      { shop: rto(1), web: rto(1), cart: rto(4), db: rto(24) },
      anEntity('shop').dependsOn('cart'),
      anEntity('web').dependsOn('api'),
      anEntity('api').dependsOn('db'),
      anEntity('cart').dependsOn('db'),
      anEntity('db'),
    );
    const conflicts = findTargetConflicts(graph, columns, { target: 'rto' });
    expect(countTargetDemands(graph, columns, conflicts)).toEqual([
      {
        ref: refOf('cart'),
        target: 'rto',
        seconds: 4 * HOUR,
        demandedSeconds: HOUR,
        demandedBy: refOf('shop'),
        demandedByCount: 1,
        neededFasterBy: 1,
      },
      {
        ref: refOf('db'),
        target: 'rto',
        seconds: 24 * HOUR,
        demandedSeconds: HOUR,
        demandedBy: refOf('shop'),
        demandedByCount: 2,
        neededFasterBy: 3,
      },
    ]);
    expect(
      explainTargets(graph, columns, { ref: refOf('db'), target: 'rto' }),
    ).toEqual({
      ref: refOf('db'),
      seconds: 24 * HOUR,
      demanded: {
        ref: refOf('shop'),
        seconds: HOUR,
        path: [refOf('shop'), refOf('cart'), refOf('db')],
      },
      neededFasterBy: {
        total: 3,
        items: [
          {
            ref: refOf('shop'),
            seconds: HOUR,
            path: [refOf('shop'), refOf('cart'), refOf('db')],
          },
          {
            ref: refOf('web'),
            seconds: HOUR,
            path: [refOf('web'), refOf('api'), refOf('db')],
          },
          {
            ref: refOf('cart'),
            seconds: 4 * HOUR,
            path: [refOf('cart'), refOf('db')],
          },
        ],
      },
      waitsFor: { total: 0, items: [] },
    });
    const shop = explainTargets(graph, columns, {
      ref: refOf('shop'),
      target: 'rto',
      limit: 1,
    });
    expect(shop?.waitsFor).toEqual({
      total: 2,
      items: [
        {
          ref: refOf('db'),
          seconds: 24 * HOUR,
          path: [refOf('shop'), refOf('cart'), refOf('db')],
        },
      ],
    });
    expect(shop?.demanded).toBeUndefined();
  });

  const cases: Array<
    [string, Record<string, RecoveryFacts>, EntityBuilder[], string[]]
  > = [
    [
      'equal targets are none',
      { a: rto(4), b: rto(4) },
      [anEntity('a').dependsOn('b'), anEntity('b')],
      [],
    ],
    [
      'zero is a target',
      { a: rto(0), b: rto(1) },
      [anEntity('a').dependsOn('b'), anEntity('b')],
      ['b'],
    ],
    [
      'unset demands nothing and is asked nothing',
      { a: {}, b: rto(1), c: {} },
      [
        anEntity('a').dependsOn('b'),
        anEntity('b').dependsOn('c'),
        anEntity('c'),
      ],
      [],
    ],
    [
      'a soft dependency may take its time',
      { a: rto(1), b: rto(4) },
      [anEntity('a').dependsOn('b').soft('component:b'), anEntity('b')],
      [],
    ],
    [
      'what resolves nowhere has no target',
      { a: rto(1), gone: rto(4) },
      [anEntity('a').dependsOn('gone')],
      [],
    ],
    [
      'within a cycle, the slower',
      { a: rto(1), b: rto(4) },
      [anEntity('a').dependsOn('b'), anEntity('b').dependsOn('a')],
      ['b'],
    ],
    [
      'a System is not compared with its parts',
      { 'system:s': rto(1), a: rto(24) },
      [anEntity('system:s'), anEntity('a').partOf('system:s')],
      [],
    ],
    [
      'nor with a part that depends on it',
      { 'system:s': rto(24), a: rto(1) },
      [
        anEntity('system:s'),
        anEntity('a').partOf('system:s').dependsOn('system:s'),
      ],
      [],
    ],
    [
      'nor with a part over another way',
      { 'system:s': rto(1), a: rto(24) },
      [
        anEntity('system:s').dependsOn('b'),
        anEntity('b').dependsOn('a'),
        anEntity('a').partOf('system:s'),
      ],
      [],
    ],
    [
      'what depends on a System is compared with it and its parts',
      { shop: rto(1), 'system:s': rto(4), a: rto(24) },
      [
        anEntity('shop').dependsOn('system:s'),
        anEntity('system:s'),
        anEntity('a').partOf('system:s'),
      ],
      ['a', 'system:s'],
    ],
    [
      'a System is compared with what its parts need',
      { 'system:s': rto(1), db: rto(24) },
      [
        anEntity('system:s'),
        anEntity('a').partOf('system:s').dependsOn('db'),
        anEntity('db'),
      ],
      ['db'],
    ],
  ];
  it.each(cases)('%s', (_, facts, entities, expected) => {
    const { graph, columns } = having(facts, ...entities);
    const found = findTargetConflicts(graph, columns, { target: 'rto' });
    expect(found.map(({ ref }) => ref)).toEqual(expected.map(refOf).sort());
  });

  it('arise in an outage longer than a workaround can be endured', () => {
    const graph = buildDependencyGraph({
      entities: aCatalog(anEntity('a').dependsOn('b'), anEntity('b')),
      classifications: [
        {
          from: refOf('a'),
          to: refOf('b'),
          class: 'soft',
          endurableSeconds: HOUR,
        },
      ],
    });
    const columns = RecoveryColumns.read(graph, {
      tiers: [],
      factsOf: ref => (ref === refOf('a') ? rto(1) : rto(4)),
    });
    const count = (outageSeconds?: number) =>
      findTargetConflicts(graph, columns, { target: 'rto', outageSeconds })
        .length;
    expect([count(), count(HOUR), count(HOUR + 1)]).toEqual([0, 0, 1]);
  });
});

describe('RPO conflicts', () => {
  const rpo = (rpoSeconds: number | 'none'): RecoveryFacts => ({ rpoSeconds });

  it.each<[string, RecoveryFacts, RecoveryFacts, number]>([
    ['more may be lost below', rpo(60), rpo(300), 1],
    ['zero above', rpo(0), rpo(1), 1],
    ['none above holds no data', rpo('none'), rpo(300), 0],
    ['none below holds no data', rpo(60), rpo('none'), 0],
    ['unset', {}, rpo(300), 0],
    ['equal', rpo(300), rpo(300), 0],
  ])('%s', (_, above, below, expected) => {
    const { graph, columns } = having(
      { a: above, db: below },
      anEntity('a').dependsOn('mid'),
      anEntity('mid').dependsOn('db'),
      anEntity('db'),
    );
    expect(findTargetConflicts(graph, columns, { target: 'rpo' })).toHaveLength(
      expected,
    );
  });
});

describe('random catalogs', () => {
  const targets = fc.constantFrom<ConflictTarget>('rto', 'rpo');
  const sizes = fc.constantFrom(
    { size: 10, relations: 40 },
    { size: 24, relations: 96 },
    { size: 30, relations: 200 },
  );
  const catalogs = fc.oneof(sizes.chain(aRandomCatalog), largeSystems());

  it('have the conflicts and demanded targets of the definition', () => {
    fc.assert(
      fc.property(catalogs, targets, (catalog, target) => {
        const { graph, columns, reference } = fromRandom(catalog);
        const compared = naiveCompared(
          reference,
          ref => catalog.facts.get(ref),
          target,
        );
        const { valueOf, dependentsOf, needsOf } = compared;
        const conflicts = findTargetConflicts(graph, columns, { target });
        const expected = naiveConflicts(reference.refs, compared, target);
        expect(countTargetDemands(graph, columns, conflicts)).toEqual(expected);
        // One alone is counted in another way
        expect(
          countTargetDemands(graph, columns, conflicts.slice(0, 1)),
        ).toEqual(expected.slice(0, 1));
        const demanded = demandedTargets(graph, columns, { target });
        const slowest = slowestNeededTargets(graph, columns, { target });
        expect(
          reference.refs.map(ref => [demanded.of(ref), slowest.of(ref)]),
        ).toEqual(
          reference.refs.map(ref => {
            const best = (others: string[], sign: number) =>
              others
                .map(other => ({ seconds: valueOf(other)!, ref: other }))
                .sort((a, b) => sign * (a.seconds - b.seconds))[0];
            return [best(dependentsOf(ref), 1), best(needsOf(ref), -1)];
          }),
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('explain each as the definition does', () => {
    fc.assert(
      fc.property(
        aRandomCatalog({ size: 10, relations: 40 }),
        targets,
        (catalog, target) => {
          const { graph, columns, reference } = fromRandom(catalog);
          const { valueOf, dependentsOf, needsOf } = naiveCompared(
            reference,
            ref => catalog.facts.get(ref),
            target,
          );
          for (const ref of reference.refs) {
            const found = explainTargets(graph, columns, { ref, target })!;
            const own = valueOf(ref);
            const faster = dependentsOf(ref).filter(
              other => own !== undefined && valueOf(other)! < own,
            );
            const slower = needsOf(ref).filter(
              other => own !== undefined && valueOf(other)! > own,
            );
            const listed = (items: { ref: string }[]) =>
              items.map(item => item.ref).sort();
            expect([
              found.seconds,
              listed(found.neededFasterBy.items),
              found.neededFasterBy.total,
              listed(found.waitsFor.items),
              found.demanded?.seconds,
            ]).toEqual([
              own,
              faster,
              faster.length,
              slower,
              dependentsOf(ref)
                .map(other => valueOf(other)!)
                .sort((a, b) => a - b)[0],
            ]);
            for (const item of found.neededFasterBy.items) {
              expect(item.path).toEqual(
                reference.bestPath(item.ref, other => other === ref),
              );
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('around some entities: every conflict between what needs them and what they need, and no other than real ones', () => {
    fc.assert(
      fc.property(
        catalogs,
        fc.subarray(refsOf(10), { minLength: 1, maxLength: 3 }),
        (catalog, around) => {
          const target = 'rto';
          const { graph, columns, reference } = fromRandom(catalog);
          const { valueOf, dependentsOf } = naiveCompared(
            reference,
            ref => catalog.facts.get(ref),
            target,
          );
          const closures = reference.closures();
          const found = findTargetConflicts(graph, columns, {
            target,
            around,
          });
          const isReal = found.every(
            ({ ref, demandedBy, demandedSeconds, seconds }) =>
              valueOf(ref) === seconds &&
              valueOf(demandedBy) === demandedSeconds &&
              demandedSeconds < seconds &&
              dependentsOf(ref).includes(demandedBy) &&
              around.some(
                middle => middle === ref || closures.get(middle)?.has(ref),
              ) &&
              around.some(
                middle =>
                  middle === demandedBy ||
                  closures.get(demandedBy)!.has(middle),
              ),
          );
          const missed = reference.refs.filter(ref => {
            const own = valueOf(ref);
            const through = around.filter(
              middle => middle === ref || closures.get(middle)?.has(ref),
            );
            const demanding = dependentsOf(ref).filter(
              other =>
                own !== undefined &&
                valueOf(other)! < own &&
                through.some(
                  middle =>
                    other === middle || closures.get(other)!.has(middle),
                ),
            );
            if (demanding.length === 0) return false;
            const conflict = found.find(item => item.ref === ref);
            const strictest = Math.min(
              ...demanding.map(other => valueOf(other)!),
            );
            return !conflict || conflict.demandedSeconds > strictest;
          });
          expect({ isReal, missed }).toEqual({ isReal: true, missed: [] });
        },
      ),
      { numRuns: 500 },
    );
  });
});
