import { lastDayBefore } from '../../terms/dayInZone';
import type { GapRule } from '../assessmentContext';

/** Emergency changes that touched the entity, and whose review after the fact is overdue (DOMAIN.md §7). */
export const changeGaps: GapRule = ({ facts, policy }) =>
  (facts.changeReviews ?? []).map(({ changeId, title, dueAt }) => ({
    code: 'change-review-overdue',
    requirement: `change:${changeId}`,
    params: {
      changeId,
      change: title,
      dueOn: lastDayBefore(dueAt, policy.timeZone),
    },
    since: dueAt,
    dueBy: dueAt,
  }));
