import {
  buildDependencyGraph,
  RecoveryColumns,
  type CountedTargetConflict,
} from 'backstage-plugin-continuity-common';
import { GraphAnalyst } from './GraphAnalyst';
import type { GraphSnapshot } from './GraphSnapshot';

function snapshotOf(revision: number): GraphSnapshot {
  const graph = buildDependencyGraph({
    entities: [{ entityRef: 'component:default/a', relations: [] }],
  });
  return {
    revision,
    changedAt: null,
    graph,
    columns: RecoveryColumns.read(graph, { tiers: [], factsOf: () => ({}) }),
    entities: new Map(),
    archived: new Set(),
    base: { id: 1, refs: graph.refs(), isLarge: true },
  };
}

/** A workplace whose work ends when the test says so. */
function aSlowWorkplace() {
  const running: Array<{
    revision: number;
    finish: (conflicts: CountedTargetConflict[]) => void;
    fail: () => void;
  }> = [];
  const workplace = {
    run: (
      { revision }: GraphSnapshot,
      _kind: string,
      _task: object,
      take: (piece: object) => void,
    ) =>
      new Promise((resolve, reject) =>
        running.push({
          revision,
          finish: conflicts => {
            take({ kind: 'conflicts', conflicts });
            resolve({ kind: 'conflicts' });
          },
          fail: () => reject(new Error('It broke')),
        }),
      ),
  };
  return { running, workplace: workplace as never };
}

const aConflict = (ref: string) => ({ ref } as CountedTargetConflict);

describe('the list of conflicts', () => {
  it('is the last known one, with its revision, while a newer one is worked out', async () => {
    const { running, workplace } = aSlowWorkplace();
    const analyst = GraphAnalyst.create({ workplace, patience: 5 });
    const first = analyst.conflicts(snapshotOf(1));
    running[0].finish([aConflict('a')]);
    expect((await first).snapshot.revision).toBe(1);

    const meanwhile = await analyst.conflicts(snapshotOf(2));
    expect([meanwhile.snapshot.revision, meanwhile.value]).toEqual([
      1,
      [{ ref: 'a' }],
    ]);
    running[1].finish([aConflict('b')]);
    const later = await analyst.conflicts(snapshotOf(2));
    expect([later.snapshot.revision, later.value]).toEqual([2, [{ ref: 'b' }]]);
    expect(running).toHaveLength(2);
  });

  it('is worked out once for all who ask at the same time', async () => {
    const { running, workplace } = aSlowWorkplace();
    const analyst = GraphAnalyst.create({ workplace, patience: 5 });
    const snapshot = snapshotOf(1);
    const asked = [1, 2, 3].map(() => analyst.conflicts(snapshot));
    running[0].finish([]);
    await Promise.all(asked);
    await analyst.conflicts(snapshot);
    expect(running).toHaveLength(1);
  });

  it('is the newer one where that is there in time', async () => {
    const { running, workplace } = aSlowWorkplace();
    const analyst = GraphAnalyst.create({ workplace, patience: 10_000 });
    const first = analyst.conflicts(snapshotOf(1));
    running[0].finish([aConflict('a')]);
    await first;
    const second = analyst.conflicts(snapshotOf(2));
    running[1].finish([aConflict('b')]);
    expect((await second).snapshot.revision).toBe(2);
  });

  it('is asked for again after a failure', async () => {
    const { running, workplace } = aSlowWorkplace();
    const analyst = GraphAnalyst.create({ workplace, patience: 5 });
    const first = analyst.conflicts(snapshotOf(1));
    running[0].fail();
    await expect(first).rejects.toThrow('It broke');
    const again = analyst.conflicts(snapshotOf(1));
    running[1].finish([aConflict('a')]);
    expect((await again).value).toEqual([{ ref: 'a' }]);
  });
});
