import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { useEffect, useState } from 'react';
import { useTranslation } from '../translation';

const useStyles = makeStyles({ root: { width: 160 } });

const EARLIEST = '2000-01-01';

/** Chooses the day whose end is shown; emptied, it is now again. */
export const AsOfPicker = (props: {
  asOf: string | undefined;
  timeZone?: string;
  onChange: (day: string | undefined) => void;
}) => {
  const { asOf, timeZone = 'UTC', onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const day = asOf
    ? DateTime.fromISO(asOf, { zone: timeZone }).toISODate() ?? ''
    : '';
  const [typed, setTyped] = useState(day);
  // The address may change without the field.
  useEffect(() => setTyped(day), [day]);
  const latest = DateTime.now()
    .setZone(timeZone)
    .minus({ days: 1 })
    .toISODate()!;

  const type = (value: string) => {
    setTyped(value);
    if (value === '') onChange(undefined);
    // a year that is being typed begins with noughts
    else if (value >= EARLIEST && value <= latest) onChange(value);
  };
  return (
    <TextField
      className={classes.root}
      id="continuity-coverage-as-of"
      type="date"
      size="small"
      variant="outlined"
      label={t('coverage.past.asOf')}
      value={typed}
      error={typed > latest}
      helperText={typed > latest ? t('coverage.past.tooLate') : undefined}
      onChange={event => type(event.target.value)}
      InputLabelProps={{ shrink: true }}
      inputProps={{ max: latest }}
    />
  );
};
