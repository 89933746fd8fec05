import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { PlanComparison } from 'backstage-plugin-continuity-common';
import { Fragment } from 'react';
import { useTranslation } from '../translation';
import { differenceText, planPartName } from './planPartText';

const useStyles = makeStyles(theme => ({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: theme.spacing(1, 2),
  },
  head: { fontWeight: 700 },
  part: {
    gridColumn: '1 / -1',
    fontWeight: 700,
    borderTop: `1px solid ${theme.palette.divider}`,
    paddingTop: theme.spacing(1),
  },
  side: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    padding: theme.spacing(0.5, 1),
    borderLeft: `3px solid ${theme.palette.divider}`,
  },
  changed: { borderLeftColor: theme.palette.primary.main },
  nothing: { color: theme.palette.text.secondary, fontStyle: 'italic' },
}));

/** What differs between two texts of a plan, side by side, part by part. */
export const PlanDifferences = (props: {
  differences: PlanComparison['differences'];
  before: string;
  after: string;
}) => {
  const { differences, before, after } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <div className={classes.grid}>
      <div className={classes.head}>{before}</div>
      <div className={classes.head}>{after}</div>
      {differences.map((difference, at) => {
        const { part, item, change } = difference;
        const isNewPart = differences[at - 1]?.part !== part;
        return (
          <Fragment key={`${part}|${item}|${change}`}>
            {isNewPart && (
              <Typography component="h4" className={classes.part}>
                {planPartName(t, part)}
              </Typography>
            )}
            {(['before', 'after'] as const).map(side => {
              const text = differenceText(t, difference, side);
              return (
                <div
                  key={side}
                  className={
                    text === null || side === 'before'
                      ? classes.side
                      : `${classes.side} ${classes.changed}`
                  }
                >
                  {change === 'moved' && side === 'after' && (
                    <em>{t('plan.compare.moved')} </em>
                  )}
                  {text === null ? (
                    <span className={classes.nothing}>
                      {t('plan.compare.nothing')}
                    </span>
                  ) : (
                    text
                  )}
                </div>
              );
            })}
          </Fragment>
        );
      })}
    </div>
  );
};
