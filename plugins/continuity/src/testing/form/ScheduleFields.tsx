import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { makeStyles } from '@material-ui/core/styles';
import { useId, useMemo } from 'react';
import { useTranslation } from '../../translation';
import { knownZones, type ScheduleDraft } from './scheduleDraft';

const useStyles = makeStyles(theme => ({
  root: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1.5),
    marginBottom: theme.spacing(1.5),
  },
  pair: { display: 'flex', gap: theme.spacing(1.5) },
  day: { width: 172 },
  time: { width: 140 },
  zone: { width: 240 },
  legend: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
  },
}));

/** When a test is held: days, times of day, and the zone they are meant in. */
export const ScheduleFields = (props: {
  draft: ScheduleDraft;
  error?: string;
  onChange: (draft: ScheduleDraft) => void;
}) => {
  const { draft, error, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const zones = useMemo(() => knownZones(draft.timeZone), [draft.timeZone]);
  const set = (patch: Partial<ScheduleDraft>) =>
    onChange({ ...draft, ...patch });
  const setStartDay = (startDay: string) =>
    // the end goes along: nobody wants a test that ends before it begins
    set({
      startDay,
      ...(draft.endDay === draft.startDay || draft.endDay < startDay
        ? { endDay: startDay }
        : {}),
    });

  const field = (
    key: 'startDay' | 'startTime' | 'endDay' | 'endTime',
    change: (value: string) => void,
  ) => (
    <TextField
      id={`${id}-${key}`}
      className={key.endsWith('Day') ? classes.day : classes.time}
      type={key.endsWith('Day') ? 'date' : 'time'}
      label={t(`testing.form.schedule.${key}`)}
      value={draft[key]}
      onChange={event => change(event.target.value)}
      error={Boolean(error)}
      InputLabelProps={{ shrink: true }}
      variant="outlined"
      size="small"
    />
  );

  return (
    <fieldset className={classes.root}>
      <legend className={classes.legend}>
        {t('testing.form.schedule.legend')}
      </legend>
      <div className={classes.row}>
        <div className={classes.pair}>
          {field('startDay', setStartDay)}
          {!draft.allDay && field('startTime', startTime => set({ startTime }))}
        </div>
        <div className={classes.pair}>
          {field('endDay', endDay => set({ endDay }))}
          {!draft.allDay && field('endTime', endTime => set({ endTime }))}
        </div>
      </div>
      <div className={classes.row}>
        <Autocomplete
          id={`${id}-zone`}
          className={classes.zone}
          options={zones}
          value={draft.timeZone}
          disableClearable
          onChange={(_, timeZone) => set({ timeZone })}
          renderInput={params => (
            <TextField
              {...params}
              label={t('testing.form.schedule.zone')}
              variant="outlined"
              size="small"
            />
          )}
        />
        <FormControlLabel
          control={
            <Checkbox
              color="primary"
              size="small"
              checked={draft.allDay}
              onChange={(_, allDay) => set({ allDay })}
            />
          }
          label={t('testing.form.schedule.allDay')}
        />
      </div>
      {error && (
        <FormHelperText error role="alert">
          {error}
        </FormHelperText>
      )}
    </fieldset>
  );
};
