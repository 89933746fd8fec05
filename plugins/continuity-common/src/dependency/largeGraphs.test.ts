import type { DependencyFacts } from './graph/dependencyFacts';
import { buildDependencyGraph } from './graph/buildDependencyGraph';
import { Concentration } from './recovery/Concentration';
import { countTargetDemands } from './targets/countTargetDemands';
import { demandedTargets } from './targets/ComparedTargets';
import { expectedRecovery } from './recovery/ExpectedRecovery';
import { findCycles } from './reach/findCycles';
import { findTargetConflicts } from './targets/findTargetConflicts';
import { reachDependencies } from './reach/reachDependencies';
import { RecoveryColumns } from './recovery/RecoveryColumns';
import { recoveryOrder } from './recovery/recoveryOrder';
import { whatIfLost } from './recovery/whatIfLost';

const LENGTH = 100_000;
const LAST = LENGTH - 1;

const ref = (i: number) => `component:default/n${String(i).padStart(6, '0')}`;

/** Each entity depends on the next; `ring`: the last one on the first. */
function* chain(shape: 'line' | 'ring'): Generator<DependencyFacts> {
  for (let i = 0; i < LENGTH; i++) {
    const next = (i + 1) % LENGTH;
    const isOpenEnd = shape === 'line' && next === 0;
    yield {
      entityRef: ref(i),
      relations: isOpenEnd ? [] : [{ type: 'dependsOn', targetRef: ref(next) }],
    };
  }
}

function built(shape: 'line' | 'ring') {
  const graph = buildDependencyGraph({ entities: chain(shape) });
  const columns = RecoveryColumns.read(graph, {
    tiers: ['tier-1'],
    factsOf: name => ({
      ownTime: { seconds: 1, source: 'measured' },
      rtoSeconds: name === ref(0) ? 60 : 3600,
      tier: 'tier-1',
      inScope: true,
    }),
  });
  return { graph, columns };
}

describe('a chain of 100,000', () => {
  const { graph, columns } = built('line');

  it('is walked to its end, with the whole path', () => {
    const needs = reachDependencies(graph, {
      from: [ref(0)],
      direction: 'needs',
    });
    expect(needs.size).toBe(LAST);
    expect(needs.pathOf(ref(LAST))).toHaveLength(LENGTH);
    const neededBy = reachDependencies(graph, {
      from: [ref(LAST)],
      direction: 'needed-by',
    });
    const path = neededBy.pathOf(ref(0))!;
    expect([path.length, path[0], path[LAST]]).toEqual([
      LENGTH,
      ref(0),
      ref(LAST),
    ]);
  });

  it('comes back in as many waves', () => {
    const waves = recoveryOrder(graph, { refs: [ref(0)] });
    expect(waves).toHaveLength(LENGTH);
    expect(waves[0].steps).toEqual([{ refs: [ref(LAST)] }]);
    expect(findCycles(graph)).toEqual([]);
  });

  it('adds up', () => {
    const expected = expectedRecovery(graph, columns);
    expect(expected.of(ref(0))).toEqual({ seconds: LENGTH, atLeast: false });
    expect(expected.criticalPathOf(ref(0))).toHaveLength(LENGTH);
  });

  it('passes the demand down to the end', () => {
    const conflicts = findTargetConflicts(graph, columns, { target: 'rto' });
    expect(conflicts).toHaveLength(LAST);
    const [last] = countTargetDemands(graph, columns, conflicts.slice(-1));
    expect(last).toMatchObject({
      ref: ref(LAST),
      demandedBy: ref(0),
      demandedByCount: 1,
      neededFasterBy: 1,
    });
  });

  it('falls as one', () => {
    const loss = whatIfLost(graph, { lost: [ref(LAST)] });
    expect(loss.affectedCount).toBe(LAST);
    expect(loss.order).toHaveLength(LENGTH);
    expect(loss.pathOf(ref(0))).toHaveLength(LENGTH);
  });

  it('is counted', () => {
    const [most] = Concentration.of(graph, columns).ranking({ limit: 1 });
    expect(most).toEqual({
      ref: ref(LAST),
      total: LAST,
      byTier: { 'tier-1': LAST },
    });
  });
});

describe('a cycle of 100,000', () => {
  const { graph, columns } = built('ring');

  it('is one step', () => {
    const [cycle, ...others] = findCycles(graph);
    expect([cycle.length, others.length]).toEqual([LENGTH, 0]);
    const waves = recoveryOrder(graph, { refs: [ref(5)] });
    expect(waves.map(({ steps }) => steps.map(s => s.refs.length))).toEqual([
      [LENGTH],
    ]);
  });

  it('takes the time of all its members', () => {
    const expected = expectedRecovery(graph, columns);
    expect(expected.of(ref(7))).toEqual({ seconds: LENGTH, atLeast: false });
    expect(expected.criticalPathOf(ref(7))).toHaveLength(1);
  });

  it('is needed and affected whole', () => {
    const loss = whatIfLost(graph, { lost: [ref(0)] });
    expect(loss.affectedCount).toBe(LAST);
    expect(
      reachDependencies(graph, { from: [ref(0)], direction: 'needs' }).size,
    ).toBe(LAST);
  });

  it('demands of each what the strictest demands', () => {
    const demanded = demandedTargets(graph, columns, { target: 'rto' });
    expect(demanded.of(ref(9))).toEqual({ seconds: 60, ref: ref(0) });
    expect(demanded.of(ref(0))?.seconds).toBe(3600);
    expect(findTargetConflicts(graph, columns, { target: 'rto' })).toHaveLength(
      LAST,
    );
    expect(Concentration.of(graph, columns).entry(ref(0))?.total).toBe(LAST);
  });
});
