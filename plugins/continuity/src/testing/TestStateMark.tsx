import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import CancelOutlinedIcon from '@material-ui/icons/CancelOutlined';
import EventIcon from '@material-ui/icons/Event';
import EventBusyIcon from '@material-ui/icons/EventBusy';
import PlayCircleFilledIcon from '@material-ui/icons/PlayCircleFilled';
import { makeStyles, useTheme, type Theme } from '@material-ui/core/styles';
import type { TestSummary } from 'backstage-plugin-continuity-common';
import { legibleColour } from '../status/legibleColour';
import { statusColour } from '../status/statusColour';
import { useTranslation } from '../translation';
import { shownStateOf, type ShownTestState } from './shownStateOf';

const SHAPES = {
  planned: EventIcon,
  missed: EventBusyIcon,
  'in-progress': PlayCircleFilledIcon,
  completed: CheckCircleIcon,
  cancelled: CancelOutlinedIcon,
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

/** The theme's colour of a test's state. */
export function testStateColour(theme: Theme, state: ShownTestState): string {
  switch (state) {
    case 'planned':
      return theme.palette.info.main;
    case 'in-progress':
      return statusColour(theme, 'at-risk');
    case 'completed':
      return statusColour(theme, 'met');
    case 'missed':
      return statusColour(theme, 'exposed');
    default:
      return theme.palette.text.secondary;
  }
}

/** The state of a test: a shape and the word. */
export const TestStateMark = (props: {
  test: Pick<TestSummary, 'state' | 'missed'>;
}) => {
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const state = shownStateOf(props.test);
  const Shape = SHAPES[state];
  const colour = legibleColour({
    colour: testStateColour(theme, state),
    background: theme.palette.background.paper,
    // striped rows are a little darker than the page
    contrast: 5.2,
  });
  return (
    <span className={classes.root} style={{ color: colour }}>
      <Shape fontSize="small" aria-hidden />
      {t(`testing.state.${state}`)}
    </span>
  );
};
