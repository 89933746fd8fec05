import { Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  dryRunChanges,
  type DryRunChange,
  type DryRunSummary,
} from 'backstage-plugin-continuity-common';
import { useId } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../../api';
import { errorMessage } from '../../screen/errorMessage';
import { Pager } from '../../list/Pager';
import { useFormats } from '../../screen/useFormats';
import { useListAddress } from '../../list/useListAddress';
import { useTranslation } from '../../translation';
import { useTierNames } from '../useTierNames';
import { DryRunRow } from './DryRunRow';
import { readDryRunSearch, writeDryRunSearch } from './dryRunSearch';

const PAGE = 50;
const ALL = '';
const columns = ['service', 'now', 'then', 'gained', 'lost'] as const;

const useStyles = makeStyles(theme => ({
  filter: { minWidth: 240, marginBottom: theme.spacing(1) },
}));

/** The services for which something changes, worst first. */
export const DryRunList = (props: {
  runId: string;
  summary: DryRunSummary;
  timeZone: string | undefined;
}) => {
  const { runId, summary, timeZone } = props;
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const { number } = useFormats();
  const id = useId();
  const tierName = useTierNames(summary.tiers);
  const address = useListAddress({
    read: readDryRunSearch,
    write: writeDryRunSearch,
  });
  const { change, cursor } = address.search;
  const { value, error, retry } = useAsyncRetry(
    () =>
      api.audit.listDryRunChanges(runId, {
        ...(change && { change: [change] }),
        ...(cursor && { cursor }),
        limit: PAGE,
      }),
    [api, runId, change, cursor],
  );
  const of = (each: DryRunChange) => summary.changes[each] ?? 0;
  const total = dryRunChanges.reduce((sum, each) => sum + of(each), 0);
  if (total === 0) return null;

  return (
    <EntityInfoCard title={t('dryRun.list.title')}>
      <TextField
        id={id}
        select
        size="small"
        variant="outlined"
        className={classes.filter}
        label={t('dryRun.list.show')}
        value={change ?? ALL}
        onChange={event =>
          address.change({
            change: (event.target.value || undefined) as
              | DryRunChange
              | undefined,
          })
        }
        InputLabelProps={{ shrink: true }}
        SelectProps={{ displayEmpty: true }}
      >
        <MenuItem value={ALL}>
          {t('dryRun.list.all', { shown: number(total) })}
        </MenuItem>
        {dryRunChanges
          .filter(each => of(each) > 0 || each === change)
          .map(each => (
            <MenuItem key={each} value={each}>
              {t(`dryRun.list.change.${each}`, { shown: number(of(each)) })}
            </MenuItem>
          ))}
      </TextField>
      {error && (
        <Alert
          severity="error"
          action={
            <Button color="inherit" size="small" onClick={retry}>
              {t('dryRun.list.retry')}
            </Button>
          }
        >
          {t('dryRun.list.failed')}: {errorMessage(error)}
        </Alert>
      )}
      {!value && !error && <Progress />}
      {value && value.items.length === 0 && (
        <Typography variant="body2">{t('dryRun.list.empty')}</Typography>
      )}
      {value && value.items.length > 0 && (
        <>
          <TableContainer>
            <Table size="small" aria-label={t('dryRun.list.title')}>
              <TableHead>
                <TableRow>
                  {columns.map(column => (
                    <TableCell key={column}>
                      {t(`dryRun.list.${column}`)}
                    </TableCell>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {value.items.map(item => (
                  <DryRunRow
                    key={item.entityRef}
                    item={item}
                    tierName={tierName}
                    timeZone={timeZone}
                  />
                ))}
              </TableBody>
            </Table>
          </TableContainer>
          <Pager
            list={value}
            paging={{
              limit: PAGE,
              pagesBefore: address.pagesBefore,
              onNext: address.nextPage,
              onPrevious: address.previousPage,
              onFirst: address.firstPage,
            }}
          />
        </>
      )}
      {value && value.hidden > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('dryRun.list.hidden', {
            count: value.hidden,
            shown: number(value.hidden),
          })}
        </Typography>
      )}
    </EntityInfoCard>
  );
};
