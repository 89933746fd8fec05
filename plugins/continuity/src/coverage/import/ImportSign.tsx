import { makeStyles } from '@material-ui/core/styles';
import AddCircleOutlineIcon from '@material-ui/icons/AddCircleOutline';
import CancelIcon from '@material-ui/icons/Cancel';
import ChangeHistoryIcon from '@material-ui/icons/ChangeHistory';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import type { ImportOutcome } from 'backstage-plugin-continuity-common';
import { useTranslation } from '../../translation';

const icons = {
  create: AddCircleOutlineIcon,
  change: ChangeHistoryIcon,
  same: RemoveCircleOutlineIcon,
  refused: CancelIcon,
};

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
  },
  refused: { '& svg': { color: theme.palette.error.main } },
  same: { color: theme.palette.text.secondary },
  create: {},
  change: {},
}));

/** What becomes of a row: a word and a shape. */
export const ImportSign = ({ outcome }: { outcome: ImportOutcome }) => {
  const classes = useStyles();
  const { t } = useTranslation();
  const Icon = icons[outcome];
  return (
    <span className={`${classes.root} ${classes[outcome]}`}>
      <Icon fontSize="small" aria-hidden />
      {t(`import.outcome.${outcome}`)}
    </span>
  );
};
