/** PostgreSQL takes neither, and refuses to look into JSON that has them, even in other words: one such text would break every answer about its entity. */
const NOT_STORABLE = /\0|\p{Surrogate}/u;

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/**
 * The value with NUL and halves of characters replaced by U+FFFD, in all texts and keys, however deep. The same value where there are none.
 *
 * @public
 */
export function storable<Value>(value: Value): Value {
  return replaced(value) as Value;
}

function replaced(value: unknown): unknown {
  if (typeof value === 'string') {
    return NOT_STORABLE.test(value)
      ? value.replace(new RegExp(NOT_STORABLE, 'gu'), '\ufffd')
      : value;
  }
  if (Array.isArray(value)) {
    const items = value.map(replaced);
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  if (!isPlain(value)) return value;
  const entries = Object.entries(value);
  const kept = entries.map(([key, inner]) => [replaced(key), replaced(inner)]);
  const isSame = kept.every(
    ([key, inner], at) => key === entries[at][0] && inner === entries[at][1],
  );
  return isSame ? value : Object.fromEntries(kept);
}
