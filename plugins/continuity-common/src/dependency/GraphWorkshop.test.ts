import { DependencyGraph } from './graph/DependencyGraph';
import {
  GraphWorkshop,
  type SentGraph,
  type WorkshopResult,
  type WorkshopTask,
} from './GraphWorkshop';
import { RecoveryColumns } from './recovery/RecoveryColumns';

const A = 'component:default/a';
const B = 'component:default/b';

function take(workshop: GraphWorkshop, task: WorkshopTask): WorkshopResult {
  const steps = workshop.take(task);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function read(workshop: GraphWorkshop, base: number) {
  const relations = [{ type: 'dependsOn', targetRef: B }];
  const texts = [JSON.stringify({ metadata: {}, relations })];
  take(workshop, { kind: 'read', base, refs: [A], texts });
}

function build(workshop: GraphWorkshop, base: number) {
  const result = take(workshop, { kind: 'build', base, classifications: [] });
  return (result as Extract<WorkshopResult, { kind: 'build' }>).packed;
}

function sent(base: number, packed: ReturnType<typeof build>): SentGraph {
  const { refs, ...rest } = packed;
  const columns = RecoveryColumns.read(DependencyGraph.fromPacked(packed), {
    tiers: [],
    factsOf: () => ({}),
  });
  return {
    base,
    baseSize: refs.length,
    laterRefs: [],
    packed: rest,
    columns: columns.toPacked(),
  };
}

describe('a workshop for graphs', () => {
  it('builds what it was given to read, in memory that threads share', () => {
    const workshop = new GraphWorkshop({ shared: true });
    read(workshop, 1);
    const packed = build(workshop, 1);
    expect(DependencyGraph.fromPacked(packed).refs()).toEqual([A, B]);
    expect(packed.hard.forward.items.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it('works on what it built without being sent the refs again; another one must be', () => {
    const workshop = new GraphWorkshop({ shared: false });
    read(workshop, 1);
    const packed = build(workshop, 1);
    const graph = sent(1, packed);
    expect(take(workshop, { kind: 'survey', graph })).toMatchObject({
      survey: { cycles: [] },
    });
    const other = new GraphWorkshop({ shared: false });
    expect(() => take(other, { kind: 'survey', graph })).toThrow(
      'Nothing is known of the graph 1',
    );
    const whole = { ...graph, baseRefs: packed.refs };
    expect(take(other, { kind: 'survey', graph: whole })).toMatchObject({
      survey: { cycles: [] },
    });
    expect(take(other, { kind: 'survey', graph })).toBeDefined();
  });

  it('forgets what was read for a graph that nobody has built while two others were begun', () => {
    const workshop = new GraphWorkshop({ shared: false });
    for (const base of [1, 2, 3]) read(workshop, base);
    expect([1, 2, 3].map(base => build(workshop, base).refs)).toEqual([
      [],
      [A, B],
      [A, B],
    ]);
  });
});
