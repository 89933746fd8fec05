import { Progress } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import LinearProgress from '@material-ui/core/LinearProgress';
import Switch from '@material-ui/core/Switch';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import type { TestList } from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';
import { Suspense, lazy, useEffect, type RefObject } from 'react';
import { useNavigate } from 'react-router-dom';
import { useFormats } from '../../screen/useFormats';
import { isRefusal } from '../../screen/LoadError';
import { useTranslation } from '../../translation';
import { ownZone } from '../form/scheduleDraft';
import { newTestAddress } from '../testAddress';
import { CalendarBar } from './CalendarBar';
import { CalendarLegend } from './CalendarLegend';
import { ScheduleError } from './ScheduleError';
import { isScheduleFiltered, type ScheduleSearch } from './scheduleSearch';
import type { MovedTest } from './TestCalendar';
import { useCalendarChanges } from './useCalendarChanges';
import { useCalendarTests } from './useCalendarTests';

const TestCalendar = lazy(() =>
  import('./TestCalendar').then(m => ({ default: m.TestCalendar })),
);

const useStyles = makeStyles(theme => ({
  body: { position: 'relative', minWidth: 0 },
  loading: { position: 'absolute', top: -4, left: 0, right: 0, zIndex: 1 },
  note: { margin: theme.spacing(1, 0) },
}));

/** The calendar with what is around it: which days, what could not be drawn, what the signs mean. */
export const CalendarSection = (props: {
  search: ScheduleSearch;
  day: string;
  today: string;
  timeZone: string;
  version: number;
  testsAddress: string;
  tray: RefObject<HTMLElement>;
  onLoaded: (list: TestList) => void;
  onRefused: (refused: boolean) => void;
  onChange: (patch: Partial<ScheduleSearch>) => void;
  onClear: () => void;
  onMove: (moved: MovedTest) => void;
  onDropDue: (item: string, day: string) => void;
}) => {
  const { search, day, today, timeZone, version, testsAddress, tray } = props;
  const { onLoaded, onRefused, onChange, onClear, onMove, onDropDue } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number, locale } = useFormats();
  const navigate = useNavigate();
  const span = search.span ?? 'month';
  const loaded = useCalendarTests(search, { day, timeZone, version });
  const { value, error, loading } = loaded;
  const changes = useCalendarChanges({
    shown: search.changes ?? false,
    span,
    day,
    timeZone,
  });
  useEffect(() => {
    if (value) onLoaded({ ...value.list, totalItems: value.inSpan });
  }, [value, onLoaded]);
  const refused = Boolean(error && isRefusal(error));
  useEffect(() => onRefused(refused), [refused, onRefused]);
  const mayPlan = value?.list.allowedActions.includes('test.create') ?? false;
  const monthName = (month: string) =>
    DateTime.fromISO(month).setLocale(locale).toLocaleString({ month: 'long' });

  if (error) return <ScheduleError error={error} onRetry={loaded.retry} />;
  return (
    <EntityInfoCard>
      <CalendarBar span={span} day={day} today={today} onChange={onChange} />
      <FormControlLabel
        control={
          <Switch
            color="primary"
            size="small"
            checked={search.changes ?? false}
            onChange={(_, on) => onChange({ changes: on ? true : undefined })}
          />
        }
        label={t('change.overlay.show')}
      />
      {search.changes && (
        <Typography variant="body2" role="status">
          {t('change.overlay.number', { count: changes.length })}
        </Typography>
      )}
      {value && value.cut.length > 0 && (
        <Alert severity="info" className={classes.note}>
          {t('testing.schedule.cut', {
            months: value.cut
              .map(({ month, shown, total }) =>
                t('testing.schedule.cutMonth', {
                  month: monthName(month),
                  shown: number(shown),
                  total: number(total),
                }),
              )
              .join(', '),
          })}
        </Alert>
      )}
      {value?.inSpan === 0 && (
        <Typography variant="body2" className={classes.note} role="status">
          {t(
            isScheduleFiltered(search)
              ? 'testing.schedule.emptyFiltered'
              : 'testing.schedule.emptyCalendar',
          )}{' '}
          {isScheduleFiltered(search) && (
            <Button size="small" onClick={onClear}>
              {t('testing.filter.clear')}
            </Button>
          )}
        </Typography>
      )}
      <div className={classes.body} aria-busy={loading}>
        {loading && (
          <LinearProgress
            className={classes.loading}
            aria-label={t('testing.loading')}
          />
        )}
        <Suspense fallback={<Progress />}>
          <TestCalendar
            span={span}
            day={day}
            timeZone={timeZone}
            tests={value?.items ?? []}
            changes={changes}
            testsAddress={testsAddress}
            movable={mayPlan}
            tray={tray}
            onMove={onMove}
            onDropDue={onDropDue}
            onPickDay={picked =>
              navigate(newTestAddress(testsAddress, { day: picked }))
            }
          />
        </Suspense>
      </div>
      {timeZone !== ownZone() && (
        <Typography variant="body2" className={classes.note}>
          {t('testing.schedule.zone', { zone: timeZone })}
        </Typography>
      )}
      <CalendarLegend />
    </EntityInfoCard>
  );
};
