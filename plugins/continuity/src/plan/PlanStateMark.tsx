import ArchiveOutlinedIcon from '@material-ui/icons/ArchiveOutlined';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import EditOutlinedIcon from '@material-ui/icons/EditOutlined';
import HistoryIcon from '@material-ui/icons/History';
import RateReviewOutlinedIcon from '@material-ui/icons/RateReviewOutlined';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type {
  PlanState,
  PlanVersionState,
} from 'backstage-plugin-continuity-common';
import { legibleColour } from '../status/legibleColour';
import { statusColour } from '../status/statusColour';
import { useTranslation } from '../translation';

const SHAPES = {
  draft: EditOutlinedIcon,
  'in-review': RateReviewOutlinedIcon,
  'in-force': CheckCircleIcon,
  approved: CheckCircleIcon,
  superseded: HistoryIcon,
  archived: ArchiveOutlinedIcon,
} as const;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
    fontWeight: 600,
  },
}));

/** The state of a plan or of a version of one: a shape and the word. An approved version is in force. */
export const PlanStateMark = (props: {
  state: PlanState | PlanVersionState;
}) => {
  const { state } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const Shape = SHAPES[state];
  const status = {
    draft: undefined,
    'in-review': 'exempt' as const,
    'in-force': 'met' as const,
    approved: 'met' as const,
    superseded: undefined,
    archived: undefined,
  }[state];
  const colour = status
    ? legibleColour({
        colour: statusColour(theme, status),
        background: theme.palette.background.paper,
        // striped rows are a little darker than the page
        contrast: 5.2,
      })
    : theme.palette.text.primary;
  return (
    <span className={classes.root} style={{ color: colour }}>
      <Shape fontSize="small" aria-hidden />
      {t(`plan.state.${state === 'approved' ? 'in-force' : state}`)}
    </span>
  );
};
