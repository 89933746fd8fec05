import type { MarkerShape } from './biaCurveGeometry';

const PATHS: Record<Exclude<MarkerShape, 'circle'>, string> = {
  square: 'M-4.5 -4.5h9v9h-9z',
  triangle: 'M0 -5.5L5.5 4.5H-5.5z',
  diamond: 'M0 -6L6 0L0 6L-6 0z',
  cross: 'M-5 -2h3v-3h4v3h3v4h-3v3h-4v-3h-3z',
  bar: 'M-6 -2.5h12v5h-12z',
};

/** What stands for a category in the curve: its shape, so that no colour is needed to tell them apart. */
export const CurveMarker = (props: {
  shape: MarkerShape;
  x: number;
  y: number;
  colour: string;
  fill: string;
}) => {
  const { shape, x, y, colour, fill } = props;
  const common = { fill, stroke: colour, strokeWidth: 1.5 };
  return shape === 'circle' ? (
    <circle cx={x} cy={y} r={5} {...common} />
  ) : (
    <path d={PATHS[shape]} transform={`translate(${x} ${y})`} {...common} />
  );
};
