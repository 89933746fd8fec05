import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import DoneIcon from '@material-ui/icons/Done';
import RadioButtonUncheckedIcon from '@material-ui/icons/RadioButtonUnchecked';
import UndoIcon from '@material-ui/icons/Undo';
import { makeStyles } from '@material-ui/core/styles';
import type { ChangeState } from 'backstage-plugin-continuity-common';
import { useTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
    fontWeight: 600,
  },
}));

const SHAPES = {
  planned: RadioButtonUncheckedIcon,
  approved: DoneIcon,
  implemented: CheckCircleIcon,
  withdrawn: UndoIcon,
} as const;

/** Where a change stands: a shape and the word. */
export const ChangeStateMark = (props: { state: ChangeState }) => {
  const { state } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const Shape = SHAPES[state];
  return (
    <span className={classes.root}>
      <Shape aria-hidden style={{ fontSize: 17 }} />
      {t(`change.state.${state}`)}
    </span>
  );
};
