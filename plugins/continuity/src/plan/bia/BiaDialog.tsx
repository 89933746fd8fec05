import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { PolicyDialog } from '../../policy/PolicyDialog';
import { useTranslation } from '../../translation';
import { BiaForm } from './BiaForm';

/** Analyses the business impact: two questions, or the full grid. */
export const BiaDialog = (props: {
  continuity: EntityContinuity;
  onSaved: (continuity: EntityContinuity) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  return (
    <PolicyDialog
      title={t('analysis.bia.dialog.title', { name: props.continuity.title })}
      closeLabel={t('analysis.close')}
      maxWidth="lg"
      onClose={props.onClose}
    >
      {policy => <BiaForm {...props} policy={policy} />}
    </PolicyDialog>
  );
};
