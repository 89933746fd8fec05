import { Link } from '@backstage/core-components';
import type { CoveringPlan } from 'backstage-plugin-continuity-common';
import { useTranslation } from '../../translation';
import { useDependenciesAddress } from '../useDependenciesAddress';

/** The plan in force that covers something, or that there is none. */
export const PlanLink = (props: { plan: CoveringPlan | null }) => {
  const { plan } = props;
  const { t } = useTranslation();
  // The plans stand beside this page.
  const address = useDependenciesAddress()?.replace(/dependencies$/, 'plans');
  if (!plan) return <>{t('dependency.loss.table.noPlan')}</>;
  const name = `${plan.title} v${plan.version}`;
  return address ? (
    <Link to={`${address}/${encodeURIComponent(plan.planId)}`}>{name}</Link>
  ) : (
    <>{name}</>
  );
};
