import type { Mbco } from './mbco';

/**
 * A minimum service level, or why the text is none and what to write instead.
 *
 * @public
 */
export type ParsedMbco =
  | { ok: true; value: Mbco }
  | { ok: false; message: string };

const WRITE_A_LEVEL =
  'Write what must work while the plan is invoked, such as "30 % of orders" or "read-only access".';
const LONGEST_TEXT = 2000;
const PERCENTAGE = /(\d+(?:[.,]\d+)?)\s*(?:%|per ?cent\b)/gi;
const RANGE_BEFORE = /\d\s*(?:%\s*)?(?:[-\u2010-\u2015\u2212~/]|to|or)\s*$/i;
const NEGATIVE_START = /^[-\u2010-\u2015\u2212]\s*\d/;
const NO_LEVEL =
  /^(?:tb[adcs]|to ?do|unknown|undefined|unset|null|none|nil|n\s*\/?\s*a|not (?:set|defined|known|applicable)|[?.x-]+)$/i;
const PLACEHOLDER = /\{\{|\}\}|\$\{/;

function findPercentages(text: string): number[] {
  return [...text.matchAll(PERCENTAGE)].flatMap(match => {
    const percent = Number(match[1].replace(',', '.'));
    // one end of a range is not the level that was promised
    const inRange = RANGE_BEFORE.test(text.slice(0, match.index));
    return inRange ? [percent, NaN] : [percent];
  });
}

/**
 * Reads a minimum service level (MBCO): a text that says what must work, at most 2000 characters.
 *
 * Where exactly one percentage stands in it (`30 % of orders`, `at least 99.5% of requests`), that is the level
 * measured results are held against. With several, with a range, or with one above 100 inside the text, no
 * percentage is taken and a reviewer judges yes or no. Zero per cent is a level. A text that begins with more
 * than 100 % or with a negative number is refused, and so are words that stand for nothing (`TBD`, `n/a`).
 *
 * @public
 */
export function parseMbco(text: string): ParsedMbco {
  const tidy = text.trim();
  if (tidy === '') {
    return { ok: false, message: `There is no text here. ${WRITE_A_LEVEL}` };
  }
  if (tidy.length > LONGEST_TEXT) {
    const message = `A minimum service level has at most ${LONGEST_TEXT} characters. ${WRITE_A_LEVEL}`;
    return { ok: false, message };
  }
  if (NO_LEVEL.test(tidy) || PLACEHOLDER.test(tidy)) {
    const shown = tidy.length > 60 ? `${tidy.slice(0, 30)}…` : tidy;
    const message = `"${shown}" is no minimum service level. ${WRITE_A_LEVEL}`;
    return { ok: false, message };
  }
  const percentages = findPercentages(tidy);
  const startsWithNumber = /^[\d.,]+\s*(?:%|per ?cent\b)/i.test(tidy);
  if (
    (startsWithNumber && percentages[0] > 100) ||
    (NEGATIVE_START.test(tidy) && percentages.length > 0)
  ) {
    const message = `A minimum service level is 0 to 100 % of normal service. ${WRITE_A_LEVEL}`;
    return { ok: false, message };
  }
  const [percent] = percentages;
  const isLevel = percentages.length === 1 && percent <= 100;
  return {
    ok: true,
    value: isLevel ? { text: tidy, percent } : { text: tidy },
  };
}
