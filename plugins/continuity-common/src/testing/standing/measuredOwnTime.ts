import { isMeasuringDepth } from '../testDepth';
import type { ResultFacts } from './testFacts';

/**
 * The entity's own recovery time in seconds, from its latest measuring test (DOMAIN.md §6); null where none tells. Of tests at the same moment the
 * longest counts.
 *
 * A test in which it did not come back says that the earlier times don't hold: then nothing is known from tests. One without times says nothing.
 *
 * @public
 */
export function measuredOwnTime(
  results: ReadonlyArray<
    Pick<
      ResultFacts,
      'depth' | 'heldAt' | 'ownSeconds' | 'recovered' | 'outcome'
    >
  >,
): number | null {
  let latest: { heldAt: string; seconds: number | null } | null = null;
  for (const result of results) {
    if (!isMeasuringDepth(result.depth)) continue;
    const { heldAt, ownSeconds, recovered, outcome } = result;
    const isLost =
      recovered === false || (outcome === 'failed' && ownSeconds === null);
    if (ownSeconds === null && !isLost) continue;
    const seconds = isLost ? null : ownSeconds;
    if (latest === null || heldAt > latest.heldAt) {
      latest = { heldAt, seconds };
    } else if (heldAt === latest.heldAt) {
      latest.seconds =
        seconds === null || latest.seconds === null
          ? null
          : Math.max(seconds, latest.seconds);
    }
  }
  return latest?.seconds ?? null;
}
