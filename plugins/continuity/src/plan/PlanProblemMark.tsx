import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { PlanSummary } from 'backstage-plugin-continuity-common';
import { legibleColour } from '../status/legibleColour';
import { statusColour } from '../status/statusColour';
import { StatusShape } from '../status/StatusShape';
import { useTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'flex-start',
    gap: theme.spacing(0.5),
  },
  shape: { display: 'inline-flex', flex: 'none', marginTop: 2 },
}));

/** One thing that is wrong with a plan: a shape and the words. */
export const PlanProblemMark = (props: {
  problem: PlanSummary['problems'][number];
}) => {
  const { code, entities } = props.problem;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const ground = theme.palette.background.paper;
  const bad = code === 'scope-gone' || code === 'no-steps';
  const status = bad ? 'exposed' : 'at-risk';
  return (
    <span
      className={classes.root}
      style={{
        color: legibleColour({
          colour: statusColour(theme, status),
          background: ground,
          // striped rows are a little darker than the page
          contrast: 5.2,
        }),
      }}
    >
      <span className={classes.shape} aria-hidden>
        <StatusShape status={status} ground={ground} size={14} />
      </span>
      {t(`plan.problem.${code}`, { count: entities })}
    </span>
  );
};
