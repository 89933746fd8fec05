import { requirementsOverlap } from './exemptionRequirement';

/**
 * An exemption that was approved once, as far as counting needs it. Moments are ISO, UTC.
 *
 * @public
 */
export interface EarlierExemption {
  id: string;
  requirement: string;
  startsAt: string;
  endsAt: string;
  /** The how manieth renewal it is; 0: the first one. */
  renewal: number;
}

/** Whoever asks again within this time goes on being exempt: a pause of a day does not begin a new count. */
const PAUSE_DAYS = 90;
const A_DAY = 86_400_000;

/**
 * Which renewal an exemption is, and of which one: it renews what was approved before of the same entity for the same requirement, or a part of it, and
 * ended less than 90 days before the new one starts, whether somebody says so or not. 0 and null for the first one.
 *
 * @param earlier - all exemptions of the entity that were approved, others than the new one
 * @public
 */
export function countRenewals(
  exemption: { requirement: string; startsAt: string },
  earlier: readonly EarlierExemption[],
): { renewal: number; renews: string | null } {
  const from = Date.parse(exemption.startsAt) - PAUSE_DAYS * A_DAY;
  let latest: EarlierExemption | undefined;
  for (const each of earlier) {
    // what was ended before it began exempted nobody
    if (each.endsAt <= each.startsAt || Date.parse(each.endsAt) < from)
      continue;
    if (!requirementsOverlap(each.requirement, exemption.requirement)) continue;
    const isMore =
      !latest ||
      each.renewal > latest.renewal ||
      (each.renewal === latest.renewal && each.endsAt > latest.endsAt);
    if (isMore) latest = each;
  }
  return latest
    ? { renewal: latest.renewal + 1, renews: latest.id }
    : { renewal: 0, renews: null };
}
