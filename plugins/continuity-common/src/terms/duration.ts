import {
  evaluateDurationParts,
  readDurationParts,
  type ParsedTargetDuration,
  WRITE_A_DURATION,
} from './durationParts';
import { explainUnreadableDuration, isNotApplicable } from './durationRefusal';

export type { ParsedTargetDuration };

/**
 * A recovery point objective: a time, or `none` for something that holds no data. Zero (no loss), `none` and unset are
 * three different things; unset is the absence of this value.
 *
 * @public
 */
export type RpoValue =
  | { kind: 'duration'; seconds: number; iso: string }
  | { kind: 'none' };

/**
 * A recovery point objective, or why it was refused and what to write instead.
 *
 * @public
 */
export type ParsedRpo =
  | { ok: true; value: RpoValue }
  | { ok: false; message: string };

/** Longer texts are no duration, and would make the message unreadable. */
const LONGEST_TEXT = 60;

function normaliseSpaces(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/**
 * Reads a target (RTO, MTPD, WRT, recovery time …) as people write it.
 *
 * Accepted: ISO 8601 with days, hours, minutes and seconds (`PT4H`, `P1DT12H`, `PT1.5H`, any case); short
 * forms (`90m`, `4h`, `1.5 hr`, `1d 12h`, `2 days`); `0`. The last unit may have decimals, with a point or a comma, if whole
 * seconds come out. Zero to 3650 days; a day is 24 hours. Everything else is refused with a message for whoever wrote it.
 *
 * @public
 */
export function parseTargetDuration(text: string): ParsedTargetDuration {
  const tidy = normaliseSpaces(text);
  if (tidy === '') {
    return { ok: false, message: `There is no time here. ${WRITE_A_DURATION}` };
  }
  if (tidy.length > LONGEST_TEXT) {
    const start = `${tidy.slice(0, 30)}…`;
    const message = `"${start}" is too long for one time. ${WRITE_A_DURATION}`;
    return { ok: false, message };
  }
  if (/^0+(?:[.,]0+)?$/.test(tidy))
    return { ok: true, seconds: 0, iso: 'PT0S' };

  const read = readDurationParts(tidy);
  if (read) return evaluateDurationParts(read, tidy);
  return { ok: false, message: explainUnreadableDuration(tidy) };
}

/**
 * Reads a recovery point objective: a target duration, or `none` (any case) for something that holds no data.
 *
 * @public
 */
export function parseRpo(text: string): ParsedRpo {
  const tidy = normaliseSpaces(text);
  if (/^none$/i.test(tidy)) return { ok: true, value: { kind: 'none' } };
  if (isNotApplicable(tidy)) {
    return {
      ok: false,
      message: `"${tidy}" is no RPO. Write "none" if it holds no data, "0" if no loss is tolerated, else one time such as "PT1H".`,
    };
  }
  const parsed = parseTargetDuration(tidy);
  if (!parsed.ok) return parsed;
  const { seconds, iso } = parsed;
  return { ok: true, value: { kind: 'duration', seconds, iso } };
}
