import type {
  EventContentArg,
  EventDropArg,
  MoreLinkContentArg,
} from '@fullcalendar/core';
import germanLocale from '@fullcalendar/core/locales/de';
import dayGridPlugin from '@fullcalendar/daygrid';
import interactionPlugin, { Draggable } from '@fullcalendar/interaction';
import multiMonthPlugin from '@fullcalendar/multimonth';
import FullCalendar from '@fullcalendar/react';
import type {
  ChangeSummary,
  TestSummary,
} from 'backstage-plugin-continuity-common';
import { useEffect, useMemo, type RefObject } from 'react';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { CalendarChange } from './CalendarChange';
import { CalendarEntry } from './CalendarEntry';
import { calendarEvents, changeEvents, wallClock } from './calendarEvents';
import type { ScheduleSpan } from './scheduleSearch';
import { spanAround } from './scheduleWindow';
import { useCalendarStyles } from './useCalendarStyles';

const VIEWS = {
  month: 'dayGridMonth',
  quarter: 'multiMonthQuarter',
  year: 'multiMonthYear',
} as const;

/** A test that was dropped on another day; `undo` puts it back. */
export interface MovedTest {
  test: TestSummary;
  days: number;
  undo: () => void;
}

/** The tests on a calendar. Loaded only when somebody opens it. */
export const TestCalendar = (props: {
  span: ScheduleSpan;
  /** A day within what is shown. */
  day: string;
  /** By whose clocks it is drawn. */
  timeZone: string;
  tests: readonly TestSummary[];
  /** Laid over the tests. */
  changes: readonly ChangeSummary[];
  testsAddress: string;
  movable: boolean;
  /** Where due items are, which may be dropped on a day. */
  tray: RefObject<HTMLElement>;
  onMove: (moved: MovedTest) => void;
  /** A due item, by its key, was dropped on a day. */
  onDropDue: (key: string, day: string) => void;
  onPickDay: (day: string) => void;
}) => {
  const { span, day, timeZone, tests, changes, testsAddress } = props;
  const { movable, tray } = props;
  const { onMove, onDropDue, onPickDay } = props;
  const classes = useCalendarStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  const { start } = spanAround(span, day);
  const events = useMemo(
    () => [
      ...calendarEvents(tests, { movable, timeZone }),
      ...changeEvents(changes, { timeZone }),
    ],
    [tests, changes, movable, timeZone],
  );

  useEffect(() => {
    if (!movable || !tray.current) return undefined;
    const draggable = new Draggable(tray.current, {
      itemSelector: '[data-due]',
      eventData: element => ({
        title: element.getAttribute('data-due-title') ?? '',
        allDay: true,
        create: false,
      }),
    });
    return () => draggable.destroy();
  }, [movable, tray]);

  return (
    <div className={classes.root} data-span={span}>
      <FullCalendar
        // another span is another calendar; there is nothing in it to keep
        key={`${span} ${start}`}
        plugins={[dayGridPlugin, multiMonthPlugin, interactionPlugin]}
        locales={[germanLocale]}
        locale={locale}
        // it is given what the clocks of the zone say, and told to leave that alone
        timeZone="UTC"
        now={() => wallClock(new Date().toISOString(), timeZone)}
        firstDay={1}
        initialView={VIEWS[span]}
        initialDate={start}
        views={{
          multiMonthQuarter: { type: 'multiMonth', duration: { months: 3 } },
        }}
        // the months of a quarter stand one below the other, so that titles can be read; those of a year are small, with icons only
        multiMonthMaxColumns={span === 'year' ? 3 : 1}
        multiMonthMinWidth={200}
        aspectRatio={span === 'year' ? 0.72 : 1.1}
        dayHeaderFormat={{ weekday: span === 'year' ? 'narrow' : 'short' }}
        headerToolbar={false}
        height="auto"
        fixedWeekCount={false}
        dayMaxEvents={4}
        moreLinkContent={({ num }: MoreLinkContentArg) =>
          span === 'year'
            ? `+${num}`
            : t('testing.schedule.more', { count: num })
        }
        // a day is called by all that is in it, the date first: not by the date alone
        dayCellDidMount={({ el }) => el.removeAttribute('aria-labelledby')}
        // it opens a list on the spot, which its element does not say
        moreLinkDidMount={({ el }) => el.setAttribute('role', 'button')}
        moreLinkHint={num => t('testing.schedule.moreHint', { count: num })}
        events={events}
        eventStartEditable={movable}
        eventDurationEditable={false}
        droppable={movable}
        eventInteractive={false}
        eventContent={(info: EventContentArg) =>
          info.event.extendedProps.change ? (
            <CalendarChange
              change={info.event.extendedProps.change}
              timeZone={timeZone}
              dense={span === 'year'}
            />
          ) : (
            <CalendarEntry
              test={info.event.extendedProps.test}
              timeZone={timeZone}
              testsAddress={testsAddress}
              dense={span === 'year'}
              onMove={
                info.event.startEditable
                  ? () =>
                      onMove({
                        test: info.event.extendedProps.test,
                        days: 0,
                        undo: () => {},
                      })
                  : undefined
              }
            />
          )
        }
        eventDrop={({ event, delta, revert }: EventDropArg) =>
          onMove({
            test: event.extendedProps.test,
            days: Math.round(delta.days + delta.milliseconds / 86_400_000),
            undo: revert,
          })
        }
        drop={({ draggedEl, dateStr }) =>
          onDropDue(draggedEl.getAttribute('data-due') ?? '', dateStr)
        }
        dateClick={
          movable ? ({ dateStr }) => onPickDay(dateStr.slice(0, 10)) : undefined
        }
      />
    </div>
  );
};
