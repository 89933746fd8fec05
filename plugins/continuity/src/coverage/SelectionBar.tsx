import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useFormats } from '../screen/useFormats';
import { useTranslation } from '../translation';
import type { Selection } from './useSelection';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'sticky',
    bottom: theme.spacing(1),
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1, 2),
    marginTop: theme.spacing(2),
    border: `1px solid ${theme.palette.primary.main}`,
  },
  text: { flex: 1, minWidth: 200 },
}));

/** How many services are chosen, and what can be done with them; it stays in sight while one turns pages. */
export const SelectionBar = (props: {
  selection: Selection;
  /** What they were chosen for. */
  onGoOn: () => void;
}) => {
  const { selection, onGoOn } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const count = selection.chosen.size;
  return (
    <Paper
      className={classes.root}
      elevation={4}
      role="region"
      aria-label={t('coverage.selection.label')}
    >
      <Typography variant="body2" className={classes.text} aria-live="polite">
        {count === 0
          ? t('coverage.selection.hint')
          : t('coverage.selection.count', { count, shown: number(count) })}
      </Typography>
      {count > 0 && (
        <Button size="small" onClick={selection.clear}>
          {t('coverage.selection.clear')}
        </Button>
      )}
      <Button size="small" onClick={selection.stop}>
        {t('coverage.selection.done')}
      </Button>
      <Button
        size="small"
        variant="contained"
        color="primary"
        disabled={count === 0}
        onClick={onGoOn}
      >
        {selection.purpose && t(`coverage.selection.goOn.${selection.purpose}`)}
      </Button>
    </Paper>
  );
};
