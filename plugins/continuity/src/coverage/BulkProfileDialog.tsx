import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import LinearProgress from '@material-ui/core/LinearProgress';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ProfilePatch } from 'backstage-plugin-continuity-common';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useFormats } from '../screen/useFormats';
import { useTranslation } from '../translation';
import { BulkOutcomes } from './BulkOutcomes';
import { useBulkProfile } from './useBulkProfile';

const useStyles = makeStyles(theme => ({
  reason: { marginTop: theme.spacing(2) },
}));

/** What a dialog that sets something of the chosen services is given. */
export interface BulkDialogProps {
  /** Titles by ref. */
  chosen: ReadonlyMap<string, string>;
  /** `done`: there is nothing left to do for what was chosen. */
  onClose: (done: boolean) => void;
  /** Called when something may have changed. */
  onFinished: () => void;
}

/** Sets values of the chosen services, with a reason; says of each what became of it. */
export const BulkProfileDialog = (
  props: BulkDialogProps & {
    title: string;
    submitLabel: string;
    /** Undefined: what is to be set is not chosen yet. */
    values: ProfilePatch | undefined;
    /** Where it is chosen. */
    children: (options: { showMissing: boolean }) => ReactNode;
  },
) => {
  const { chosen, title, submitLabel, values, children } = props;
  const { onClose, onFinished } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const id = useId();
  const { run, start, stop } = useBulkProfile();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);

  const send = async (entityRefs: string[]) => {
    if (!values) return;
    await start({ entityRefs, values, reason: reason.trim() });
    onFinished();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (values && reason.trim()) send([...chosen.keys()]);
  };
  const running = run?.state === 'running';
  const finished = run?.state === 'finished';
  const failed = (run?.outcomes ?? []).filter(
    outcome => outcome.result === 'failed',
  );
  const reasonMissing = asked && !reason.trim();
  const close = () => onClose(finished ?? false);

  return (
    <Dialog
      open
      onClose={running ? undefined : close}
      aria-labelledby={`${id}-title`}
      maxWidth="sm"
      fullWidth
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id={`${id}-title`}>
          {finished ? t('coverage.bulk.resultTitle') : title}
        </DialogTitle>
        <DialogContent>
          {!run && (
            <>
              {children({ showMissing: asked })}
              <TextField
                id={`${id}-reason`}
                className={classes.reason}
                label={t('coverage.bulk.reason')}
                helperText={
                  reasonMissing
                    ? t('coverage.bulk.reasonMissing')
                    : t('coverage.bulk.reasonHelp')
                }
                error={reasonMissing}
                value={reason}
                onChange={event => setReason(event.target.value)}
                variant="outlined"
                multiline
                fullWidth
                required
                inputProps={{ maxLength: 2000 }}
              />
            </>
          )}
          {running && (
            <>
              <LinearProgress
                variant="determinate"
                aria-label={submitLabel}
                value={(100 * run.outcomes.length) / run.total}
              />
              <Typography variant="body2" aria-live="polite">
                {t('coverage.bulk.progress', {
                  done: number(run.outcomes.length),
                  total: number(run.total),
                })}
              </Typography>
            </>
          )}
          {finished && <BulkOutcomes outcomes={run.outcomes} titles={chosen} />}
        </DialogContent>
        <DialogActions>
          {!run && (
            <>
              <Button onClick={close}>{t('coverage.bulk.cancel')}</Button>
              <Button type="submit" variant="contained" color="primary">
                {submitLabel}
              </Button>
            </>
          )}
          {running && <Button onClick={stop}>{t('coverage.bulk.stop')}</Button>}
          {finished && failed.length > 0 && (
            <Button onClick={() => send(failed.map(each => each.entityRef))}>
              {t('coverage.bulk.retry')}
            </Button>
          )}
          {finished && (
            <Button variant="contained" color="primary" onClick={close}>
              {t('coverage.bulk.close')}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
};
