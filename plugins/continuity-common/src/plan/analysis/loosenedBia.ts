import type { ContinuityPolicy } from '../../policy/policy';
import { durationSeconds } from '../../terms/durationSeconds';
import type { BiaResult, LoosenedBiaField } from './bia';
import { recommendTier } from './recommendTier';

function isLonger(before: string | null, after: string | null): boolean {
  if (before === null) return false;
  return after === null || durationSeconds(after) > durationSeconds(before);
}

/** `none` ("holds no data") demands nothing, so that it is looser than any time. */
function isLooserRpo(before: string | null, after: string | null): boolean {
  if (before === null || before === 'none') return false;
  return after === 'none' || isLonger(before, after);
}

/**
 * What a new analysis asks less of than the one before it: a longer or no MTPD, a longer RPO, a less critical tier. Nobody gets rid of duties
 * alone (DOMAIN.md §1), so such an analysis waits for a second person.
 *
 * @param options - `wrt`: the entity's effective work recovery time; both analyses are compared under the policy of now
 * @public
 */
export function loosenedBia(
  before: BiaResult,
  after: BiaResult,
  options: { policy: ContinuityPolicy; wrt: string | null },
): LoosenedBiaField[] {
  const loosened: LoosenedBiaField[] = [];
  if (isLonger(before.mtpd, after.mtpd)) loosened.push('mtpd');
  if (isLooserRpo(before.rpo, after.rpo)) loosened.push('rpo');
  const rankOf = (result: BiaResult) => {
    const recommended = recommendTier(result, options);
    if (!recommended) return undefined;
    return options.policy.tiers.findIndex(({ id }) => id === recommended.tier);
  };
  const [tierBefore, tierAfter] = [rankOf(before), rankOf(after)];
  if (
    tierBefore !== undefined &&
    (tierAfter === undefined || tierAfter > tierBefore)
  ) {
    loosened.push('tier');
  }
  return loosened;
}
