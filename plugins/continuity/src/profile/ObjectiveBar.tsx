import { useId } from 'react';
import useMeasure from 'react-use/esm/useMeasure';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { legibleColour, PICTURE_CONTRAST } from '../status/legibleColour';
import { statusColour } from '../status/statusColour';
import { useTranslation } from '../translation';
import type { Objective } from './objective';
import {
  FONT_SIZE,
  objectiveBarGeometry,
  type Dot,
  type ObjectiveBarGeometry,
} from './objectiveBarGeometry';
import { objectiveSentence } from './objectiveSentence';
import { objectiveBarTexts } from './objectiveBarTexts';

/** Until the container has been measured, and where nothing can be measured. */
const FALLBACK_WIDTH = 600;
const BAR = 8;

const useStyles = makeStyles({
  root: { width: '100%', minWidth: 0, overflow: 'hidden' },
  svg: { display: 'block', fontFamily: 'inherit' },
  hidden: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
    whiteSpace: 'nowrap',
  },
});

/**
 * The time after a disruption: when service is to be back, when work has caught up, what is not tolerable any more, and what tests have
 * measured. Needs no pointer and no colour to be read: its sentence says the same.
 *
 * @public
 */
export const ObjectiveBar = (props: {
  objective: Objective;
  /** Only the bar, for table rows and small cards. */
  mini?: boolean;
  /** Where it is about one test: what is written at its dot, and the sentence. */
  words?: { latest: string; sentence: string };
}) => {
  const { objective, mini, words } = props;
  const classes = useStyles();
  const [ref, measured] = useMeasure<HTMLDivElement>();
  const { t } = useTranslation();
  const colours = useBarColours();
  const hatch = `hatch-${useId().replace(/:/g, '')}`;

  const geometry = objectiveBarGeometry({
    width: Math.floor(measured.width) || FALLBACK_WIDTH,
    objective,
    texts: {
      ...objectiveBarTexts(t, objective),
      ...(words && { latest: words.latest }),
    },
  });
  const sentence = words?.sentence ?? objectiveSentence(t, objective);
  const height = mini ? 16 : geometry.height;
  const y = mini ? 8 : geometry.axis.y;

  return (
    <div ref={ref} className={classes.root}>
      <svg
        role="img"
        aria-label={sentence}
        className={classes.svg}
        width={geometry.width}
        height={height}
        viewBox={`0 0 ${geometry.width} ${height}`}
      >
        <Hatching id={hatch} colour={colours.error} />
        <Bars geometry={geometry} y={y} hatch={hatch} colours={colours} />
        {!mini && <Ticks geometry={geometry} colours={colours} />}
        {geometry.marks.map(({ kind, x, label }) => (
          <g key={kind} data-mark={kind}>
            {!mini && (
              <line
                x1={x}
                x2={x}
                y1={label.y + 3}
                y2={y}
                stroke={colours.line}
                strokeWidth={1}
              />
            )}
            <line
              x1={x}
              x2={x}
              y1={y - (mini ? 7 : 10)}
              y2={y + (mini ? 7 : 10)}
              stroke={kind === 'mtpd' ? colours.error : colours.text}
              strokeWidth={kind === 'work' ? 1.5 : 3}
              strokeDasharray={kind === 'work' ? '3 2' : undefined}
            />
            {!mini && (
              <BarText
                label={label}
                colours={colours}
                strong={kind !== 'work'}
              />
            )}
          </g>
        ))}
        {geometry.dots.map((dot, index) => (
          <DotMark key={index} dot={dot} y={y} mini={mini} colours={colours} />
        ))}
      </svg>
      {!mini && <span className={classes.hidden}>{sentence}</span>}
    </div>
  );
};

interface BarColours {
  text: string;
  quiet: string;
  line: string;
  ground: string;
  recovery: string;
  work: string;
  error: string;
  ok: string;
}

function useBarColours(): BarColours {
  const theme = useTheme();
  const background = theme.palette.background.paper;
  const legible = (colour: string) =>
    legibleColour({ colour, background, contrast: PICTURE_CONTRAST });
  return {
    text: theme.palette.text.primary,
    quiet: theme.palette.text.secondary,
    line: theme.palette.text.secondary,
    ground: background,
    recovery: legible(theme.palette.primary.main),
    work: legible(theme.palette.primary.main),
    error: legible(statusColour(theme, 'exposed')),
    ok: legible(statusColour(theme, 'met')),
  };
}

function Hatching({ id, colour }: { id: string; colour: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width={7}
        height={7}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line x1={0} x2={0} y1={0} y2={7} stroke={colour} strokeWidth={2.4} />
      </pattern>
    </defs>
  );
}

function Bars(props: {
  geometry: ObjectiveBarGeometry;
  y: number;
  hatch: string;
  colours: BarColours;
}) {
  const { geometry, y, hatch, colours } = props;
  const { axis, recovery, work, intolerable, overrun } = geometry;
  const span = (part: { from: number; to: number }) => ({
    x: part.from,
    width: Math.max(part.to - part.from, 0),
    y: y - BAR / 2,
    height: BAR,
  });
  return (
    <>
      <line
        x1={axis.left}
        x2={axis.right}
        y1={y}
        y2={y}
        stroke={colours.line}
        strokeWidth={1}
      />
      <line
        x1={axis.left}
        x2={axis.left}
        y1={y - 7}
        y2={y + 7}
        stroke={colours.line}
        strokeWidth={1.5}
      />
      {intolerable && (
        <rect
          {...span(intolerable)}
          fill={`url(#${hatch})`}
          data-part="intolerable"
        />
      )}
      {recovery && (
        <rect
          {...span(recovery)}
          fill={colours.recovery}
          data-part="recovery"
        />
      )}
      {work && (
        <rect
          {...span(work)}
          fill={colours.work}
          fillOpacity={0.3}
          stroke={colours.work}
          strokeWidth={1}
          data-part="work"
        />
      )}
      {overrun && (
        <rect {...span(overrun)} fill={colours.error} data-part="overrun" />
      )}
    </>
  );
}

function Ticks(props: { geometry: ObjectiveBarGeometry; colours: BarColours }) {
  const { geometry, colours } = props;
  return (
    <>
      {geometry.ticks.map(({ x, text, anchor }) => (
        <g key={text}>
          <line
            x1={x}
            x2={x}
            y1={geometry.axis.y + 7}
            y2={geometry.axis.y + 11}
            stroke={colours.line}
            strokeWidth={1}
          />
          <text
            x={anchor === 'start' ? x - 3 : x}
            y={geometry.axis.y + 23}
            textAnchor={anchor}
            fontSize={11}
            fill={colours.quiet}
          >
            {text}
          </text>
        </g>
      ))}
    </>
  );
}

function BarText(props: {
  label: { left: number; y: number; width: number; text: string };
  colours: BarColours;
  strong: boolean;
  colour?: string;
}) {
  const { label, colours, strong, colour = colours.text } = props;
  return (
    <text
      x={label.left + label.width / 2}
      y={label.y}
      textAnchor="middle"
      fontSize={FONT_SIZE}
      fontWeight={strong ? 600 : 400}
      fill={colour}
      stroke={colours.ground}
      strokeWidth={4}
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {label.text}
    </text>
  );
}

function DotMark(props: {
  dot: Dot;
  y: number;
  mini?: boolean;
  colours: BarColours;
}) {
  const { dot, y, mini, colours } = props;
  const { kind, x, missed, label } = dot;
  const radius = mini ? 4 : 6;
  const colour = missed ? colours.error : colours.ok;
  const stroke = kind === 'expected' ? colours.text : colour;
  return (
    <g data-dot={kind} data-missed={missed}>
      {label && !mini && (
        <line
          x1={x}
          x2={x}
          y1={y + radius}
          y2={label.y - FONT_SIZE}
          stroke={colours.line}
          strokeWidth={1}
          strokeDasharray="1 2"
        />
      )}
      {kind === 'expected' ? (
        <path
          d={`M${x} ${y - radius - 2}l${radius + 2} ${radius + 2}l-${
            radius + 2
          } ${radius + 2}l-${radius + 2} -${radius + 2}z`}
          fill={colours.ground}
          stroke={stroke}
          strokeWidth={2}
        />
      ) : (
        <circle
          cx={x}
          cy={y}
          r={radius}
          fill={kind === 'latest' ? colour : colours.ground}
          stroke={kind === 'latest' ? colours.ground : stroke}
          strokeWidth={2}
        />
      )}
      {label && !mini && (
        <BarText
          label={label}
          colours={colours}
          strong={kind === 'latest'}
          colour={missed ? colours.error : colours.text}
        />
      )}
    </g>
  );
}
