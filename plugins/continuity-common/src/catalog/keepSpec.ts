import type { JsonObject, JsonValue } from '@backstage/types';
import { shortened } from './shortened';

/**
 * The part of a spec that lies on the paths, in its own shape. Keys may have dots themselves: a path finds them as filter predicates do.
 *
 * @param paths - sorted, so that a path comes before the paths below it
 */
export function keepSpec(
  spec: JsonObject | undefined,
  paths: readonly string[],
): JsonObject {
  const kept: JsonObject = {};
  if (!isObject(spec)) return kept;
  for (const path of paths) {
    const trail = findTrail(spec, path);
    if (trail) copyAlong(trail, spec, kept);
  }
  return kept;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function findTrail(source: JsonObject, path: string): string[] | undefined {
  if (Object.hasOwn(source, path) && source[path] !== undefined) return [path];
  for (const key of Object.keys(source)) {
    const below = path.startsWith(`${key}.`) ? source[key] : undefined;
    if (isObject(below)) {
      const rest = findTrail(below, path.slice(key.length + 1));
      if (rest) return [key, ...rest];
    }
  }
  return undefined;
}

function copyAlong(trail: string[], source: JsonObject, kept: JsonObject) {
  let from = source;
  let to = kept;
  for (const key of trail.slice(0, -1)) {
    const next = from[key] as JsonObject;
    if (!Object.hasOwn(to, key)) to[key] = {};
    // Kept whole by a shorter path
    if (to[key] === next) return;
    from = next;
    to = to[key] as JsonObject;
  }
  const last = trail[trail.length - 1];
  to[last] = shortened(from[last] as JsonValue);
}
