import { LinkButton, Progress } from '@backstage/core-components';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import {
  continuityReadPermission,
  type PlanPrivateContacts,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import useAsync from 'react-use/esm/useAsync';
import { NamesProvider } from '../../catalog/Names';
import { LoadError } from '../../screen/LoadError';
import { Notice } from '../../screen/Notice';
import { PageTheme } from '../../screen/PageTheme';
import { useTranslation } from '../../translation';
import { planAddress } from '../planAddress';
import { PlanEditor } from '../editor/PlanEditor';
import { PlanReadView } from './PlanReadView';
import { usePlan } from './usePlan';
import { usePlanPlace } from './usePlanPlace';

const PlanContent = () => {
  const { planId = '' } = useParams();
  const { t } = useTranslation();
  const place = usePlanPlace();
  const { loaded, error, reload, replace } = usePlan(planId, place.version);
  const navigate = useNavigate();
  const identityApi = useApi(identityApiRef);
  const me = useAsync(
    async () => (await identityApi.getBackstageIdentity()).userEntityRef,
    [identityApi],
  ).value;
  const [secrets, setSecrets] = useState<{
    planId: string;
    items: PlanPrivateContacts['items'];
  }>();

  if (!loaded && error) {
    return (error as { statusCode?: number }).statusCode === 404 ? (
      <Notice
        title={t('plan.unknown.title')}
        text={t('plan.unknown.text')}
        action={
          <LinkButton
            size="small"
            variant="outlined"
            color="primary"
            to={place.plansAddress}
          >
            {t('plan.back')}
          </LinkButton>
        }
      />
    ) : (
      <LoadError
        error={error}
        title={t('plan.loadPlanFailed')}
        refused={{
          title: t('plan.noAccess.title'),
          text: t('plan.noAccess.text', {
            permission: continuityReadPermission.name,
          }),
        }}
        onRetry={reload}
      />
    );
  }
  if (!loaded) return <Progress />;
  const { plan, version } = loaded;
  const mayEdit =
    plan.allowedActions.includes('plan.update') &&
    plan.open?.state !== 'in-review';

  if (place.editing && mayEdit) {
    return (
      <NamesProvider names={plan.names}>
        <PlanEditor
          key={plan.id}
          plan={plan}
          onClose={async newer => {
            if (newer) await replace(newer);
            navigate(
              planAddress(place.plansAddress, plan.id, {
                version: (newer ?? plan).open?.version,
              }),
            );
          }}
        />
      </NamesProvider>
    );
  }
  return (
    <NamesProvider names={plan.names}>
      <PlanReadView
        plan={plan}
        version={version}
        me={me}
        place={place}
        secrets={secrets?.planId === plan.id ? secrets.items : undefined}
        onSecrets={items => setSecrets({ planId: plan.id, items })}
        onChanged={replace}
        onReload={reload}
      />
    </NamesProvider>
  );
};

/** One plan: read like a document, written on the same page. */
export const PlanPage = () => (
  <PageTheme>
    <PlanContent />
  </PageTheme>
);
