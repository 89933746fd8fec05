import { Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import {
  continuityReadPermission,
  type PlanList,
  type PlanSummary,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../../api';
import { LoadError, isRefusal } from '../../screen/LoadError';
import { PageTheme } from '../../screen/PageTheme';
import { useFormats } from '../../screen/useFormats';
import { Pager, usualPageSize } from '../../list/Pager';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { PlanNewDialog } from './PlanNewDialog';
import { PlanBulkConfirmDialog } from './PlanBulkConfirmDialog';
import { PlanFilters } from './PlanFilters';
import { PlanListEmpty } from './PlanListEmpty';
import { PlanTable } from './PlanTable';
import { isPlanSearchFiltered, type PlanSearch } from './planSearch';
import { saveFile } from '../../screen/saveFile';
import { usePlanSearch } from './usePlanSearch';
import { usePlansAddress } from '../usePlansAddress';
import { refusalText } from '../../screen/refusalText';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
  },
  number: { flex: 1, minWidth: 220 },
  bar: {
    position: 'sticky',
    bottom: theme.spacing(1),
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1, 2),
    marginTop: theme.spacing(2),
    border: `1px solid ${theme.palette.primary.main}`,
  },
}));

function emptyReason(list: PlanList, search: PlanSearch) {
  if (list.items.length > 0) return undefined;
  if (search.cursor && list.totalItems > 0) return 'page';
  return isPlanSearchFiltered(search) ? 'filtered' : 'none';
}

const PlanListContent = () => {
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const locale = useLocale();
  const { number } = useFormats();
  const navigate = useNavigate();
  const location = useLocation();
  const plansAddress = usePlansAddress() ?? location.pathname;
  const address = usePlanSearch();
  const { search, change, clear, firstPage } = address;
  const query = {
    limit: usualPageSize,
    sort: 'reviewDue' as const,
    ...search,
  };
  const list = useAsyncRetry(
    () => api.plans.list(query),
    [api, JSON.stringify(query)],
  );
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>();
  const [confirming, setConfirming] = useState(false);
  const [copying, setCopying] = useState(false);
  const [copyError, setCopyError] = useState<string>();

  const params = new URLSearchParams(location.search);
  const writing = params.get('write') === 'new';
  const page = list.value;
  const empty = page && emptyReason(page, search);
  const mayWrite = page?.allowedActions.includes('plan.create') ?? false;
  const mayCopy = page?.allowedActions.includes('emergency-copy') ?? false;
  const refused = list.error && isRefusal(list.error);

  const openDialog = () =>
    navigate({ pathname: location.pathname, search: '?write=new' });
  const choose = (items: PlanSummary[], on: boolean) =>
    setChosen(before => {
      const next = new Map(before);
      for (const { id, title } of items) {
        if (on) next.set(id, title);
        else next.delete(id);
      }
      return next;
    });
  const download = async () => {
    setCopying(true);
    setCopyError(undefined);
    try {
      const copy = await api.plans.getEmergencyCopy();
      const day = new Date().toISOString().slice(0, 10);
      saveFile(`continuity-plans-${day}.zip`, copy);
    } catch (e) {
      setCopyError(refusalText(t, e, { locale }));
    }
    setCopying(false);
  };

  return (
    <>
      <div className={classes.head}>
        <Typography
          variant="body1"
          className={classes.number}
          aria-live="polite"
        >
          {page &&
            t('plan.number', {
              count: page.totalItems,
              shown: number(page.totalItems),
            })}
          {page && page.waitingForMe > 0 && (
            <>
              {' · '}
              {t('plan.waitingNumber', { count: page.waitingForMe })}
            </>
          )}
        </Typography>
        {page?.items.some(item => item.inForce) && !chosen && (
          <Button size="small" onClick={() => setChosen(new Map())}>
            {t('plan.bulk.start')}
          </Button>
        )}
        {mayCopy && (
          <Button
            size="small"
            variant="outlined"
            color="primary"
            disabled={copying}
            title={t('plan.copy.hint')}
            onClick={download}
          >
            {t(copying ? 'plan.copy.busy' : 'plan.copy.download')}
          </Button>
        )}
        {mayWrite && (
          <Button color="primary" variant="contained" onClick={openDialog}>
            {t('plan.write')}
          </Button>
        )}
      </div>
      {copyError && (
        <Alert
          severity="error"
          role="alert"
          onClose={() => setCopyError(undefined)}
        >
          {t('plan.copy.failed', { message: copyError })}
        </Alert>
      )}
      {!refused && empty !== 'none' && (
        <PlanFilters
          search={search}
          waiting={page?.waitingForMe ?? 0}
          onChange={change}
          onClear={clear}
        />
      )}
      {list.error && (
        <LoadError
          error={list.error}
          title={t('plan.loadFailed')}
          refused={{
            title: t('plan.noAccess.title'),
            text: t('plan.noAccess.text', {
              permission: continuityReadPermission.name,
            }),
          }}
          onRetry={search.cursor ? firstPage : list.retry}
        />
      )}
      {!page && !list.error && <Progress />}
      {page && empty && (
        <PlanListEmpty
          reason={empty}
          onClear={clear}
          onFirst={firstPage}
          onWrite={mayWrite ? openDialog : undefined}
        />
      )}
      {page && !empty && (
        <EntityInfoCard>
          <PlanTable
            items={page.items}
            plansAddress={plansAddress}
            loading={list.loading}
            sort={query.sort}
            onSort={sort => change({ sort })}
            chosen={chosen && new Set(chosen.keys())}
            onChoose={choose}
          />
          <Pager
            list={page}
            paging={{
              limit: query.limit,
              pagesBefore: address.pagesBefore,
              onNext: address.nextPage,
              onPrevious: address.previousPage,
              onFirst: firstPage,
              onLimit: limit => change({ limit }),
            }}
          />
        </EntityInfoCard>
      )}
      {chosen && (
        <Paper
          className={classes.bar}
          elevation={4}
          role="region"
          aria-label={t('plan.bulk.barLabel')}
        >
          <Typography
            variant="body2"
            className={classes.number}
            aria-live="polite"
          >
            {chosen.size === 0
              ? t('plan.bulk.hint')
              : t('plan.bulk.chosen', { count: chosen.size })}
          </Typography>
          <Button size="small" onClick={() => setChosen(undefined)}>
            {t('plan.bulk.stop')}
          </Button>
          <Button
            size="small"
            variant="contained"
            color="primary"
            disabled={chosen.size === 0}
            onClick={() => setConfirming(true)}
          >
            {t('plan.bulk.open')}
          </Button>
        </Paper>
      )}
      {confirming && chosen && (
        <PlanBulkConfirmDialog
          chosen={chosen}
          plansAddress={plansAddress}
          onFinished={list.retry}
          onClose={done => {
            setConfirming(false);
            if (done) setChosen(undefined);
          }}
        />
      )}
      {writing && (mayWrite || !page) && (
        <PlanNewDialog
          entityRef={params.get('for') ?? undefined}
          onCreated={id => navigate(`${plansAddress}/${id}?edit=1`)}
          onClose={() => navigate(location.pathname, { replace: true })}
        />
      )}
    </>
  );
};

/** The plans with their state, what they cover and what is wrong with them. */
export const PlanListPage = () => (
  <PageTheme>
    <PlanListContent />
  </PageTheme>
);
