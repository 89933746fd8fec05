import { useId } from 'react';
import useMeasure from 'react-use/esm/useMeasure';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  describeDuration,
  type Bia,
  type EntityContinuity,
} from 'backstage-plugin-continuity-common';
import { objectiveOf, workRecoveredAt } from '../../profile/objective';
import { legibleColour, PICTURE_CONTRAST } from '../../status/legibleColour';
import { statusColour } from '../../status/statusColour';
import { useTranslation } from '../../translation';
import { categoryName, pointText, ratingName } from '../analysis/analysisWords';
import {
  biaCurveGeometry,
  shapeOf,
  type BiaCurveGeometry,
} from './biaCurveGeometry';
import { biaSentence, categorySentences } from './biaSentence';
import { CurveMarker } from './CurveMarker';

const FALLBACK_WIDTH = 600;

const useStyles = makeStyles(theme => ({
  root: { width: '100%', minWidth: 0, overflow: 'hidden' },
  svg: { display: 'block', fontFamily: 'inherit' },
  legend: {
    listStyle: 'none',
    padding: 0,
    margin: theme.spacing(1, 0, 0),
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    gap: theme.spacing(0.5, 2),
    fontSize: '0.875rem',
  },
  item: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
}));

/**
 * How impact grows while a disruption lasts: a line for each category, the rating from which it is intolerable, the MTPD that follows, and
 * whether service (RTO) and work (RTO + work recovery) are back before. Its legend and its name say the same in words.
 */
export const BiaCurve = (props: {
  bia: Pick<Bia, 'content' | 'result'>;
  profile: EntityContinuity['profile'];
}) => {
  const { bia, profile } = props;
  const { content, result } = bia;
  const classes = useStyles();
  const theme = useTheme();
  const [ref, measured] = useMeasure<HTMLDivElement>();
  const { t } = useTranslation();
  const hatch = `hatch-${useId().replace(/:/g, '')}`;
  const objective = objectiveOf(profile);
  const work = workRecoveredAt(objective);
  const geometry = biaCurveGeometry({
    width: Math.floor(measured.width) || FALLBACK_WIDTH,
    content,
    result,
    rto: objective.rto,
    work,
    texts: {
      rto: t('analysis.bia.curve.rto', {
        time: describeDuration(objective.rto ?? 0),
      }),
      work: t('analysis.bia.curve.work', {
        time: describeDuration(objective.wrt ?? 0),
      }),
      mtpd: t('analysis.bia.curve.mtpd', {
        time: result.mtpd === null ? '' : pointText(t, result.mtpd),
      }),
      ratings: content.ratings.map(rating => ratingName(t, rating)),
    },
  });
  const background = theme.palette.background.paper;
  const colours = {
    text: theme.palette.text.primary,
    quiet: theme.palette.text.secondary,
    grid: theme.palette.divider,
    ground: background,
    back: legibleColour({
      colour: theme.palette.primary.main,
      background,
      contrast: PICTURE_CONTRAST,
    }),
    error: legibleColour({
      colour: statusColour(theme, 'exposed'),
      background,
    }),
  };
  const sentences = categorySentences(t, content, result);

  return (
    <div ref={ref} className={classes.root}>
      <svg
        role="img"
        aria-label={biaSentence(t, {
          content,
          result,
          back: work ?? objective.rto,
        })}
        className={classes.svg}
        width={geometry.width}
        height={geometry.height}
        viewBox={`0 0 ${geometry.width} ${geometry.height}`}
      >
        <defs>
          <pattern
            id={hatch}
            width={7}
            height={7}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line
              x1={0}
              x2={0}
              y1={0}
              y2={7}
              stroke={colours.error}
              strokeWidth={1.2}
              strokeOpacity={0.45}
            />
          </pattern>
        </defs>
        <Ground geometry={geometry} colours={colours} hatch={hatch} bia={bia} />
        <Thresholds geometry={geometry} colours={colours} bia={bia} />
        {geometry.curves.map(({ id, path, points, shape }) => (
          <g key={id} data-category={id}>
            <path
              d={path}
              fill="none"
              stroke={colours.quiet}
              strokeWidth={1.5}
            />
            {points.map(({ x, y, intolerable }) => (
              <CurveMarker
                key={x}
                shape={shape}
                x={x}
                y={y}
                colour={intolerable ? colours.error : colours.text}
                fill={intolerable ? colours.error : colours.ground}
              />
            ))}
          </g>
        ))}
        <Marks geometry={geometry} colours={colours} />
      </svg>
      <ul
        className={classes.legend}
        aria-label={t('analysis.bia.curve.legend')}
      >
        {content.categories.map((category, index) => {
          const isOver = Boolean(
            result.categories.find(({ id }) => id === category.id)?.mtpd,
          );
          return (
            <li key={category.id} className={classes.item}>
              <svg width={16} height={16} aria-hidden>
                <CurveMarker
                  shape={shapeOf(index)}
                  x={8}
                  y={8}
                  colour={isOver ? colours.error : colours.text}
                  fill={isOver ? colours.error : colours.ground}
                />
              </svg>
              <span>{sentences[index]}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
};

interface Colours {
  text: string;
  quiet: string;
  grid: string;
  ground: string;
  back: string;
  error: string;
}

interface PartProps {
  geometry: BiaCurveGeometry;
  colours: Colours;
}

function Ground(
  props: PartProps & { hatch: string; bia: Pick<Bia, 'content'> },
) {
  const { geometry, colours, hatch, bia } = props;
  const { plot, intolerable } = geometry;
  const { t } = useTranslation();
  return (
    <>
      {intolerable && (
        <rect
          x={intolerable.from}
          width={Math.max(intolerable.to - intolerable.from, 0)}
          y={plot.top - 8}
          height={plot.bottom - plot.top + 8}
          fill={`url(#${hatch})`}
          data-part="intolerable"
        />
      )}
      {geometry.ratings.map(({ id, y }) => (
        <g key={id}>
          <line
            x1={plot.left}
            x2={plot.right}
            y1={y}
            y2={y}
            stroke={colours.grid}
            strokeWidth={1}
          />
          <text
            x={plot.left - 10}
            y={y + 4}
            textAnchor="end"
            fontSize={12}
            fill={colours.quiet}
          >
            {ratingName(t, bia.content.ratings.find(r => r.id === id)!)}
          </text>
        </g>
      ))}
      <line
        x1={plot.left}
        x2={plot.right}
        y1={plot.bottom}
        y2={plot.bottom}
        stroke={colours.quiet}
        strokeWidth={1}
      />
      {geometry.ticks.map(({ iso, x }) => (
        <g key={iso}>
          <line
            x1={x}
            x2={x}
            y1={plot.bottom}
            y2={plot.bottom + 5}
            stroke={colours.quiet}
          />
          <text
            x={x}
            y={plot.bottom + 19}
            textAnchor="middle"
            fontSize={12}
            fill={colours.quiet}
          >
            {pointText(t, iso)}
          </text>
        </g>
      ))}
    </>
  );
}

function Thresholds(props: PartProps & { bia: Pick<Bia, 'content'> }) {
  const { geometry, colours, bia } = props;
  const { plot, thresholds } = geometry;
  const { t } = useTranslation();
  const most = Math.max(...thresholds.map(line => line.categories.length), 0);
  return (
    <>
      {thresholds.map(({ rating, y, categories }) => {
        const name = ratingName(
          t,
          bia.content.ratings.find(r => r.id === rating)!,
        );
        const isUsual = thresholds.length === 1 || categories.length === most;
        const text = isUsual
          ? t('analysis.bia.curve.intolerable', { rating: name })
          : t('analysis.bia.curve.intolerableFor', {
              rating: name,
              categories: categories
                .map(id =>
                  categoryName(
                    t,
                    bia.content.categories.find(c => c.id === id)!,
                  ),
                )
                .join(', '),
            });
        return (
          <g key={rating} data-threshold={rating}>
            <line
              x1={plot.left}
              x2={plot.right}
              y1={y}
              y2={y}
              stroke={colours.error}
              strokeWidth={1.5}
              strokeDasharray="5 4"
            />
            <text
              x={plot.left + 4}
              y={y - 4}
              fontSize={11}
              fill={colours.error}
              stroke={colours.ground}
              strokeWidth={3}
              paintOrder="stroke"
            >
              {text}
            </text>
          </g>
        );
      })}
    </>
  );
}

function Marks({ geometry, colours }: PartProps) {
  const { plot, marks } = geometry;
  return (
    <>
      {marks.map(({ kind, x, text, labelY, anchor }) => {
        const colour = kind === 'mtpd' ? colours.error : colours.back;
        return (
          <g key={kind} data-mark={kind}>
            <line
              x1={x}
              x2={x}
              y1={labelY + 3}
              y2={plot.bottom}
              stroke={colour}
              strokeWidth={kind === 'work' ? 1.5 : 2.5}
              strokeDasharray={kind === 'work' ? '4 3' : undefined}
            />
            <text
              x={x}
              y={labelY}
              textAnchor={anchor}
              fontSize={12}
              fontWeight={kind === 'work' ? 400 : 600}
              fill={kind === 'mtpd' ? colours.error : colours.text}
              stroke={colours.ground}
              strokeWidth={4}
              paintOrder="stroke"
            >
              {text}
            </text>
          </g>
        );
      })}
    </>
  );
}
