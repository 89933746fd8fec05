import {
  testDepthSchema,
  testEnvironmentSchema,
  testOutcomeSchema,
  testQuerySchema,
  testStateSchema,
  type TestQuery,
} from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';
import { pageSizes } from '../../list/Pager';

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

/** The filters that hold lists, in the order in which they are written to the URL. */
export const scheduleListFilters = [
  'state',
  'depth',
  'environment',
  'outcome',
  'tier',
  'owner',
  'person',
  'entity',
  'plan',
] as const;
export type ScheduleListFilter = (typeof scheduleListFilters)[number];

/** What the schedule shows, as its URL says it. */
export interface ScheduleSearch extends Pick<TestQuery, ScheduleListFilter> {
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

export const defaultSchedulePageSize = 50;

const anything = () => true;
const understood: Record<ScheduleListFilter, (value: string) => boolean> = {
  state: value => testStateSchema.safeParse(value).success,
  depth: value => testDepthSchema.safeParse(value).success,
  environment: value => testEnvironmentSchema.safeParse(value).success,
  outcome: value => testOutcomeSchema.safeParse(value).success,
  tier: anything,
  owner: anything,
  person: anything,
  entity: anything,
  plan: anything,
};

function oneOf<T extends string>(
  values: readonly T[],
  value: string | null,
): T | undefined {
  return values.find(each => each === value);
}

/** Reads the page's URL. What can't be understood is left out: links outlive the software they were copied from. */
export function readScheduleSearch(params: URLSearchParams): ScheduleSearch {
  const search: Record<string, unknown> = {};
  const put = (key: keyof ScheduleSearch, value: unknown) => {
    if (value !== undefined) search[key] = value;
  };
  put('view', oneOf(scheduleViews, params.get('view')));
  put('span', oneOf(scheduleSpans, params.get('span')));
  const date = DateTime.fromISO(params.get('date') ?? '', { zone: 'utc' });
  put('date', date.isValid ? date.toISODate() : undefined);
  put('when', oneOf(['coming', 'past'] as const, params.get('when')));
  for (const filter of scheduleListFilters) {
    const values = [...new Set(params.getAll(filter).filter(Boolean))].filter(
      understood[filter],
    );
    put(filter, values.length ? values : undefined);
  }
  for (const flag of ['missed', 'mine', 'late', 'changes'] as const) {
    put(flag, params.get(flag) === 'true' ? true : undefined);
  }
  put('waitingForMe', params.get('waiting') === 'true' ? true : undefined);
  put('group', oneOf(dueGroupings, params.get('group')));
  put('horizon', oneOf(dueHorizons, params.get('horizon')));
  put('search', params.get('search')?.trim().slice(0, 200) || undefined);
  const sort = testQuerySchema.shape.sort.safeParse(params.get('sort'));
  put('sort', sort.success ? sort.data : undefined);
  const limit = Number(params.get('limit'));
  put('limit', pageSizes.includes(limit) ? limit : undefined);
  put('cursor', params.get('cursor') ?? undefined);
  return search as ScheduleSearch;
}

/** Writes the page's URL; what is as always is left out. */
export function writeScheduleSearch(search: ScheduleSearch): URLSearchParams {
  const params = new URLSearchParams();
  const put = (key: string, value: unknown, usual?: unknown) => {
    if (value !== undefined && value !== usual) params.set(key, String(value));
  };
  put('view', search.view, 'calendar');
  put('span', search.span, 'month');
  put('date', search.date);
  put('when', search.when);
  for (const filter of scheduleListFilters) {
    for (const value of search[filter] ?? []) params.append(filter, value);
  }
  put('missed', search.missed);
  put('mine', search.mine);
  put('late', search.late);
  put('changes', search.changes);
  put('waiting', search.waitingForMe);
  put('group', search.group, 'owner');
  put('horizon', search.horizon, 'quarter');
  put('search', search.search);
  put('sort', search.sort);
  put('limit', search.limit, defaultSchedulePageSize);
  put('cursor', search.cursor);
  return params;
}

/** Whether anything narrows down what is shown, but for the span and the page. */
export function isScheduleFiltered(search: ScheduleSearch): boolean {
  return Boolean(
    search.missed ||
      search.mine ||
      search.late ||
      search.waitingForMe ||
      search.when ||
      search.search ||
      scheduleListFilters.some(filter => search[filter]),
  );
}

/** The filters as the list of tests is asked with them, whatever the view. */
export function testFiltersOf(search: ScheduleSearch): TestQuery {
  const query: Record<string, unknown> = {};
  for (const filter of scheduleListFilters) {
    if (search[filter]) query[filter] = search[filter];
  }
  if (search.missed) query.missed = true;
  if (search.mine) query.mine = true;
  if (search.waitingForMe) query.waitingForMe = true;
  if (search.search) query.search = search.search;
  return query as TestQuery;
}
