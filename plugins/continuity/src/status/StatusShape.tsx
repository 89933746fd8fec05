import type { ContinuityStatus } from 'backstage-plugin-continuity-common';

const FILLED_STROKE = {
  fill: 'none',
  strokeWidth: 2,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;
const OUTLINE = { ...FILLED_STROKE, stroke: 'currentColor' } as const;

/** Each status has a shape of its own, so that nobody needs the colour. `ground` is the colour behind a filled shape's sign. */
export const StatusShape = (props: {
  status: ContinuityStatus;
  ground: string;
  size?: number;
}) => {
  const { status, ground, size = 18 } = props;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden
      focusable="false"
      data-shape={status}
      style={{ flex: 'none', display: 'block' }}
    >
      {drawShape(status, ground)}
    </svg>
  );
};

function drawShape(status: ContinuityStatus, ground: string) {
  switch (status) {
    case 'met':
      return (
        <>
          <circle cx="10" cy="10" r="9" fill="currentColor" />
          <path
            d="M5.8 10.4l2.9 2.9 5.5-6"
            stroke={ground}
            {...FILLED_STROKE}
          />
        </>
      );
    case 'at-risk':
      return (
        <>
          <path
            d="M10 1.6 19 17.6a.6.6 0 0 1-.5.9h-17a.6.6 0 0 1-.5-.9z"
            fill="currentColor"
          />
          <path
            d="M10 7.4v4.6M10 15.2v.05"
            stroke={ground}
            {...FILLED_STROKE}
          />
        </>
      );
    case 'exposed':
      return (
        <>
          <path
            d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3z"
            fill="currentColor"
          />
          <path
            d="M6.8 6.8l6.4 6.4M13.2 6.8l-6.4 6.4"
            stroke={ground}
            {...FILLED_STROKE}
          />
        </>
      );
    case 'exempt':
      return (
        <path
          d="M10 1.8 17 4v5.2c0 4.3-2.8 7.4-7 9-4.2-1.6-7-4.7-7-9V4z"
          {...OUTLINE}
        />
      );
    case 'unassessed':
      return (
        <>
          <circle
            cx="10"
            cy="10"
            r="8.4"
            {...OUTLINE}
            strokeWidth={1.6}
            strokeDasharray="2.6 2.7"
          />
          <path
            d="M7.7 8a2.4 2.4 0 1 1 3.4 2.2c-.8.4-1.1.8-1.1 1.5M10 14.5v.05"
            {...OUTLINE}
            strokeWidth={1.8}
          />
        </>
      );
    case 'not-required':
      return (
        <>
          <circle cx="10" cy="10" r="8.6" {...OUTLINE} strokeWidth={1.6} />
          <path d="M6.2 10h7.6" {...OUTLINE} />
        </>
      );
    default:
      return (
        <>
          <circle cx="10" cy="10" r="8.6" {...OUTLINE} strokeWidth={1.6} />
          <path d="M4.2 15.8 15.8 4.2" {...OUTLINE} strokeWidth={1.6} />
        </>
      );
  }
}
