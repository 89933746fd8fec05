import { workRecoveredAt, type Objective } from './objective';
import { placeLabels } from './placeLabels';
import { timeScale } from './timeScale';

export type MarkKind = 'rto' | 'work' | 'mtpd';
export type DotKind = 'earlier' | 'latest' | 'expected';

export interface Label {
  /** Position of the text's left edge and its baseline. */
  left: number;
  y: number;
  width: number;
  text: string;
}

export interface Mark {
  kind: MarkKind;
  x: number;
  label: Label;
}

export interface Dot {
  kind: DotKind;
  x: number;
  missed: boolean;
  label: Label | null;
}

export interface ObjectiveBarGeometry {
  width: number;
  height: number;
  axis: { y: number; left: number; right: number };
  /** The time until service is back. */
  recovery: { from: number; to: number } | null;
  /** The time until work has caught up. */
  work: { from: number; to: number } | null;
  /** What is beyond the tolerable, to the end of the axis. */
  intolerable: { from: number; to: number } | null;
  /** The part of the objective that lies beyond the tolerable. */
  overrun: { from: number; to: number } | null;
  marks: Mark[];
  dots: Dot[];
  ticks: Array<{ x: number; text: string; anchor: 'start' | 'middle' }>;
}

/** What is written at the marks and dots. */
export interface ObjectiveBarTexts {
  rto: string;
  work: string;
  mtpd: string;
  latest: string;
  expected: string;
  tick: (seconds: number) => string;
}

export const FONT_SIZE = 12;
const CHARACTER = FONT_SIZE * 0.63;
const ROW = 18;
const AXIS_HEIGHT = 20;
const TICK_ROOM = 22;
const MARGIN = 8;
/** Free axis beyond the longest time, so that the hatching and the last label have room. */
const BEYOND = 0.14;
const MIN_TICK_GAP = 52;

/** A text's width; a little more than it is in any common font, so that nothing touches. */
export function estimateTextWidth(text: string): number {
  return Math.ceil(text.length * CHARACTER) + 4;
}

/** Where everything on the objective bar goes. Pure: the same width, objective and texts give the same picture. */
export function objectiveBarGeometry(options: {
  width: number;
  objective: Objective;
  texts: ObjectiveBarTexts;
}): ObjectiveBarGeometry {
  const { width, objective, texts } = options;
  const { rto, mtpd, measured = [], expected } = objective;
  const work = workRecoveredAt(objective);
  const left = MARGIN;
  const right = Math.max(width - MARGIN, left + 1);
  const times = [
    rto,
    work,
    mtpd,
    expected?.seconds,
    ...measured.map(m => m.seconds),
  ];
  const scale = timeScale({
    seconds: times.filter((s): s is number => typeof s === 'number'),
    left,
    right,
    beyond: BEYOND,
  });

  const marks = (
    [
      ['rto', rto],
      ['work', work],
      ['mtpd', mtpd],
    ] as const
  ).flatMap(([kind, seconds]) =>
    seconds === null ? [] : [{ kind, x: scale.position(seconds) }],
  );
  const dots = dotsOf(objective, scale.position);

  const above = placeLabels(
    marks.map(({ kind, x }) => labelRequest(kind, x, texts[kind])),
    { left: 0, right: width },
  );
  const below = placeLabels(
    dots
      .filter(dot => dot.kind !== 'earlier')
      .map(({ kind, x }) => labelRequest(kind, x, textOf(kind, texts))),
    { left: 0, right: width },
  );
  const rowsAbove = rowsOf(above);
  const axisY = rowsAbove * ROW + 4 + AXIS_HEIGHT / 2;
  const dotsY = axisY + AXIS_HEIGHT / 2 + TICK_ROOM;
  const baselineAbove = (row: number) =>
    axisY - AXIS_HEIGHT / 2 - 4 - row * ROW - 3;
  const baselineBelow = (row: number) => dotsY + row * ROW + FONT_SIZE;

  const end = work ?? rto;
  const rtoX = rto === null ? null : scale.position(rto);
  const mtpdX = mtpd === null ? null : scale.position(mtpd);
  return {
    width,
    height: dotsY + rowsOf(below) * ROW,
    axis: { y: axisY, left, right },
    recovery: rtoX === null ? null : { from: left, to: rtoX },
    work:
      work === null || rtoX === null
        ? null
        : { from: rtoX, to: scale.position(work) },
    intolerable: mtpdX === null ? null : { from: mtpdX, to: right },
    overrun:
      end === null || mtpd === null || mtpdX === null || end <= mtpd
        ? null
        : { from: mtpdX, to: scale.position(end) },
    marks: marks.map(mark => {
      const place = above.find(label => label.id === mark.kind)!;
      return {
        ...mark,
        label: {
          left: place.left,
          width: place.width,
          y: baselineAbove(place.row),
          text: texts[mark.kind],
        },
      };
    }),
    dots: dots.map(dot => {
      const place = below.find(label => label.id === dot.kind);
      const shown = place && dot.kind !== 'earlier';
      return {
        ...dot,
        label: shown
          ? {
              left: place.left,
              width: place.width,
              y: baselineBelow(place.row),
              text: textOf(dot.kind, texts),
            }
          : null,
      };
    }),
    ticks: scale.ticks(MIN_TICK_GAP).map(({ seconds, x }) => ({
      x,
      text: texts.tick(seconds),
      anchor: seconds === 0 ? ('start' as const) : ('middle' as const),
    })),
  };
}

function dotsOf(objective: Objective, position: (seconds: number) => number) {
  const { measured = [], expected } = objective;
  const dots = measured.map(({ seconds, missed }, index) => ({
    kind: (index === measured.length - 1 ? 'latest' : 'earlier') as DotKind,
    x: position(seconds),
    missed,
  }));
  if (!expected) return dots;
  const x = position(expected.seconds);
  return [...dots, { kind: 'expected' as DotKind, x, missed: false }];
}

function labelRequest(id: string, x: number, text: string) {
  return { id, x, width: estimateTextWidth(text) };
}

function textOf(kind: DotKind, texts: ObjectiveBarTexts): string {
  return kind === 'expected' ? texts.expected : texts.latest;
}

function rowsOf(labels: ReadonlyArray<{ row: number }>): number {
  return labels.reduce((rows, label) => Math.max(rows, label.row + 1), 0);
}
