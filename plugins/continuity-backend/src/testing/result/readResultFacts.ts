import type { ResultFacts } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { whereInList } from '../../database/whereInList';
import { namesOfTested } from './namesOfTested';
import { type ResultRow, toResult } from '../testRows';

/** Results `r` of completed tests `t`. */
export function completedResults(knex: Knex): Knex.QueryBuilder {
  return knex('test_results as r')
    .join('tests as t', 't.id', 'r.test_id')
    .where('t.state', 'completed');
}

/**
 * Results of completed tests, by entity, oldest first. Entities without any are left out.
 *
 * @param options - `newest`: only that many rows, the latest
 */
export async function readResultFacts(
  knex: Knex,
  refs: string[],
  options: { newest?: number } = {},
): Promise<Map<string, ResultFacts[]>> {
  const names = await namesOfTested(knex, refs);
  const rows: Array<
    ResultRow & {
      title: string;
      depth: ResultFacts['depth'];
      environment: ResultFacts['environment'];
      origin: ResultFacts['origin'];
      held_at: string;
      held_precision: ResultFacts['heldPrecision'];
      entered_afterwards: boolean | number;
      reviewed_at: string | null;
    }
  > = await whereInList(
    completedResults(knex)
      .orderBy([
        { column: 't.held_at', order: 'desc' },
        { column: 'r.test_id', order: 'desc' },
      ])
      .modify(query => {
        if (options.newest !== undefined) query.limit(options.newest);
      })
      .select(
        'r.*',
        't.title',
        't.depth',
        't.environment',
        't.origin',
        't.held_at',
        't.held_precision',
        't.entered_afterwards',
        't.reviewed_at',
      ),
    'r.entity_ref',
    names.keys(),
  );
  const found = new Map<string, ResultFacts[]>();
  for (const row of rows.reverse()) {
    const { entityRef, measure, targets, testedSteps, ...result } =
      toResult(row);
    // completed tests have all of these
    if (result.outcome === null || !measure || !targets) continue;
    const facts: ResultFacts = {
      testId: result.testId,
      title: row.title,
      depth: row.depth,
      outcome: result.outcome,
      heldAt: row.held_at,
      heldPrecision: row.held_precision,
      environment: row.environment,
      partial: result.partial,
      restoredFromBackup: result.restoredFromBackup,
      origin: row.origin,
      enteredAfterwards: Boolean(row.entered_afterwards),
      rtaSeconds: measure.rtaSeconds,
      rpaSeconds: measure.rpaSeconds,
      ownSeconds: measure.ownSeconds,
      reviewedAt: row.reviewed_at,
      targets,
      // as measured: an invocation without a time of recovery was not back
      recovered: measure.reasons.includes('not-recovered')
        ? false
        : result.recovered,
      deliveredPercent: result.deliveredPercent,
      levelMet: result.levelMet,
      plans: testedSteps,
    };
    const ref = names.get(entityRef)!;
    const list = found.get(ref);
    if (list) list.push(facts);
    else found.set(ref, [facts]);
  }
  return found;
}
