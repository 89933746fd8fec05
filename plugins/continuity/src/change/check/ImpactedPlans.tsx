import { Link } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import type {
  ChangeAssessment,
  ImpactedPlan,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { EntityName } from '../../catalog/EntityName';
import { planAddress } from '../../plan/planAddress';
import { usePlansAddress } from '../../plan/usePlansAddress';
import { usePartyName } from '../../profile/usePartyName';
import { usePageStyles } from '../../screen/usePageStyles';
import { useTranslation } from '../../translation';

const SHOWN = 6;

/** Which plans cover what a change hits, and in what state they are. */
export const ImpactedPlans = (props: { assessment: ChangeAssessment }) => {
  const { plans } = props.assessment;
  const shared = usePageStyles();
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  return (
    <EntityInfoCard title={t('change.plans.title')}>
      {plans.length === 0 && (
        <Typography variant="body2">{t('change.plans.none')}</Typography>
      )}
      <ul className={shared.plainList}>
        {(all ? plans : plans.slice(0, SHOWN)).map(plan => (
          <li key={plan.planId} className={shared.divided}>
            <PlanLine plan={plan} />
          </li>
        ))}
      </ul>
      {plans.length > SHOWN && (
        <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? t('change.plans.fewer')
            : t('change.plans.more', { count: plans.length })}
        </Button>
      )}
    </EntityInfoCard>
  );
};

function PlanLine({ plan }: { plan: ImpactedPlan }) {
  const shared = usePageStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const plans = usePlansAddress();
  const { planId, title, version, state, stale, reviewOverdue, owner } = plan;
  const facts = [
    version === null
      ? t('change.findings.noVersion')
      : t('change.findings.planVersion', { version }),
    ...(state === 'in-force' ? [] : [t(`plan.state.${state}`)]),
    ...(stale ? [t('change.findings.stale')] : []),
    ...(reviewOverdue ? [t('change.findings.reviewOverdue')] : []),
    ...(plan.openRequestId ? [t('change.findings.openRequest')] : []),
    t('change.findings.covers', { count: plan.totalEntities }),
  ];
  return (
    <>
      {plans ? <Link to={planAddress(plans, planId)}>{title}</Link> : title}
      <div className={shared.small}>
        {facts.join(' · ')}
        {owner && (
          <>
            {' · '}
            <EntityName entityRef={owner} title={partyName(owner)} />
          </>
        )}
      </div>
    </>
  );
}
