import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { BiaDialog } from '../bia/BiaDialog';
import { RiskDialog } from '../risk/RiskDialog';

/** The form of a business impact analysis or a risk assessment, for whoever comes from a gap. Loaded apart. */
export default function AnalysisForm(props: {
  sort: 'bia' | 'risk';
  continuity: EntityContinuity;
  onSaved: (continuity: EntityContinuity) => void;
  onClose: () => void;
}) {
  const { sort, ...rest } = props;
  return sort === 'bia' ? <BiaDialog {...rest} /> : <RiskDialog {...rest} />;
}
