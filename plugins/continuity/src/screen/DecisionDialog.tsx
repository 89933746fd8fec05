import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import Alert from '@material-ui/lab/Alert';
import { useTranslation } from '../translation';
import { errorMessage } from './errorMessage';

/** Asks for a decision that is kept in the history, with its reason. */
export const DecisionDialog = (props: {
  title: string;
  text: string;
  /** The word on the button that decides. */
  decide: string;
  reason: 'needed' | 'optional';
  onDecide: (reason: string) => Promise<void>;
  onClose: () => void;
}) => {
  const { title, text, decide, onDecide, onClose } = props;
  const { t } = useTranslation();
  const titleId = useId();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<string>();
  const missing = props.reason === 'needed' && !reason.trim();

  const submit = async () => {
    setAsked(true);
    if (missing) return;
    setBusy(true);
    setError(undefined);
    try {
      await onDecide(reason.trim());
    } catch (e) {
      setError(errorMessage(e));
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={titleId}
      maxWidth="sm"
      fullWidth
    >
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        <DialogContentText color="textPrimary">{text}</DialogContentText>
        {error && (
          <Alert severity="error" role="alert">
            {t('catalog.decision.failed', { message: error })}
          </Alert>
        )}
        <TextField
          id={`${titleId}-reason`}
          label={t(
            props.reason === 'needed'
              ? 'catalog.decision.reason'
              : 'catalog.decision.reasonOptional',
          )}
          value={reason}
          onChange={event => setReason(event.target.value)}
          error={asked && missing}
          helperText={
            asked && missing ? t('catalog.decision.reasonNeeded') : ' '
          }
          margin="normal"
          variant="outlined"
          multiline
          fullWidth
          inputProps={{ maxLength: 2000 }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('catalog.decision.cancel')}</Button>
        <Button
          color="primary"
          variant="contained"
          disabled={busy}
          onClick={submit}
        >
          {decide}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
