import { makeStyles, useTheme } from '@material-ui/core/styles';
import { describeDuration } from 'backstage-plugin-continuity-common';
import useMeasure from 'react-use/esm/useMeasure';
import {
  estimateTextWidth,
  FONT_SIZE,
} from '../../profile/objectiveBarGeometry';
import { timeScale } from '../../profile/timeScale';
import { formatDay } from '../../status/formatDay';
import { legibleColour, PICTURE_CONTRAST } from '../../status/legibleColour';
import { statusColour } from '../../status/statusColour';
import { useTranslation } from '../../translation';
import type { Translate } from '../../translation/Translate';
import { useLocale } from '../../translation/useLocale';
import type { DatedRecovery } from './measuredRecoveries';

/** Until the container has been measured, and where nothing can be measured. */
const FALLBACK_WIDTH = 520;
const HEIGHT = 160;
const MARGIN = { top: 20, right: 14, bottom: 22, left: 58 };
const RADIUS = 5;

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

function recoveryText(
  t: Translate,
  recovery: DatedRecovery,
  date: string,
): string {
  const { seconds, target, missed } = recovery;
  const rta = describeDuration(seconds);
  return target === null
    ? t('testing.card.chart.pointWithoutTarget', { date, rta })
    : t('testing.card.chart.point', {
        date,
        rta,
        rto: describeDuration(target),
        verdict: t(
          missed ? 'testing.card.chart.missed' : 'testing.card.chart.met',
        ),
      });
}

/** Measured recovery times over the years against the target of now; each also in words. */
export const RecoveryChart = (props: {
  /** Oldest first, at least one. */
  recoveries: readonly DatedRecovery[];
  /** Seconds; null where it is not set. */
  rto: number | null;
  timeZone: string | undefined;
}) => {
  const { recoveries, rto, timeZone } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const locale = useLocale();
  const [ref, box] = useMeasure<HTMLDivElement>();
  const width = Math.max(Math.floor(box.width) || FALLBACK_WIDTH, 160);
  const background = theme.palette.background.paper;
  const legible = (colour: string) =>
    legibleColour({ colour, background, contrast: PICTURE_CONTRAST });
  const met = legible(statusColour(theme, 'met'));
  const missed = legible(statusColour(theme, 'exposed'));
  const quiet = theme.palette.text.secondary;
  const bottom = HEIGHT - MARGIN.bottom;
  const right = width - MARGIN.right;

  const scale = timeScale({
    seconds: [
      ...recoveries.map(({ seconds }) => seconds),
      ...(rto === null ? [] : [rto]),
    ],
    left: 0,
    right: bottom - MARGIN.top,
    beyond: 0.12,
  });
  const y = (seconds: number) => bottom - scale.position(seconds);
  const times = recoveries.map(({ result }) => Date.parse(result.heldAt));
  const [first, latest] = [times[0], times[times.length - 1]];
  const x = (time: number) =>
    latest === first
      ? (MARGIN.left + right) / 2
      : MARGIN.left +
        12 +
        ((time - first) / (latest - first)) * (right - MARGIN.left - 24);
  const dateOf = (recovery: DatedRecovery) =>
    formatDay(recovery.result.heldAt, { locale, timeZone });
  const texts = recoveries.map(each => recoveryText(t, each, dateOf(each)));
  const last = recoveries[recoveries.length - 1];
  const lastText = last.missed
    ? `${describeDuration(last.seconds)}: ${t('testing.card.chart.missed')}`
    : describeDuration(last.seconds);
  const lastX = x(latest);
  const lastWidth = estimateTextWidth(lastText);

  return (
    <div ref={ref} className={classes.root}>
      <svg
        role="img"
        aria-label={t('testing.card.chart.label', {
          count: recoveries.length,
          latest: texts[texts.length - 1],
        })}
        className={classes.svg}
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
      >
        {scale.ticks(24).map(({ seconds }) => (
          <g key={seconds}>
            <line
              x1={MARGIN.left}
              x2={right}
              y1={y(seconds)}
              y2={y(seconds)}
              stroke={theme.palette.divider}
            />
            <text
              x={MARGIN.left - 6}
              y={y(seconds) + 4}
              textAnchor="end"
              fontSize={11}
              fill={quiet}
            >
              {describeDuration(seconds)}
            </text>
          </g>
        ))}
        {rto !== null && (
          <g data-mark="rto">
            <line
              x1={MARGIN.left}
              x2={right}
              y1={y(rto)}
              y2={y(rto)}
              stroke={theme.palette.text.primary}
              strokeWidth={2}
              strokeDasharray="6 3"
            />
            <text
              x={MARGIN.left + 4}
              y={y(rto) - 5}
              fontSize={FONT_SIZE}
              fontWeight={600}
              fill={theme.palette.text.primary}
            >
              {t('testing.card.chart.target', { rto: describeDuration(rto) })}
            </text>
          </g>
        )}
        <polyline
          points={recoveries
            .map(({ seconds }, at) => `${x(times[at])},${y(seconds)}`)
            .join(' ')}
          fill="none"
          stroke={quiet}
          strokeWidth={1}
        />
        {recoveries.map((each, at) => {
          const isLast = at === recoveries.length - 1;
          const colour = each.missed ? missed : met;
          const [cx, cy] = [x(times[at]), y(each.seconds)];
          return (
            <g
              key={`${each.result.testId} ${each.result.heldAt}`}
              data-dot={isLast ? 'latest' : 'earlier'}
              data-missed={each.missed}
            >
              <title>{texts[at]}</title>
              <circle
                cx={cx}
                cy={cy}
                r={isLast ? RADIUS + 1 : RADIUS}
                fill={isLast ? colour : background}
                stroke={colour}
                strokeWidth={2}
              />
              {each.missed && !isLast && (
                <path
                  d={`M${cx - 2} ${cy - 2}l4 4m0 -4l-4 4`}
                  stroke={colour}
                  strokeWidth={1.5}
                />
              )}
            </g>
          );
        })}
        <text
          x={Math.min(lastX + lastWidth / 2, width - 2)}
          y={Math.max(y(last.seconds) - 10, FONT_SIZE)}
          textAnchor="end"
          fontSize={FONT_SIZE}
          fontWeight={600}
          fill={last.missed ? missed : theme.palette.text.primary}
          stroke={background}
          strokeWidth={4}
          paintOrder="stroke"
        >
          {lastText}
        </text>
        {[recoveries[0], last].map((each, at) => (
          <text
            key={at}
            x={at === 0 ? MARGIN.left : right}
            y={HEIGHT - 5}
            textAnchor={at === 0 ? 'start' : 'end'}
            fontSize={11}
            fill={quiet}
          >
            {dateOf(each)}
          </text>
        ))}
      </svg>
      <ul className={classes.hidden}>
        {texts.map((text, at) => (
          <li key={at}>{text}</li>
        ))}
      </ul>
    </div>
  );
};
