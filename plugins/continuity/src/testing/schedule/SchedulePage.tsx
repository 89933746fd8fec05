import { LinkButton, Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DueTest,
  TestList,
  Tier,
} from 'backstage-plugin-continuity-common';
import { useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import useAsync from 'react-use/esm/useAsync';
import { continuityApiRef } from '../../api';
import { PageTheme } from '../../screen/PageTheme';
import { ViewToggle } from '../../screen/ViewToggle';
import { useFormats } from '../../screen/useFormats';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { dueKey, readDueItem, type DueItem } from '../due/dueItem';
import { DueTray } from '../due/DueTray';
import { PlanDueDialog } from '../due/PlanDueDialog';
import { SubscribeDialog } from '../feed/SubscribeDialog';
import { usePageStyles } from '../../screen/usePageStyles';
import { findingsAddress, newTestAddress } from '../testAddress';
import { todayIn } from '../todayIn';
import { useTestsAddress } from '../useTestsAddress';
import { CalendarSection } from './CalendarSection';
import { ListSection } from './ListSection';
import { RescheduleDialog } from './RescheduleDialog';
import { ScheduleFilters } from './ScheduleFilters';
import { scheduleViews } from './scheduleSearch';
import { spanTitle } from './scheduleWindow';
import type { MovedTest } from './TestCalendar';
import { dueFiltersOf } from './dueFiltersOf';
import { useSchedulePolicy } from './useSchedulePolicy';
import { useScheduleSearch } from './useScheduleSearch';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
  },
  number: { flex: 1, minWidth: 220 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 360px',
    gap: theme.spacing(3),
    alignItems: 'start',
    // beside the calendar there is room only on a wide screen
    '@media (max-width: 1279px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '& > *': { minWidth: 0 },
  },
  // so that whatever is due can be dragged onto any day
  tray: {
    '@media (min-width: 1280px)': {
      position: 'sticky',
      top: theme.spacing(1),
      maxHeight: `calc(100vh - ${theme.spacing(2)}px)`,
      overflowY: 'auto',
    },
  },
}));

const ScheduleContent = (props: {
  tiers: Tier[] | undefined;
  /** In which days begin and end. */
  timeZone: string;
}) => {
  const { tiers, timeZone } = props;
  const classes = useStyles();
  const shared = usePageStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const { number } = useFormats();
  const locale = useLocale();
  const location = useLocation();
  const testsAddress = useTestsAddress() ?? location.pathname;
  const address = useScheduleSearch();
  const { search, change, clear } = address;
  const view = search.view ?? 'calendar';
  const span = search.span ?? 'month';
  const today = todayIn(timeZone);
  const day = search.date ?? today;
  const tray = useRef<HTMLDivElement>(null);
  /** What was loaded last, whatever the view. */
  const [list, setList] =
    useState<
      Pick<TestList, 'totalItems' | 'waitingForMe' | 'allowedActions'>
    >();
  const [refused, setRefused] = useState(false);
  const [version, setVersion] = useState(0);
  const [chosen, setChosen] = useState<ReadonlyMap<string, DueTest>>(new Map());
  const [planning, setPlanning] = useState<{
    items: DueItem[];
    day?: string;
  }>();
  const [moving, setMoving] = useState<MovedTest>();
  const [subscribing, setSubscribing] = useState(false);
  // the due items alone don't say what else the reader may do
  useAsync(async () => {
    if (view !== 'due' || list) return;
    try {
      setList(await api.tests.list({ limit: 1 }));
    } catch {
      // then nothing is offered
    }
  }, [api, view, list]);
  const mayPlan = list?.allowedActions.includes('test.create') ?? false;
  const maySubscribe =
    list?.allowedActions.includes('calendar-feed.create') ?? false;

  const choose = (items: DueTest[], on: boolean) =>
    setChosen(before => {
      const next = new Map(before);
      for (const item of items) {
        if (on) next.set(dueKey(item), item);
        else next.delete(dueKey(item));
      }
      return next;
    });
  const drop = (dragged: string, onDay: string) => {
    const item = readDueItem(dragged);
    if (!item) return;
    const among = chosen.has(dueKey(item));
    setPlanning({ items: among ? [...chosen.values()] : [item], day: onDay });
  };
  const stopMoving = () => {
    moving?.undo();
    setMoving(undefined);
  };
  const due = (
    <DueTray
      ref={tray}
      query={dueFiltersOf(search, today)}
      horizon={search.horizon ?? 'quarter'}
      group={search.group ?? 'owner'}
      tiers={tiers}
      timeZone={timeZone}
      testsAddress={testsAddress}
      version={version}
      beside={view === 'calendar'}
      chosen={chosen}
      onChoose={choose}
      onClear={() => setChosen(new Map())}
      onGroup={group => change({ group }, { replace: true })}
      onHorizon={horizon => change({ horizon }, { replace: true })}
      onPlan={items => setPlanning({ items })}
    />
  );

  return (
    <>
      <div className={classes.head}>
        <h2 className={shared.hidden}>{t(`testing.schedule.view.${view}`)}</h2>
        <ViewToggle
          label={t('testing.schedule.viewLabel')}
          value={view}
          views={scheduleViews}
          nameOf={each => t(`testing.schedule.view.${each}`)}
          onChange={next =>
            change({ view: next, sort: undefined, when: undefined })
          }
        />
        <Typography
          variant="body1"
          className={classes.number}
          aria-live="polite"
        >
          {view !== 'due' &&
            list &&
            t(
              view === 'calendar'
                ? 'testing.schedule.numberIn'
                : 'testing.schedule.number',
              {
                count: list.totalItems,
                shown: number(list.totalItems),
                span: spanTitle(span, day, locale),
              },
            )}
          {view !== 'due' && list && list.waitingForMe > 0 && (
            <>
              {' · '}
              {t('plan.waitingNumber', { count: list.waitingForMe })}
            </>
          )}
        </Typography>
        <LinkButton size="small" to={findingsAddress(testsAddress)}>
          {t('testing.schedule.findingsLink')}
        </LinkButton>
        {maySubscribe && (
          <Button size="small" onClick={() => setSubscribing(true)}>
            {t('testing.feed.open')}
          </Button>
        )}
        {mayPlan && (
          <LinkButton
            color="primary"
            variant="contained"
            to={newTestAddress(testsAddress)}
          >
            {t('testing.schedule.plan')}
          </LinkButton>
        )}
      </div>
      {!refused && (
        <ScheduleFilters
          view={view}
          search={search}
          tiers={tiers}
          waiting={list?.waitingForMe ?? 0}
          onChange={change}
          onClear={clear}
        />
      )}
      {view === 'calendar' && (
        <div className={refused ? undefined : classes.columns}>
          <div>
            <CalendarSection
              search={search}
              day={day}
              today={today}
              timeZone={timeZone}
              version={version}
              testsAddress={testsAddress}
              tray={tray}
              onLoaded={setList}
              onRefused={setRefused}
              onChange={change}
              onClear={clear}
              onMove={setMoving}
              onDropDue={drop}
            />
          </div>
          {!refused && <div className={classes.tray}>{due}</div>}
        </div>
      )}
      {view === 'list' && (
        <ListSection
          address={address}
          today={today}
          timeZone={timeZone}
          version={version}
          testsAddress={testsAddress}
          onLoaded={setList}
          onRefused={setRefused}
          onMove={test => setMoving({ test, days: 0, undo: () => {} })}
        />
      )}
      {view === 'due' && due}
      {planning && (
        <PlanDueDialog
          items={planning.items}
          day={planning.day}
          timeZone={timeZone}
          testsAddress={testsAddress}
          onPlanned={() => {
            setChosen(new Map());
            setVersion(before => before + 1);
          }}
          onClose={() => setPlanning(undefined)}
        />
      )}
      {moving && (
        <RescheduleDialog
          testId={moving.test.id}
          title={moving.test.title}
          days={moving.days}
          onMoved={() => {
            setMoving(undefined);
            setVersion(before => before + 1);
          }}
          onClose={stopMoving}
        />
      )}
      {subscribing && <SubscribeDialog onClose={() => setSubscribing(false)} />}
    </>
  );
};

/** The schedule of tests: what is planned and held, as a calendar or a list, and what is due to be planned. */
export const SchedulePage = () => {
  const policy = useSchedulePolicy();
  return (
    <PageTheme>
      {policy ? <ScheduleContent {...policy} /> : <Progress />}
    </PageTheme>
  );
};
