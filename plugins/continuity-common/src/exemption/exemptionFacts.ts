import { coversRequirement } from './exemptionRequirement';

/**
 * An approved exemption, as an assessment knows it. It holds while `startsAt <= now < endsAt`, both ISO instants in UTC: `startsAt` is never before its approval, and
 * `endsAt` is when it was ended where somebody ended it early.
 *
 * @public
 */
export interface ExemptionFacts {
  id: string;
  requirement: string;
  reason: string;
  startsAt: string;
  endsAt: string;
}

/**
 * Whether an exemption holds at a moment.
 *
 * @public
 */
export function exemptionHolds(
  { startsAt, endsAt }: Pick<ExemptionFacts, 'startsAt' | 'endsAt'>,
  now: string,
): boolean {
  return startsAt <= now && now < endsAt;
}

/**
 * The exemption that covers a gap now, if any: of several the one that ends last. `changesAt` is the first moment after now at which time alone gives
 * another answer, null if never.
 */
export function exemptionFrom(
  requirement: string,
  exemptions: readonly ExemptionFacts[],
  now: string,
): { holding: ExemptionFacts | null; changesAt: string | null } {
  const covering = exemptions.filter(each =>
    coversRequirement(each.requirement, requirement),
  );
  let holding: ExemptionFacts | null = null;
  for (const each of covering) {
    if (!exemptionHolds(each, now)) continue;
    if (!holding || isAfter(each, holding)) holding = each;
  }
  let changesAt = holding?.endsAt ?? null;
  for (const { startsAt, endsAt, id } of covering) {
    const takesOver =
      startsAt > now &&
      startsAt < endsAt &&
      (!holding || isAfter({ endsAt, id }, holding));
    if (takesOver && (changesAt === null || startsAt < changesAt)) {
      changesAt = startsAt;
    }
  }
  return { holding, changesAt };
}

function isAfter(
  one: Pick<ExemptionFacts, 'endsAt' | 'id'>,
  other: Pick<ExemptionFacts, 'endsAt' | 'id'>,
): boolean {
  return one.endsAt === other.endsAt
    ? one.id > other.id
    : one.endsAt > other.endsAt;
}
