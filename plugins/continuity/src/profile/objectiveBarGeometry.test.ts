import type { Objective } from './objective';
import { objectiveBarGeometry, type Label } from './objectiveBarGeometry';

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

const texts = {
  rto: 'RTO 1 d 12 h 30 min',
  work: '+WRT 2 h 30 min = 1 d 15 h',
  mtpd: 'MTPD 24 h',
  latest: 'last test 4 h 40 min: missed',
  expected: 'expected at least 4 h',
  tick: (seconds: number) => `${seconds}`,
};

function draw(objective: Objective, width = 600) {
  return objectiveBarGeometry({ width, objective, texts });
}

const times = [null, 0, MINUTE, HOUR, HOUR + MINUTE, DAY, 14 * DAY];
const objectives: Objective[] = times.flatMap(rto =>
  times.flatMap(mtpd =>
    [null, 0, 2 * HOUR].map(wrt => ({
      rto,
      wrt,
      mtpd,
      measured: [
        { seconds: 3 * HOUR, missed: false },
        { seconds: 5 * HOUR, missed: true },
      ],
      expected: { seconds: 5 * HOUR, atLeast: true },
    })),
  ),
);

function overlaps(a: Label, b: Label): boolean {
  return (
    Math.abs(a.y - b.y) < 12 &&
    a.left < b.left + b.width &&
    b.left < a.left + a.width
  );
}

describe('objectiveBarGeometry', () => {
  it.each([300, 420, 600, 800, 1_200])(
    'lets no two labels collide, nor leave the picture, at %i px',
    width => {
      for (const objective of objectives) {
        const { marks, dots, height } = draw(objective, width);
        const labels = [
          ...marks.map(mark => mark.label),
          ...dots.flatMap(dot => dot.label ?? []),
        ];
        labels.forEach((label, i) => {
          expect(label.left).toBeGreaterThanOrEqual(0);
          expect(label.left + label.width).toBeLessThanOrEqual(width);
          expect(label.y).toBeGreaterThan(0);
          expect(label.y).toBeLessThanOrEqual(height);
          labels.slice(i + 1).forEach(other => {
            expect(overlaps(label, other)).toBe(false);
          });
        });
      }
    },
  );

  it('draws a mark for each value that is set, and none for those that are not', () => {
    const kinds = (objective: Objective) =>
      draw(objective).marks.map(mark => mark.kind);
    expect(kinds({ rto: HOUR, wrt: HOUR, mtpd: DAY })).toEqual([
      'rto',
      'work',
      'mtpd',
    ]);
    expect(kinds({ rto: null, wrt: HOUR, mtpd: DAY })).toEqual(['mtpd']);
    expect(kinds({ rto: HOUR, wrt: 0, mtpd: null })).toEqual(['rto']);
    expect(kinds({ rto: null, wrt: null, mtpd: null })).toEqual([]);
  });

  it('marks a zero RTO at the start, and does not take it for unset', () => {
    const { marks, recovery, axis } = draw({ rto: 0, wrt: null, mtpd: DAY });
    expect(marks[0]).toMatchObject({ kind: 'rto', x: axis.left });
    expect(recovery).toEqual({ from: axis.left, to: axis.left });
  });

  it('hatches from the MTPD to the end of the axis', () => {
    const { intolerable, marks, axis } = draw({
      rto: HOUR,
      wrt: null,
      mtpd: DAY,
    });
    expect(intolerable).toEqual({ from: marks[1].x, to: axis.right });
    expect(draw({ rto: HOUR, wrt: null, mtpd: null }).intolerable).toBeNull();
  });

  it('shows how far the objective lies beyond the tolerable, with work recovery', () => {
    const { overrun, marks } = draw({
      rto: 20 * HOUR,
      wrt: 6 * HOUR,
      mtpd: DAY,
    });
    const at = Object.fromEntries(marks.map(mark => [mark.kind, mark.x]));
    expect(overrun).toEqual({ from: at.mtpd, to: at.work });
    expect(draw({ rto: 20 * HOUR, wrt: null, mtpd: DAY }).overrun).toBeNull();
  });

  it('fills only the latest measurement and labels only that one', () => {
    const { dots } = draw({
      rto: 4 * HOUR,
      wrt: null,
      mtpd: null,
      measured: [
        { seconds: 3 * HOUR, missed: false },
        { seconds: 5 * HOUR, missed: true },
      ],
      expected: { seconds: 4 * HOUR, atLeast: false },
    });
    expect(dots.map(dot => [dot.kind, dot.missed, dot.label !== null])).toEqual(
      [
        ['earlier', false, false],
        ['latest', true, true],
        ['expected', false, true],
      ],
    );
  });
});
