import { useId } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { useTranslation } from '../translation';

/** Asks before unsaved changes are lost. */
export const DiscardDialog = (props: {
  onKeep: () => void;
  onDiscard: () => void;
}) => {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Dialog open onClose={props.onKeep} aria-labelledby={id}>
      <DialogTitle id={id}>{t('profile.edit.discard.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText>{t('profile.edit.discard.text')}</DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onDiscard}>
          {t('profile.edit.discard.discard')}
        </Button>
        <Button color="primary" variant="contained" onClick={props.onKeep}>
          {t('profile.edit.discard.keep')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
