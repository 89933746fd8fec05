import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { useTranslation } from '../../translation';
import { AnalysisDialog } from '../analysis/AnalysisDialog';
import { RiskForm } from './RiskForm';

/** Assesses the risks, from a starting list of threats. */
export const RiskDialog = (props: {
  continuity: EntityContinuity;
  onSaved: (continuity: EntityContinuity) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  return (
    <AnalysisDialog
      title={t('analysis.risk.dialog.title', { name: props.continuity.title })}
      onClose={props.onClose}
    >
      {policy => <RiskForm {...props} policy={policy} />}
    </AnalysisDialog>
  );
};
