import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { BiaCard } from '../bia/BiaCard';
import { RiskCard } from '../risk/RiskCard';

/** Business impact and risks of an entity. Loaded apart, since the curve and the forms are not needed for the first look at the tab. */
export default function AnalysisCards(props: {
  continuity: EntityContinuity;
  onChanged: (continuity: EntityContinuity) => void;
}) {
  const { bia, risk, allowedActions } = props.continuity;
  const mayEdit = allowedActions.includes('analysis.update');
  const isWorthACard = ({
    required,
    current,
    revision,
  }: Pick<typeof bia | typeof risk, 'required' | 'current' | 'revision'>) =>
    required || current !== null || revision > 0 || mayEdit;
  return (
    <>
      {isWorthACard(bia) && <BiaCard {...props} />}
      {isWorthACard(risk) && <RiskCard {...props} />}
    </>
  );
}
