import {
  evaluateDurationParts,
  readDurationParts,
  WRITE_A_DURATION,
} from './durationParts';

const DASH = '[-\u2010-\u2015\u2212]';
const NEGATIVE = new RegExp(
  `^(?:${DASH}\\s*[\\d.P]|P(?:T|\\d+D)*${DASH})`,
  'i',
);
const RANGE = new RegExp(
  `^(?:between\\s+|from\\s+)?(.*?\\d\\s*[a-z]*\\.?)\\s*(?:${DASH}|~|\\.{2,}|…|\\bto\\b|\\bor\\b|\\band\\b|(?<=[a-z])\\/)\\s*((?:P|PT)?\\d.*)$`,
  'i',
);
const BOUND_MARK = /[<>≤≥≦≧~≈±]|=|\d\s*\+|\+$/;
const BOUND_WORDS =
  /\b(?:max(?:imum)?|min(?:imum)?(?=\.?\s*\d)|minimum|at (?:most|least)|up to|(?:no |not )?(?:less|more|longer|fewer|later) than|under|over|below|above|within|about|around|approx(?:imately)?|circa|ca|roughly|or (?:less|more|longer|sooner|better))\b\.?/i;
const PLACEHOLDER = /\{\{|\}\}|\$\{|^<.*[a-z].*>$|^\[.*\]$|^%.*%$/i;
const NOT_APPLICABLE =
  /^(?:n\s*[/.\\]?\s*a\.?|not applicable|not relevant|no data|stateless|nil)$/i;
const UNKNOWN =
  /\b(?:tb[adcs]|to ?do|to be (?:defined|determined|decided|confirmed|agreed)|unknown|undefined|unset|not (?:set|defined|known)|null|pending|later(?! than))\b|^[?x.]+$|^[-\u2010-\u2015\u2212_]+$/i;
const BEST_EFFORT =
  /\bbest[\s-]*(?:effort|endeavou?rs?)|\basap\b|\bas soon as/i;
const AT_ONCE =
  /^(?:immediate(?:ly)?|instant(?:ly|aneous)?|at once|zero(?: .*)?|no (?:loss|interruption|downtime|data loss)|nothing|real[\s-]?time|near[\s-]?zero|always on)$/i;
const WORKING_TIME =
  /\b(?:business|working|office|work)[\s-]*(?:day|hour)s?\b/i;

/** Whether the text says "does not apply" in one of the usual ways. */
export function isNotApplicable(text: string): boolean {
  return NOT_APPLICABLE.test(text);
}

function isoOf(text: string): string | undefined {
  const read = readDurationParts(text);
  const result = read && evaluateDurationParts(read, text);
  return result?.ok ? result.iso : undefined;
}

function explainRange(text: string): string | undefined {
  const match = RANGE.exec(text);
  if (!match) return undefined;
  const [, low, high] = match;
  const unit = /[a-z]+\.?$/i.exec(high)?.[0] ?? '';
  const ends = [isoOf(low) ?? isoOf(`${low} ${unit}`), isoOf(high)];
  const examples = ends[0] && ends[1] ? ends : ['PT4H', 'PT6H'];
  return `"${text}" is a range. Write the one time that counts, such as "${examples[0]}" or "${examples[1]}".`;
}

function explainBound(text: string): string | undefined {
  const isBound = BOUND_MARK.test(text) || BOUND_WORDS.test(text);
  if (!isBound || !/\d/.test(text)) return undefined;
  const bare = text
    .replace(BOUND_WORDS, '')
    .replace(/[<>≤≥≦≧~≈±=+]/g, '')
    .trim();
  const example = isoOf(bare) ?? 'PT4H';
  return `"${text}" is a bound, and a target is one time. Write the longest that is tolerated, such as "${example}".`;
}

function explainClock(text: string): string | undefined {
  const match = /^(?:P?T?)?(\d+):(\d{1,2})(?::(\d{1,2}))?(?:\D.*)?$/i.exec(
    text,
  );
  if (!match) return undefined;
  const [, first, second, third] = match;
  const example =
    third === undefined
      ? undefined
      : isoOf(`PT${Number(first)}H${Number(second)}M${Number(third)}S`);
  return `"${text}" is written like a time of day. Write the units, such as "${
    example ?? 'PT1H12M'
  }" or "1 h 12 min".`;
}

function explainNumber(text: string): string | undefined {
  const bare = /^(\d+(?:[.,]\d+)?|\.\d+)$/.exec(text)?.[1];
  if (bare) {
    return `"${text}" has no unit: hours or minutes? Write "${bare} h", "${bare} min" or "${bare} d". Only "0" stands alone.`;
  }
  if (NEGATIVE.test(text)) {
    return `"${text}" is negative, and a target is a length of time. Write "0" or more, such as "PT4H".`;
  }
  return undefined;
}

function explainWords(text: string): string | undefined {
  if (PLACEHOLDER.test(text)) {
    return `"${text}" is a placeholder that nobody filled in. ${WRITE_A_DURATION}`;
  }
  if (/^none$/i.test(text)) {
    return '"none" is for the RPO only, of something that holds no data. Leave this out while there is no target, or write one time such as "PT4H".';
  }
  if (isNotApplicable(text)) {
    return `"${text}" is no time. Leave this out while there is no target, or write one time such as "PT4H".`;
  }
  if (AT_ONCE.test(text)) {
    return `"${text}" is no time. Write "0" if nothing at all is tolerated, else the time that is, such as "PT5M".`;
  }
  if (BEST_EFFORT.test(text)) {
    return `"${text}" promises no time. Write the longest that is tolerated, such as "P3D", or leave this out.`;
  }
  if (WORKING_TIME.test(text)) {
    return `"${text}" counts working time, and a target runs round the clock. Write hours or days, such as "PT8H" or "P1D".`;
  }
  if (UNKNOWN.test(text)) {
    return `"${text}" is no time. Leave this out until the target is known, then write one time such as "PT4H".`;
  }
  return undefined;
}

function explainOutline(text: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) {
    return `"${text}" is a date. Write a length of time, such as "PT4H".`;
  }
  if (/^P(?:\s*[\dT]|$)/i.test(text)) {
    return `"${text}" is not a complete ISO 8601 duration. Write a letter after every number and a T before the hours, such as "P1DT12H" or "PT4H30M".`;
  }
  if (/\d$/.test(text) && readDurationParts(`${text}s`)) {
    return `The last number of "${text}" has no unit. Write a unit after every number, such as "1 h 30 min".`;
  }
  if (/^\+/.test(text) && isoOf(text.slice(1).trim())) {
    return `"${text}" has a sign. Write it without, such as "${isoOf(
      text.slice(1).trim(),
    )}".`;
  }
  return undefined;
}

/**
 * Says why a trimmed text that is no plain sequence of numbers and units is refused as a target, and what to write
 * instead. `text` is already cut to a length that can be shown.
 */
export function explainUnreadableDuration(text: string): string {
  return (
    explainWords(text) ??
    explainNumber(text) ??
    (/^\d{4}-\d{2}-\d{2}|^\+/.test(text) ? explainOutline(text) : undefined) ??
    explainRange(text) ??
    explainBound(text) ??
    explainClock(text) ??
    explainOutline(text) ??
    `"${text}" is no time that can be read. ${WRITE_A_DURATION}`
  );
}
