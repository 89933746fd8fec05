import { LinkButton, Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { continuityReadPermission } from 'backstage-plugin-continuity-common';
import { useCallback } from 'react';
import { useLocation } from 'react-router-dom';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../../api';
import { NamesProvider } from '../../catalog/Names';
import { LoadError, isRefusal } from '../../screen/LoadError';
import { Notice } from '../../screen/Notice';
import { Pager, usualPageSize } from '../../list/Pager';
import { useFormats } from '../../screen/useFormats';
import { useListAddress } from '../../list/useListAddress';
import { useTranslation } from '../../translation';
import { useWindowZone } from '../ChangeWindow';
import { ChangeFilters } from './ChangeFilters';
import {
  changeFilters,
  isChangeSearchFiltered,
  readChangeSearch,
  writeChangeSearch,
  type ChangeListView,
} from './changeSearch';
import { ChangeTable } from './ChangeTable';

/** The recorded changes that the reader may see, or those of them that owe a review. */
export const ChangeListSection = (props: { view: ChangeListView }) => {
  const { view } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const { number } = useFormats();
  const { pathname } = useLocation();
  const zone = useWindowZone();
  const address = useListAddress({
    read: readChangeSearch,
    write: writeChangeSearch,
  });
  const { search, change, go, firstPage } = address;
  const limit = search.limit ?? usualPageSize;
  const query = {
    ...changeFilters(search),
    ...(view === 'reviews' && { reviewDue: true }),
    sort: search.sort ?? ('-created' as const),
    limit,
    ...(search.cursor && { cursor: search.cursor }),
  };
  const list = useAsyncRetry(
    () => api.changes.list(query),
    [api, JSON.stringify(query)],
  );
  const page = list.value;
  const filtered = isChangeSearchFiltered(search);
  const refused = list.error && isRefusal(list.error);
  const clear = useCallback(
    () => go({ view, sort: search.sort, limit: search.limit }),
    [go, view, search.sort, search.limit],
  );
  const isEmpty = page?.totalItems === 0;
  const nothing = filtered ? 'filtered' : view;
  const empty = {
    filtered: ['change.empty.filtered', 'change.empty.filteredText'],
    list: ['change.empty.title', 'change.empty.text'],
    reviews: ['change.reviews.empty', 'change.reviews.emptyText'],
  } as const;

  return (
    <NamesProvider names={page?.names}>
      <Typography variant="body1" aria-live="polite">
        {page &&
          t('change.number', {
            count: page.totalItems,
            shown: number(page.totalItems),
          })}
        {page &&
          page.redacted > 0 &&
          ` · ${t('change.hiddenNumber', { count: page.redacted })}`}
      </Typography>
      {!refused && (
        <ChangeFilters
          search={search}
          onChange={change}
          onClear={filtered ? clear : undefined}
        />
      )}
      {list.error && (
        <LoadError
          error={list.error}
          title={t('change.loadFailed')}
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
      {isEmpty && (
        <Notice
          title={t(empty[nothing][0])}
          text={t(empty[nothing][1])}
          action={
            (filtered && (
              <Button variant="outlined" size="small" onClick={clear}>
                {t('change.filter.clear')}
              </Button>
            )) ||
            (view === 'list' && (
              <LinkButton
                variant="outlined"
                size="small"
                color="primary"
                to={pathname}
              >
                {t('change.empty.check')}
              </LinkButton>
            ))
          }
        />
      )}
      {page && !isEmpty && (
        <EntityInfoCard>
          <ChangeTable
            items={page.items}
            view={view}
            changes={pathname}
            zone={zone}
            loading={list.loading}
            sort={query.sort}
            onSort={sort => change({ sort })}
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
