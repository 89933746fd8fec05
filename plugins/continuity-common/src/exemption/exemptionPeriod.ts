import { DateTime } from 'luxon';
import { exemptionPolicy } from '../policy/exemptionPolicy';
import type { ContinuityPolicy } from '../policy/policy';
import { advance } from '../terms/calendarSteps';
import { dayInZone, endOfDay } from '../terms/dayInZone';
import { parseDeadline } from '../terms/deadline';

/** When an exemption holds, as ISO instants in UTC, or what is wrong with what was asked for. @public */
export type ParsedExemptionPeriod =
  | { ok: true; startsAt: string; endsAt: string; until: string }
  | { ok: false; issues: Array<{ field: 'from' | 'until'; message: string }> };

/**
 * The last day on which an exemption may end that starts at a moment, in the policy's zone.
 *
 * @public
 */
export function latestExemptionDay(
  policy: ContinuityPolicy,
  startsAt: string,
): string {
  const { longest } = exemptionPolicy(policy);
  return exemptionDayAfter(startsAt, { longest, timeZone: policy.timeZone });
}

/**
 * As {@link latestExemptionDay}, for whoever knows of the policy only how long an exemption may last. A start that is a day begins with it.
 *
 * @public
 */
export function exemptionDayAfter(
  start: string,
  options: { longest: string; timeZone: string },
): string {
  const { longest, timeZone } = options;
  const startsAt = /^\d{4}-\d{2}-\d{2}$/.test(start)
    ? startOfDay(start, timeZone)
    : start;
  return dayInZone(advance(startsAt, longest, timeZone), timeZone);
}

/**
 * Reads from when until when somebody wants to be exempt. `until` is a day, which ends at its end in the policy's zone, or an instant; `from` a day, which starts at its
 * beginning, or an instant; without one, and never before, it is `now`.
 *
 * @returns `until` as it was meant: a day stays a day
 * @public
 */
export function parseExemptionPeriod(
  asked: { from?: string; until: string },
  options: { policy: ContinuityPolicy; now: string },
): ParsedExemptionPeriod {
  const { policy, now } = options;
  const { timeZone } = policy;
  const refuse = (field: 'from' | 'until', message: string) => ({
    ok: false as const,
    issues: [{ field, message }],
  });
  const from =
    asked.from === undefined ? undefined : parseDeadline(asked.from, timeZone);
  if (from && !from.ok) return refuse('from', from.message);
  const until = parseDeadline(asked.until, timeZone);
  if (!until.ok) return refuse('until', until.message);

  let startsAt = now;
  if (from) {
    const begin = from.dateOnly
      ? startOfDay(asked.from!, timeZone)
      : from.instant;
    if (begin > now) startsAt = begin;
  }
  const endsAt = until.instant;
  if (endsAt <= now) {
    return refuse(
      'until',
      'This is past. Write when the exemption ends: a day from today on, or a later instant.',
    );
  }
  if (endsAt <= startsAt) {
    return refuse('until', 'It would end before it starts. Write a later end.');
  }
  const latest = latestExemptionDay(policy, startsAt);
  if (endsAt > endOfDay(latest, timeZone)) {
    const { longest } = exemptionPolicy(policy);
    return refuse(
      'until',
      `An exemption lasts at most ${longest} by the policy. Write ${latest} or an earlier day; it can be renewed.`,
    );
  }
  return {
    ok: true,
    startsAt,
    endsAt,
    until: until.dateOnly ? asked.until.trim() : until.instant,
  };
}

function startOfDay(day: string, zone: string): string {
  const start = DateTime.fromISO(day.trim(), { zone }).startOf('day');
  return new Date(start.toMillis()).toISOString();
}
