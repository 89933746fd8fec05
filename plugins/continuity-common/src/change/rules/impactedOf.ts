import type { ChangeFacts } from '../changeFacts';
import type { ImpactEffect } from '../impactEffect';

const order: ImpactEffect[] = ['touched', 'affected', 'system', 'degraded'];

/** Of some entities the one that is hit most, then nearest, then first by ref; and how many are hit. Undefined: none. */
export function impactedOf(
  refs: readonly string[],
  { impact }: Pick<ChangeFacts, 'impact'>,
): { entityRef: string; isDegraded: boolean; count: number } | undefined {
  const hit = [...new Set(refs)].flatMap(entityRef => {
    const effect = impact.effectOn(entityRef);
    if (!effect) return [];
    return [
      {
        entityRef,
        rank: order.indexOf(effect),
        distance: impact.pathOf(entityRef)!.length,
        isDegraded: effect === 'degraded',
      },
    ];
  });
  const [first] = hit.sort(
    (a, b) =>
      a.rank - b.rank ||
      a.distance - b.distance ||
      (a.entityRef < b.entityRef ? -1 : 1),
  );
  if (!first) return undefined;
  const { entityRef, isDegraded } = first;
  return { entityRef, isDegraded, count: hit.length };
}
