import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { useId } from 'react';
import { useFormats } from '../../screen/useFormats';
import { useTranslation } from '../../translation';

/** Asks once more before rows are written. */
export const ConfirmImport = (props: {
  count: number;
  fileName: string;
  onConfirm: () => void;
  onClose: () => void;
}) => {
  const { count, fileName, onConfirm, onClose } = props;
  const { t } = useTranslation();
  const { number } = useFormats();
  const titleId = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('import.confirmTitle')}</DialogTitle>
      <DialogContent>
        <DialogContentText>
          {t('import.confirmText', {
            count,
            shown: number(count),
            file: fileName,
          })}
        </DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('import.cancel')}</Button>
        <Button color="primary" variant="contained" onClick={onConfirm}>
          {t('import.importAll')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
