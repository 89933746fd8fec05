import { useId, type ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Alert from '@material-ui/lab/Alert';
import { Progress } from '@backstage/core-components';
import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import { errorMessage } from '../screen/errorMessage';
import { useTranslation } from '../translation';
import { useContinuityPolicy } from './useContinuityPolicy';

/** The frame of forms that need the policy, for its scale and its tiers. */
export const PolicyDialog = (props: {
  title: string;
  /** The word on the button that closes it while there is no policy. */
  closeLabel: string;
  maxWidth: 'sm' | 'lg';
  onClose: () => void;
  children: (policy: ContinuityPolicy) => ReactNode;
}) => {
  const { title, closeLabel, maxWidth, onClose, children } = props;
  const { t } = useTranslation();
  const id = useId();
  const policy = useContinuityPolicy();
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={id}
      maxWidth={maxWidth}
      fullWidth
    >
      <DialogTitle id={id}>{title}</DialogTitle>
      {policy.value ? (
        children(policy.value.policy)
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
            <Button onClick={onClose}>{closeLabel}</Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
};
