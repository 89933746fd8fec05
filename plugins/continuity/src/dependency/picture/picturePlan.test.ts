import {
  mostPictureNodes,
  pictureLayout,
  picturePlan,
  type DependencyItem,
  type DependencyLink,
} from 'backstage-plugin-continuity-common';
import {
  aNeed,
  aSide,
  anEntityDependencies,
} from '../../../dev/fixtures/aDependency';

const ROOT = 'component:default/checkout';
const ref = (name: string) => `component:default/${name}`;

/** `width` things that the entity needs, each with a chain of `depth` behind it. */
function aWideCatalog(width: number, depth: number) {
  const items: DependencyItem[] = [];
  const links: DependencyLink[] = [];
  for (let i = 0; i < width; i++) {
    let path = [ROOT];
    for (let d = 0; d < depth; d++) {
      const name = `n${String(i).padStart(4, '0')}-${d}`;
      links.push({ from: path[path.length - 1], to: ref(name), class: 'hard' });
      path = [...path, ref(name)];
      items.push(aNeed(name, { path }));
    }
  }
  return anEntityDependencies({
    needs: aSide(items),
    neededBy: aSide([]),
    links,
  });
}

describe('picturePlan', () => {
  it('draws a small neighbourhood whole', () => {
    const plan = picturePlan(anEntityDependencies());
    expect(plan.nodes.map(({ item, layer }) => [item.title, layer])).toEqual([
      ['Checkout', 0],
      ['gone', 1],
      ['payments', 1],
      ['search', 1],
      ['telemetry', 1],
      ['ledger-db', 2],
      ['web-shop', -1],
    ]);
    expect(plan.clusters).toEqual([]);
    expect(plan.edges).toHaveLength(6);
  });

  it.each([
    [200, 1],
    [20, 10],
    [1, 500],
    [1000, 5],
  ])(
    'draws no more than can be read of %s × %s, and counts every other one exactly once',
    (width, depth) => {
      const plan = picturePlan(aWideCatalog(width, depth));
      expect(plan.nodes.length).toBeLessThanOrEqual(mostPictureNodes);
      const grouped = plan.clusters.reduce((sum, { count }) => sum + count, 0);
      expect(plan.nodes.length - 1 + grouped).toBe(width * depth);
      const drawn = new Set(plan.nodes.map(({ id }) => id));
      for (const { through } of plan.clusters) {
        expect(drawn).toContain(through);
      }
    },
  );

  it('counts in the group of the entity what was not even loaded', () => {
    const answer = anEntityDependencies({
      needs: aSide([aNeed('payments')], { totalItems: 4_501 }),
      neededBy: aSide([]),
    });
    expect(picturePlan(answer).clusters).toEqual([
      expect.objectContaining({ through: ROOT, count: 4_500 }),
    ]);
  });

  it('gives one side the places that the other does not need', () => {
    const plan = picturePlan(aWideCatalog(200, 1));
    expect(plan.nodes).toHaveLength(mostPictureNodes);
  });

  it('draws once what is on both sides of a circle', () => {
    const both = aNeed('payments', { inCycle: true });
    const answer = anEntityDependencies({
      needs: aSide([both]),
      neededBy: aSide([{ ...both, path: [both.entityRef, ROOT] }]),
    });
    const ids = picturePlan(answer).nodes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(pictureLayout(picturePlan(answer)).places.size).toBe(2);
  });
});

describe('pictureLayout', () => {
  it('gives each box and group a place of its own, needs to the right', () => {
    const plan = picturePlan(aWideCatalog(30, 4));
    const { places } = pictureLayout(plan);
    expect(places.size).toBe(plan.nodes.length + plan.clusters.length);
    const spots = new Set([...places.values()].map(({ x, y }) => `${x} ${y}`));
    expect(spots.size).toBe(places.size);
    const at = (id: string) => places.get(id)!;
    for (const { from, to } of plan.edges) {
      expect(at(to).x).toBeGreaterThan(at(from).x);
    }
  });

  it('is the same for every order of the input', () => {
    const answer = aWideCatalog(12, 4);
    const backwards = {
      ...answer,
      needs: { ...answer.needs!, items: [...answer.needs!.items].reverse() },
      links: [...answer.links].reverse(),
    };
    const places = (of: typeof answer) =>
      [...pictureLayout(picturePlan(of)).places.values()].sort((a, b) =>
        a.id < b.id ? -1 : 1,
      );
    expect(places(backwards)).toEqual(places(answer));
  });

  it('holds nobody up with 5,000 entities', () => {
    const answer = aWideCatalog(1_000, 5);
    const started = performance.now();
    pictureLayout(picturePlan(answer));
    // A hundredth of this is usual; a long task in a browser begins at 50 ms on a machine with nothing else to do.
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('a neighbourhood of 5,000', () => {
  it.each([
    [5_000, 1],
    [1_000, 5],
    [10, 500],
  ])(
    'is planned and laid out in far less time than one notices: %s × %s',
    (width, depth) => {
      const answer = aWideCatalog(width, depth);
      const quickest = (work: () => unknown) => {
        const times = [1, 2, 3].map(() => {
          const { user } = process.cpuUsage();
          work();
          return (process.cpuUsage().user - user) / 1000;
        });
        return Math.min(...times);
      };
      expect(quickest(() => picturePlan(answer))).toBeLessThan(100);
      const plan = picturePlan(answer);
      expect(quickest(() => pictureLayout(plan))).toBeLessThan(100);
      const counted = plan.clusters.reduce((sum, { count }) => sum + count, 0);
      expect(plan.nodes.length + counted).toBe(width * depth + 1);
    },
  );
});
