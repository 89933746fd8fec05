import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import type {
  TestResult,
  TestTimeKey,
} from 'backstage-plugin-continuity-common';
import { useId, useState, type FormEvent } from 'react';
import { nameOfRef } from '../../catalog/EntityName';
import { useTranslation } from '../../translation';
import { fromTimeField, toTimeField } from '../../screen/zonedTime';

/** Types a time for one service or several, takes it away, or stamps it with now. */
export const TimeDialog = (props: {
  time: TestTimeKey;
  results: readonly TestResult[];
  zone: string;
  now: () => string;
  onTyped: (at: string | null) => void;
  onClose: () => void;
}) => {
  const { time, results, zone, now, onTyped, onClose } = props;
  const { t } = useTranslation();
  const id = useId();
  const known = results[0]?.times[time] ?? null;
  const [typed, setTyped] = useState(() => toTimeField(known ?? now(), zone));
  const at = fromTimeField(typed, zone);
  const done = (instant: string | null) => {
    onTyped(instant);
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (at) done(at);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      maxWidth="xs"
      fullWidth
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id={`${id}-title`}>
          {t(`testRun.time.${time}`)}
        </DialogTitle>
        <DialogContent>
          <DialogContentText color="textPrimary">
            {t(`testRun.timeMeaning.${time}`)}
          </DialogContentText>
          <DialogContentText color="textPrimary">
            {t('testRun.times.forWhom', {
              names: results
                .map(
                  ({ entityRef, title }) =>
                    title ?? nameOfRef(entityRef, 'component'),
                )
                .join(', '),
            })}
          </DialogContentText>
          <TextField
            id={`${id}-at`}
            label={t('testRun.times.at', { zone })}
            type="datetime-local"
            variant="outlined"
            size="small"
            fullWidth
            // it was opened to write in it
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            value={typed}
            error={!at}
            helperText={at ? ' ' : t('testRun.times.noTime')}
            onChange={event => setTyped(event.target.value)}
            InputLabelProps={{ shrink: true }}
            inputProps={{ step: 1 }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('testing.cancel')}</Button>
          {known !== null && (
            <Button onClick={() => done(null)}>
              {t('testRun.times.takeAway')}
            </Button>
          )}
          <Button onClick={() => done(now())}>
            {t('testRun.times.nowWord')}
          </Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={!at}
          >
            {t('testRun.times.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
