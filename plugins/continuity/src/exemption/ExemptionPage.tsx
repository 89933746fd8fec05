import { Link, LinkButton, Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import type { ExemptionDetail } from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { useLocation, useParams } from 'react-router-dom';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../api';
import { EntityName } from '../catalog/EntityName';
import { NamesProvider } from '../catalog/Names';
import { Notice } from '../screen/Notice';
import { useTranslation } from '../translation';
import { ExemptionLine } from './ExemptionLine';
import { ExemptionProblem } from './ExemptionProblem';

/** One exemption under its own address. */
export const ExemptionPage = () => {
  const { exemptionId = '' } = useParams();
  const list = useLocation().pathname.replace(/\/[^/]*\/?$/, '');
  const api = useApi(continuityApiRef).exemptions;
  const { t } = useTranslation();
  const [changed, setChanged] = useState<ExemptionDetail>();
  const loaded = useAsyncRetry(() => api.get(exemptionId), [api, exemptionId]);
  const exemption = changed ?? loaded.value;

  if (!exemption && loaded.error) {
    return (loaded.error as { statusCode?: number }).statusCode === 404 ? (
      <Notice
        title={t('exemption.unknown.title')}
        text={t('exemption.unknown.text')}
        action={
          <LinkButton size="small" variant="outlined" color="primary" to={list}>
            {t('exemption.back')}
          </LinkButton>
        }
      />
    ) : (
      <ExemptionProblem error={loaded.error} onRetry={loaded.retry} />
    );
  }
  if (!exemption) return <Progress />;
  const { entityRef, entityTitle, limits, timeZone } = exemption;
  return (
    <NamesProvider names={exemption.names}>
      <Link to={list}>{t('exemption.back')}</Link>
      <Typography variant="h5" component="h2" gutterBottom>
        <EntityName entityRef={entityRef} title={entityTitle} />
      </Typography>
      <EntityInfoCard>
        <ExemptionLine
          exemption={exemption}
          limits={limits}
          timeZone={timeZone}
          onDone={newer => {
            // a renewal is another exemption: this one says so when it is read again
            if (newer.id === exemption.id) setChanged(newer);
            else loaded.retry();
          }}
        />
      </EntityInfoCard>
    </NamesProvider>
  );
};
