import { deriveBia } from 'backstage-plugin-continuity-common';
import { biaContent } from '../../../dev/fixtures/analyses';
import { biaCurveGeometry } from './biaCurveGeometry';

const HOUR = 3_600;

function geometry(
  rated: Record<string, string>,
  said: { width?: number; rto?: number | null; work?: number | null } = {},
) {
  const content = biaContent(rated);
  return biaCurveGeometry({
    width: 700,
    content,
    result: deriveBia(content),
    rto: 4 * HOUR,
    work: 6 * HOUR,
    texts: {
      rto: 'RTO 4 h',
      work: '+ work 2 h',
      mtpd: 'MTPD 24 h',
      ratings: ['Negligible', 'Catastrophic'],
    },
    ...said,
  });
}

describe('biaCurveGeometry', () => {
  it('draws a line for each category that was rated, through the points that were', () => {
    const { curves } = geometry({ financial: 'n-s-c', legal: '-----' });
    expect(curves.map(({ id, points }) => [id, points.length])).toEqual([
      ['financial', 3],
    ]);
    expect(curves[0].points.map(point => point.intolerable)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('rises to the right and upwards', () => {
    const [{ points }] = geometry({ financial: 'nmosc' }).curves;
    for (const [index, point] of points.entries()) {
      if (index === 0) continue;
      expect(point.x).toBeGreaterThan(points[index - 1].x);
      expect(point.y).toBeLessThan(points[index - 1].y);
    }
  });

  it('keeps categories with the same ratings apart', () => {
    const { curves } = geometry({ financial: 'nmscc', legal: 'nmscc' });
    expect(curves[0].points[0].y).not.toBe(curves[1].points[0].y);
    expect(curves[0].shape).not.toBe(curves[1].shape);
  });

  it('marks RTO, work recovery and MTPD in the order of time, and what is beyond', () => {
    const { marks, intolerable, plot } = geometry({ financial: 'nmscc' });
    expect(marks.map(({ kind }) => kind)).toEqual(['rto', 'work', 'mtpd']);
    expect(intolerable).toEqual({ from: marks[2].x, to: plot.right });
  });

  it('leaves out marks that are not set', () => {
    const { marks, intolerable } = geometry(
      { financial: 'nnnnm' },
      { rto: null, work: null },
    );
    expect(marks).toEqual([]);
    expect(intolerable).toBeNull();
  });

  it('has a threshold for each rating that some category can’t endure', () => {
    const { thresholds } = geometry({
      financial: 'nmscc',
      legal: 'nmscc',
      safety: 'nmscc',
    });
    expect(
      thresholds.map(({ rating, categories }) => [rating, categories]),
    ).toEqual([
      ['moderate', ['safety']],
      ['serious', ['financial', 'legal']],
    ]);
  });

  it('keeps everything inside the picture where it is narrow', () => {
    const { plot, curves, marks, width } = geometry(
      { financial: 'nmscc' },
      { width: 200 },
    );
    for (const { x } of [...curves[0].points, ...marks]) {
      expect(x).toBeGreaterThanOrEqual(plot.left);
      expect(x).toBeLessThanOrEqual(width);
    }
  });
});
