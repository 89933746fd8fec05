import { Progress } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import {
  continuityReadPermission,
  type CoverageList,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { NamesProvider } from '../catalog/Names';
import { LoadError, isRefusal } from '../screen/LoadError';
import { PageTheme } from '../screen/PageTheme';
import { useContinuityPolicy } from '../policy/useContinuityPolicy';
import { Pager } from '../list/Pager';
import { useTranslation } from '../translation';
import { AskOwnersDialog } from './AskOwnersDialog';
import { CoverageActions } from './CoverageActions';
import { CoverageEmpty } from './CoverageEmpty';
import { CoverageFilters } from './CoverageFilters';
import { CoverageGroups } from './CoverageGroups';
import { CoverageNumbers } from './CoverageNumbers';
import { CoverageOverview } from './CoverageOverview';
import {
  defaultPageSize,
  isFiltered,
  type CoverageSearch,
} from './coverageSearch';
import { CoverageShapes } from './CoverageShapes';
import { CoverageTable } from './CoverageTable';
import { FirstRead } from './FirstRead';
import { PastBanner } from './PastBanner';
import { SelectionBar } from './SelectionBar';
import { SetOwnerDialog } from './SetOwnerDialog';
import { SetTierDialog } from './SetTierDialog';
import { useCoverage } from './useCoverage';
import { useCoverageGroups } from './useCoverageGroups';
import { useCoverageSearch } from './useCoverageSearch';
import { useSelection } from './useSelection';

function emptyReason(list: CoverageList, search: CoverageSearch) {
  if (list.items.length > 0) return undefined;
  if (search.cursor && list.totalItems > 0) return 'page';
  return isFiltered(search) ? 'filtered' : 'scope';
}

const CoverageContent = () => {
  const { t } = useTranslation();
  const address = useCoverageSearch();
  const { search, change, clear, firstPage } = address;
  const { list, summary, refresh } = useCoverage(search);
  const groups = useCoverageGroups(search);
  const { value: policyAnswer } = useContinuityPolicy();
  const selection = useSelection();
  const [goingOn, setGoingOn] = useState(false);

  const policy = policyAnswer?.policy;
  const tiers = policy?.tiers;
  const page = list.value;
  const shownTiers = page?.then?.tiers ?? tiers;
  const timeZone = page?.then?.timeZone ?? policy?.timeZone;
  const may = (action: CoverageList['allowedActions'][number]) =>
    !selection.active && (page?.allowedActions.includes(action) ?? false);
  const onSetTiers =
    may('profile.update') && tiers ? () => selection.start('tier') : undefined;

  if (page && page.dataAge.catalogReadAt === null) {
    return (
      <>
        <CoverageNumbers />
        <FirstRead onFinished={refresh} />
      </>
    );
  }

  const refused = list.error && isRefusal(list.error);
  const empty = page && emptyReason(page, search);
  const nothingAtAll = empty === 'scope';
  const finish = (done: boolean) => {
    setGoingOn(false);
    if (done) selection.clear();
  };

  return (
    <NamesProvider names={page?.names}>
      <CoverageNumbers
        list={page}
        summary={summary.value}
        actions={
          !refused && (
            <CoverageActions
              search={search}
              timeZone={timeZone}
              onAsOf={asOf => change({ asOf })}
              onOpenView={address.open}
              onAsk={
                may('coverage.ask') ? () => selection.start('ask') : undefined
              }
              onSetOwner={
                may('profile.update')
                  ? () => selection.start('owner')
                  : undefined
              }
              onSetTiers={onSetTiers}
              mayImport={may('profile.update')}
            />
          )
        }
      />
      {search.asOf && (
        <PastBanner
          asked={search.asOf}
          then={page?.then}
          onNow={() => change({ asOf: undefined })}
        />
      )}
      {summary.error && page && (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" size="small" onClick={summary.retry}>
              {t('coverage.retry')}
            </Button>
          }
        >
          {t('coverage.summaryFailed')}
        </Alert>
      )}
      {summary.value && page && !nothingAtAll && (
        <CoverageOverview
          summary={summary.value}
          search={search}
          tiers={tiers}
          shownTiers={shownTiers}
          onChange={change}
          onSetTiers={onSetTiers}
        />
      )}
      {!nothingAtAll && !refused && (
        <CoverageFilters
          search={search}
          tiers={shownTiers}
          names={{ ...page?.names, ...groups.value?.names }}
          onChange={change}
          onClear={clear}
        />
      )}
      {list.error && (
        <LoadError
          error={list.error}
          title={t('coverage.loadFailed')}
          refused={{
            title: t('coverage.noAccess.title'),
            text: t('coverage.noAccess.text', {
              permission: continuityReadPermission.name,
            }),
          }}
          onRetry={search.cursor ? firstPage : refresh}
        />
      )}
      {!page && !list.error && <Progress />}
      {page && !nothingAtAll && (
        <CoverageShapes search={search} onChange={change} />
      )}
      {page && search.group && !nothingAtAll && (
        <CoverageGroups
          group={search.group}
          summary={groups.value}
          loading={groups.loading}
          error={groups.error}
          tiers={shownTiers}
          onChoose={key => change({ group: undefined, [search.group!]: [key] })}
        />
      )}
      {page && empty && (nothingAtAll || !search.group) && (
        <CoverageEmpty reason={empty} onClear={clear} onFirst={firstPage} />
      )}
      {page && !empty && !search.group && (
        <EntityInfoCard>
          <CoverageTable
            items={page.items}
            loading={list.loading}
            sort={search.sort}
            onSort={sort => change({ sort })}
            selection={selection}
            chosenColumns={search.columns}
            tiers={shownTiers}
            timeZone={timeZone}
          />
          <Pager
            list={page}
            paging={{
              limit: search.limit ?? defaultPageSize,
              pagesBefore: address.pagesBefore,
              onNext: address.nextPage,
              onPrevious: address.previousPage,
              onFirst: firstPage,
              onLimit: limit => change({ limit }),
            }}
          />
        </EntityInfoCard>
      )}
      {selection.active && (
        <SelectionBar selection={selection} onGoOn={() => setGoingOn(true)} />
      )}
      {goingOn && selection.purpose === 'tier' && tiers && (
        <SetTierDialog
          chosen={selection.chosen}
          tiers={tiers}
          onFinished={refresh}
          onClose={finish}
        />
      )}
      {goingOn && selection.purpose === 'owner' && (
        <SetOwnerDialog
          chosen={selection.chosen}
          onFinished={refresh}
          onClose={finish}
        />
      )}
      {goingOn && selection.purpose === 'ask' && (
        <AskOwnersDialog chosen={selection.chosen} onClose={finish} />
      )}
    </NamesProvider>
  );
};

/** The services in scope with their status, worst first: the home of whoever answers for continuity. */
export const CoveragePage = () => (
  <PageTheme>
    <CoverageContent />
  </PageTheme>
);
