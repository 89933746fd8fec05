import FormHelperText from '@material-ui/core/FormHelperText';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../translation';

const useStyles = makeStyles(theme => ({
  row: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 1.5) },
  field: { width: 215 },
}));

/** The window in which a change is planned. */
export const WindowFields = (props: {
  start: string;
  end: string;
  zone: string;
  problem: 'half' | 'wrong' | undefined;
  onChange: (patch: { start?: string; end?: string }) => void;
}) => {
  const { start, end, zone, problem, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const values = { start, end };
  return (
    <div>
      <div className={classes.row}>
        {(['start', 'end'] as const).map(key => (
          <TextField
            key={key}
            id={`continuity-change-${key}`}
            className={classes.field}
            type="datetime-local"
            label={t(`change.form.${key}`)}
            value={values[key]}
            onChange={event => onChange({ [key]: event.target.value })}
            error={Boolean(problem)}
            InputLabelProps={{ shrink: true }}
            variant="outlined"
            size="small"
            margin="dense"
          />
        ))}
      </div>
      {problem ? (
        <FormHelperText error role="alert">
          {t(
            problem === 'half'
              ? 'change.form.windowHalf'
              : 'change.form.windowWrong',
          )}
        </FormHelperText>
      ) : (
        <FormHelperText>{t('change.form.windowHint', { zone })}</FormHelperText>
      )}
    </div>
  );
};
