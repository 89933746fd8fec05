import { Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../../api';
import { LoadError } from '../../screen/LoadError';
import { useTranslation } from '../../translation';
import { PlanDifferences } from '../PlanDifferences';

/** Two versions of a plan side by side: only what differs. */
export const PlanComparisonView = (props: {
  planId: string;
  from: number;
  to: number;
  onClose: () => void;
}) => {
  const { planId, from, to, onClose } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const comparison = useAsyncRetry(
    () => api.plans.compare(planId, { from, to }),
    [api, planId, from, to],
  );
  return (
    <EntityInfoCard
      title={t('plan.compare.title', { from, to })}
      headerActions={
        <Button size="small" color="primary" onClick={onClose}>
          {t('plan.compare.close')}
        </Button>
      }
    >
      {comparison.loading && <Progress />}
      {comparison.error && (
        <LoadError
          error={comparison.error}
          title={t('plan.compare.failed')}
          refused={{
            title: t('plan.noAccess.title'),
            text: t('plan.noAccess.plan'),
          }}
          onRetry={comparison.retry}
        />
      )}
      {comparison.value && comparison.value.differences.length === 0 && (
        <Typography>{t('plan.compare.same')}</Typography>
      )}
      {comparison.value && comparison.value.differences.length > 0 && (
        <PlanDifferences
          differences={comparison.value.differences}
          before={t('plan.table.version', { version: from })}
          after={t('plan.table.version', { version: to })}
        />
      )}
    </EntityInfoCard>
  );
};
