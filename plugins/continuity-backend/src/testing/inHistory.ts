import type { StoredResult } from './result/StoredResult';
import type { StoredTest } from './StoredTest';

/** What history says of a test that was begun. */
export function afterOf({ contents, origin, heldAt, startedAt }: StoredTest) {
  const { title, depth, environment, entities, schedule } = contents;
  return {
    title,
    depth,
    environment,
    entities,
    schedule,
    origin,
    ...((heldAt ?? startedAt) && { heldAt: heldAt ?? startedAt }),
  };
}

/** What history keeps of a result. */
export function said(result: StoredResult | undefined) {
  if (!result) return null;
  const { times, outcome, recovered, deliveredPercent, targets } = result;
  const { rtaSeconds = null, rpaSeconds = null } = result.measure ?? {};
  return {
    outcome,
    times,
    recovered,
    deliveredPercent,
    rtaSeconds,
    rpaSeconds,
    targets,
  };
}
