import { Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { continuityReadPermission } from 'backstage-plugin-continuity-common';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../../api';
import { LoadError, isRefusal } from '../../screen/LoadError';
import { Notice } from '../../screen/Notice';
import { Pager, usualPageSize } from '../../list/Pager';
import { BackLink } from '../../screen/BackLink';
import { useFormats } from '../../screen/useFormats';
import { ViewToggle } from '../../screen/ViewToggle';
import { useListAddress } from '../../list/useListAddress';
import { useTranslation } from '../../translation';
import { findingAddress } from './findingAddress';
import { FindingBoard } from './FindingBoard';
import { FindingFilters } from './FindingFilters';
import { FindingFormDialog } from './FindingFormDialog';
import {
  findingFilters,
  isFindingSearchFiltered,
  readFindingSearch,
  writeFindingSearch,
} from './findingSearch';
import { FindingTable } from './FindingTable';
import { useFindingsAddress } from './useFindingsAddress';

const VIEWS = ['list', 'board'] as const;

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
  },
  number: { flex: 1, minWidth: 220 },
}));

/** All findings that the reader may see, as a list or as a board. */
export const FindingsOverview = () => {
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const { number } = useFormats();
  const navigate = useNavigate();
  const findings = useFindingsAddress();
  const address = useListAddress({
    read: readFindingSearch,
    write: writeFindingSearch,
  });
  const { search, change, go, firstPage } = address;
  const isBoard = search.view === 'board';
  const [writing, setWriting] = useState(false);
  const limit = search.limit ?? usualPageSize;
  const query = {
    ...findingFilters(search),
    sort: search.sort ?? ('due' as const),
    // the board asks for its columns itself; what is needed of this answer is its counts
    limit: isBoard ? 1 : limit,
    ...(search.cursor && !isBoard && { cursor: search.cursor }),
  };
  const list = useAsyncRetry(
    () => api.tests.findings.list(query),
    [api, JSON.stringify(query)],
  );
  const page = list.value;
  const mayWrite = page?.allowedActions.includes('finding.create') ?? false;
  const filtered = isFindingSearchFiltered(search);
  const refused = list.error && isRefusal(list.error);
  const clear = useCallback(
    () => go({ view: search.view, sort: search.sort, limit: search.limit }),
    [go, search.view, search.sort, search.limit],
  );
  const isEmpty = page && page.totalItems === 0 && (!isBoard || !filtered);
  const shown = page
    ? t('finding.number', {
        count: page.totalItems,
        shown: number(page.totalItems),
      })
    : '';

  return (
    <>
      <BackLink to={findings.replace(/\/findings$/, '')}>
        {t('finding.toTests')}
      </BackLink>
      <Typography variant="h5" component="h2">
        {t('finding.title')}
      </Typography>
      <div className={classes.head}>
        <Typography
          variant="body1"
          className={classes.number}
          aria-live="polite"
        >
          {shown}
          {page && page.overdue > 0 && (
            <>
              {' · '}
              {t('finding.overdueNumber', { count: page.overdue })}
            </>
          )}
        </Typography>
        <ViewToggle
          label={t('finding.view.label')}
          value={search.view ?? 'list'}
          views={VIEWS}
          nameOf={view => t(`finding.view.${view}`)}
          onChange={view =>
            change({ view: view === 'board' ? view : undefined })
          }
        />
        {mayWrite && (
          <Button
            color="primary"
            variant="contained"
            onClick={() => setWriting(true)}
          >
            {t('finding.write')}
          </Button>
        )}
      </div>
      {!refused && (
        <FindingFilters
          search={search}
          onChange={change}
          onClear={filtered ? clear : undefined}
        />
      )}
      {list.error && (
        <LoadError
          error={list.error}
          title={t('finding.loadFailed')}
          refused={{
            title: t('testing.noAccess.title'),
            text: t('testing.noAccess.text', {
              permission: continuityReadPermission.name,
            }),
          }}
          onRetry={search.cursor ? firstPage : list.retry}
        />
      )}
      {!page && !list.error && <Progress />}
      {isEmpty && (
        <Notice
          title={t(filtered ? 'finding.empty.filtered' : 'finding.empty.title')}
          text={t(
            filtered ? 'finding.empty.filteredText' : 'finding.empty.text',
          )}
          action={
            filtered ? (
              <Button variant="outlined" size="small" onClick={clear}>
                {t('finding.filter.clear')}
              </Button>
            ) : undefined
          }
        />
      )}
      {page && isBoard && !isEmpty && (
        <FindingBoard
          search={search}
          findings={findings}
          counts={page.counts}
          onChanged={list.retry}
        />
      )}
      {page && !isBoard && !isEmpty && (
        <EntityInfoCard>
          <FindingTable
            items={page.items}
            findings={findings}
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
      {writing && (
        <FindingFormDialog
          onDone={finding => navigate(findingAddress(findings, finding.id))}
          onClose={() => setWriting(false)}
        />
      )}
    </>
  );
};
