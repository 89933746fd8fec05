import { useId } from 'react';
import useMeasure from 'react-use/esm/useMeasure';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  describeDuration,
  type WhatIfAnswer,
} from 'backstage-plugin-continuity-common';
import { useFormats } from '../../screen/useFormats';
import { PICTURE_CONTRAST, legibleColour } from '../../status/legibleColour';
import { statusColour } from '../../status/statusColour';
import { useTranslation } from '../../translation';
import { GanttBar } from './GanttBar';
import { ROW, ganttGeometry } from './ganttGeometry';
import { expectedTimeText } from '../timeText';

/** Until the container has been measured, and where nothing can be measured. */
const FALLBACK_WIDTH = 800;

const useStyles = makeStyles(theme => ({
  root: { width: '100%', minWidth: 0, overflow: 'hidden' },
  svg: { display: 'block', fontFamily: 'inherit' },
  help: { marginBottom: theme.spacing(1) },
}));

/** In which order everything comes back, wave by wave, against each target. The table below it says the same. */
export const LossGantt = (props: { answer: WhatIfAnswer }) => {
  const { answer } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const { number } = useFormats();
  const [ref, measured] = useMeasure<HTMLDivElement>();
  const hatch = `missed-${useId().replace(/:/g, '')}`;
  const width = Math.floor(measured.width) || FALLBACK_WIDTH;
  const names = Math.round(Math.min(230, width * 0.3));
  const geometry = ganttGeometry({ items: answer.items, width, names });
  const background = theme.palette.background.paper;
  const legible = (colour: string) =>
    legibleColour({ colour, background, contrast: PICTURE_CONTRAST });
  const colours = {
    text: theme.palette.text.primary,
    quiet: theme.palette.text.secondary,
    ground: background,
    line: theme.palette.divider,
    own: legible(theme.palette.primary.main),
    missed: legible(statusColour(theme, 'exposed')),
    missedText: legibleColour({
      colour: statusColour(theme, 'exposed'),
      background,
    }),
  };
  const facts = new Map(answer.waves.map(wave => [wave.wave, wave]));
  const { axis } = geometry;

  return (
    <div>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.help}
      >
        {t('dependency.loss.gantt.help')}
      </Typography>
      <div ref={ref} className={classes.root}>
        <svg
          role="img"
          aria-label={t('dependency.loss.gantt.label', {
            count: number(answer.summary.lost + answer.summary.affected),
            waves: number(answer.summary.waves),
          })}
          className={classes.svg}
          width={geometry.width}
          height={geometry.height}
          viewBox={`0 0 ${geometry.width} ${geometry.height}`}
        >
          <defs>
            <pattern
              id={hatch}
              width={6}
              height={6}
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width={6} height={6} fill={colours.missed} />
              <line
                x1={0}
                x2={0}
                y1={0}
                y2={6}
                stroke={background}
                strokeWidth={2.2}
              />
            </pattern>
          </defs>
          {geometry.ticks.map(({ seconds, x }) => (
            <g key={seconds}>
              <line
                x1={x}
                x2={x}
                y1={18}
                y2={geometry.height - 8}
                stroke={colours.line}
              />
              <text
                x={x}
                y={12}
                fontSize={11}
                fill={colours.quiet}
                textAnchor="middle"
              >
                {seconds === 0
                  ? t('dependency.loss.gantt.now')
                  : describeDuration(seconds)}
              </text>
            </g>
          ))}
          {geometry.waves.map(({ wave, y, rows, folded }) => {
            const fact = facts.get(wave);
            const last = y + 24 + rows.length * ROW;
            return (
              <g key={wave} data-wave={wave}>
                <rect
                  x={0}
                  y={y}
                  width={geometry.width}
                  height={20}
                  fill={colours.text}
                  fillOpacity={0.06}
                />
                <text
                  x={6}
                  y={y + 14}
                  fontSize={12}
                  fontWeight={600}
                  fill={colours.text}
                >
                  {fact
                    ? [
                        t('dependency.loss.gantt.waveFacts', {
                          count: fact.total,
                          shown: number(fact.total),
                          number: String(wave),
                          time: expectedTimeText(t, fact.lastReady),
                        }),
                        fact.beyondRto > 0 &&
                          t('dependency.loss.gantt.waveMissing', {
                            count: fact.beyondRto,
                            shown: number(fact.beyondRto),
                          }),
                      ]
                        .filter(Boolean)
                        .join(' · ')
                    : t('dependency.loss.gantt.wave', {
                        number: String(wave),
                      })}
                </text>
                {rows.map(row => (
                  <GanttBar
                    key={row.item.entityRef}
                    row={row}
                    names={names}
                    right={axis.right}
                    hatch={hatch}
                    colours={colours}
                  />
                ))}
                {folded > 0 && (
                  <text x={6} y={last + 14} fontSize={12} fill={colours.quiet}>
                    {t('dependency.loss.gantt.folded', {
                      count: folded,
                      shown: number(folded),
                    })}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      </div>
    </div>
  );
};
