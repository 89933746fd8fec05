import { LinkButton, Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import {
  continuityReadPermission,
  type ChangeDetail,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { useLocation, useParams } from 'react-router-dom';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../../api';
import { NamesProvider } from '../../catalog/Names';
import { LoadError } from '../../screen/LoadError';
import { Notice } from '../../screen/Notice';
import { useTranslation } from '../../translation';
import { ChangeView } from './ChangeView';

/** One recorded change: where it stands, what its latest assessment says, what it asks of plans, and what was done with it. */
export const ChangePage = () => {
  const { changeId = '' } = useParams();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const changes = `${pathname.replace(/\/[^/]+\/?$/, '')}`;
  const [changed, setChanged] = useState<ChangeDetail>();
  const loaded = useAsyncRetry(
    () => api.changes.get(changeId),
    [api, changeId],
  );
  const change = changed?.id === changeId ? changed : loaded.value;

  if (!change && loaded.error) {
    return (loaded.error as { statusCode?: number }).statusCode === 404 ? (
      <Notice
        title={t('change.page.unknown.title')}
        text={t('change.page.unknown.text')}
        action={
          <LinkButton
            size="small"
            variant="outlined"
            color="primary"
            to={`${changes}?view=list`}
          >
            {t('change.page.back')}
          </LinkButton>
        }
      />
    ) : (
      <LoadError
        error={loaded.error}
        title={t('change.page.loadFailed')}
        refused={{
          title: t('change.noAccess.title'),
          text: t('change.noAccess.text', {
            permission: continuityReadPermission.name,
          }),
        }}
        onRetry={loaded.retry}
      />
    );
  }
  if (!change) return <Progress />;
  return (
    <NamesProvider names={change.assessment.names}>
      <ChangeView
        change={change}
        changes={changes}
        onChanged={setChanged}
        onReload={async () => setChanged(await api.changes.get(changeId))}
      />
    </NamesProvider>
  );
};
