import type { Condensation } from './condense';
import type { DependencyDirection } from './Reach';

/** Marks with 1 every component that one component needs, or that needs it; itself too. */
export function componentsAlong(
  condensation: Condensation,
  component: number,
  direction: DependencyDirection,
): Uint8Array {
  const { count, needs, needsOffsets } = condensation;
  const along = new Uint8Array(count);
  along[component] = 1;
  if (direction === 'needs') {
    // What is needed has the smaller number, so one pass downwards finds all of it
    for (let c = component; c >= 0; c--) {
      if (along[c] === 0) continue;
      for (let at = needsOffsets[c]; at < needsOffsets[c + 1]; at++) {
        along[needs[at]] = 1;
      }
    }
    return along;
  }
  for (let c = component + 1; c < count; c++) {
    for (let at = needsOffsets[c]; at < needsOffsets[c + 1]; at++) {
      if (along[needs[at]] === 1) {
        along[c] = 1;
        break;
      }
    }
  }
  return along;
}
