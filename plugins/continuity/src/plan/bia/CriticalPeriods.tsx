import { useId } from 'react';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import DeleteOutlineIcon from '@material-ui/icons/DeleteOutline';
import { useTranslation } from '../../translation';
import type { BiaDraft } from './biaDraft';

const useStyles = makeStyles(theme => ({
  root: { margin: theme.spacing(2, 0, 1) },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr) auto',
    gap: theme.spacing(1),
    alignItems: 'start',
    marginTop: theme.spacing(1),
  },
}));

/** When a disruption would be worst: month end, a sale, an election. */
export const CriticalPeriods = (props: {
  periods: BiaDraft['periods'];
  issueOf: (index: number) => string | undefined;
  onChange: (periods: BiaDraft['periods']) => void;
}) => {
  const { periods, issueOf, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const change = (index: number, changed: Partial<BiaDraft['periods'][0]>) =>
    onChange(
      periods.map((period, at) =>
        at === index ? { ...period, ...changed } : period,
      ),
    );
  return (
    <div className={classes.root}>
      <Typography variant="subtitle2" component="h3">
        {t('analysis.bia.dialog.periods')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t('analysis.bia.dialog.periodsHint')}
      </Typography>
      {periods.map(({ text, every }, index) => (
        <div key={index} className={classes.row}>
          <TextField
            id={`${id}-text-${index}`}
            label={t('analysis.bia.dialog.periodText')}
            value={text}
            onChange={event => change(index, { text: event.target.value })}
            variant="outlined"
            size="small"
            inputProps={{ maxLength: 200 }}
          />
          <TextField
            id={`${id}-every-${index}`}
            label={t('analysis.bia.dialog.periodEvery')}
            value={every}
            onChange={event => change(index, { every: event.target.value })}
            error={Boolean(issueOf(index))}
            helperText={issueOf(index)}
            variant="outlined"
            size="small"
          />
          <IconButton
            size="small"
            aria-label={t('analysis.bia.dialog.removePeriod', { period: text })}
            onClick={() => onChange(periods.filter((_, at) => at !== index))}
          >
            <DeleteOutlineIcon />
          </IconButton>
        </div>
      ))}
      <Button
        size="small"
        color="primary"
        onClick={() => onChange([...periods, { text: '', every: '' }])}
      >
        {t('analysis.bia.dialog.addPeriod')}
      </Button>
    </div>
  );
};
