import { LinkButton, Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import type { TestList, TestSummary } from 'backstage-plugin-continuity-common';
import { useEffect } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../../api';
import { isRefusal } from '../../screen/LoadError';
import { Notice } from '../../screen/Notice';
import { Pager, usualPageSize } from '../../list/Pager';
import { useTranslation } from '../../translation';
import { newTestAddress } from '../testAddress';
import { ScheduleError } from './ScheduleError';
import { isScheduleFiltered, testFiltersOf } from './scheduleSearch';
import { TestTable } from './TestTable';
import type { useScheduleSearch } from './useScheduleSearch';

/** The tests page by page. */
export const ListSection = (props: {
  address: ReturnType<typeof useScheduleSearch>;
  today: string;
  timeZone: string;
  /** Another number asks again. */
  version: number;
  testsAddress: string;
  onLoaded: (list: TestList) => void;
  onRefused: (refused: boolean) => void;
  onMove: (test: TestSummary) => void;
}) => {
  const { address, today, timeZone, version, testsAddress } = props;
  const { onLoaded, onRefused, onMove } = props;
  const { search, change, clear, firstPage } = address;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  // what comes is read from the next on, all else from the latest on
  const sort =
    search.sort ??
    (search.when === 'coming' ? ('start' as const) : ('-start' as const));
  const limit = search.limit ?? usualPageSize;
  const query = {
    ...testFiltersOf(search),
    ...(search.when === 'coming' && { from: today }),
    ...(search.when === 'past' && { to: today }),
    sort,
    limit,
    ...(search.cursor && { cursor: search.cursor }),
  };
  const loaded = useAsyncRetry(
    () => api.tests.list(query),
    [api, JSON.stringify(query), version],
  );
  const { value: page, error } = loaded;
  useEffect(() => {
    if (page) onLoaded(page);
  }, [page, onLoaded]);
  const refused = Boolean(error && isRefusal(error));
  useEffect(() => onRefused(refused), [refused, onRefused]);
  const mayPlan = page?.allowedActions.includes('test.create') ?? false;

  if (error) {
    return (
      <ScheduleError
        error={error}
        onRetry={search.cursor ? firstPage : loaded.retry}
      />
    );
  }
  if (!page) return <Progress />;
  if (page.items.length === 0) {
    const filtered = isScheduleFiltered(search);
    return (
      <Notice
        title={t(
          filtered
            ? 'testing.schedule.emptyFilteredTitle'
            : 'testing.schedule.emptyTitle',
        )}
        text={t(
          filtered
            ? 'testing.schedule.emptyFilteredText'
            : 'testing.schedule.emptyText',
        )}
        action={
          <>
            {filtered && (
              <Button
                size="small"
                variant="outlined"
                color="primary"
                onClick={clear}
              >
                {t('testing.filter.clear')}
              </Button>
            )}
            {!filtered && mayPlan && (
              <LinkButton
                color="primary"
                variant="contained"
                to={newTestAddress(testsAddress)}
              >
                {t('testing.schedule.plan')}
              </LinkButton>
            )}
          </>
        }
      />
    );
  }
  return (
    <EntityInfoCard>
      <TestTable
        items={page.items}
        timeZone={timeZone}
        testsAddress={testsAddress}
        loading={loaded.loading}
        sort={sort}
        onSort={next => change({ sort: next })}
        onMove={mayPlan ? onMove : undefined}
      />
      <Pager
        list={page}
        paging={{
          limit,
          pagesBefore: address.pagesBefore,
          onNext: address.nextPage,
          onPrevious: address.previousPage,
          onFirst: firstPage,
          onLimit: next => change({ limit: next }),
        }}
      />
    </EntityInfoCard>
  );
};
