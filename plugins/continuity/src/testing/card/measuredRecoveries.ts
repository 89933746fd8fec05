import type { ResultGlance } from 'backstage-plugin-continuity-common';
import { secondsOf, type MeasuredRecovery } from '../../profile/objective';

/** A measured recovery with the result it comes from. */
export interface DatedRecovery extends MeasuredRecovery {
  result: ResultGlance;
  /** Seconds; null where there was no target. */
  target: number | null;
}

/**
 * The measured recovery times of an entity, oldest first. One is missed when it took longer than the target of its day, or than the one of now:
 * loosening a target improves no result.
 */
export function measuredRecoveries(
  history: readonly ResultGlance[],
  rto: number | null,
): DatedRecovery[] {
  return [...history]
    .sort((a, b) => Date.parse(a.heldAt) - Date.parse(b.heldAt))
    .flatMap(result => {
      const { rtaSeconds: seconds } = result;
      if (seconds === null) return [];
      const target = secondsOf(result.rto);
      const targets = [target, rto].filter(
        (each): each is number => each !== null,
      );
      const missed = targets.some(each => seconds > each);
      return [{ result, seconds, target, missed }];
    });
}
