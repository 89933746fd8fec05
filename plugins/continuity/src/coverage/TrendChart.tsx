import { makeStyles, useTheme } from '@material-ui/core/styles';
import type {
  ContinuityStatus,
  CoverageTrend,
} from 'backstage-plugin-continuity-common';
import { useId } from 'react';
import useMeasure from 'react-use/esm/useMeasure';
import { useFormats } from '../screen/useFormats';
import { formatDay } from '../status/formatDay';
import { legibleColour, PICTURE_CONTRAST } from '../status/legibleColour';
import { statusColour } from '../status/statusColour';
import { statusKey } from '../status/statusKey';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';

/** Until the container has been measured, and where nothing can be measured. */
const FALLBACK_WIDTH = 480;
const HEIGHT = 170;
const MARGIN = { top: 8, right: 8, bottom: 22, left: 46 };

/** From the bottom up. */
const layers: ContinuityStatus[] = [
  'met',
  'exempt',
  'unassessed',
  'at-risk',
  'exposed',
];
const hatched: ContinuityStatus[] = ['exempt', 'unassessed'];

const useStyles = makeStyles(theme => ({
  root: { width: '100%', minWidth: 0, overflow: 'hidden' },
  svg: { display: 'block', fontFamily: 'inherit' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    ...theme.typography.caption,
  },
  entry: { display: 'inline-flex', alignItems: 'center', gap: 4 },
}));

/** A round number that is no less. */
function roundUp(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(value, 1))));
  return Math.ceil(value / step) * step;
}

/** How many services had which status, as a bar for each point in time; what it says stands beside it in words. */
export const TrendChart = (props: { trend: CoverageTrend; label: string }) => {
  const { trend, label } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const { number } = useFormats();
  const locale = useLocale();
  const pattern = useId();
  const [ref, box] = useMeasure<HTMLDivElement>();
  const width = Math.max(Math.floor(box.width) || FALLBACK_WIDTH, 160);
  const background = theme.palette.background.paper;
  const quiet = theme.palette.text.secondary;
  const colourOf = (status: ContinuityStatus) =>
    legibleColour({
      colour: statusColour(theme, status),
      background,
      contrast: PICTURE_CONTRAST,
    });
  const { points, timeZone } = trend;
  const totals = points.map(({ counts }) =>
    layers.reduce((sum, status) => sum + counts[status], 0),
  );
  const top = roundUp(Math.max(...totals, 1));
  const bottom = HEIGHT - MARGIN.bottom;
  const height = bottom - MARGIN.top;
  const y = (value: number) => bottom - (value / top) * height;
  const slot = (width - MARGIN.left - MARGIN.right) / points.length;
  const bar = Math.max(Math.min(slot - 3, 36), 1);
  const x = (index: number) => MARGIN.left + slot * index + (slot - bar) / 2;
  const labelled = Math.max(1, Math.ceil(points.length / (width / 80)));
  const dayOf = (at: string) => formatDay(at, { locale, timeZone });

  return (
    <div ref={ref} className={classes.root}>
      <svg
        role="img"
        aria-label={label}
        className={classes.svg}
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
      >
        <defs>
          {hatched.map(status => (
            <pattern
              key={status}
              id={`${pattern}${status}`}
              width={6}
              height={6}
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <line
                y2={6}
                stroke={colourOf(status)}
                strokeWidth={status === 'exempt' ? 3 : 6}
              />
            </pattern>
          ))}
        </defs>
        {[0, top / 2, top].map(value => (
          <g key={value}>
            <line
              x1={MARGIN.left}
              x2={width - MARGIN.right}
              y1={y(value)}
              y2={y(value)}
              stroke={theme.palette.divider}
            />
            <text
              x={MARGIN.left - 6}
              y={y(value) + 4}
              textAnchor="end"
              fontSize={11}
              fill={quiet}
            >
              {number(value)}
            </text>
          </g>
        ))}
        {points.map(({ at, counts }, index) => {
          let below = 0;
          return (
            <g key={at}>
              {layers.map(status => {
                const count = counts[status];
                if (count === 0) return null;
                const from = below;
                below += count;
                return (
                  <rect
                    key={status}
                    data-status={status}
                    x={x(index)}
                    width={bar}
                    y={y(below)}
                    height={Math.max(y(from) - y(below), 0.5)}
                    fill={
                      hatched.includes(status)
                        ? `url(#${pattern}${status})`
                        : colourOf(status)
                    }
                    stroke={colourOf(status)}
                    strokeWidth={0.5}
                  >
                    <title>
                      {`${dayOf(at)}: ${number(count)} ${t(
                        `status.${statusKey(status)}`,
                      )}`}
                    </title>
                  </rect>
                );
              })}
              {(points.length - 1 - index) % labelled === 0 && (
                <text
                  x={x(index) + bar / 2}
                  y={HEIGHT - 6}
                  textAnchor={index === points.length - 1 ? 'end' : 'middle'}
                  fontSize={11}
                  fill={quiet}
                >
                  {dayOf(at)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <ul className={classes.legend} aria-hidden>
        {[...layers].reverse().map(status => (
          <li key={status} className={classes.entry}>
            <svg width={12} height={12}>
              <rect
                width={12}
                height={12}
                fill={
                  hatched.includes(status)
                    ? `url(#${pattern}${status})`
                    : colourOf(status)
                }
                stroke={colourOf(status)}
              />
            </svg>
            {t(`status.${statusKey(status)}`)}
          </li>
        ))}
      </ul>
    </div>
  );
};
