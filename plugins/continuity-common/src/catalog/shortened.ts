import type { JsonValue } from '@backstage/types';

/** Room for the longest value that is ever read, a list of some hundred refs. Specs of 76 KB do occur. */
const MOST_CHARACTERS = 32_768;

/**
 * A value that is small enough to be kept for every entity of a catalog: a longer text is cut, a larger list or section is emptied (so that it still
 * exists, and is still no text).
 */
export function shortened<Value extends JsonValue>(value: Value): Value {
  if (typeof value === 'string') {
    return (
      value.length > MOST_CHARACTERS ? value.slice(0, MOST_CHARACTERS) : value
    ) as Value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (JSON.stringify(value).length <= MOST_CHARACTERS) return value;
  return (Array.isArray(value) ? [] : {}) as unknown as Value;
}
