import type { Gap } from './gap';
import type { ContinuityStatus } from './status';

/**
 * The status of an entity, from its gaps alone (DOMAIN.md §8), the first that matches. Gaps that an exemption covers do not count;
 * where the rest would be met or not required only thanks to them, it is `exempt`. Informations never count.
 *
 * @public
 */
export function deriveStatus(
  gaps: Array<Pick<Gap, 'severity' | 'exemption'>>,
  entity: {
    inScope: boolean;
    /** The effective tier; null where there is none. */
    tier: string | null;
    /** Whether nothing at all is required of the entity. */
    tierRequiresNothing: boolean;
  },
): ContinuityStatus {
  if (!entity.inScope) return 'out-of-scope';
  if (entity.tier === null) return 'unassessed';
  const counting = gaps.filter(gap => gap.severity !== 'information');
  const open = counting.filter(gap => !gap.exemption);
  if (open.some(gap => gap.severity === 'critical')) return 'exposed';
  if (open.length > 0) return 'at-risk';
  if (counting.length > 0) return 'exempt';
  return entity.tierRequiresNothing ? 'not-required' : 'met';
}

/**
 * The status as if there were no exemptions.
 *
 * @public
 */
export function deriveUnderlyingStatus(
  gaps: Array<Pick<Gap, 'severity' | 'exemption'>>,
  entity: Parameters<typeof deriveStatus>[1],
): ContinuityStatus {
  return deriveStatus(
    gaps.map(({ severity }) => ({ severity })),
    entity,
  );
}
