import { parseTargetDuration } from './duration';

/** Targets come from a small set of texts; the limit only keeps strange input from growing the memory. */
const REMEMBERED = 10_000;
const remembered = new Map<string, number>();

/**
 * The seconds of a normalised ISO 8601 target, as profiles and policies hold it. Fast: made for assessing whole catalogs.
 *
 * @throws RangeError when the text is no target duration; `none` is not one.
 * @public
 */
export function durationSeconds(iso: string): number {
  const known = remembered.get(iso);
  if (known !== undefined) return known;
  const parsed = parseTargetDuration(iso);
  if (!parsed.ok) throw new RangeError(parsed.message);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(iso, parsed.seconds);
  return parsed.seconds;
}
