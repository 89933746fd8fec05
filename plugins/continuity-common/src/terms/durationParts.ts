import { formatIsoDuration } from './formatDuration';

/** The longest target that is accepted: ten years of 365 days, in seconds. */
export const MAX_TARGET_SECONDS = 3650 * 86_400;

/** What to write when nothing better can be suggested. */
export const WRITE_A_DURATION =
  'Write one time such as "PT4H", "P1DT12H", "90 min" or "1.5 h".';

type Unit =
  | 'year'
  | 'month'
  | 'week'
  | 'day'
  | 'hour'
  | 'minute'
  | 'second'
  | 'unknown';

/** One number with its unit, as it was written. */
export interface DurationPart {
  amount: string;
  unit: Unit;
  written: string;
}

/** A text that has the outline of a duration: numbers, each with some unit. */
export interface DurationParts {
  notation: 'iso' | 'short';
  parts: DurationPart[];
}

/**
 * A target duration in whole seconds with its normalised ISO 8601 text, or why it was refused and what to
 * write instead.
 *
 * @public
 */
export type ParsedTargetDuration =
  | { ok: true; seconds: number; iso: string }
  | { ok: false; message: string };

const NUMBER = String.raw`\d+(?:[.,]\d+)?|\.\d+`;
const ISO_PARTS = `(?:(?:${NUMBER})[YMWDHS])*`;
const ISO = new RegExp(`^P(${ISO_PARTS})(?:T(${ISO_PARTS}))?$`, 'i');
const ISO_PART = new RegExp(`(${NUMBER})([YMWDHS])`, 'gi');
const SHORT_PART = new RegExp(
  `(${NUMBER})\\s*(?!(?:to|or|and)\\b)([a-z]+)\\.?(?:\\s*,)?(?:\\s*(?:and\\b|&))?\\s*`,
  'iy',
);

const ISO_DATE_UNITS: Record<string, Unit> = {
  Y: 'year',
  M: 'month',
  W: 'week',
  D: 'day',
};
const ISO_TIME_UNITS: Record<string, Unit> = {
  H: 'hour',
  M: 'minute',
  S: 'second',
};

const SHORT_UNITS = new Map<string, Unit>(
  (
    [
      ['year', 'y yr yrs year years'],
      ['month', 'mo mos mon mth mths month months'],
      ['week', 'w wk wks week weeks'],
      ['day', 'd day days'],
      ['hour', 'h hr hrs hour hours'],
      ['minute', 'm min mins minute minutes'],
      ['second', 's sec secs second seconds'],
    ] as const
  ).flatMap(([unit, names]) => names.split(' ').map(name => [name, unit])),
);

const SECONDS: Partial<Record<Unit, number>> = {
  day: 86_400,
  hour: 3_600,
  minute: 60,
  second: 1,
};
const ORDER: Unit[] = ['day', 'hour', 'minute', 'second'];

function readIsoParts(text: string): DurationPart[] | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [, date, time] = match;
  // A trailing T promises a time part that isn't there: probably something was cut off.
  if ((!date && !time) || time === '') return undefined;
  const read = (half: string, units: Record<string, Unit>) =>
    [...half.matchAll(ISO_PART)].map(([, amount, letter]) => ({
      amount,
      unit: units[letter.toUpperCase()] ?? ('unknown' as const),
      written: letter.toUpperCase(),
    }));
  return [...read(date, ISO_DATE_UNITS), ...read(time ?? '', ISO_TIME_UNITS)];
}

function readShortParts(text: string): DurationPart[] | undefined {
  // A separator at the end means that something is missing after it.
  if (/(?:,|&|\band)$/i.test(text)) return undefined;
  const parts: DurationPart[] = [];
  const pattern = new RegExp(SHORT_PART);
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match) return undefined;
    const [, amount, written] = match;
    const unit = SHORT_UNITS.get(written.toLowerCase()) ?? 'unknown';
    parts.push({ amount, unit, written });
  }
  return parts.length ? parts : undefined;
}

/**
 * Splits a trimmed text into numbers and units, in ISO 8601 or in the short forms that people write. Knows
 * nothing of what is allowed; `undefined` when the text is no plain sequence of numbers with units.
 */
export function readDurationParts(text: string): DurationParts | undefined {
  const iso = readIsoParts(text);
  if (iso) return { notation: 'iso', parts: iso };
  const short = readShortParts(text);
  return short && { notation: 'short', parts: short };
}

function refuse(message: string): ParsedTargetDuration {
  return { ok: false, message };
}

/** Exact, since 0.1 h has to be 360 s whatever floating point makes of it. */
function toExactSeconds(parts: DurationPart[]): {
  numerator: bigint;
  denominator: bigint;
} {
  const decimals = parts.map(part => part.amount.split(/[.,]/)[1] ?? '');
  const longest = Math.max(...decimals.map(digits => digits.length));
  const numerator = parts.reduce((sum, part, i) => {
    const whole = part.amount.split(/[.,]/)[0];
    const scaled = BigInt(`${whole}${decimals[i].padEnd(longest, '0')}`);
    return sum + scaled * BigInt(SECONDS[part.unit] ?? 0);
  }, BigInt(0));
  return { numerator, denominator: BigInt(10) ** BigInt(longest) };
}

function refuseUnit(
  { notation, parts }: DurationParts,
  text: string,
): string | undefined {
  const unknown = parts.find(part => part.unit === 'unknown');
  if (unknown && notation === 'iso') {
    return 'DYW'.includes(unknown.written)
      ? `In "${text}" days must come before the T. Write such as "P1DT12H".`
      : `In "${text}" hours, minutes and seconds must come after a T. Write such as "PT4H" or "P1DT12H".`;
  }
  if (unknown && /^(ms|millis|milliseconds?)$/i.test(unknown.written)) {
    return 'Targets are in whole seconds. Write seconds, such as "1 s", or "0".';
  }
  if (unknown) {
    return `"${unknown.written}" is no unit that is known here. Write days, hours, minutes or seconds, such as "1 d 12 h" or "90 min".`;
  }
  const month = parts.find(part => part.unit === 'month');
  if (month && notation === 'iso') {
    return `"${text}" says months, and a month has no fixed length. Write days, such as "P30D"; minutes come after a T, such as "PT${month.amount}M".`;
  }
  if (parts.some(part => part.unit === 'year' || part.unit === 'month')) {
    return `"${text}" uses years or months, which have no fixed length. Write days, such as "P30D" or "90 d".`;
  }
  if (parts.some(part => part.unit === 'week')) {
    const days = Number(parts[0].amount) * 7;
    const only = parts.length === 1 && Number.isSafeInteger(days);
    return `Weeks are not used in targets. Write days, such as "P${
      only ? days : 14
    }D".`;
  }
  return undefined;
}

function refuseShape(
  { notation, parts }: DurationParts,
  text: string,
): string | undefined {
  const ranks = parts.map(part => ORDER.indexOf(part.unit));
  if (new Set(ranks).size < ranks.length) {
    return `"${text}" has the same unit twice. Write each unit once, such as "P1DT12H" or "1 h 30 min".`;
  }
  if (ranks.some((rank, i) => i > 0 && rank < ranks[i - 1])) {
    return `The units of "${text}" are out of order. Write days, hours, minutes, seconds, such as "P1DT12H" or "1 d 12 h".`;
  }
  if (notation === 'short' && parts[0].written === 'M') {
    return `"${text}": a capital M may be minutes or months. Write "${parts[0].amount} min" for minutes, or days such as "30 d".`;
  }
  if (parts.slice(0, -1).some(part => /[.,]/.test(part.amount))) {
    return `In "${text}" only the last unit may have decimals. Write such as "P1DT12H" or "1 d 1.5 h".`;
  }
  const { amount, written } = parts[parts.length - 1];
  if (notation === 'short' && /^0*[1-9]\d*,\d{3}$/.test(amount)) {
    const [decimal, grouped] = ['.', ''].map(
      mark => `${amount.replace(',', mark)} ${written}`,
    );
    return `In "${text}" the comma may be a decimal or separate thousands. Write such as "${decimal}" or "${grouped}".`;
  }
  return undefined;
}

/** Turns parts into whole seconds, or says why they are no target and what to write instead. */
export function evaluateDurationParts(
  read: DurationParts,
  text: string,
): ParsedTargetDuration {
  const refusal = refuseUnit(read, text) ?? refuseShape(read, text);
  if (refusal) return refuse(refusal);

  const { numerator, denominator } = toExactSeconds(read.parts);
  if (numerator > BigInt(MAX_TARGET_SECONDS) * denominator) {
    return refuse(
      `"${text}" is longer than 3650 days (ten years), the longest target. Write at most "P3650D".`,
    );
  }
  if (numerator % denominator !== BigInt(0)) {
    // Rounded up to a second at least: "0" would be a different promise.
    const nearest = Math.max(
      1,
      Math.round(Number(numerator) / Number(denominator)),
    );
    return refuse(
      `"${text}" does not come to whole seconds. Write such as "${formatIsoDuration(
        nearest,
      )}".`,
    );
  }
  const seconds = Number(numerator / denominator);
  return { ok: true, seconds, iso: formatIsoDuration(seconds) };
}
