import fc from 'fast-check';
import { aCatalog, anEntity, refOf } from '../__testUtils__/anEntity';
import { fromRandom } from '../__testUtils__/fromRandom';
import { aRandomCatalog, refsOf } from '../__testUtils__/randomCatalog';
import { buildDependencyGraph } from '../graph/buildDependencyGraph';
import { RecoveryColumns, type RecoveryFacts } from './RecoveryColumns';
import { whatIfLost } from './whatIfLost';

const HOUR = 3600;

describe('what if we lose', () => {
  const graph = buildDependencyGraph({
    entities: aCatalog(
      anEntity('shop').dependsOn('cart').consumes('api:pay'),
      anEntity('cart').dependsOn('db', 'cache').soft('component:cache'),
      anEntity('pay').provides('api:pay').dependsOn('db'),
      anEntity('api:pay'),
      anEntity('report').dependsOn('cart'),
      anEntity('board').dependsOn('report'),
      anEntity('db').partOf('system:store'),
      anEntity('cache').partOf('system:store'),
      anEntity('system:store'),
      anEntity('mail'),
    ),
    classifications: [
      {
        from: refOf('report'),
        to: refOf('cart'),
        class: 'soft',
        endurableSeconds: 8 * HOUR,
      },
    ],
  });
  const facts: Record<string, RecoveryFacts> = {
    db: {
      ownTime: { seconds: 2 * HOUR, source: 'measured' },
      rtoSeconds: HOUR,
    },
    cart: {
      ownTime: { seconds: HOUR, source: 'estimated' },
      rtoSeconds: 4 * HOUR,
      mtpdSeconds: 2 * HOUR,
    },
    shop: { rtoSeconds: 8 * HOUR },
  };
  const columns = RecoveryColumns.read(graph, {
    tiers: [],
    factsOf: ref => facts[ref.replace('component:default/', '')],
  });
  const lose = (refs: string[], outageSeconds?: number) =>
    whatIfLost(graph, { lost: refs.map(refOf), outageSeconds });

  it('tells who is affected, and by which path', () => {
    const loss = lose(['db']);
    expect(loss.lost).toEqual([{ ref: refOf('db') }]);
    expect(loss.affected).toEqual([
      { ref: refOf('cart'), distance: 1 },
      { ref: refOf('pay'), distance: 1 },
      { ref: refOf('system:store'), distance: 1 },
      { ref: refOf('shop'), distance: 2 },
    ]);
    expect(loss.affectedCount).toBe(4);
    expect(loss.pathOf(refOf('shop'))).toEqual(
      ['shop', 'cart', 'db'].map(refOf),
    );
    expect(loss.pathOf(refOf('db'))).toEqual([refOf('db')]);
    expect(loss.pathOf(refOf('mail'))).toBeUndefined();
  });

  it('tells who goes on with a workaround; it goes no further', () => {
    const loss = lose(['db']);
    expect(loss.degraded).toEqual([{ ref: refOf('report'), distance: 2 }]);
    expect(loss.pathOf(refOf('report'))).toEqual(
      ['report', 'cart', 'db'].map(refOf),
    );
    expect(loss.effectOn(refOf('report'))).toBe('degraded');
    expect(loss.effectOn(refOf('board'))).toBe('none');
    expect(loss.effectOn(refOf('cart'))).toBe('affected');
    expect(loss.effectOn(refOf('db'))).toBe('lost');
    expect(loss.effectOn('component:default/never')).toBe('none');
  });

  it('explains what is degraded over the nearest, then the first in the order of refs', () => {
    const several = buildDependencyGraph({
      entities: aCatalog(
        anEntity('a')
          .dependsOn('z', 'y', 'far')
          .soft('component:z, component:y, component:far'),
        anEntity('z').dependsOn('db'),
        anEntity('y').dependsOn('db'),
        anEntity('far').dependsOn('y'),
        anEntity('db'),
      ),
    });
    const loss = whatIfLost(several, { lost: [refOf('db')] });
    expect(loss.pathOf(refOf('a'))).toEqual(['a', 'y', 'db'].map(refOf));
    const nearer = whatIfLost(several, { lost: ['db', 'z'].map(refOf) });
    expect(nearer.pathOf(refOf('a'))).toEqual(['a', 'z'].map(refOf));
  });

  it('ends workarounds in a longer outage', () => {
    expect(lose(['db'], 8 * HOUR).effectOn(refOf('board'))).toBe('none');
    const loss = lose(['db'], 8 * HOUR + 1);
    expect(loss.effectOn(refOf('board'))).toBe('affected');
    expect(loss.degraded).toEqual([]);
  });

  it('loses the parts of a System', () => {
    const loss = lose(['system:store']);
    expect(loss.lost).toEqual([
      { ref: refOf('cache'), with: refOf('system:store') },
      { ref: refOf('db'), with: refOf('system:store') },
      { ref: refOf('system:store') },
    ]);
    expect(loss.effectOn(refOf('cart'))).toBe('affected');
  });

  it('loses the parts of its parts', () => {
    const nested = buildDependencyGraph({
      entities: aCatalog(
        anEntity('system:outer'),
        anEntity('system:inner').partOf('system:outer'),
        anEntity('a').partOf('system:inner'),
      ),
    });
    const loss = whatIfLost(nested, { lost: [refOf('system:outer')] });
    expect(loss.lost.map(({ ref }) => ref)).toEqual(
      ['a', 'system:inner', 'system:outer'].map(refOf),
    );
    expect(loss.affected).toEqual([]);
  });

  it('hits the consumers of a lost API, though others provide it', () => {
    const loss = lose(['api:pay']);
    expect(loss.affected).toEqual([{ ref: refOf('shop'), distance: 1 }]);
    expect(loss.pathOf(refOf('shop'))).toEqual([
      refOf('shop'),
      refOf('api:pay'),
    ]);
    expect(loss.order.map(({ steps }) => steps[0].refs)).toEqual([
      [refOf('api:pay')],
      [refOf('shop')],
    ]);
  });

  it.each([
    [undefined, 'degraded'],
    [60, 'degraded'],
    [61, 'affected'],
  ])(
    'degrades who can do without a lost API for a minute; outage %s: %s',
    (outageSeconds, effect) => {
      const soft = buildDependencyGraph({
        entities: aCatalog(
          anEntity('a').consumes('api:x'),
          anEntity('p').provides('api:x'),
          anEntity('api:x'),
        ),
        classifications: [
          {
            from: refOf('a'),
            to: refOf('api:x'),
            class: 'soft',
            endurableSeconds: 60,
          },
        ],
      });
      const loss = whatIfLost(soft, { lost: [refOf('api:x')], outageSeconds });
      expect(loss.effectOn(refOf('a'))).toBe(effect);
      expect(loss.pathOf(refOf('a'))).toEqual([refOf('a'), refOf('api:x')]);
    },
  );

  it('says in which order all of it comes back, and when, against the targets', () => {
    const loss = lose(['db']);
    expect(
      loss.order.map(({ steps }) => steps.map(({ refs }) => refs)),
    ).toEqual([
      [[refOf('db')]],
      [[refOf('cart')], [refOf('pay')], [refOf('system:store')]],
      [[refOf('shop')]],
    ]);
    expect(loss.times(columns)).toEqual([
      {
        ref: refOf('db'),
        effect: 'lost',
        wave: 1,
        seconds: 2 * HOUR,
        atLeast: false,
        rtoSeconds: HOUR,
        againstRto: 'beyond',
        againstMtpd: 'no-target',
      },
      {
        ref: refOf('cart'),
        effect: 'affected',
        wave: 2,
        // The cache is up: it was not lost
        seconds: 3 * HOUR,
        atLeast: false,
        rtoSeconds: 4 * HOUR,
        againstRto: 'within',
        mtpdSeconds: 2 * HOUR,
        againstMtpd: 'beyond',
      },
      {
        ref: refOf('pay'),
        effect: 'affected',
        wave: 2,
        seconds: 2 * HOUR,
        atLeast: true,
        againstRto: 'no-target',
        againstMtpd: 'no-target',
      },
      {
        ref: refOf('system:store'),
        effect: 'affected',
        wave: 2,
        seconds: 2 * HOUR,
        atLeast: false,
        againstRto: 'no-target',
        againstMtpd: 'no-target',
      },
      {
        ref: refOf('shop'),
        effect: 'affected',
        wave: 3,
        seconds: 3 * HOUR,
        atLeast: true,
        rtoSeconds: 8 * HOUR,
        againstRto: 'unproven',
        againstMtpd: 'no-target',
      },
    ]);
    expect(
      loss
        .expected(columns)
        .criticalPathOf(refOf('shop'))
        .map(step => step.refs[0]),
    ).toEqual(['db', 'cart', 'shop'].map(refOf));
  });

  it('names what nobody knows, and loses nothing by it', () => {
    const loss = lose(['never', 'mail']);
    expect(loss.unknown).toEqual([refOf('never')]);
    expect(loss.lost).toEqual([{ ref: refOf('mail') }]);
    expect(loss.affected).toEqual([]);
    expect(loss.order).toHaveLength(1);
    expect(lose([]).order).toEqual([]);
  });
});

describe('random catalogs', () => {
  it('are hit as the definition says', () => {
    fc.assert(
      fc.property(
        aRandomCatalog({ size: 12, relations: 48 }),
        fc.subarray(refsOf(12), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(undefined, 1, 2, Infinity),
        (catalog, named, outageSeconds) => {
          const { graph, columns, reference } = fromRandom(catalog);
          const known = named.filter(ref => graph.has(ref));
          const lost = new Set(known);
          for (const ref of lost) {
            for (const part of reference.partsOf(ref)) lost.add(part);
          }
          // An API that is lost although others provide it has rules of its own, with tests of their own
          fc.pre(
            [...lost].every(ref => reference.providersOf(ref).length === 0),
          );
          const outage = outageSeconds ?? 0;
          const closures = reference.closures(outageSeconds);
          const affected = reference.refs.filter(
            ref =>
              !lost.has(ref) &&
              [...closures.get(ref)!].some(need => lost.has(need)),
          );
          const hit = new Set([...lost, ...affected]);
          const degraded = reference.refs.filter(
            ref =>
              !hit.has(ref) &&
              [...reference.edges.get(ref)!].some(
                ([need, said]) =>
                  hit.has(need) &&
                  typeof said !== 'string' &&
                  outage <= said.soft,
              ),
          );
          const loss = whatIfLost(graph, { lost: named, outageSeconds });
          expect({
            lost: loss.lost.map(({ ref }) => ref),
            affected: loss.affected.map(({ ref }) => ref).sort(),
            degraded: loss.degraded.map(({ ref }) => ref).sort(),
            paths: affected.map(ref => loss.pathOf(ref)),
          }).toEqual({
            lost: [...lost].sort(),
            affected,
            degraded,
            paths: affected.map(ref =>
              reference.bestPath(ref, need => lost.has(need), outageSeconds),
            ),
          });

          // Waves and times: what was not hit is up
          const waveOf = new Map<string, number>();
          for (const { wave, steps } of loss.order) {
            for (const { refs } of steps) {
              for (const ref of refs) waveOf.set(ref, wave);
            }
          }
          const times = loss.times(columns);
          const secondsOf = new Map(
            times.map(time => [time.ref, time.seconds]),
          );
          const early = [...hit].filter(ref =>
            reference
              .needsOf(ref, outageSeconds)
              .filter(need => hit.has(need))
              .some(need => {
                const isCycle =
                  closures.get(need)!.has(ref) && closures.get(ref)!.has(need);
                return (
                  secondsOf.get(ref)! < secondsOf.get(need)! ||
                  (!isCycle && waveOf.get(ref)! <= waveOf.get(need)!)
                );
              }),
          );
          expect(early).toEqual([]);
          expect([...waveOf.keys()].sort()).toEqual([...hit].sort());
          expect(times.map(({ ref }) => ref).sort()).toEqual([...hit].sort());
        },
      ),
      { numRuns: 1000 },
    );
  });
});
