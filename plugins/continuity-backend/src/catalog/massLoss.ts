import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';

/** How much of the mirror a sweep did not find again. Owners are users and groups; entities are all others. */
export interface Loss {
  ownersGone: number;
  ownersBefore: number;
  entitiesGone: number;
  entitiesBefore: number;
}

/** A single entity is never much at once, however small the catalog: somebody has deleted it. */
const FEWEST = 2;

/**
 * Why a loss is too much at once to be taken as truth (DOMAIN.md §9); null if it is not.
 *
 * Much is more than the policy's share and at least two, or all there was.
 */
export function describeMassLoss(
  loss: Loss,
  limits: ContinuityPolicy['massLoss'],
): string | null {
  const parts = [
    isMuch(loss.ownersGone, loss.ownersBefore, limits.owners) &&
      `${loss.ownersGone} of ${loss.ownersBefore} users and groups`,
    isMuch(loss.entitiesGone, loss.entitiesBefore, limits.entities) &&
      `${loss.entitiesGone} of ${loss.entitiesBefore} entities`,
  ].filter(part => part !== false);
  return parts.length === 0
    ? null
    : `${parts.join(' and ')} were gone in one read of the catalog`;
}

function isMuch(gone: number, before: number, limit: number): boolean {
  if (gone === 0) return false;
  return gone === before || (gone >= FEWEST && gone > limit * before);
}
