import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import type { SweepStatus } from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { useTranslation } from '../translation';
import { fullMoment } from '../record/relativeTime';
import { useFormats } from '../screen/useFormats';

const useStyles = makeStyles(theme => ({
  alert: { marginTop: theme.spacing(1.5) },
  action: { marginTop: theme.spacing(1) },
}));

/** A read that lost much at once: what would be archived, and a person's word that it is so. */
export const HeldSweep = (props: {
  held: NonNullable<SweepStatus['held']>;
  /** Left out where the reader may not decide it. */
  onAccept?: () => Promise<void>;
}) => {
  const { held, onAccept } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { locale, number } = useFormats();
  const [asking, setAsking] = useState(false);
  const [sending, setSending] = useState(false);

  const accept = async () => {
    setSending(true);
    await onAccept?.();
    setSending(false);
    setAsking(false);
  };

  return (
    <Alert severity="warning" className={classes.alert}>
      <AlertTitle>{t('policy.held.title')}</AlertTitle>
      {t('policy.held.text', {
        date: fullMoment(held.since, locale),
        entitiesGone: number(held.entitiesGone),
        entitiesBefore: number(held.entitiesBefore),
        ownersGone: number(held.ownersGone),
        ownersBefore: number(held.ownersBefore),
      })}{' '}
      {held.seenAgain
        ? t('policy.held.seenAgain')
        : t('policy.held.notSeenAgain')}
      {onAccept && held.seenAgain && (
        <div className={classes.action}>
          <Button
            size="small"
            variant="outlined"
            onClick={() => setAsking(true)}
          >
            {t('policy.held.accept')}
          </Button>
        </div>
      )}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        aria-labelledby="held-title"
        maxWidth="sm"
      >
        <DialogTitle id="held-title">
          {t('policy.held.confirmTitle')}
        </DialogTitle>
        <DialogContent>
          <DialogContentText>
            {t('policy.held.confirmText', {
              entities: number(held.entitiesGone),
            })}
          </DialogContentText>
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setAsking(false)}>
            {t('policy.held.cancel')}
          </Button>
          <Button
            color="primary"
            variant="contained"
            onClick={accept}
            disabled={sending}
          >
            {t('policy.held.confirm')}
          </Button>
        </DialogActions>
      </Dialog>
    </Alert>
  );
};
