import type { RecoveryFacts } from '../recovery/RecoveryColumns';
import type { ReferenceGraph } from './ReferenceGraph';

/** The definition, by recursion over who needs whom. */
export function naiveExpected(
  reference: ReferenceGraph,
  factsOf: (ref: string) => RecoveryFacts | undefined,
  outage?: number,
) {
  const ownOf = (ref: string) => {
    if (!reference.rows.has(ref)) return undefined;
    const own = factsOf(ref)?.ownTime;
    if (ref.startsWith('system:') && own?.source !== 'measured') return 0;
    return own?.seconds;
  };
  const closures = reference.closures(outage);
  const known = new Map<string, number>();
  const secondsOf = (ref: string): number => {
    if (known.has(ref)) return known.get(ref)!;
    const cycle = reference.refs.filter(
      other =>
        other === ref ||
        (closures.get(ref)!.has(other) && closures.get(other)!.has(ref)),
    );
    const own = cycle.reduce((sum, other) => sum + (ownOf(other) ?? 0), 0);
    const longest = cycle
      .flatMap(other => reference.needsOf(other, outage))
      .filter(other => !cycle.includes(other))
      .reduce((most, other) => Math.max(most, secondsOf(other)), 0);
    known.set(ref, own + longest);
    return own + longest;
  };
  return (ref: string) => ({
    seconds: secondsOf(ref),
    atLeast: [ref, ...closures.get(ref)!].some(
      other => ownOf(other) === undefined,
    ),
  });
}
