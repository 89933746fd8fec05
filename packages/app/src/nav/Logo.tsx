/**
 * The sign of Continuity: a ring that was interrupted and is closing again,
 * with its name beside it unless `signOnly`.
 */
export const Logo = (props: { height: number; signOnly?: boolean }) => {
  const { height, signOnly = false } = props;
  const width = signOnly ? 28 : 150;
  return (
    <svg
      role="img"
      aria-label="Continuity"
      height={height}
      width={(height * width) / 28}
      viewBox={`0 0 ${width} 28`}
      style={{ display: 'block' }}
    >
      <g fill="none" stroke="currentColor" strokeLinecap="round">
        <path d="M23.5 9.2 A10.7 10.7 0 1 0 24.6 15" strokeWidth="3" />
        <path
          d="M8.8 14.2 l3.6 3.6 l10.4 -10.4"
          stroke="#2fbf9b"
          strokeLinejoin="round"
          strokeWidth="3"
        />
      </g>
      {!signOnly && (
        <text
          x="37"
          y="20.5"
          fill="currentColor"
          fontFamily="Helvetica Neue, Helvetica, Roboto, Arial, sans-serif"
          fontSize="20"
          fontWeight="600"
          letterSpacing="0.2"
        >
          Continuity
        </text>
      )}
    </svg>
  );
};
