import { useId } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import Alert from '@material-ui/lab/Alert';
import { Progress } from '@backstage/core-components';
import type {
  EntityContinuity,
  ProfileField,
} from 'backstage-plugin-continuity-common';
import { errorMessage } from '../screen/errorMessage';
import { useContinuityPolicy } from '../policy/useContinuityPolicy';
import { useTranslation } from '../translation';
import { EditProfileForm } from './EditProfileForm';

/** Edits what the portal holds for an entity: each field is inherited, set here, or locked by the catalog file. */
export const EditProfileDialog = (props: {
  continuity: EntityContinuity;
  /** The field that the reader came for. */
  focus?: ProfileField;
  onSaved: (continuity: EntityContinuity) => void;
  onClose: () => void;
}) => {
  const { continuity, onClose } = props;
  const { t } = useTranslation();
  const titleId = useId();
  const policy = useContinuityPolicy();

  if (policy.value) {
    return <EditProfileForm {...props} policy={policy.value.policy} />;
  }
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={titleId}
      maxWidth="md"
      fullWidth
    >
      <DialogTitle id={titleId}>
        {t('profile.edit.title', { name: continuity.title })}
      </DialogTitle>
      <DialogContent>
        {policy.error ? (
          <Alert severity="error" role="alert">
            {t('profile.edit.policyFailed', {
              message: errorMessage(policy.error),
            })}
          </Alert>
        ) : (
          <>
            <DialogContentText>{t('profile.edit.intro')}</DialogContentText>
            <Progress />
          </>
        )}
      </DialogContent>
      <DialogActions>
        {policy.error && (
          <Button onClick={policy.retry}>{t('assessment.error.retry')}</Button>
        )}
        <Button onClick={onClose}>{t('profile.edit.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};
