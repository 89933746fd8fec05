import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import {
  metShare,
  type CoverageTrend,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../api';
import { useFormats } from '../screen/useFormats';
import { formatDay } from '../status/formatDay';
import { useTranslation } from '../translation';
import type { Translate } from '../translation/Translate';
import { useLocale } from '../translation/useLocale';
import { TrendChart } from './TrendChart';
import { reclassifiedOf, trendTotals, type TrendTotals } from './trendWords';

function reclassifiedText(
  t: Translate,
  number: (value: number) => string,
  reclassified: TrendTotals['reclassified'],
): string {
  return reclassified
    .map(({ cause, count }) =>
      t('coverage.trend.byCause', {
        shown: number(count),
        cause: t(
          `coverage.trend.cause.${cause as Exclude<typeof cause, 'work'>}`,
        ),
      }),
    )
    .join(', ');
}

const Words = ({ trend }: { trend: CoverageTrend }) => {
  const { t } = useTranslation();
  const { number, share } = useFormats();
  const { first, last, fixed, broken, reclassified } = trendTotals(trend);
  const shareText = (value: number | null) =>
    value === null ? '–' : share(value);
  return (
    <>
      <Typography variant="body2">
        {t('coverage.trend.share', {
          first: shareText(first),
          last: shareText(last),
        })}{' '}
        {t('coverage.trend.work', {
          fixed: number(fixed),
          broken: number(broken),
        })}
      </Typography>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {reclassified.length > 0
          ? t('coverage.trend.reclassified', {
              list: reclassifiedText(t, number, reclassified),
            })
          : t('coverage.trend.nothingReclassified')}
      </Typography>
    </>
  );
};

const Steps = ({ trend }: { trend: CoverageTrend }) => {
  const { t } = useTranslation();
  const { number, share } = useFormats();
  const days = { locale: useLocale(), timeZone: trend.timeZone };
  return (
    <TableContainer>
      <Table size="small" aria-label={t('coverage.trend.table')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('coverage.trend.until')}</TableCell>
            <TableCell>{t('coverage.groups.share')}</TableCell>
            <TableCell>{t('coverage.groups.late')}</TableCell>
            <TableCell>{t('coverage.trend.fixed')}</TableCell>
            <TableCell>{t('coverage.trend.broken')}</TableCell>
            <TableCell>{t('coverage.trend.others')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {[...trend.points].reverse().map((point, index) => {
            const move = trend.moves[trend.points.length - 2 - index];
            const met = metShare(point.counts);
            return (
              <TableRow key={point.at}>
                <TableCell component="th" scope="row">
                  {formatDay(point.at, days)}
                </TableCell>
                <TableCell>{met === null ? '–' : share(met)}</TableCell>
                <TableCell>{number(point.late)}</TableCell>
                <TableCell>{move && number(move.causes.work.better)}</TableCell>
                <TableCell>{move && number(move.causes.work.worse)}</TableCell>
                <TableCell>
                  {move &&
                    (reclassifiedText(t, number, reclassifiedOf(move.causes)) ||
                      '–')}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableContainer>
  );
};

/** How coverage has come about: a picture, what was fixed and what was only reclassified, and the steps as a table. */
export const TrendCard = (props: { asOf?: string }) => {
  const { asOf } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const to = asOf?.slice(0, 10);
  const { value, error, retry } = useAsyncRetry(
    () => api.coverage.getTrend(to ? { to } : {}),
    [api, to],
  );
  return (
    <EntityInfoCard title={t('coverage.trend.title')}>
      {error && (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" size="small" onClick={retry}>
              {t('coverage.retry')}
            </Button>
          }
        >
          {t('coverage.trend.failed')}
        </Alert>
      )}
      {value && value.points.length < 2 && (
        <Typography variant="body2">{t('coverage.trend.tooShort')}</Typography>
      )}
      {value && value.points.length >= 2 && (
        <>
          <Words trend={value} />
          <TrendChart
            trend={value}
            label={t('coverage.trend.picture', {
              count: value.points.length,
            })}
          />
          <Button
            size="small"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? t('coverage.trend.hide') : t('coverage.trend.show')}
          </Button>
          {open && <Steps trend={value} />}
          <Typography variant="caption" color="textSecondary" display="block">
            {t('coverage.trend.note')}
          </Typography>
        </>
      )}
    </EntityInfoCard>
  );
};
