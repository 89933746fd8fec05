import { Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import {
  continuityReadPermission,
  type PlanChangeRequest,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../../api';
import { NamesProvider } from '../../catalog/Names';
import { PlanRequestDeclineDialog } from '../../plan/PlanRequestDeclineDialog';
import { LoadError } from '../../screen/LoadError';
import { Notice } from '../../screen/Notice';
import { Pager, usualPageSize } from '../../list/Pager';
import { useFormats } from '../../screen/useFormats';
import { useListAddress } from '../../list/useListAddress';
import { useTranslation } from '../../translation';
import { PlanRequestFilters } from './PlanRequestFilters';
import { PlanRequestTable } from './PlanRequestTable';
import {
  readRequestSearch,
  isRequestSearchFiltered,
  requestFilters,
  writeRequestSearch,
} from './requestSearch';

/** What changes ask of plans: open ones, unless others are asked for. */
export const PlanRequestsSection = () => {
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const { number } = useFormats();
  const address = useListAddress({
    read: readRequestSearch,
    write: writeRequestSearch,
  });
  const { search, change, go, firstPage } = address;
  const [declining, setDeclining] = useState<PlanChangeRequest>();
  const limit = search.limit ?? usualPageSize;
  const query = {
    ...requestFilters(search),
    limit,
    ...(search.cursor && { cursor: search.cursor }),
  };
  const list = useAsyncRetry(
    () => api.changes.requests.list(query),
    [api, JSON.stringify(query)],
  );
  const page = list.value;
  const filtered = isRequestSearchFiltered(search);

  return (
    <NamesProvider names={page?.names}>
      <Typography variant="body1" aria-live="polite">
        {page &&
          t('change.request.number', {
            count: page.totalItems,
            shown: number(page.totalItems),
          })}
      </Typography>
      <PlanRequestFilters
        search={search}
        onChange={change}
        onClear={filtered ? () => go({ limit: search.limit }) : undefined}
      />
      {list.error && (
        <LoadError
          error={list.error}
          title={t('change.request.loadFailed')}
          refused={{
            title: t('change.noAccess.title'),
            text: t('change.noAccess.text', {
              permission: continuityReadPermission.name,
            }),
          }}
          onRetry={search.cursor ? firstPage : list.retry}
        />
      )}
      {!page && !list.error && <Progress />}
      {page?.totalItems === 0 && (
        <Notice
          title={t(filtered ? 'change.empty.filtered' : 'change.request.empty')}
          text={t(
            filtered
              ? 'change.request.filteredText'
              : 'change.request.emptyText',
          )}
        />
      )}
      {page && page.totalItems > 0 && (
        <EntityInfoCard>
          <PlanRequestTable
            items={page.items}
            loading={list.loading}
            onDecline={setDeclining}
          />
          <Pager
            list={page}
            paging={{
              limit,
              pagesBefore: address.pagesBefore,
              onNext: address.nextPage,
              onPrevious: address.previousPage,
              onFirst: firstPage,
              onLimit: size => change({ limit: size }),
            }}
          />
        </EntityInfoCard>
      )}
      {declining && (
        <PlanRequestDeclineDialog
          request={declining}
          onDone={() => {
            setDeclining(undefined);
            list.retry();
          }}
          onClose={() => setDeclining(undefined)}
        />
      )}
    </NamesProvider>
  );
};
