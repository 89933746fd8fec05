import { Progress } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import {
  continuityReadPermission,
  type ContinuityStatus,
  type CoverageList,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { LoadError, isRefusal } from '../policy/LoadError';
import { PageTheme } from '../policy/PageTheme';
import { useContinuityPolicy } from '../policy/useContinuityPolicy';
import { Pager } from '../policy/Pager';
import { useTranslation } from '../translation';
import { CoverageEmpty } from './CoverageEmpty';
import { CoverageFilters } from './CoverageFilters';
import { CoverageNumbers } from './CoverageNumbers';
import {
  defaultPageSize,
  isFiltered,
  type CoverageSearch,
} from './coverageSearch';
import { CoverageTable } from './CoverageTable';
import { FirstRead } from './FirstRead';
import { SelectionBar } from './SelectionBar';
import { SetTierDialog } from './SetTierDialog';
import { TeachTiers } from './TeachTiers';
import { TierBars } from './TierBars';
import { useCoverage } from './useCoverage';
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
  const { value: policyAnswer } = useContinuityPolicy();
  const selection = useSelection();
  const [settingTier, setSettingTier] = useState(false);

  const policy = policyAnswer?.policy;
  const tiers = policy?.tiers;
  const page = list.value;
  const mayEdit = page?.allowedActions.includes('profile.update') ?? false;
  const onSetTiers =
    mayEdit && tiers && !selection.active ? selection.start : undefined;

  if (page && page.dataAge.catalogReadAt === null) {
    return (
      <>
        <CoverageNumbers />
        <FirstRead onFinished={refresh} />
      </>
    );
  }

  const choose = (choice: { tier: string; status: ContinuityStatus }) => {
    const already =
      search.tier?.length === 1 &&
      search.tier[0] === choice.tier &&
      search.status?.length === 1 &&
      search.status[0] === choice.status;
    change(
      already
        ? { tier: undefined, status: undefined }
        : { tier: [choice.tier], status: [choice.status] },
    );
  };
  const refused = list.error && isRefusal(list.error);
  const empty = page && emptyReason(page, search);
  const nothingAtAll = empty === 'scope';

  return (
    <>
      <CoverageNumbers
        list={page}
        summary={summary.value}
        onSetTiers={onSetTiers}
      />
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
        <>
          {summary.value.anyTier ? (
            <TierBars
              summary={summary.value}
              tiers={tiers}
              chosen={search}
              onChoose={choose}
              onChooseLate={tier =>
                change({ tier: [tier], status: undefined, late: true })
              }
            />
          ) : (
            <TeachTiers tiers={tiers} onSetTiers={onSetTiers} />
          )}
        </>
      )}
      {!nothingAtAll && !refused && (
        <CoverageFilters
          search={search}
          tiers={tiers}
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
      {page && empty && (
        <CoverageEmpty reason={empty} onClear={clear} onFirst={firstPage} />
      )}
      {page && !empty && (
        <EntityInfoCard>
          <CoverageTable
            items={page.items}
            loading={list.loading}
            sort={search.sort}
            onSort={sort => change({ sort })}
            selection={selection}
            tiers={tiers}
            timeZone={policy?.timeZone}
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
        <SelectionBar
          selection={selection}
          onSetTier={() => setSettingTier(true)}
        />
      )}
      {settingTier && tiers && (
        <SetTierDialog
          chosen={selection.chosen}
          tiers={tiers}
          onFinished={refresh}
          onClose={done => {
            setSettingTier(false);
            if (done) selection.clear();
          }}
        />
      )}
    </>
  );
};

/** The services in scope with their status, worst first: the home of whoever answers for continuity. */
export const CoveragePage = () => (
  <PageTheme>
    <CoverageContent />
  </PageTheme>
);
