import { z } from 'zod';
import { parseRpo, parseTargetDuration } from './duration';

// Checks that rewrite the value, not transforms: so input and output have the same JSON Schema, and the
// OpenAPI document can be made from them.

const NOT_A_TEXT =
  'Write a text such as "PT4H", or "0" in quotation marks; numbers and other values are not read.';

/**
 * A target duration: any text that {@link parseTargetDuration} accepts goes in, normalised ISO 8601 comes out. The issue's
 * message is the refusal.
 *
 * @public
 */
export const targetDurationSchema = z
  .string({ error: NOT_A_TEXT })
  .check(payload => {
    const parsed = parseTargetDuration(payload.value);
    if (parsed.ok) {
      payload.value = parsed.iso;
      return;
    }
    payload.issues.push({
      code: 'custom',
      message: parsed.message,
      input: payload.value,
    });
  })
  .meta({
    description:
      'ISO 8601 duration of days, hours, minutes and seconds, or a short form such as "90m"; "0" for none tolerated',
    examples: ['PT4H', 'P1DT12H', 'PT0S'],
  });

/**
 * A recovery point objective: any text that {@link parseRpo} accepts goes in; normalised ISO 8601 or `none` comes out.
 *
 * @public
 */
export const rpoSchema = z
  .string({ error: NOT_A_TEXT })
  .check(payload => {
    const parsed = parseRpo(payload.value);
    if (parsed.ok) {
      payload.value = parsed.value.kind === 'none' ? 'none' : parsed.value.iso;
      return;
    }
    payload.issues.push({
      code: 'custom',
      message: parsed.message,
      input: payload.value,
    });
  })
  .meta({
    description:
      'ISO 8601 duration, or a short form such as "15 min"; "0" for no loss, "none" for something that holds no data',
    examples: ['PT15M', 'PT0S', 'none'],
  });
