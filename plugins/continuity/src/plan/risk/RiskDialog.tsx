import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { PolicyDialog } from '../../policy/PolicyDialog';
import { useTranslation } from '../../translation';
import { RiskForm } from './RiskForm';

/** Assesses the risks, from a starting list of threats. */
export const RiskDialog = (props: {
  continuity: EntityContinuity;
  onSaved: (continuity: EntityContinuity) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  return (
    <PolicyDialog
      title={t('analysis.risk.dialog.title', { name: props.continuity.title })}
      closeLabel={t('analysis.close')}
      maxWidth="lg"
      onClose={props.onClose}
    >
      {policy => <RiskForm {...props} policy={policy} />}
    </PolicyDialog>
  );
};
