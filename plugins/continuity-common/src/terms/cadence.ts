/**
 * How often something is due, in calendar units. A cadence has no length in seconds: see {@link addCadence}.
 *
 * @public
 */
export interface Cadence {
  years: number;
  months: number;
  weeks: number;
  days: number;
}

/**
 * A cadence with its ISO 8601 text, or why it was refused and what to write instead.
 *
 * @public
 */
export type ParsedCadence =
  | { ok: true; cadence: Cadence; iso: string }
  | { ok: false; message: string };

const ISO_CADENCE = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/i;
const WRITE_A_CADENCE = 'Write such as "P1Y", "P3M", "P2W" or "P30D".';
const LONGEST_DAYS = 100 * 366;

const UNITS = [
  { field: 'years', letter: 'Y', word: 'year' },
  { field: 'months', letter: 'M', word: 'month' },
  { field: 'weeks', letter: 'W', word: 'week' },
  { field: 'days', letter: 'D', word: 'day' },
] as const;

const IN_WORDS = new Map([
  ['daily', 'P1D'],
  ['weekly', 'P1W'],
  ['fortnightly', 'P2W'],
  ['monthly', 'P1M'],
  ['quarterly', 'P3M'],
  ['half-yearly', 'P6M'],
  ['half yearly', 'P6M'],
  ['semi-annually', 'P6M'],
  ['twice a year', 'P6M'],
  ['yearly', 'P1Y'],
  ['annually', 'P1Y'],
  ['annual', 'P1Y'],
]);

/** The ISO text for the plain words people use, to put it into the refusal. */
function isoForWords(text: string): string | undefined {
  const words = text.toLowerCase();
  const match =
    /^(?:every |once (?:a |per )|per )?(\d{1,4})? ?(years?|yrs?|y|months?|mo|quarters?|weeks?|wks?|w|days?|d)$/.exec(
      words,
    );
  if (!match) return IN_WORDS.get(words);
  const [, amount = '1', unit] = match;
  if (Number(amount) === 0) return undefined;
  return unit.startsWith('q')
    ? `P${Number(amount) * 3}M`
    : `P${Number(amount)}${unit[0].toUpperCase()}`;
}

function explainRefusal(text: string): string {
  if (text === '') return `There is no cadence here. ${WRITE_A_CADENCE}`;
  const shown = text.length > 60 ? `${text.slice(0, 30)}…` : text;
  const iso = isoForWords(text);
  if (iso) return `Cadences are written in ISO 8601. Write "${iso}".`;
  if (/^P.*T/i.test(text)) {
    return `"${shown}" has hours, minutes or seconds, and a cadence is whole years, months, weeks or days. ${WRITE_A_CADENCE}`;
  }
  if (/^P.*\d[.,]\d/i.test(text)) {
    return `"${shown}" has decimals, and a cadence is whole years, months, weeks or days. Write "P6M" for half a year.`;
  }
  if (/^(?:[-\u2212]|P-)/i.test(text)) {
    return `"${shown}" is negative. ${WRITE_A_CADENCE}`;
  }
  if (/^P(?:\d+[YMWD])+$/i.test(text)) {
    return `"${shown}" has a unit twice or out of order. Write years, months, weeks, days, such as "P1Y6M".`;
  }
  return `"${shown}" is no cadence. ${WRITE_A_CADENCE}`;
}

/**
 * Writes a cadence in ISO 8601, as it was said: twelve months stay `P12M`, parts that are zero are left out.
 *
 * @public
 */
export function formatIsoCadence(cadence: Cadence): string {
  const parts = UNITS.filter(({ field }) => cadence[field] > 0);
  return `P${parts
    .map(({ field, letter }) => `${cadence[field]}${letter}`)
    .join('')}`;
}

/**
 * Reads a cadence: ISO 8601 with whole years, months, weeks or days (`P1Y`, `P3M`, `P1Y6M`), more than zero and at
 * most a hundred years. Times of day, decimals and words are refused; the message names the ISO text for common words.
 *
 * @public
 */
export function parseCadence(text: string): ParsedCadence {
  const tidy = text.trim().replace(/\s+/g, ' ');
  const match = tidy.length > 1 ? ISO_CADENCE.exec(tidy) : null;
  if (!match) return { ok: false, message: explainRefusal(tidy) };
  const [years, months, weeks, days] = match
    .slice(1)
    .map(digits => Number(digits ?? 0));
  const roughDays = years * 366 + months * 30.5 + weeks * 7 + days;
  if (roughDays === 0) {
    const message = `A cadence is more than zero. ${WRITE_A_CADENCE}`;
    return { ok: false, message };
  }
  if (roughDays > LONGEST_DAYS) {
    const message = `A cadence is at most a hundred years. ${WRITE_A_CADENCE}`;
    return { ok: false, message };
  }
  const cadence = { years, months, weeks, days };
  return { ok: true, cadence, iso: formatIsoCadence(cadence) };
}

function parseOrThrow(iso: string): Cadence {
  const parsed = parseCadence(iso);
  if (!parsed.ok) throw new RangeError(parsed.message);
  return parsed.cadence;
}

/**
 * The length of a cadence for people: `P1Y` is "1 year", `P1Y6M` is "1 year 6 months".
 *
 * @throws RangeError when `iso` is no cadence.
 * @public
 */
export function describeCadenceLength(iso: string): string {
  const cadence = parseOrThrow(iso);
  return UNITS.filter(({ field }) => cadence[field] > 0)
    .map(({ field, word }) => {
      const amount = cadence[field];
      return `${amount} ${word}${amount === 1 ? '' : 's'}`;
    })
    .join(' ');
}

/** A policy has a handful of cadences, and each gap of a catalog says one; the limit only keeps the memory small. */
const REMEMBERED = 1_000;
const described = new Map<string, string>();

/**
 * A cadence for people: `P3M` is "every 3 months", `P1Y` is "every year".
 *
 * @throws RangeError when `iso` is no cadence.
 * @public
 */
export function describeCadence(iso: string): string {
  const known = described.get(iso);
  if (known !== undefined) return known;
  const length = describeCadenceLength(iso);
  const text = `every ${/^1 [a-z]+$/.test(length) ? length.slice(2) : length}`;
  if (described.size >= REMEMBERED) described.clear();
  described.set(iso, text);
  return text;
}
