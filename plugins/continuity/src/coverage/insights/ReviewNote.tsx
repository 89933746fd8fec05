import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import type { Insights } from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { continuityApiRef } from '../../api';
import { EntityName } from '../../catalog/EntityName';
import { errorMessage } from '../../screen/errorMessage';
import { Moment } from '../../record/Moment';
import { formatDay } from '../../status/formatDay';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';

const ReviewDialog = (props: {
  onReviewed: (insights: Insights) => void;
  onClose: () => void;
}) => {
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      props.onReviewed(await api.audit.reviewInsights(note.trim()));
    } catch (e) {
      setError(e);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={busy ? undefined : props.onClose}
      fullWidth
      aria-labelledby="insights-review"
    >
      <DialogTitle id="insights-review">
        {t('insights.review.title')}
      </DialogTitle>
      <DialogContent>
        <DialogContentText>{t('insights.review.dialogText')}</DialogContentText>
        <TextField
          fullWidth
          multiline
          minRows={3}
          id="insights-review-note"
          label={t('insights.review.note')}
          value={note}
          onChange={event => setNote(event.target.value)}
          inputProps={{ maxLength: 2_000 }}
        />
        {error !== undefined && (
          <Alert severity="error" role="alert">
            {t('insights.review.failed', { message: errorMessage(error) })}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose} disabled={busy}>
          {t('insights.review.cancel')}
        </Button>
        <Button
          color="primary"
          variant="contained"
          disabled={busy || note.trim() === ''}
          onClick={save}
        >
          {t(busy ? 'insights.review.saving' : 'insights.review.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};

/** Who reviewed what is aimed at, and when it is due again. */
export const ReviewNote = (props: {
  insights: Insights;
  onReviewed: (insights: Insights) => void;
}) => {
  const { insights, onReviewed } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const { last, dueBy, overdue } = insights.review;
  const date =
    dueBy && formatDay(dueBy, { locale, timeZone: insights.timeZone });
  return (
    <>
      <Alert
        severity={overdue ? 'warning' : 'info'}
        action={
          insights.allowedActions.includes('insights.review') && (
            <Button color="inherit" size="small" onClick={() => setOpen(true)}>
              {t('insights.review.record')}
            </Button>
          )
        }
      >
        {last
          ? t('insights.review.last', {
              at: <Moment at={last.at} />,
              who: (
                <EntityName
                  entityRef={last.by}
                  title={insights.names[last.by]}
                />
              ),
              note: last.note,
            })
          : t('insights.review.never')}{' '}
        {date &&
          t(overdue ? 'insights.review.overdue' : 'insights.review.due', {
            date,
          })}
      </Alert>
      {open && (
        <ReviewDialog
          onClose={() => setOpen(false)}
          onReviewed={next => {
            setOpen(false);
            onReviewed(next);
          }}
        />
      )}
    </>
  );
};
