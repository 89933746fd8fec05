import type { ReferenceGraph } from './ReferenceGraph';

/** Wave by wave: what needs nothing that is not up yet, but for those that it needs in a circle. */
export function naiveWaves(
  reference: ReferenceGraph,
  refs: string[],
  outage: number | undefined,
): string[][] {
  const closures = reference.closures(outage);
  const cycleOf = (ref: string) =>
    reference.refs.filter(
      other =>
        other === ref ||
        (closures.get(ref)!.has(other) && closures.get(other)!.has(ref)),
    );
  const open = new Set(refs.flatMap(ref => [ref, ...closures.get(ref)!]));
  const waves: string[][] = [];
  while (open.size > 0) {
    const wave = [...open].filter(ref =>
      cycleOf(ref).every(member =>
        reference
          .needsOf(member, outage)
          .every(need => !open.has(need) || cycleOf(ref).includes(need)),
      ),
    );
    waves.push(
      [...new Set(wave.map(ref => cycleOf(ref).join('+')))].sort((a, b) =>
        a.split('+')[0] < b.split('+')[0] ? -1 : 1,
      ),
    );
    for (const ref of wave) open.delete(ref);
  }
  return waves;
}
