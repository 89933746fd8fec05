import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { PolicyDialog } from '../policy/PolicyDialog';
import { useTranslation } from '../translation';
import { RecordAgreementForm } from './RecordAgreementForm';

/** Writes down what was agreed with the business. */
export const RecordAgreementDialog = (props: {
  continuity: EntityContinuity;
  onRecorded: (continuity: EntityContinuity) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  return (
    <PolicyDialog
      title={t('profile.agreement.dialog.title', {
        name: props.continuity.title,
      })}
      closeLabel={t('profile.edit.close')}
      maxWidth="sm"
      onClose={props.onClose}
    >
      {policy => <RecordAgreementForm {...props} policy={policy} />}
    </PolicyDialog>
  );
};
