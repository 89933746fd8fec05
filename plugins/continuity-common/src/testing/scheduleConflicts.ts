import { DateTime } from 'luxon';
import type { ContinuityPolicy } from '../policy/policy';
import {
  testingPolicy,
  weekdays,
  type TestingPolicy,
} from '../policy/testingPolicy';
import { endOfDayInZone } from '../terms/deadline';
import type { TestEnvironment } from './testEnvironment';

/** A test that is planned or running, as far as it can stand in another one's way. @public */
export interface PlannedTest {
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
  environment: TestEnvironment;
  entities: readonly string[];
  /** Facilitator and participants: user and group refs. */
  people: readonly string[];
}

/** What speaks against a date; see `ScheduleConflict`, which hides what the caller may not see. @public */
export interface FoundConflict {
  kind: 'entity' | 'participant' | 'outside-window' | 'freeze' | 'past';
  refs: string[];
  /** The other test. */
  test: PlannedTest | null;
  /** Of the freeze. */
  title: string | null;
  from: string;
  to: string;
}

type Span = { from: string; to: string };

/** What two spans have in common; undefined where they only touch. */
function overlap(one: Span, other: Span): Span | undefined {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from < to ? { from, to } : undefined;
}

function shared(one: readonly string[], other: readonly string[]): string[] {
  const known = new Set(other);
  return [...new Set(one)].filter(ref => known.has(ref)).sort();
}

function utc(moment: DateTime): string {
  return new Date(moment.toMillis()).toISOString();
}

function atTime(day: DateTime, time: string): DateTime {
  const [hour, minute] = time.split(':').map(Number);
  return hour === 24
    ? day.plus({ days: 1 }).startOf('day')
    : day.set({ hour, minute, second: 0, millisecond: 0 });
}

/** The windows that touch a span, as instants; one that ends on the next day begins on the day before. */
function windowsAround(
  span: Span,
  { windows, zone }: { windows: TestingPolicy['windows']; zone: string },
): Span[] {
  const found: Span[] = [];
  const last = DateTime.fromISO(span.to, { zone });
  let day = DateTime.fromISO(span.from, { zone })
    .startOf('day')
    .minus({ days: 1 });
  for (; day < last; day = day.plus({ days: 1 })) {
    const name = weekdays[day.weekday - 1];
    for (const { days, from, to } of windows) {
      if (!days.includes(name)) continue;
      const end = to > from ? day : day.plus({ days: 1 });
      found.push({ from: utc(atTime(day, from)), to: utc(atTime(end, to)) });
    }
  }
  return found.sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** What of a span no window holds, from the first such moment to the last. */
function outsideWindows(span: Span, windows: Span[]): Span | undefined {
  let covered = span.from;
  let first: string | undefined;
  let last = '';
  const leave = (until: string) => {
    if (covered >= until) return;
    first ??= covered;
    last = until;
  };
  for (const window of windows) {
    if (window.from >= span.to) break;
    leave(window.from);
    if (window.to > covered) covered = window.to;
  }
  leave(span.to);
  return first === undefined ? undefined : { from: first, to: last };
}

function policyConflicts(
  span: Span,
  policy: ContinuityPolicy,
): FoundConflict[] {
  const { windows, freezes } = testingPolicy(policy);
  const zone = policy.timeZone;
  const found: FoundConflict[] = [];
  const add = (
    kind: FoundConflict['kind'],
    at: Span | undefined,
    title: string | null,
  ) => {
    if (at) found.push({ kind, refs: [], test: null, title, ...at });
  };
  if (windows.length > 0) {
    const around = windowsAround(span, { windows, zone });
    add('outside-window', outsideWindows(span, around), null);
  }
  for (const { title, from, to } of freezes) {
    const begin = utc(DateTime.fromISO(from, { zone }).startOf('day'));
    const frozen = { from: begin, to: endOfDayInZone(to, zone) };
    add('freeze', overlap(span, frozen), title);
  }
  return found;
}

/**
 * What speaks against a date: another test of the same entity, somebody in two tests at once, a time outside the policy's windows or within one of its
 * freezes, a beginning in the past. Times that only touch don't overlap. Windows and freezes are about tests in production, and about those whose
 * environment is not said: the stricter reading.
 *
 * @param options - `others`: tests that are planned or running; the test itself may be among them
 * @public
 */
export function scheduleConflicts(
  test: Pick<PlannedTest, 'startsAt' | 'endsAt' | 'entities' | 'people'> & {
    id?: string;
    environment?: TestEnvironment;
  },
  options: {
    others: readonly PlannedTest[];
    policy: ContinuityPolicy;
    now: string;
  },
): FoundConflict[] {
  const { others, policy, now } = options;
  const span = { from: test.startsAt, to: test.endsAt };
  const found: FoundConflict[] = [];
  if (span.from < now) {
    const to = span.to < now ? span.to : now;
    found.push({
      kind: 'past',
      refs: [],
      test: null,
      title: null,
      from: span.from,
      to,
    });
  }
  for (const other of others) {
    if (other.id === test.id) continue;
    const common = overlap(span, { from: other.startsAt, to: other.endsAt });
    if (!common) continue;
    for (const [kind, refs] of [
      ['entity', shared(test.entities, other.entities)],
      ['participant', shared(test.people, other.people)],
    ] as const) {
      if (refs.length === 0) continue;
      found.push({ kind, refs, test: other, title: null, ...common });
    }
  }
  return test.environment === undefined || test.environment === 'production'
    ? [...found, ...policyConflicts(span, policy)]
    : found;
}
