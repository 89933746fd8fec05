import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { useTranslation } from '../../translation';
import { AnalysisDialog } from '../analysis/AnalysisDialog';
import { BiaForm } from './BiaForm';

/** Analyses the business impact: two questions, or the full grid. */
export const BiaDialog = (props: {
  continuity: EntityContinuity;
  onSaved: (continuity: EntityContinuity) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  return (
    <AnalysisDialog
      title={t('analysis.bia.dialog.title', { name: props.continuity.title })}
      onClose={props.onClose}
    >
      {policy => <BiaForm {...props} policy={policy} />}
    </AnalysisDialog>
  );
};
