import { useId } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ContinuityPolicy,
  FallingImpact,
} from 'backstage-plugin-continuity-common';
import { legibleColour } from '../../status/legibleColour';
import { useTranslation } from '../../translation';
import { categoryName, pointText, ratingName } from '../analysis/analysisWords';
import type { BiaRow } from './biaDraft';
import { useRatingColours } from './useRatingColours';

const useStyles = makeStyles(theme => ({
  intro: {
    color: theme.palette.text.secondary,
    margin: theme.spacing(0, 0, 1),
  },
  scroll: { overflowX: 'auto', paddingBottom: theme.spacing(1) },
  table: {
    borderCollapse: 'separate',
    borderSpacing: 4,
    width: '100%',
    minWidth: 860,
    tableLayout: 'fixed',
    '& thead th': {
      fontWeight: 600,
      textAlign: 'left',
      fontSize: '0.8125rem',
      whiteSpace: 'nowrap',
    },
    '& tbody th': {
      fontWeight: 600,
      textAlign: 'left',
      verticalAlign: 'top',
      paddingBottom: theme.spacing(1),
    },
    // which category it is stays in sight where the times are scrolled
    '& th:first-child': {
      position: 'sticky',
      left: 0,
      zIndex: 1,
      backgroundColor: theme.palette.background.paper,
    },
    '& td': { verticalAlign: 'top' },
  },
  select: {
    width: '100%',
    padding: theme.spacing(0.75, 0.5),
    font: 'inherit',
    fontSize: '0.875rem',
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.paper,
    border: `1px solid ${theme.palette.text.secondary}`,
    borderRadius: theme.shape.borderRadius,
    '& option': {
      color: theme.palette.text.primary,
      backgroundColor: theme.palette.background.paper,
    },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
  },
  intolerable: { fontWeight: 700, borderWidth: 2 },
  falls: {
    borderColor: theme.palette.error.main,
    borderWidth: 2,
    borderStyle: 'dashed',
  },
  sign: { fontSize: '0.75rem', color: theme.palette.text.secondary },
  problem: {
    fontSize: '0.75rem',
    color: legibleColour({
      colour: theme.palette.error.main,
      background: theme.palette.background.paper,
    }),
    maxWidth: 220,
  },
  threshold: {
    fontWeight: 400,
    fontSize: '0.75rem',
    color: theme.palette.text.secondary,
    display: 'block',
  },
}));

/** Categories by times: in each cell a word, with its colour, that the keyboard can choose. */
export const BiaGrid = (props: {
  points: string[];
  rows: BiaRow[];
  ratings: ContinuityPolicy['bia']['ratings'];
  falls: FallingImpact[];
  onChange: (rows: BiaRow[]) => void;
}) => {
  const { points, rows, ratings, falls, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const change = (id: string, changed: Partial<BiaRow>) =>
    onChange(rows.map(row => (row.id === id ? { ...row, ...changed } : row)));
  return (
    <>
      <p className={classes.intro}>{t('analysis.bia.dialog.gridIntro')}</p>
      <div className={classes.scroll}>
        <table
          className={classes.table}
          aria-label={t('analysis.bia.dialog.gridCaption')}
        >
          <thead>
            <tr>
              <th scope="col">{t('analysis.bia.dialog.category')}</th>
              {points.map(point => (
                <th key={point} scope="col">
                  {t('analysis.bia.dialog.after', {
                    time: pointText(t, point),
                  })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.id}>
                <th scope="row">
                  {categoryName(t, row)}
                  <label className={classes.threshold}>
                    {t('analysis.bia.dialog.intolerableFrom')}{' '}
                    <select
                      className={classes.select}
                      aria-label={t('analysis.bia.dialog.threshold', {
                        category: categoryName(t, row),
                      })}
                      value={row.intolerableFrom}
                      onChange={event =>
                        change(row.id, { intolerableFrom: event.target.value })
                      }
                    >
                      {ratings.map(rating => (
                        <option key={rating.id} value={rating.id}>
                          {ratingName(t, rating)}
                        </option>
                      ))}
                    </select>
                  </label>
                </th>
                {points.map(point => (
                  <td key={point}>
                    <Cell
                      row={row}
                      point={point}
                      ratings={ratings}
                      fall={falls.find(
                        found =>
                          found.categoryId === row.id && found.point === point,
                      )}
                      onChange={rating => {
                        const { [point]: _, ...others } = row.impacts;
                        change(row.id, {
                          impacts: rating
                            ? { ...others, [point]: rating }
                            : others,
                        });
                      }}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

function Cell(props: {
  row: BiaRow;
  point: string;
  ratings: ContinuityPolicy['bia']['ratings'];
  fall: FallingImpact | undefined;
  onChange: (rating: string) => void;
}) {
  const { row, point, ratings, fall, onChange } = props;
  const classes = useStyles();
  const colourOf = useRatingColours();
  const { t } = useTranslation();
  const id = useId();
  const rank = ratings.findIndex(({ id: each }) => each === row.impacts[point]);
  const threshold = ratings.findIndex(
    ({ id: each }) => each === row.intolerableFrom,
  );
  const isOver = rank >= 0 && threshold >= 0 && rank >= threshold;
  return (
    <>
      <select
        className={[
          classes.select,
          isOver ? classes.intolerable : '',
          fall ? classes.falls : '',
        ].join(' ')}
        style={
          rank < 0
            ? undefined
            : { backgroundColor: colourOf(rank, ratings.length) }
        }
        aria-label={t('analysis.bia.dialog.cell', {
          category: categoryName(t, row),
          time: pointText(t, point),
        })}
        aria-invalid={Boolean(fall)}
        aria-describedby={fall || isOver ? id : undefined}
        value={row.impacts[point] ?? ''}
        onChange={event => onChange(event.target.value)}
      >
        <option value="">{t('analysis.rating.none')}</option>
        {ratings.map(rating => (
          <option key={rating.id} value={rating.id}>
            {ratingName(t, rating)}
          </option>
        ))}
      </select>
      {fall ? (
        <div id={id} className={classes.problem} role="alert">
          {t('analysis.bia.dialog.falls', {
            earlier: titled(fall.earlierRating),
            earlierTime: pointText(t, fall.earlierPoint),
            rating: titled(fall.rating),
            time: pointText(t, fall.point),
          })}
        </div>
      ) : (
        isOver && (
          <div id={id} className={classes.sign}>
            {t('analysis.bia.dialog.isIntolerable')}
          </div>
        )
      )}
    </>
  );

  function titled(title: string): string {
    const rating = ratings.find(each => each.title === title);
    return rating ? ratingName(t, rating) : title;
  }
}
