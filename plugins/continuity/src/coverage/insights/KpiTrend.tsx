import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { Kpi } from 'backstage-plugin-continuity-common';
import { formatDay } from '../../status/formatDay';
import { legibleColour, PICTURE_CONTRAST } from '../../status/legibleColour';
import { statusColour } from '../../status/statusColour';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { kpiValueText } from './kpiValueText';

const WIDTH = 240;
const HEIGHT = 48;
const MARGIN = 5;

const useStyles = makeStyles({
  root: { display: 'block', width: '100%', maxWidth: 2.2 * WIDTH },
});

interface Known {
  day: string;
  value: number;
  index: number;
}

/** A figure week by week, against its target; what is not known is a gap in the line. */
export const KpiTrend = (props: { kpi: Kpi; name: string }) => {
  const { kpi, name } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const locale = useLocale();
  const known = kpi.trend.flatMap(({ day, value }, index): Known[] =>
    value === null ? [] : [{ day, value, index }],
  );
  if (known.length < 2) return null;
  const text = (value: number) =>
    kpiValueText(value, { unit: kpi.unit, t, locale });
  const day = (of: string) => formatDay(of, { locale });
  const [first, last] = [known[0], known[known.length - 1]];
  const reach = [...known.map(({ value }) => value), kpi.target ?? last.value];
  const top = kpi.unit === 'share' ? 1 : Math.max(...reach, 1);
  const x = (index: number) =>
    MARGIN + (index / (kpi.trend.length - 1)) * (WIDTH - 2 * MARGIN);
  const y = (value: number) =>
    HEIGHT - MARGIN - (value / top) * (HEIGHT - 2 * MARGIN);
  const legible = (colour: string) =>
    legibleColour({
      colour,
      background: theme.palette.background.paper,
      contrast: PICTURE_CONTRAST,
    });
  const line = legible(theme.palette.text.secondary);
  return (
    <svg
      role="img"
      className={classes.root}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-label={t('insights.trend', {
        name,
        first: text(first.value),
        from: day(first.day),
        last: text(last.value),
        to: day(last.day),
      })}
    >
      {kpi.target !== null && (
        <line
          x1={0}
          x2={WIDTH}
          y1={y(kpi.target)}
          y2={y(kpi.target)}
          stroke={theme.palette.text.primary}
          strokeWidth={1}
          strokeDasharray="5 3"
        />
      )}
      <path
        d={known
          .map(({ value, index }, at) => {
            const goesOn = at > 0 && known[at - 1].index === index - 1;
            return `${goesOn ? 'L' : 'M'}${x(index)} ${y(value)}`;
          })
          .join('')}
        fill="none"
        stroke={line}
        strokeWidth={2}
      />
      <circle
        cx={x(last.index)}
        cy={y(last.value)}
        r={4}
        fill={
          kpi.reachesTarget === null
            ? line
            : legible(
                statusColour(theme, kpi.reachesTarget ? 'met' : 'exposed'),
              )
        }
      />
    </svg>
  );
};
