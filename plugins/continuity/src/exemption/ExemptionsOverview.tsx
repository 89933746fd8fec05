import { Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import type { ExemptionList } from 'backstage-plugin-continuity-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../api';
import { NamesProvider } from '../catalog/Names';
import { cadenceLengthText } from '../policy/cadenceText';
import { Notice } from '../screen/Notice';
import { Pager, usualPageSize } from '../list/Pager';
import { useFormats } from '../screen/useFormats';
import { useListAddress } from '../list/useListAddress';
import { useTranslation } from '../translation';
import type { Translate } from '../translation/Translate';
import { ExemptionFilters } from './ExemptionFilters';
import { ExemptionProblem } from './ExemptionProblem';
import {
  exemptionFilters,
  isExemptionSearchFiltered,
  readExemptionSearch,
  writeExemptionSearch,
} from './exemptionSearch';
import { ExemptionTable } from './ExemptionTable';
import { isRefusal } from '../screen/LoadError';

/** All exemptions that the reader may see, those that wait for them first. */
export const ExemptionsOverview = () => {
  const api = useApi(continuityApiRef).exemptions;
  const { t } = useTranslation();
  const address = useListAddress({
    read: readExemptionSearch,
    write: writeExemptionSearch,
  });
  const { search, change, go, firstPage } = address;
  const limit = search.limit ?? usualPageSize;
  const query = {
    ...exemptionFilters(search),
    ...(search.sort && { sort: search.sort }),
    limit,
    ...(search.cursor && { cursor: search.cursor }),
  };
  const list = useAsyncRetry(
    () => api.list(query),
    [api, JSON.stringify(query)],
  );
  const page = list.value;
  const filtered = isExemptionSearchFiltered(search);
  const clear = () => go({ sort: search.sort, limit: search.limit });

  return (
    <NamesProvider names={page?.names}>
      <Typography variant="h5" component="h2">
        {t('exemption.title')}
      </Typography>
      <NumberLine page={page} />
      {!(list.error && isRefusal(list.error)) && (
        <ExemptionFilters
          search={search}
          onChange={change}
          onClear={filtered ? clear : undefined}
        />
      )}
      {list.error && (
        <ExemptionProblem
          error={list.error}
          onRetry={search.cursor ? firstPage : list.retry}
        />
      )}
      {!page && !list.error && <Progress />}
      {page?.totalItems === 0 && (
        <Notice
          title={t(
            filtered ? 'exemption.empty.filtered' : 'exemption.empty.title',
          )}
          text={t(
            filtered ? 'exemption.empty.filteredText' : 'exemption.empty.text',
          )}
          action={
            filtered ? (
              <Button variant="outlined" size="small" onClick={clear}>
                {t('exemption.filter.clear')}
              </Button>
            ) : undefined
          }
        />
      )}
      {page && page.totalItems > 0 && (
        <EntityInfoCard>
          <ExemptionTable
            items={page.items}
            exemptions={address.path}
            limits={page.limits}
            timeZone={page.timeZone}
            loading={list.loading}
            onDone={list.retry}
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
    </NamesProvider>
  );
};

/** How many there are, how many of them hold and wait, and what the policy allows. */
function NumberLine({ page }: { page: ExemptionList | undefined }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const numbers = page && [
    t('exemption.number', {
      count: page.totalItems,
      shown: number(page.totalItems),
    }),
    t('exemption.inForceNumber', { shown: number(page.inForce) }),
    ...(page.waitingForMe > 0
      ? [
          t('exemption.waitingNumber', {
            count: page.waitingForMe,
            shown: number(page.waitingForMe),
          }),
        ]
      : []),
  ];
  return (
    <>
      <Typography variant="body1" aria-live="polite">
        {numbers?.join(' · ')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t('exemption.what')} {page && limitsText(t, page)}
      </Typography>
    </>
  );
}

function limitsText(t: Translate, { limits }: ExemptionList): string {
  const longest = cadenceLengthText(t, limits.longest);
  return limits.renewals === 0
    ? t('exemption.limitsNone', { longest })
    : t('exemption.limits', { longest, count: limits.renewals });
}
