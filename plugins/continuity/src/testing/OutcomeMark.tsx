import { makeStyles, useTheme } from '@material-ui/core/styles';
import type {
  ContinuityStatus,
  TestOutcome,
} from 'backstage-plugin-continuity-common';
import { legibleColour } from '../status/legibleColour';
import { statusColour } from '../status/statusColour';
import { StatusShape } from '../status/StatusShape';
import { useTranslation } from '../translation';

/** Outcomes have the shapes of the statuses that they lead to. */
const SHAPES: Record<TestOutcome, ContinuityStatus> = {
  passed: 'met',
  'passed-with-deficiencies': 'met',
  inconclusive: 'unassessed',
  failed: 'exposed',
};

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    fontWeight: 600,
  },
}));

/** What came out of a test: a shape and the word. */
export const OutcomeMark = (props: { outcome: TestOutcome }) => {
  const { outcome } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const ground = theme.palette.background.paper;
  const colour = legibleColour({
    colour: statusColour(theme, SHAPES[outcome]),
    background: ground,
    contrast: 5.2,
  });
  return (
    <span className={classes.root} style={{ color: colour }}>
      <StatusShape status={SHAPES[outcome]} ground={ground} size={16} />
      {t(`testing.outcome.${outcome}`)}
    </span>
  );
};
