import type { ReferenceGraph } from '../../dependency/__testUtils__/ReferenceGraph';
import type { ImpactEffect } from '../impactEffect';

interface Found {
  effect: ImpactEffect;
  path: string[];
}

const kindOf = (ref: string) => ref.slice(0, ref.indexOf(':'));

function shorter(a: string[], b: string[]): boolean {
  if (a.length !== b.length) return a.length < b.length;
  return a.join('\n') < b.join('\n');
}

/**
 * DOMAIN.md §7 "Impacted" read aloud: for each entity every way to what is touched is tried. Slow, on strings, without a thing in common with the
 * walk that it is compared with.
 */
export function naiveImpact(
  reference: ReferenceGraph,
  options: { touched: readonly string[]; windowSeconds: number },
): Map<string, Found> {
  const { windowSeconds: window } = options;
  const touched = new Set(options.touched);
  // Whatever its kind: catalogs hold everything
  const apis = [...touched].filter(
    ref => reference.providersOf(ref).length > 0,
  );
  /** What it needs hard for so long; a touched API stands for itself. */
  const needsOf = (ref: string): string[] => {
    const own = reference.needsOf(ref, window);
    const hardApis = apis.filter(
      api =>
        ref !== api &&
        reference.apisOf(ref).includes(api) &&
        reference.endures(ref, api) < window,
    );
    return [...new Set([...own, ...hardApis])];
  };
  const softNeedsOf = (ref: string): string[] => {
    const hard = needsOf(ref);
    const softApis = apis.filter(
      api => ref !== api && reference.apisOf(ref).includes(api),
    );
    return [...new Set([...reference.softOf(ref), ...softApis])].filter(
      other => !hard.includes(other),
    );
  };

  const found = new Map<string, Found>();
  const pathFrom = (start: string): string[] | undefined => {
    // Breadth first over whole paths, so that the shortest and first by ref is kept for each
    let paths: string[][] = [[start]];
    const seen = new Set<string>([start]);
    while (paths.length > 0) {
      const ends = paths.filter(path => touched.has(path[path.length - 1]));
      if (ends.length > 0) {
        return ends.reduce((a, b) => (shorter(b, a) ? b : a));
      }
      const next = new Map<string, string[]>();
      for (const path of paths) {
        for (const need of needsOf(path[path.length - 1])) {
          if (seen.has(need)) continue;
          const longer = [...path, need];
          const known = next.get(need);
          if (!known || shorter(longer, known)) next.set(need, longer);
        }
      }
      for (const ref of next.keys()) seen.add(ref);
      paths = [...next.values()];
    }
    return undefined;
  };

  const all = new Set([...reference.refs, ...touched]);
  for (const ref of all) {
    if (touched.has(ref)) {
      found.set(ref, { effect: 'touched', path: [ref] });
      continue;
    }
    const path = pathFrom(ref);
    if (path) found.set(ref, { effect: 'affected', path });
  }
  const hard = new Set(found.keys());
  for (const [ref, each] of found) {
    if (each.effect !== 'affected' || kindOf(ref) !== 'system') continue;
    if (reference.partsOf(ref).some(part => hard.has(part))) {
      each.effect = 'system';
    }
  }
  for (const api of [...touched].filter(ref => kindOf(ref) === 'api').sort()) {
    for (const system of reference.systemsOfApi(api)) {
      if (found.has(system)) continue;
      if (!reference.refs.includes(system)) continue;
      found.set(system, { effect: 'system', path: [system, api] });
    }
  }
  for (const ref of all) {
    if (found.has(ref)) continue;
    const ways = softNeedsOf(ref)
      .filter(need => hard.has(need))
      .map(need => [ref, ...found.get(need)!.path]);
    if (ways.length === 0) continue;
    found.set(ref, {
      effect: 'degraded',
      path: ways.reduce((a, b) => (shorter(b, a) ? b : a)),
    });
  }
  return found;
}
