import type { ConcentrationEntry } from '../recovery/Concentration';
import type { RecoveryFacts } from '../recovery/RecoveryColumns';
import type { ReferenceGraph } from './ReferenceGraph';

/** The ranking by the definition: goes through what each entity needs, one by one. */
export function naiveConcentration(
  reference: ReferenceGraph,
  options: {
    tiers: string[];
    factsOf: (ref: string) => RecoveryFacts | undefined;
    outage?: number;
  },
): ConcentrationEntry[] {
  const { tiers, factsOf, outage } = options;
  const counts = new Map(reference.refs.map(ref => [ref, tiers.map(() => 0)]));
  for (const ref of reference.refs) {
    const { tier, inScope } = factsOf(ref) ?? {};
    if (!reference.rows.has(ref) || !tier || !inScope) continue;
    for (const need of reference.closureOf(ref, outage)) {
      if (need !== ref) counts.get(need)![tiers.indexOf(tier)]++;
    }
  }
  return [...counts]
    .map(([ref, byTier]) => ({
      ref,
      total: byTier.reduce((sum, count) => sum + count, 0),
      byTier: Object.fromEntries(
        tiers.map((tier, index) => [tier, byTier[index]]),
      ),
    }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => {
      const order = tiers
        .map(tier => b.byTier[tier] - a.byTier[tier])
        .find(difference => difference !== 0);
      return order ?? (a.ref < b.ref ? -1 : 1);
    });
}
