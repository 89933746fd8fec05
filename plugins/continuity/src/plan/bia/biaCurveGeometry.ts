import {
  durationSeconds,
  type BiaContent,
  type BiaResult,
} from 'backstage-plugin-continuity-common';
import { timeScale } from '../../profile/timeScale';

/** Room for the words of the ratings, at the left of the curve: at least so much, and for a letter. */
const LEFT = 64;
const LETTER = 7;
const RIGHT = 16;
const TOP = 50;
const ROW = 30;
const BOTTOM = 30;
/** Categories with the same rating lie beside one another, not on top of one another. */
const APART = 4;

export type MarkerShape =
  | 'circle'
  | 'square'
  | 'triangle'
  | 'diamond'
  | 'cross'
  | 'bar';

const SHAPES: MarkerShape[] = [
  'circle',
  'square',
  'triangle',
  'diamond',
  'cross',
  'bar',
];

export interface CurvePoint {
  x: number;
  y: number;
  intolerable: boolean;
}

export interface CurveMark {
  kind: 'rto' | 'work' | 'mtpd';
  x: number;
  text: string;
  labelY: number;
  anchor: 'start' | 'middle' | 'end';
}

export interface BiaCurveGeometry {
  width: number;
  height: number;
  plot: { left: number; right: number; top: number; bottom: number };
  /** Worst at the top. */
  ratings: Array<{ id: string; y: number }>;
  ticks: Array<{ iso: string; x: number }>;
  curves: Array<{
    id: string;
    shape: MarkerShape;
    points: CurvePoint[];
    /** SVG path: a rating holds until the next one is known. */
    path: string;
  }>;
  /** One line for each rating from which something is intolerable. */
  thresholds: Array<{ rating: string; y: number; categories: string[] }>;
  marks: CurveMark[];
  /** Where the time is no longer tolerable; null where it is not known. */
  intolerable: { from: number; to: number } | null;
}

/** The shape that stands for a category, the same in the curve and in its legend. */
export function shapeOf(index: number): MarkerShape {
  return SHAPES[index % SHAPES.length];
}

/** Where everything lies in the picture of an analysis. All positions are pixels. */
export function biaCurveGeometry(options: {
  width: number;
  content: BiaContent;
  result: BiaResult;
  /** Seconds; null = unset. */
  rto: number | null;
  /** When work has caught up, in seconds; null = unset. */
  work: number | null;
  texts: { rto: string; work: string; mtpd: string; ratings: string[] };
}): BiaCurveGeometry {
  const { content, result, rto, work, texts } = options;
  const width = Math.max(options.width, 320);
  const { points, ratings, categories } = content;
  const plot = {
    left: Math.max(
      LEFT,
      20 + LETTER * Math.max(...texts.ratings.map(({ length }) => length)),
    ),
    right: width - RIGHT,
    top: TOP,
    bottom: TOP + (ratings.length - 1) * ROW + 12,
  };
  const seconds = points.map(durationSeconds);
  const scale = timeScale({
    seconds: [...seconds, ...(rto ? [rto] : []), ...(work ? [work] : [])],
    left: plot.left,
    right: plot.right,
    beyond: 0.08,
  });
  const rowOf = (rank: number) => TOP + (ratings.length - 1 - rank) * ROW;
  const rankOf = new Map(ratings.map(({ id }, rank) => [id, rank]));
  const rated = categories.filter(
    ({ impacts }) => Object.keys(impacts).length > 0,
  );

  const curves = categories.flatMap((category, index) => {
    const position = rated.indexOf(category);
    if (position < 0) return [];
    const shift = (position - (rated.length - 1) / 2) * APART;
    const threshold = rankOf.get(category.intolerableFrom) ?? Infinity;
    const found = points.flatMap((point, at): CurvePoint[] => {
      const rank = rankOf.get(category.impacts[point]);
      if (rank === undefined) return [];
      return [
        {
          x: scale.position(seconds[at]),
          y: rowOf(rank) + shift,
          intolerable: rank >= threshold,
        },
      ];
    });
    return [
      {
        id: category.id,
        shape: shapeOf(index),
        points: found,
        path: pathOf(found),
      },
    ];
  });

  const thresholds = [...rankOf]
    .map(([rating, rank]) => ({
      rating,
      // between the last rating that is endured and the first that is not
      y: rowOf(rank) + ROW / 2,
      categories: rated
        .filter(({ intolerableFrom }) => intolerableFrom === rating)
        .map(({ id }) => id),
    }))
    .filter(line => line.categories.length > 0);

  const mtpd = result.mtpd === null ? null : durationSeconds(result.mtpd);
  return {
    width,
    height: plot.bottom + BOTTOM,
    plot,
    ratings: ratings.map(({ id }, rank) => ({ id, y: rowOf(rank) })),
    ticks: spacedTicks(points, seconds.map(scale.position)),
    curves,
    thresholds,
    marks: marksOf(
      [
        { kind: 'rto', at: rto, text: texts.rto },
        { kind: 'work', at: work, text: texts.work },
        { kind: 'mtpd', at: mtpd, text: texts.mtpd },
      ],
      { position: scale.position, plot },
    ),
    intolerable:
      mtpd === null ? null : { from: scale.position(mtpd), to: plot.right },
  };
}

function pathOf(points: CurvePoint[]): string {
  return points
    .map(({ x, y }, index) => (index === 0 ? `M${x} ${y}` : `H${x}V${y}`))
    .join('');
}

/** Times that would stand in one another are left out; the last one stays. */
function spacedTicks(points: string[], xs: number[]) {
  const ticks: Array<{ iso: string; x: number }> = [];
  points.forEach((iso, index) => {
    const previous = ticks[ticks.length - 1];
    if (!previous || xs[index] - previous.x >= 44) {
      ticks.push({ iso, x: xs[index] });
    }
  });
  return ticks;
}

/** Labels above the plot, in as many of its two rows as they need. */
function marksOf(
  marks: Array<{ kind: CurveMark['kind']; at: number | null; text: string }>,
  place: {
    position: (seconds: number) => number;
    plot: BiaCurveGeometry['plot'];
  },
): CurveMark[] {
  const { position, plot } = place;
  const ends = [-Infinity, -Infinity, -Infinity];
  return marks
    .flatMap(({ kind, at, text }) =>
      at === null ? [] : [{ kind, text, x: position(at) }],
    )
    .sort((a, b) => a.x - b.x)
    .map(({ kind, text, x }) => {
      const width = text.length * 6.6 + 8;
      let anchor: CurveMark['anchor'] = 'middle';
      if (x - width / 2 < 0) anchor = 'start';
      if (x + width / 2 > plot.right + RIGHT) anchor = 'end';
      const left =
        anchor === 'start' ? x : x - (anchor === 'end' ? width : width / 2);
      const free = ends.findIndex(end => left > end + 4);
      const row = free < 0 ? ends.length - 1 : free;
      ends[row] = left + width;
      return { kind, x, text, anchor, labelY: TOP - 14 - row * 14 };
    });
}
