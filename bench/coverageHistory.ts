import type { Knex } from 'knex';
import { assessmentColumns } from '../plugins/continuity-backend/src/assessment/assessmentRow';
import { refreshStatistics } from '../plugins/continuity-backend/src/database/refreshStatistics';

const WEEK = 7 * 86_400_000;
const WEEKS = 4;

/** The moment in the middle of a week so many weeks ago. */
export function weeksAgo(weeks: number): string {
  return new Date(Date.now() - (weeks - 0.5) * WEEK).toISOString();
}

/** Gives every entity a life of some weeks: each week it was something else, and this week it is what it is. */
export async function addHistory(knex: Knex): Promise<void> {
  const now = Date.now();
  const began = (weeks: number) => new Date(now - weeks * WEEK).toISOString();
  await knex('policy_versions').update({ valid_from: began(WEEKS + 1) });
  await knex('assessments')
    .whereNull('valid_to')
    .update({ valid_from: began(1) });
  const kept = Object.keys(assessmentColumns).filter(
    column =>
      !['valid_from', 'valid_to', 'next_change_at', 'urgency'].includes(column),
  );
  const columns = kept.join(', ');
  for (let week = 1; week <= WEEKS; week++) {
    await knex.raw(
      `insert into assessments (${columns}, valid_from, valid_to, urgency)
       select ${columns}, ?, ?, urgency + ${week} from assessments where valid_to is null`,
      [began(week + 1), began(week)],
    );
  }
  await refreshStatistics(knex);
}
