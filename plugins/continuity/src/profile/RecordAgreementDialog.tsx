import { useId } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Alert from '@material-ui/lab/Alert';
import { Progress } from '@backstage/core-components';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { errorMessage } from '../screen/errorMessage';
import { useContinuityPolicy } from '../policy/useContinuityPolicy';
import { useTranslation } from '../translation';
import { RecordAgreementForm } from './RecordAgreementForm';

/** Writes down what was agreed with the business. */
export const RecordAgreementDialog = (props: {
  continuity: EntityContinuity;
  onRecorded: (continuity: EntityContinuity) => void;
  onClose: () => void;
}) => {
  const { continuity, onClose } = props;
  const { t } = useTranslation();
  const id = useId();
  const policy = useContinuityPolicy();
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="sm" fullWidth>
      <DialogTitle id={id}>
        {t('profile.agreement.dialog.title', { name: continuity.title })}
      </DialogTitle>
      {policy.value ? (
        <RecordAgreementForm {...props} policy={policy.value.policy} />
      ) : (
        <>
          <DialogContent>
            {policy.error ? (
              <Alert severity="error" role="alert">
                {t('profile.edit.policyFailed', {
                  message: errorMessage(policy.error),
                })}
              </Alert>
            ) : (
              <Progress />
            )}
          </DialogContent>
          <DialogActions>
            {policy.error && (
              <Button onClick={policy.retry}>
                {t('assessment.error.retry')}
              </Button>
            )}
            <Button onClick={onClose}>{t('profile.edit.close')}</Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
};
