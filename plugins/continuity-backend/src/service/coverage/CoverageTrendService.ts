import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  continuityStatuses,
  coverageMove,
  coverageMoveCauses,
  endOfDayInZone,
  type ContinuityPolicy,
  type CoverageTrend,
  type CoverageTrendQuery,
} from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { CoverageGroupQueries } from '../../coverage/CoverageGroupQueries';
import {
  CountedMove,
  CoverageTrendQueries,
} from '../../coverage/CoverageTrendQueries';
import type { PastReader } from '../../coverage/PastReader';
import { noCounts, type StatusCounts } from '../../coverage/statusCounts';
import type { PolicyVersionStore } from '../../policy/PolicyVersionStore';
import { CoverageScope } from './CoverageScope';

/** More than that nobody reads in one picture. */
const MOST_POINTS = 60;
/** Where nobody asks for another range. */
const USUAL_STEPS = 13;
/** Fewer weeks make no line; then the days are shown. */
const FEWEST_WEEKS = 4;

type Step = CoverageTrend['step'];

interface Options {
  scope: CoverageScope;
  groups: CoverageGroupQueries;
  trends: CoverageTrendQueries;
  past: PastReader;
  versions: PolicyVersionStore;
  policy: ContinuityPolicy;
  clock: () => Date;
}

interface Point {
  at: string;
  day: string;
}

/** How coverage came about: counts at the ends of days, weeks or months, and why they changed in between. */
export class CoverageTrendService {
  readonly #options: Options;

  static create(options: Options) {
    return new CoverageTrendService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async trend(
    query: CoverageTrendQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<CoverageTrend> {
    const { scope, policy, trends, groups, versions } = this.#options;
    const { rows } = await scope.resolve({}, { credentials });
    const { step, points } = await this.#points(query);
    const moments = points.map(({ at }) => at);
    const [moves, first] = await Promise.all([
      moments.length < 2
        ? []
        : trends.moves({
            moments,
            policyMoments: (await versions.versions()).map(({ from }) => from),
            visibility: rows.visibility,
          }),
      groups.counts({
        ...rows,
        filters: { status: [...continuityStatuses] },
        asOf: moments[0],
      }),
    ]);
    const state = first.get(null) ?? noCounts();
    return {
      step,
      timeZone: policy.timeZone,
      points: points.map((point, index) => {
        if (index > 0) {
          for (const move of moves) {
            if (move.step === index - 1) apply(state, move);
          }
        }
        return { ...point, counts: { ...state.counts }, late: state.late };
      }),
      moves: points.slice(1).map((point, index) => ({
        from: points[index].at,
        to: point.at,
        causes: causesOf(moves.filter(move => move.step === index)),
      })),
    };
  }

  async #points(
    query: CoverageTrendQuery,
  ): Promise<{ step: Step; points: Point[] }> {
    const { policy, past, clock } = this.#options;
    const now = clock().toISOString();
    const zone = policy.timeZone;
    const today = DateTime.fromISO(now, { zone }).toISODate()!;
    const installedAt = await past.installedAt();
    const to = query.to ?? today;
    assertDays({ ...query, to, today });
    const daysBack = (step: Step): Point[] => {
      const points: Point[] = [];
      for (let index = 0; index <= MOST_POINTS; index++) {
        const day = DateTime.fromISO(to, { zone })
          .minus({ [`${step}s`]: index })
          .toISODate()!;
        const at =
          day === today
            ? now
            : new Date(Date.parse(endOfDayInZone(day, zone)) - 1).toISOString();
        const isOver = query.from ? day < query.from : index > USUAL_STEPS;
        if (isOver || at < installedAt) break;
        points.unshift({ at, day });
      }
      return points;
    };
    const weeks = daysBack(query.step ?? 'week');
    const useDays = query.step === undefined && weeks.length < FEWEST_WEEKS;
    const points = useDays ? daysBack('day') : weeks;
    if (points.length > MOST_POINTS) {
      throw new WrongFieldsError([
        {
          path: 'from',
          message: `That is more than ${MOST_POINTS} points. Begin later, or take longer steps.`,
        },
      ]);
    }
    if (points.length === 0) {
      throw new WrongFieldsError([
        {
          path: 'to',
          message: `Nothing is known of ${to}: records begin at ${installedAt}.`,
        },
      ]);
    }
    return { step: useDays ? 'day' : query.step ?? 'week', points };
  }
}

function assertDays(days: { from?: string; to: string; today: string }): void {
  const { from, to, today } = days;
  const issues = [
    ...(['from', 'to'] as const).flatMap(path => {
      const day = days[path];
      return day === undefined || DateTime.fromISO(day).isValid
        ? []
        : [{ path, message: `${day} is no day of the calendar.` }];
    }),
    ...(to > today ? [{ path: 'to', message: `${to} is in the future.` }] : []),
    ...(from !== undefined && from > to
      ? [{ path: 'from', message: `It is after ${to}, the last day.` }]
      : []),
  ];
  if (issues.length > 0) throw new WrongFieldsError(issues);
}

function apply(
  state: StatusCounts,
  { before, after, count }: CountedMove,
): void {
  if (before) {
    state.counts[before.status] -= count;
    if (before.late) state.late -= count;
  }
  if (after) {
    state.counts[after.status] += count;
    if (after.late) state.late += count;
  }
}

function causesOf(
  moves: CountedMove[],
): CoverageTrend['moves'][number]['causes'] {
  const causes = Object.fromEntries(
    coverageMoveCauses.map(cause => [cause, { better: 0, worse: 0, same: 0 }]),
  ) as CoverageTrend['moves'][number]['causes'];
  for (const { before, after, policyChanged, count } of moves) {
    const move = coverageMove(before, after, { policyChanged });
    if (move) causes[move.cause][move.direction] += count;
  }
  return causes;
}
