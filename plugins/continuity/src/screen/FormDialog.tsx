import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Alert from '@material-ui/lab/Alert';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';
import { refusalText } from './refusalText';

/** A form in a dialog that sends something, and says in words what came in the way. */
export const FormDialog = (props: {
  title: string;
  submitLabel: string;
  /** Rejects with what is shown; whoever asks closes the dialog when it went well. */
  onSubmit: () => Promise<void>;
  onClose: () => void;
  maxWidth?: 'sm' | 'md';
  children: ReactNode;
}) => {
  const { title, submitLabel, onSubmit, onClose, children } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const titleId = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // a form in a portal is still inside the form around it, for React
    event.stopPropagation();
    setBusy(true);
    setError(undefined);
    try {
      await onSubmit();
    } catch (e) {
      setError(refusalText(t, e, { locale }));
    }
    setBusy(false);
  };
  return (
    <Dialog
      open
      onClose={busy ? undefined : onClose}
      aria-labelledby={titleId}
      maxWidth={props.maxWidth ?? 'sm'}
      fullWidth
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          {error && (
            <Alert severity="error" role="alert">
              {error}
            </Alert>
          )}
          {children}
        </DialogContent>
        <DialogActions>
          <Button disabled={busy} onClick={onClose}>
            {t('plan.cancel')}
          </Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={busy}
          >
            {submitLabel}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
