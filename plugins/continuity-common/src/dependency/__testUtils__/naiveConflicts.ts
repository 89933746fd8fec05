import type {
  ConflictTarget,
  RecoveryFacts,
} from '../recovery/RecoveryColumns';
import type { ReferenceGraph } from './ReferenceGraph';

/** What is compared with each other, by the definition. */
export function naiveCompared(
  reference: ReferenceGraph,
  factsOf: (ref: string) => RecoveryFacts | undefined,
  target: ConflictTarget,
) {
  const closures = reference.closures();
  const valueOf = (ref: string): number | undefined => {
    if (!reference.rows.has(ref)) return undefined;
    const facts = factsOf(ref);
    const value = target === 'rto' ? facts?.rtoSeconds : facts?.rpoSeconds;
    return value === 'none' ? undefined : value;
  };
  const comparable = (a: string, b: string) =>
    a !== b &&
    !reference.partsOf(a).includes(b) &&
    !reference.partsOf(b).includes(a) &&
    valueOf(a) !== undefined;
  const dependentsOf = (ref: string) =>
    reference.refs.filter(
      other => closures.get(other)!.has(ref) && comparable(other, ref),
    );
  const needsOf = (ref: string) =>
    reference.refs.filter(
      other => closures.get(ref)!.has(other) && comparable(other, ref),
    );
  return { valueOf, dependentsOf, needsOf };
}

/** The conflicts by the definition. */
export function naiveConflicts(
  refs: string[],
  compared: ReturnType<typeof naiveCompared>,
  target: ConflictTarget,
) {
  const { valueOf, dependentsOf } = compared;
  return refs.flatMap(ref => {
    const own = valueOf(ref);
    if (own === undefined) return [];
    const faster = dependentsOf(ref).filter(other => valueOf(other)! < own);
    if (faster.length === 0) return [];
    const demandedSeconds = Math.min(...faster.map(other => valueOf(other)!));
    const strictest = faster.filter(
      other => valueOf(other) === demandedSeconds,
    );
    return [
      {
        ref,
        target,
        seconds: own,
        demandedSeconds,
        demandedBy: strictest[0],
        demandedByCount: strictest.length,
        neededFasterBy: faster.length,
      },
    ];
  });
}
