import {
  testDepthSchema,
  testEnvironmentSchema,
  testOutcomeSchema,
  testQuerySchema,
  testStateSchema,
  type TestQuery,
} from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';
import { listSearch } from '../../list/listSearch';
import {
  flag,
  one,
  several,
  severalOf,
  text,
  value,
} from '../../list/searchFields';

/** How the schedule is looked at. */
export const scheduleViews = ['calendar', 'list', 'due'] as const;
export type ScheduleView = (typeof scheduleViews)[number];

/** How much the calendar shows at once. */
export const scheduleSpans = ['month', 'quarter', 'year'] as const;
export type ScheduleSpan = (typeof scheduleSpans)[number];

/** By what due items are put together. */
export const dueGroupings = ['owner', 'tier', 'depth', 'none'] as const;
export type DueGrouping = (typeof dueGroupings)[number];

/** How far ahead due items are looked for; `soon` is what the policy calls so. */
export const dueHorizons = ['soon', 'quarter', 'year'] as const;
export type DueHorizon = (typeof dueHorizons)[number];

/** What the schedule shows, as its URL says it. */
export interface ScheduleSearch
  extends Pick<
    TestQuery,
    | 'state'
    | 'depth'
    | 'environment'
    | 'outcome'
    | 'tier'
    | 'owner'
    | 'person'
    | 'entity'
    | 'plan'
  > {
  view?: ScheduleView;
  span?: ScheduleSpan;
  /** A day within what the calendar shows. */
  date?: string;
  when?: 'coming' | 'past';
  missed?: true;
  /** Only what the reader or their groups hold, take part in or recover. */
  mine?: true;
  waitingForMe?: true;
  late?: true;
  /** Windows of changes are laid over the calendar. */
  changes?: true;
  group?: DueGrouping;
  horizon?: DueHorizon;
  search?: string;
  sort?: TestQuery['sort'];
  limit?: number;
  cursor?: string;
}

const { read, write, filtersOf, isFiltered } = listSearch<ScheduleSearch>({
  shown: {
    view: one(scheduleViews, 'calendar'),
    span: one(scheduleSpans, 'month'),
    date: value(day => {
      const date = DateTime.fromISO(day, { zone: 'utc' });
      return date.isValid ? date.toISODate() : undefined;
    }),
    changes: flag(),
    group: one(dueGroupings, 'owner'),
    horizon: one(dueHorizons, 'quarter'),
  },
  filters: {
    when: one(['coming', 'past']),
    state: severalOf(testStateSchema),
    depth: severalOf(testDepthSchema),
    environment: severalOf(testEnvironmentSchema),
    outcome: severalOf(testOutcomeSchema),
    tier: several(),
    owner: several(),
    person: several(),
    entity: several(),
    plan: several(),
    missed: flag(),
    mine: flag(),
    late: flag(),
    waitingForMe: flag('waiting'),
    search: text(),
  },
  sort: { schema: testQuerySchema.shape.sort },
});

export {
  read as readScheduleSearch,
  write as writeScheduleSearch,
  isFiltered as isScheduleFiltered,
};

/** The filters as the list of tests is asked with them, whatever the view. */
export function testFiltersOf(search: ScheduleSearch): TestQuery {
  const { when, late, ...query } = filtersOf(search);
  return query;
}
