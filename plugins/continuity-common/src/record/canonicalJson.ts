/**
 * Writes a value as canonical JSON: one text for one value, whatever the order in which its keys were set, so that texts can
 * be hashed and compared (the rules of RFC 8785: keys by UTF-16 code unit, numbers and strings as ECMAScript writes them, no spaces).
 *
 * Keys whose value is `undefined` are left out. The order of a list counts.
 *
 * @throws TypeError for what JSON can't hold: `undefined` in a list or by itself, functions, symbols, bigints, `NaN`, infinities, and objects that
 * are neither plain nor lists (a `Date` is to be written as text by whoever knows its format).
 * @public
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return JSON.stringify(value);
    throw new TypeError(`JSON has no number ${value}`);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isPlainObject(value)) {
    const members = Object.keys(value)
      .filter(key => value[key] !== undefined)
      .sort()
      .map(key => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`JSON can't hold ${nameOf(value)}`);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function nameOf(value: unknown): string {
  return typeof value === 'object'
    ? `a ${value?.constructor?.name ?? 'object'}`
    : `a value of type ${typeof value}`;
}
