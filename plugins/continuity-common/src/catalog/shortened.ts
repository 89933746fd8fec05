import type { JsonValue } from '@backstage/types';
import { storable } from '../terms/storable';

/** Room for the longest value that is ever read, a list of some hundred refs. Specs of 76 KB do occur. */
const MOST_CHARACTERS = 32_768;

/**
 * A value that can be kept for every entity of a catalog: a longer text is cut, a larger list or section is emptied (so that it still exists, and is
 * still no text), and what no database takes is replaced.
 */
export function shortened<Value extends JsonValue>(value: Value): Value {
  if (typeof value === 'string') {
    // cut first: the cut may go through a character
    return storable(value.slice(0, MOST_CHARACTERS)) as Value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (JSON.stringify(value).length <= MOST_CHARACTERS) return storable(value);
  return (Array.isArray(value) ? [] : {}) as unknown as Value;
}
