import {
  protectionCode,
  type DependencyGraph,
  type PlanProtection,
} from 'backstage-plugin-continuity-common';
import type { RecoveryFactsRow } from './RecoveryFactsStore';

/** By node of a graph, how each entity stands to plans; of what is out of scope nothing is said. */
export function planProtections(
  graph: DependencyGraph,
  options: {
    factsOf: (ref: string) => RecoveryFactsRow | null | undefined;
    /** Those that a plan in force covers. */
    covered: ReadonlySet<string>;
  },
): Uint8Array {
  const { factsOf, covered } = options;
  const codes = new Uint8Array(graph.size);
  for (let node = 0; node < graph.size; node++) {
    const ref = graph.refOf(node);
    const facts = factsOf(ref);
    if (!facts?.in_scope) continue;
    let protection: PlanProtection = covered.has(ref) ? 'covered' : 'missing';
    if (facts.tier === null) protection = 'tierless';
    else if (!facts.requires_plan) protection = 'not-required';
    codes[node] = protectionCode(protection, true);
  }
  return codes;
}
